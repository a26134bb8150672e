"""Answers as one line that can be read out on the telephone."""

from wushe.api.speaking.line import spoken
from wushe.api.speaking.unclear import unclear

__all__ = ["spoken", "unclear"]
