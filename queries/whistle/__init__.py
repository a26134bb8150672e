"""吹哨报到: a town whistles on a matter, and departments must report."""

from wushe.queries.whistle.answer import Whistle, whistle

__all__ = ["Whistle", "whistle"]
