"""Make a home ready for its first start, and make good one whose first start was cut short."""

from __future__ import annotations

import shutil
from pathlib import Path

from wushe.server import config, guard, secret, tool
from wushe.server.places import Cache, Home

# What the marker `unborn` says may be thrown away: all stores, or only the one with the users.
EVERYTHING = "everything"
USERS = "users"


def prepare(home: Home, cache: Cache, port: int) -> None:
    """Leave a home whose server can start on this port and will accept the home's password."""
    for folder in (home.server, home.data, home.logs, home.record.parent):
        guard.make_folder(folder)
    config.write(home, port)
    if home.unborn.exists():
        _clean(home)
    if not _users(home).exists():
        _begin(home, cache, USERS if (home.data / "databases" / "neo4j").exists() else EVERYTHING)
    elif not home.password.exists():
        # The store with the users holds nothing else, so a lost password costs no data.
        home.unborn.write_text(USERS, "ascii")
        _clean(home)
        _begin(home, cache, USERS)


def _users(home: Home) -> Path:
    return home.data / "databases" / "system"


def _begin(home: Home, cache: Cache, worthless: str) -> None:
    """Set the password; later than before the first start the tool would say so and change nothing."""
    home.unborn.write_text(worthless, "ascii")
    secret.create(home)
    # The tool reads its argument from the file, so the password is on no command line.
    tool.run(home, cache, "dbms", "set-initial-password", f"@{home.password}")


def _clean(home: Home) -> None:
    """Throw away what a start that never answered has left."""
    worthless = [home.data]
    if home.unborn.read_text("ascii") == USERS:
        worthless = [_users(home), home.data / "transactions" / "system", home.data / "dbms"]
    for folder in worthless:
        shutil.rmtree(folder, ignore_errors=True)
    home.data.mkdir(exist_ok=True)
