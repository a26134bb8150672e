"""The key under which people's ids are hashed: from the environment, else made once and kept private."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from wushe.settings import Settings

FILE = "id.key"


def identity_key(settings: Settings) -> bytes:
    """The key of this installation; without it nobody can tell from an id whose it is."""
    if settings.id_key is not None:
        return settings.id_key.get_secret_value().encode()
    path = settings.home / FILE
    if not path.exists():
        _create(path)
    return path.read_bytes().strip()


def _create(path: Path) -> None:
    """Write the key under another name and link it, so that two commands at once get the same one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{FILE}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_hex(32))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
