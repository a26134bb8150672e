"""The vertical chain of a body: up to the county's committee, or down by levels."""

from wushe.queries.chain.down import MOST, chain_down
from wushe.queries.chain.model import ChainStep
from wushe.queries.chain.up import chain_up

__all__ = ["MOST", "ChainStep", "chain_down", "chain_up"]
