"""What the embedded server is told: `neo4j.conf` and the two files that cap its logs."""

from __future__ import annotations

from pathlib import Path

from wushe.server.java import is_big
from wushe.server.places import Home

SETTINGS = {
    # Loopback and Bolt only, always with a password, nothing reported to anybody.
    "server.default_listen_address": "127.0.0.1",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.bolt.telemetry.enabled": "false",
    "client.allow_telemetry": "false",
    "dbms.usage_report.enabled": "false",
    "dbms.security.auth_enabled": "true",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    # An empty store of 3 MB instead of 517, and no history of transactions: dumps are the backup.
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "16m",
    "db.tx_log.rotation.retention_policy": "keep_none",
    # Stop in less than a second; two writers wait for each other, but not for ever.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    "db.lock.acquisition.timeout": "90s",
    # Statements carry names and numbers of people: they are not logged.
    "db.logs.query.enabled": "OFF",
    "db.logs.query.parameter_logging_enabled": "false",
}
_APPENDER = """    <RollingRandomAccessFile name="{name}" fileName="${{config:server.directories.logs}}/{file}"
        filePattern="$${{config:server.directories.logs}}/{file}.%i">
      <{layout} pattern="%d{{yyyy-MM-dd HH:mm:ss.SSSZ}}{{GMT+0}} %-5p %m%n"/>
      <Policies><SizeBasedTriggeringPolicy size="5 MB"/></Policies>
      <DefaultRolloverStrategy fileIndex="min" max="2"/>
    </RollingRandomAccessFile>
"""
_LOGS = """<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR">
  <Appenders>
{appenders}  </Appenders>
  <Loggers>
    <Root level="{level}"><AppenderRef ref="main"/></Root>
{loggers}  </Loggers>
</Configuration>
"""
_QUIET = '    <Logger name="{0}" level="{1}" additivity="false"><AppenderRef ref="main"/></Logger>\n'


def render(port: int) -> str:
    """The text of `neo4j.conf` for a server on this port."""
    memory = {
        "server.memory.heap.initial_size": "256m",
        "server.memory.heap.max_size": "1g" if is_big() else "512m",
        "server.memory.pagecache.size": "256m" if is_big() else "128m",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
    }
    return "".join(f"{key}={value}\n" for key, value in (SETTINGS | memory).items())


def write(home: Home, port: int) -> None:
    """Write the server's whole configuration anew."""
    home.conf.mkdir(parents=True, exist_ok=True)
    _replace(home.conf / "neo4j.conf", render(port))
    _replace(home.conf / "user-logs.xml", _user_logs())
    _replace(home.conf / "server-logs.xml", _server_logs())


def read_port(home: Home) -> int | None:
    """The port in the configuration that the home's server was last started with."""
    try:
        lines = (home.conf / "neo4j.conf").read_text("utf-8").splitlines()
        settings = dict(line.split("=", 1) for line in lines)
        return int(settings["server.bolt.listen_address"].rpartition(":")[2])
    except (OSError, ValueError, KeyError):
        return None


def _user_logs() -> str:
    appender = _APPENDER.format(name="main", file="neo4j.log", layout="PatternLayout")
    return _LOGS.format(appenders=appender, level="INFO", loggers="")


def _server_logs() -> str:
    appender = _APPENDER.format(name="main", file="debug.log", layout="Neo4jDebugLogLayout")
    quiet = (("QueryLogger", "OFF"), ("HttpLogger", "OFF"), ("SecurityLogger", "WARN"))
    return _LOGS.format(appenders=appender, level="INFO", loggers="".join(_QUIET.format(*pair) for pair in quiet))


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, "utf-8")
    part.replace(path)
