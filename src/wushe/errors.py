"""What can go wrong, said so that the reader knows where it is and what to do next.

One class per GraphQL code of the contract; `exit_code` is what the command line ends with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several things a name may mean, or something it may have meant."""

    id: str
    name: str
    kind: str
    path: str = ""


class WusheError(Exception):
    """An error whose message may be shown to the user as it is: Chinese, one line, no secret."""

    code: ClassVar[str] = "INTERNAL"
    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, *, hint: str = "", candidates: tuple[Candidate, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.candidates = candidates

    def __str__(self) -> str:
        return f"{self.message}。{self.hint}" if self.hint else self.message

    @property
    def extensions(self) -> dict[str, Any]:
        """What a program is told of it besides the line: its code, and its candidates where it has any."""
        found = [{"id": c.id, "name": c.name, "kind": c.kind, "path": c.path} for c in self.candidates]
        return {"code": self.code, "candidates": found} if found else {"code": self.code}


class NotFoundError(WusheError):
    """Nothing bears this name; `candidates` are suggestions."""

    code = "NOT_FOUND"
    exit_code = 2


class AmbiguousError(WusheError):
    """Several things bear this name equally well; `candidates` are all of them."""

    code = "AMBIGUOUS"
    exit_code = 2


class BadInputError(WusheError):
    """An argument or option that cannot be used: wrong usage."""

    code = "BAD_INPUT"
    exit_code = 2


class RefusedError(WusheError):
    """A file refused as a whole: nothing of it was loaded."""

    code = "BAD_INPUT"
    exit_code = 3


class UnauthenticatedError(WusheError):
    """A token that is not valid."""

    code = "UNAUTHENTICATED"
    exit_code = 2


class ForbiddenError(WusheError):
    """A question that the viewer may not ask."""

    code = "FORBIDDEN"
    exit_code = 2


class UnavailableError(WusheError):
    """The database cannot be started or does not answer."""

    code = "UNAVAILABLE"
    exit_code = 4


class QueryTimeoutError(WusheError):
    """The database did not answer in time."""

    code = "TIMEOUT"
    exit_code = 4
