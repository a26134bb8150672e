"""A sentence in plain Chinese, understood without a model of language: by the graph's own names and a few words that ask."""

from wushe.queries.ask.model import Intent, Reading
from wushe.queries.ask.saying import is_whole, said
from wushe.queries.ask.understand import LONGEST_QUESTION, MOST_READINGS, understand

__all__ = ["LONGEST_QUESTION", "MOST_READINGS", "Intent", "Reading", "is_whole", "said", "understand"]
