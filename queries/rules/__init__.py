"""The rules: most have a `.cypher` of their own, all asked in the same way; some mean what other questions answer."""

from wushe.queries.rules.broken import Broken, Named, broken
from wushe.queries.rules.levels import chain_breaks, lacking_societies

__all__ = ["Broken", "Named", "broken", "chain_breaks", "lacking_societies"]
