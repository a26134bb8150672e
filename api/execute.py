"""Run a GraphQL document in process: the command line, the page and HTTP all ask in this one way."""

from __future__ import annotations

import asyncio
from typing import Any

from graphql import GraphQLError
from strawberry.exceptions import MissingQueryError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from wushe.api.context import Context
from wushe.api.errors import told
from wushe.api.kept import Memory
from wushe.api.schema import SCHEMA
from wushe.api.view import Viewer
from wushe.errors import WusheError
from wushe.graph import Graph
from wushe.settings import Settings

Variables = dict[str, Any] | None


def execute(graph: Graph, settings: Settings, document: str, variables: Variables, viewer: Viewer) -> dict[str, Any]:
    """Run a document and wait for its answer: {data, errors}."""
    return asyncio.run(run(graph, settings, document, variables, viewer))


async def run(
    graph: Graph,
    settings: Settings,
    document: str,
    variables: Variables,
    viewer: Viewer,
    *,
    operation: str | None = None,
    kept: Memory | None = None,
) -> dict[str, Any]:
    """Run a document; once more when somebody wrote to the graph while it read. `kept` is what earlier ones worked out."""
    context = Context(graph, settings, viewer, kept)
    result = await _once(context, document, variables, operation)
    if await _changed(context):
        result = await _once(Context(graph, settings, viewer, kept), document, variables, operation)
    errors = {"errors": [told(error, viewer) for error in result.errors]} if result.errors else {}
    return {"data": result.data, **errors}


async def _once(context: Context, document: str, variables: Variables, operation: str | None) -> ExecutionResult:
    try:
        return await SCHEMA.execute(
            document,
            variable_values=variables,
            context_value=context,
            operation_name=operation,
            allowed_operation_types=[OperationType.QUERY],
        )
    except (MissingQueryError, CannotGetOperationTypeError, InvalidOperationTypeError):
        return ExecutionResult(
            data=None, errors=[GraphQLError("文档里没有可以执行的查询 (no such query in the document)")]
        )


async def _changed(context: Context) -> bool:
    try:
        return await context.changed()
    except WusheError:
        return False
