"""Where canaries are looked for: in bytes as they are, in what is packed in them, in names of files, in a whole graph."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from wushe.graph import Graph
from wushe.graph.records import LABEL

Place = tuple[str, bytes]
"""What a piece of content is, and its bytes."""
NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
EDGES = "MATCH ()-[r]->() RETURN type(r) AS labels, properties(r) AS properties"


def unpacked(name: str, content: bytes) -> Iterator[Place]:
    """Content, and whatever an archive has packed."""
    yield name, content
    if content.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield f"{name}!{member}", member.encode() + b"\n" + archive.read(member)
    elif content.startswith(b"\x1f\x8b"):
        yield f"{name}!", gzip.decompress(content)


def files_under(folder: Path) -> Iterator[Place]:
    """The name and the content of every file in a folder, at any depth."""
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        yield f"name of {name}", name.encode()
        if path.is_file():
            yield from unpacked(name, path.read_bytes())


def graph_content(graph: Graph) -> Iterator[Place]:
    """Every property of every node and edge, with the pages of writes unpacked."""
    for query in (NODES, EDGES):
        for row in graph.read(lambda reader, text=query: reader.run(text)):  # type: ignore[misc]
            labels, properties = row["labels"], row["properties"]
            if labels == [LABEL]:
                yield f"{labels}", zlib.decompress(bytes(properties.pop("content")))
            yield f"{labels} {properties.get('id')}", json.dumps(properties, ensure_ascii=False, default=str).encode()
