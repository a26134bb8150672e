"""Who is responsible for a matter in a place on a day, why, and who if not."""

from wushe.queries.responsibility.answer import who_is_responsible, who_is_responsible_at
from wushe.queries.responsibility.model import Considered, Gap, Reason, Responsibility, Responsible

__all__ = [
    "Considered",
    "Gap",
    "Reason",
    "Responsibility",
    "Responsible",
    "who_is_responsible",
    "who_is_responsible_at",
]
