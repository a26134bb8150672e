"""Who is responsible for a matter in a place on a day, why, and who if not; the same of many places at once."""

from wushe.queries.responsibility.answer import who_is_responsible, who_is_responsible_at
from wushe.queries.responsibility.coverage import Cover, coverage
from wushe.queries.responsibility.model import Considered, Gap, Reason, Responsibility, Responsible

__all__ = [
    "Considered",
    "Cover",
    "Gap",
    "Reason",
    "Responsibility",
    "Responsible",
    "coverage",
    "who_is_responsible",
    "who_is_responsible_at",
]
