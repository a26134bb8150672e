"""The generated password of a home: made once, kept in a file that only its owner can read."""

from __future__ import annotations

import os
import secrets

from wushe.errors import UnavailableError
from wushe.server import guard
from wushe.server.places import Home
from wushe.settings import Endpoint

USER = "neo4j"
DATABASE = "neo4j"


def create(home: Home) -> None:
    """Generate the password unless there is one."""
    if home.password.exists():
        return
    part = home.password.with_name(f"{home.password.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(16))
    part.replace(home.password)


def endpoint(home: Home, port: int) -> Endpoint:
    """The embedded server of this home, as a driver needs it."""
    try:
        password = home.password.read_text("ascii").strip()
    except FileNotFoundError:
        raise UnavailableError(
            f"密码文件 {home.password} 不见了", hint="请先运行 wushe db stop 再重试，会生成新密码，数据不受影响"
        ) from None
    except OSError as error:
        raise guard.disk_error(error, home.password) from error
    return Endpoint(f"bolt://127.0.0.1:{port}", USER, password, DATABASE)
