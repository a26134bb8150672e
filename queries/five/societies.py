"""The five, and what is evidence of each: the kinds of organisation that it is made of."""

from __future__ import annotations

from enum import StrEnum


class Society(StrEnum):
    """One of the five, in the order in which they are named."""

    COMMUNITY = "community"
    SOCIAL_ORGANIZATIONS = "social_organizations"
    SOCIAL_WORKERS = "social_workers"
    VOLUNTEERS = "volunteers"
    CHARITY = "charity"


LABELS = {
    Society.COMMUNITY: "社区",
    Society.SOCIAL_ORGANIZATIONS: "社会组织",
    Society.SOCIAL_WORKERS: "社会工作者",
    Society.VOLUNTEERS: "社区志愿者",
    Society.CHARITY: "社会慈善资源",
}
COMMITTEES = ("villagers_committee", "residents_committee")
"""With one of these and its top Party organisation a community is there."""
KINDS = {
    "social_organization": Society.SOCIAL_ORGANIZATIONS,
    "social_work_station": Society.SOCIAL_WORKERS,
    "volunteer_team": Society.VOLUNTEERS,
    "charity_fund": Society.CHARITY,
}
"""Of the four beside the community."""
WORKER = "social_worker"
"""The post that is evidence of social workers, held in the village itself or in anything located there."""
