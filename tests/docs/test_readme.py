"""Every command of the README is run, in the order in which a newcomer meets it, and its answer is the real one."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.county.home import County

ROOT = Path(__file__).parents[2]
CHINESE, ENGLISH = ROOT / "README.md", ROOT / "README.en.md"
ELSEWHERE = {
    "make test": "this very run",
    "make check": "run beside this one",
    ".venv/bin/wushe init --country": "tests/divisions and tests/bench/test_hits_table.py, with `make bench`",
}
PRODUCTION = ("export ", "docker ")
MARKS = re.compile(r"<!-- answer:begin -->\n(.*?)<!-- answer:end -->", re.DOTALL)


def commands(readme: Path) -> list[str]:
    """The lines of all shell blocks."""
    blocks = re.findall(r"```sh\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_the_twins_have_the_same_commands() -> None:
    """Chinese and English do not drift apart."""
    assert commands(CHINESE) == commands(ENGLISH)


@pytest.fixture(scope="module")
def port() -> int:
    """A free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newcomer's folder: the checkout's command in it, and no data."""
    folder = tmp_path_factory.mktemp("newcomer")
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    """Nothing set from outside."""
    return {
        key: value
        for key, value in os.environ.items()
        if key == "WUSHE_CACHE" or not key.startswith(("WUSHE_", "MAKE", "MFLAGS"))
    }


@pytest.fixture(scope="module")
def command(port: int, environment: dict[str, str]) -> list[str]:
    """What `make demo` runs."""
    planned = subprocess.run(
        ["make", "--no-print-directory", "-n", "demo", f"PORT={port}"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    line = planned.stdout.strip().splitlines()[-1].lstrip("@")
    assert line == f".venv/bin/wushe demo --port {port}"
    return shlex.split(line)


@dataclass
class Demo:
    """A demo that runs: its process and what it has printed so far."""

    process: subprocess.Popen[bytes]
    log: Path
    address: str

    @property
    def printed(self) -> str:
        """What it has printed so far."""
        return self.log.read_text(encoding="utf-8")

    def wait_for(self, path: str, *statuses: int) -> str:
        """Wait until a path answers so, while the process lives; its body. Fails after five minutes."""
        for _ in range(600):
            assert self.process.poll() is None, self.printed
            answer = fetched(self.address + path)
            if answer and answer[0] in statuses:
                return answer[1]
            time.sleep(0.5)
        pytest.fail(f"{path} did not answer {statuses} in five minutes")


@contextmanager
def running(command: list[str], folder: Path, environment: dict[str, str], port: int) -> Iterator[Demo]:
    """The demo from its start to Ctrl-C, which stops the database that it started."""
    log = folder / "demo.log"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=out)
    demo = Demo(process, log, f"http://127.0.0.1:{port}")
    try:
        yield demo
    finally:
        process.send_signal(signal.SIGINT)
        ended = process.wait(60)
    assert ended in (0, 130)
    assert "数据库已停止" in demo.printed
    assert "Traceback" not in demo.printed


def fetched(url: str) -> tuple[int, str] | None:
    """Status and body of an answer; None when nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - loopback
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return None


@pytest.fixture(scope="module")
def demo(county: County, command: list[str], folder: Path, port: int, environment: dict[str, str]) -> Iterator[str]:
    """The demo on data that lack the last town: it goes on where it stopped. Gives what it printed until all was in."""
    shutil.copytree(county.without_last_town, folder / ".wushe")
    with running(command, folder, environment, port) as demo:
        demo.wait_for("/readyz", 200)
        yield demo.printed


def test_the_demo_answers_while_it_loads(
    command: list[str], tmp_path: Path, port: int, environment: dict[str, str]
) -> None:
    """From nothing: the first town answers, /readyz says what it waits for, and Ctrl-C ends it in the middle."""
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    with running(command, tmp_path, environment, port) as demo:
        assert "样例还在载入" in demo.wait_for("/readyz", 503)
        assert "侯文斌" in demo.printed
        question = urllib.parse.quote("登科寺社区第1网格矛盾纠纷找谁")
        assert "侯文斌" in demo.wait_for(f"/?q={question}", 200)


def shell(command: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one line as a person would."""
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_demo_prints_an_answer(demo: str) -> None:
    """The question, the person and the phone, before it serves."""
    assert "登科寺社区第1网格矛盾纠纷找谁" in demo
    assert "0827-0183116" in demo
    assert "Traceback" not in demo


def test_the_answer_in_the_readme_is_real(demo: str, folder: Path, environment: dict[str, str]) -> None:
    """Both READMEs quote what the command prints, but for the day."""
    assert demo
    printed = shell(".venv/bin/wushe who 矛盾纠纷 登科寺社区第1网格", folder, environment).stdout
    expected = "```text\n" + without_day(printed).strip("\n") + "\n```\n"
    for readme in (CHINESE, ENGLISH):
        quoted = MARKS.search(readme.read_text(encoding="utf-8"))
        assert quoted
        assert without_day(quoted[1]) == expected


def without_day(text: str) -> str:
    """Today is another day each time."""
    lines = re.sub(r"\d{4}-\d\d-\d\d( 由|$)", r"〔日期〕\1", text, flags=re.MULTILINE).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def test_every_command_works(demo: str, folder: Path, port: int, environment: dict[str, str]) -> None:
    """In order, in one folder; what cannot be run here is named above."""
    assert demo
    for command in commands(CHINESE):
        if command in ELSEWHERE or command.startswith(PRODUCTION):
            continue
        if command.startswith("git clone") or command == "make demo" or command.endswith("db stop"):
            continue
        if "serve --port" in command:
            assert "--port" in shell(".venv/bin/wushe serve --help", folder, environment).stdout
            continue
        if command.startswith("curl"):
            assert responsible(command.replace(":8000/", f":{port}/"))
            continue
        done = shell(command, folder, environment)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def responsible(command: str) -> list[object]:
    """What the request of a curl command answers; sent from here, for not every machine has curl."""
    program, silent, url, header, content_type, data, body = shlex.split(command)
    assert (program, silent, header, data) == ("curl", "-s", "-H", "-d")
    name, _, value = content_type.partition(": ")
    request = urllib.request.Request(url, data=body.encode(), headers={name: value})  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - loopback
        found: list[object] = json.load(answer)["data"]["whoIsResponsible"]["responsible"]
    return found


def test_production_is_described_by_files_that_are_there() -> None:
    """There may be no Docker engine where tests run: what the compose file names must exist."""
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert "image: neo4j:5.26-community" in text
    used = set(re.findall(r"\b(WUSHE_[A-Z0-9_]+)", text))
    documented = set(re.findall(r"\b(WUSHE_[A-Z0-9_]+)", CHINESE.read_text(encoding="utf-8")))
    assert used <= documented
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    for name in " ".join(copied).split():
        assert name == "./" or (ROOT / name).exists(), name
