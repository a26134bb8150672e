"""What there is: every kind of node, edge, place, organisation, post, tie, matter and table, declared once as data."""

from wushe.schema.registry import Schema, schema
from wushe.schema.values import FOREVER, Axis, DutyRole, Precision, TenureStatus, Visibility

__all__ = ["FOREVER", "Axis", "DutyRole", "Precision", "Schema", "TenureStatus", "Visibility", "schema"]
