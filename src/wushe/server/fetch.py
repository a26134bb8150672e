"""Fetch the locked jars once for all homes: eight at a time, every one verified before it gets its name."""

from __future__ import annotations

import logging
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import pooch  # type: ignore[import-untyped]
import truststore

from wushe.errors import UnavailableError
from wushe.server import guard, progress
from wushe.server.jars import STAMP, Jar, unverified
from wushe.server.places import VERSION, Cache
from wushe.settings import Settings

AT_ONCE = 8
CHUNK = 1 << 16
SILENCE = 30.0
PAUSES = (0.3, 1.0)
LOCK_LIMIT = 1800.0
LICENCE = (
    f"首次使用：将从 Maven 仓库下载 Neo4j {VERSION} 社区版。它以 GPLv3 许可（https://www.gnu.org/licenses/gpl-3.0.html），"
    "由您自行获取、作为独立进程运行，Wushe 只通过 Bolt 协议与它通信。"
)


def base_url(settings: Settings) -> str:
    """Where the jars come from: `WUSHE_MAVEN_URL`, else Maven Central."""
    if url := settings.maven_url:
        if urlsplit(url).scheme not in ("http", "https", "file"):
            raise UnavailableError("WUSHE_MAVEN_URL 不是 http、https 或 file 网址", hint="请改正或取消设置后重试")
        return url.rstrip("/") + "/"
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415  # slow to import, and needed only when something is fetched

    return MAVEN_CENTRAL_URL.rstrip("/") + "/"


def ensure_jars(settings: Settings, cache: Cache, jars: tuple[Jar, ...]) -> None:
    """Have every jar in the cache, complete and unaltered; fetch the ones that are not."""
    if not unverified(cache.jars, jars):
        return
    guard.make_folder(cache.jars)
    with guard.locked(cache.lock, waiting_for="下载 Neo4j 组件", limit=LOCK_LIMIT):
        if missing := unverified(cache.jars, jars):
            _sweep(cache.jars, jars)
            guard.check_disk(cache.root, sum(jar.size for jar in missing) + guard.DISK_NEEDED)
            if len(missing) == len(jars):
                progress.say(LICENCE)
            fetch(base_url(settings), cache.jars, missing)
            unverified(cache.jars, jars)


def _sweep(folder: Path, jars: Iterable[Jar]) -> None:
    """Remove what an interrupted download left behind."""
    keep = {jar.name for jar in jars} | {STAMP}
    for file in folder.iterdir():
        if file.name not in keep and file.is_file():
            file.unlink(missing_ok=True)


def fetch(base: str, folder: Path, jars: list[Jar]) -> None:
    """Download these jars into `folder`; the first failure ends it and is the error."""
    with progress.downloading("下载 Neo4j 组件", sum(jar.size for jar in jars)) as show:
        download = _Download(base, folder, jars, show)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                for future in as_completed([pool.submit(download.one, jar) for jar in jars]):
                    future.result()
            except BaseException as error:
                download.cancelled.set()
                pool.shutdown(cancel_futures=True)
                if isinstance(error, (OSError, ValueError)):
                    raise explain(error, base, folder) from error
                raise


class _Download:
    """One run of downloads: the pooch that verifies and names the files, and how many bytes are here."""

    def __init__(self, base: str, folder: Path, jars: list[Jar], show: Callable[[int], None]) -> None:
        pooch.get_logger().setLevel(logging.WARNING)
        self.cancelled = threading.Event()
        self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._show = show
        self._done = dict.fromkeys((jar.name for jar in jars), 0)
        self._lock = threading.Lock()
        self._pooch = pooch.create(
            path=folder,
            base_url=base,
            registry={jar.name: f"sha256:{jar.sha256}" for jar in jars},
            urls={jar.name: base + jar.path for jar in jars},
        )

    def one(self, jar: Jar) -> None:
        """Fetch one jar, trying again when the line is bad; `ValueError` when what arrives is not what was locked."""
        for pause in PAUSES:
            try:
                return self._try(jar)
            except urllib.error.HTTPError as error:
                error.close()
                raise
            except (OSError, ValueError):
                if self.cancelled.wait(pause):
                    raise
        return self._try(jar)

    def _try(self, jar: Jar) -> None:
        self._pooch.fetch(jar.name, downloader=lambda url, target, _: self._read(jar, url, target))

    def _read(self, jar: Jar, url: str, target: str) -> None:
        self._done[jar.name] = 0
        request = urllib.request.Request(url, headers={"User-Agent": "wushe"})  # noqa: S310  # the user's own setting
        with (
            urllib.request.urlopen(request, timeout=SILENCE, context=self._context) as response,  # noqa: S310
            Path(target).open("wb") as file,
        ):
            self._copy(jar, response, file)

    def _copy(self, jar: Jar, response: BinaryIO, file: BinaryIO) -> None:
        while chunk := response.read(CHUNK):
            if self.cancelled.is_set():
                raise InterruptedError
            file.write(chunk)
            with self._lock:
                self._done[jar.name] = min(jar.size, self._done[jar.name] + len(chunk))
                self._show(sum(self._done.values()))


def explain(error: OSError | ValueError, base: str, folder: Path) -> UnavailableError:
    """Why the jars could not be fetched, and what to do about it."""
    base = _without_login(base)
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    mirror = "请检查网络，或用 WUSHE_MAVEN_URL 指定可用的 Maven 镜像"
    if isinstance(error, urllib.error.HTTPError):
        return UnavailableError(f"Maven 仓库 {base} 拒绝了请求（HTTP {error.code}）", hint=mirror)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return UnavailableError(
            f"不信任 Maven 仓库 {base} 的 TLS 证书",
            hint="若单位网络检查加密流量，请把其根证书装进系统证书库（或用 SSL_CERT_FILE 指定）后重试",
        )
    if isinstance(cause, ValueError):
        return UnavailableError(f"从 {base} 取得的 Neo4j 组件与锁定的校验值不符，已丢弃", hint=mirror)
    if isinstance(cause, OSError) and (cause.filename or cause.errno in guard.DISK_FULL):
        return guard.disk_error(cause, folder)
    return UnavailableError(f"连不上 Maven 仓库 {base}", hint=mirror)


def _without_login(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
