"""The embedded Neo4j: a real server as a child process, fetched once, started when needed, shared by all commands."""

from wushe.server.embedded import Status, admin, ensure, status, stop

__all__ = ["Status", "admin", "ensure", "status", "stop"]
