"""Tests against a real Neo4j."""
