"""What there is: every kind of node, edge, place, organisation, post, tie, matter and table, declared once as data."""

from wushe.schema.registry import Schema, schema
from wushe.schema.values import ANYWHERE, FOREVER, Axis, DutyRole, Precision, TenureStatus, Visibility

__all__ = ["ANYWHERE", "FOREVER", "Axis", "DutyRole", "Precision", "Schema", "TenureStatus", "Visibility", "schema"]
