"""Linkage: the shortest ways from one body, post or person to another that people can go."""

from wushe.queries.linkage.model import Linkage, Nothing, Path, Step
from wushe.queries.linkage.search import BUDGET, HUB, linkage

__all__ = ["BUDGET", "HUB", "Linkage", "Nothing", "Path", "Step", "linkage"]
