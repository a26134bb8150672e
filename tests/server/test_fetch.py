"""The fetch of jars, from a real HTTP server on the loopback address, with two small files in place of the real ones."""

from __future__ import annotations

import functools
import hashlib
import http.server
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from wushe.errors import UnavailableError
from wushe.server import ensure, fetch
from wushe.server.jars import Jar, unverified
from wushe.server.places import Cache
from wushe.settings import Settings

CONTENT = {"org/one/one-1.jar": b"one" * 50_000, "org/two/two-2.jar": b"two" * 70_000}
JARS = tuple(Jar(path, len(body), hashlib.sha256(body).hexdigest()) for path, body in CONTENT.items())


@dataclass
class Registry:
    """A Maven repository in a folder, and what was asked of it."""

    folder: Path
    url: str
    asked: list[str] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        """Settings that name this repository."""
        return Settings(maven_url=self.url, neo4j_uri=None)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, asked: list[str], directory: str) -> None:
        self.asked = asked
        super().__init__(*args, directory=directory)

    def log_message(self, format: str, *args: object) -> None:
        self.asked.append(getattr(self, "path", "").lstrip("/"))


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """A repository that holds the two files."""
    folder = tmp_path / "registry"
    for path, body in CONTENT.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_bytes(body)
    asked: list[str] = []
    handler = functools.partial(_Handler, asked=asked, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield Registry(folder, f"http://127.0.0.1:{server.server_port}", asked)
        server.shutdown()
        thread.join()


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty cache."""
    return Cache(tmp_path / "cache")


def bodies(cache: Cache) -> list[bytes]:
    """What the cache holds under the names of the two jars."""
    return [(cache.jars / jar.name).read_bytes() for jar in JARS]


def test_first_fetch(registry: Registry, cache: Cache, capsys: pytest.CaptureFixture[str]) -> None:
    """All arrive, verified; the licence is said once, the progress on standard error only."""
    fetch.ensure_jars(registry.settings, cache, JARS)
    assert bodies(cache) == list(CONTENT.values())
    shown = capsys.readouterr()
    assert (shown.err.count("GPLv3"), shown.out) == (1, "")
    assert "MB" in shown.err
    fetch.ensure_jars(registry.settings, cache, JARS)
    assert sorted(registry.asked) == sorted(CONTENT)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("damage", [b"", b"one" * 49_999, b"eno" * 50_000])
def test_damaged_jar_is_fetched_again(registry: Registry, cache: Cache, damage: bytes) -> None:
    """An emptied, a truncated and a tampered jar of the right size are noticed although all had been verified."""
    fetch.ensure_jars(registry.settings, cache, JARS)
    (cache.jars / JARS[0].name).write_bytes(damage)
    assert unverified(cache.jars, JARS) == [JARS[0]]
    fetch.ensure_jars(registry.settings, cache, JARS)
    assert bodies(cache) == list(CONTENT.values())
    assert registry.asked.count(JARS[0].path) == 2


def test_wrong_content_is_refused(registry: Registry, cache: Cache) -> None:
    """What is not what was locked never gets its name, and nothing else is left of it."""
    (registry.folder / JARS[0].path).write_bytes(b"eno" * 50_000)
    with pytest.raises(UnavailableError, match="校验值不符"):
        fetch.ensure_jars(registry.settings, cache, JARS)
    assert {file.name for file in cache.jars.iterdir()} <= {JARS[1].name, "verified.json"}


def test_two_first_fetches_at_once(registry: Registry, cache: Cache) -> None:
    """Of two at once one fetches, and the other finds what it fetched."""
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: fetch.ensure_jars(registry.settings, cache, JARS), range(2)))
    assert sorted(registry.asked) == sorted(CONTENT)
    assert bodies(cache) == list(CONTENT.values())


def test_interrupted_fetch_is_swept(registry: Registry, cache: Cache) -> None:
    """What a killed download left behind is removed by the next."""
    cache.jars.mkdir(parents=True)
    (cache.jars / "tmp1234").write_bytes(b"half")
    fetch.ensure_jars(registry.settings, cache, JARS)
    assert not (cache.jars / "tmp1234").exists()


def test_missing_in_registry(registry: Registry, cache: Cache) -> None:
    """A mirror that has not the file is named with its answer, without any password in its address."""
    (registry.folder / JARS[0].path).unlink()
    with pytest.raises(UnavailableError, match="HTTP 404") as caught:
        fetch.ensure_jars(registry.settings, cache, JARS)
    assert "WUSHE_MAVEN_URL" in str(caught.value)
    error = fetch.explain(ConnectionRefusedError(), "https://user:secret@mirror.invalid/maven2/", cache.jars)
    assert "secret" not in str(error)


def test_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing cached and nobody answering, one line says so; no server and no home come of it."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("WUSHE_CACHE", str(tmp_path / "empty"))
    settings = Settings(home=tmp_path / "home", neo4j_uri=None, maven_url=f"http://127.0.0.1:{port}")
    with pytest.raises(UnavailableError, match="连不上 Maven 仓库") as caught:
        ensure(settings)
    assert "\n" not in str(caught.value)
    assert not settings.home.exists()


def test_plain_text_where_tls_was_expected(registry: Registry, cache: Cache) -> None:
    """An address that does not speak TLS is not reached, which is not a matter of trust."""
    settings = Settings(maven_url=registry.url.replace("http:", "https:"), neo4j_uri=None)
    with pytest.raises(UnavailableError, match="连不上"):
        fetch.ensure_jars(settings, cache, JARS)


def test_folder_as_registry(registry: Registry, cache: Cache) -> None:
    """Without a network the jars may come from a folder or a stick."""
    settings = Settings(maven_url=registry.folder.as_uri(), neo4j_uri=None)
    fetch.ensure_jars(settings, cache, JARS)
    assert bodies(cache) == list(CONTENT.values())


def test_address_that_is_none(cache: Cache) -> None:
    """A mirror that is not a URL is a setting to correct."""
    with pytest.raises(UnavailableError, match="WUSHE_MAVEN_URL"):
        fetch.ensure_jars(Settings(maven_url="mirror", neo4j_uri=None), cache, JARS)
