"""The vertical chain of a body: up as far as it goes, or down by levels."""

from wushe.queries.chain.down import chain_down
from wushe.queries.chain.model import MOST, ChainStep
from wushe.queries.chain.up import chain_up

__all__ = ["MOST", "ChainStep", "chain_down", "chain_up"]
