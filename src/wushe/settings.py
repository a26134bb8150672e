"""Everything that is set from outside: the `WUSHE_*` environment variables of the contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import PositiveInt, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from wushe.errors import BadInputError

CHINA = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a Neo4j answers over Bolt, and who we are there. The password is never shown by `repr`."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str


class Settings(BaseSettings):
    """The environment, read once; commands pass it on."""

    model_config = SettingsConfigDict(
        env_prefix="WUSHE_", frozen=True, env_ignore_empty=True, hide_input_in_errors=True
    )

    neo4j_uri: str | None = None
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr = SecretStr("")
    neo4j_database: str = "neo4j"
    home: Path = Path(".wushe")
    host: str = "127.0.0.1"
    port: int = 8000
    county: str | None = None
    today: date | None = None
    maven_url: str | None = None
    id_key: SecretStr | None = None
    unit_rows: PositiveInt = 5_000
    """Rows of a unit of a file that is too large for one transaction; five units and more make a file that large.

    For tests, which lower it: nothing else needs it changed.
    """

    @field_validator("home")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @property
    def counties(self) -> tuple[str, ...]:
        """The counties that `WUSHE_COUNTY` narrows the scope to; empty when it is not set."""
        return tuple(code.strip() for code in (self.county or "").split(",") if code.strip())

    @property
    def default_day(self) -> date:
        """The day every question and file is about unless it says otherwise: `WUSHE_TODAY`, else today in China."""
        return self.today or datetime.now(CHINA).date()

    @property
    def external(self) -> Endpoint | None:
        """The user's own server, when `WUSHE_NEO4J_URI` names one."""
        if self.neo4j_uri is None:
            return None
        return Endpoint(self.neo4j_uri, self.neo4j_user, self.neo4j_password.get_secret_value(), self.neo4j_database)


def load_settings() -> Settings:
    """Read the environment; a value that cannot be read is a `BadInputError` that names its variable."""
    try:
        return Settings()
    except ValidationError as error:
        names = "、".join(f"WUSHE_{'_'.join(str(part) for part in e['loc']).upper()}" for e in error.errors())
        raise BadInputError(f"环境变量 {names} 的值无法识别", hint="请改正或取消设置后重试") from None
