"""The GraphQL schema with its limits: depth, aliases, tokens; parsed and validated documents are kept."""

from __future__ import annotations

import strawberry
from graphql import GraphQLError
from strawberry.extensions import AddValidationRules, MaxTokensLimiter, ParserCache, ValidationCache
from strawberry.extensions.max_aliases import create_validator as alias_limit
from strawberry.extensions.query_depth_limiter import create_validator as depth_limit
from strawberry.schema.config import StrawberryConfig
from strawberry.types.execution import ExecutionContext

from wushe.api.query import Query
from wushe.api.types.duties import Duty
from wushe.api.types.needs import Need
from wushe.api.types.organizations import Organization
from wushe.api.types.people import Person, Tenure
from wushe.api.types.places import Place
from wushe.api.types.posts import Post
from wushe.api.types.records import Load, Source
from wushe.api.types.scalars import SCALARS
from wushe.api.types.ties import Tie

MOST_DEPTH = 16
MOST_ALIASES = 30
MOST_TOKENS = 3000
KEPT = 256
"""Documents whose parsed and validated form is kept."""
LIMITS = (depth_limit(MOST_DEPTH, None), alias_limit(MOST_ALIASES))


class Schema(strawberry.Schema):
    """A schema that leaves telling and logging errors to `api.errors`: the stock logger would write values down."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Nothing here."""


SCHEMA = Schema(
    Query,
    types=[Place, Organization, Post, Person, Tenure, Tie, Duty, Need, Source, Load],
    config=StrawberryConfig(scalar_map=SCALARS),
    extensions=[
        lambda: AddValidationRules(list(LIMITS)),
        lambda: MaxTokensLimiter(MOST_TOKENS),
        lambda: ParserCache(maxsize=KEPT),
        lambda: ValidationCache(maxsize=KEPT),
    ],
)
