"""The published numbers of a place, each recomputed from what the graph knows."""

from wushe.queries.figures.answer import Figure, agreement, figures_of

__all__ = ["Figure", "agreement", "figures_of"]
