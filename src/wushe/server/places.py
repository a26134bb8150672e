"""Where the embedded server keeps its files: one home per data directory, one cache for all homes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from wushe.settings import Settings

VERSION = "5.26.30"


@dataclass(frozen=True, slots=True)
class Home:
    """The files of one data directory (`WUSHE_HOME`), resolved, so that two spellings of it are one home."""

    root: Path

    @classmethod
    def of(cls, settings: Settings) -> Home:
        """The home that these settings name; it need not exist yet."""
        return cls(settings.home.resolve())

    @property
    def server(self) -> Path:
        """Neo4j's own home directory."""
        return self.root / "neo4j"

    @property
    def conf(self) -> Path:
        """The directory of `neo4j.conf`."""
        return self.server / "conf"

    @property
    def logs(self) -> Path:
        """The directory of the server's logs."""
        return self.server / "logs"

    @property
    def data(self) -> Path:
        """The directory of the stores."""
        return self.server / "data"

    @property
    def record(self) -> Path:
        """The file that says which process serves this home."""
        return self.server / "run" / "server.json"

    @property
    def unborn(self) -> Path:
        """Exists from before the first start until it has answered: what lies in `data` meanwhile is worth nothing."""
        return self.server / "run" / "first-start"

    @property
    def password(self) -> Path:
        """The generated password, readable by its owner only."""
        return self.root / "neo4j.password"

    @property
    def lock(self) -> Path:
        """Held while somebody starts or stops this home's server."""
        return self.root / "neo4j.lock"


@dataclass(frozen=True, slots=True)
class Cache:
    """What all homes of this user share: the jars and the class archive of one Neo4j version."""

    root: Path

    @classmethod
    def default(cls) -> Cache:
        """The directory that `WUSHE_CACHE` names, else the platform's place for caches."""
        base = os.environ.get("WUSHE_CACHE") or platformdirs.user_cache_dir("wushe", appauthor=False)
        return cls(Path(base).expanduser().resolve() / f"neo4j-{VERSION}")

    @property
    def jars(self) -> Path:
        """The directory of the jars, which is also the server's working directory."""
        return self.root / "jars"

    @property
    def archives(self) -> Path:
        """The directory of the class archives."""
        return self.root / "cds"

    @property
    def lock(self) -> Path:
        """Held while somebody fills the cache."""
        return self.root / "cache.lock"
