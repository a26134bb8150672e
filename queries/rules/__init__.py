"""The queries of the rules: one `.cypher` a rule, all asked in the same way."""

from wushe.queries.rules.broken import Broken, Named, broken

__all__ = ["Broken", "Named", "broken"]
