"""A new kind of organisation is one file in `schema/`: it can be loaded, asked about and listed, with nothing else changed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import wushe
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county
from wushe.settings import Endpoint

KIND = """label = "老年大学"
label_en = "university of the third age"
sector = "社"
aliases = ["老年学校"]
head = "director"
"""
ROWS = """名称,类型,所在地,电话
登科老年大学,老年学校,登科街道,0827-0777777
"""
LISTING = """
{ node(id: "place:511903001") { ... on Place {
    organizations(kind: ["senior_university"]) { totalCount edges { node { name kind { code label sector } } } } } }
  kinds(of: "organization") { code }
  resolve(text: "登科老年大学") { name kind { code } how } }
"""
ASK = f"""
import json
from wushe.api.context import Viewer
from wushe.api.execute import execute
from wushe.cli.session import graph_of
from wushe.settings import load_settings
settings = load_settings()
with graph_of(settings) as graph:
    print(json.dumps(execute(graph, settings, {LISTING!r}, {{}}, Viewer.LOCAL), ensure_ascii=False))
"""


def run(copy: Path, endpoint: Endpoint, *arguments: str) -> str:
    """Run Python in the copy, against this run's server."""
    env = {
        **os.environ,
        "PYTHONPATH": str(copy),
        "WUSHE_HOME": str(copy / "home"),
        "WUSHE_NEO4J_URI": endpoint.uri,
        "WUSHE_NEO4J_PASSWORD": endpoint.password,
    }
    done = subprocess.run([sys.executable, *arguments], env=env, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_one_file_is_enough(graph: Graph, endpoint: Endpoint, tmp_path: Path) -> None:
    """A temporary copy of the program with one TOML file more."""
    init_county(graph, "511903")
    shutil.copytree(Path(wushe.__file__).parent, tmp_path / "wushe", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "wushe/schema/organizations/senior_university.toml").write_text(KIND, encoding="utf-8")
    rows = tmp_path / "组织.csv"
    rows.write_text(ROWS, encoding="utf-8")
    main = "import sys; from wushe.cli import main; main()"
    assert "老年大学" in run(tmp_path, endpoint, "-m", "wushe.schema.dictionary")
    run(tmp_path, endpoint, "-c", main, "load", str(rows), "--json")
    response = json.loads(run(tmp_path, endpoint, "-c", ASK))
    assert "errors" not in response, response["errors"]
    answer = response["data"]
    listed = answer["node"]["organizations"]
    assert listed["totalCount"] == 1
    assert listed["edges"][0]["node"] == {
        "name": "登科老年大学",
        "kind": {"code": "senior_university", "label": "老年大学", "sector": "社"},
    }
    assert {"code": "senior_university"} in answer["kinds"]
    assert answer["resolve"][0]["kind"]["code"] == "senior_university"
