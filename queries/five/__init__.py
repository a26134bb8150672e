"""五社联动: which of the five societies a village has, and whether they are linked to each other."""

from wushe.queries.five.matrix import Row, matrix
from wushe.queries.five.societies import LABELS, Society

__all__ = ["LABELS", "Row", "Society", "matrix"]
