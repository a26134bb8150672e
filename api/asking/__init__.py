"""Questions in plain Chinese: what was understood, the same question as GraphQL, its answer, and one line to read out."""

from wushe.api.asking.ask import ask
from wushe.api.asking.who import who

__all__ = ["ask", "who"]
