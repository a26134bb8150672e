"""A roster that nobody knows gets a draft of a layout; saved unchanged it loads; no value of a person is in it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.loaders.conftest import DAY, Book, Find, Load, Rows
from wushe.errors import BadInputError, RefusedError
from wushe.graph import Graph
from wushe.loaders.layouts.known import read_layout, tables_of
from wushe.loaders.likeness import roles
from wushe.loaders.load import LoadOptions, load_file
from wushe.loaders.propose import Proposal, known_to, propose
from wushe.loaders.report import LoadReport
from wushe.loaders.shapes import LABELS
from wushe.settings import Settings

Propose = Callable[[Path], Proposal]
Mapped = Callable[[Path, Proposal], LoadReport]
BODY = "51190219900307024"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY = BODY + "10X98765432"[sum(int(d) * w for d, w in zip(BODY, WEIGHTS, strict=True)) % 11]
HELD = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Post)-[:IN]->(b) "
    "RETURN b.name AS body, o.kind AS post, p.name AS name, h.phone AS phone ORDER BY body, post, name"
)
WORKERS: Rows = [
    ["登科街道2024年社工花名册（更新至7月）"],
    ["填报单位：登科街道  填报人：赵填报"],
    ["序", "辖区村居", "人员", "移动电话(工作)", "上岗年月", "证件", "政治面貌", "特长"],
    [1, "登科寺社区", "张三", "12000000001", "2023年5月", IDENTITY, "群众", "书法"],
    [2, "狮子山村", "李四", "12000000002", "2022.03", IDENTITY, "中共党员", "象棋"],
    [3, "登科寺社区", "王五", "12000000003", "2021-07-01", IDENTITY, "群众", "唱歌"],
]


@pytest.fixture
def draft(county: Graph, home: Settings) -> Propose:
    """Propose against the small county."""

    def run(path: Path) -> Proposal:
        return county.read(lambda reader: propose(path, tables_of(home.home), known_to(reader, (), DAY)))

    return run


@pytest.fixture
def mapped(county: Graph, home: Settings, tmp_path: Path) -> Mapped:
    """Load a file by a proposal as it is."""

    def run(path: Path, proposal: Proposal) -> LoadReport:
        (tmp_path / "版式.toml").write_text(proposal.text, encoding="utf-8")
        return load_file(county, path, home, LoadOptions(mapping=tmp_path / "版式.toml"))

    return run


def fields(proposal: Proposal) -> dict[str, str | None]:
    """The field proposed for each header."""
    return {column["header"]: column["field"] for column in proposal.columns}


def test_saved_unchanged_it_loads(book: Book, draft: Propose, mapped: Mapped, find: Find) -> None:
    """Columns by header and by what is in them, the post from the title; the people stand where they should."""
    path = book(名单=WORKERS)
    proposal = draft(path)
    assert fields(proposal) == {
        "序": None,
        "辖区村居": "village",
        "人员": "name",
        "移动电话(工作)": "phone",
        "上岗年月": "since",
        "证件": None,
        "政治面貌": None,
        "特长": None,
    }
    report = mapped(path, proposal)
    assert (report.total("loaded"), report.total("quarantined"), report.total("refused")) == (3, 0, 0)
    assert report.sheets[0].refused_columns == ["证件"]
    assert [tuple(row.values()) for row in find(HELD)] == [
        ("狮子山村", "social_worker", "李四", "12000000002"),
        ("登科寺社区", "social_worker", "张三", "12000000001"),
        ("登科寺社区", "social_worker", "王五", "12000000003"),
    ]


def test_it_says_why_and_how_sure(book: Book, draft: Propose) -> None:
    """Every column has its line; what is unknown is left as a comment; what must not come in is not offered."""
    proposal = draft(book(名单=WORKERS))
    lines = proposal.text.splitlines()
    assert any(
        line.startswith("# 第 2 列“辖区村居” → 村(社区)（") and "100% 的内容是已知的村(社区)" in line for line in lines
    )
    assert any("“人员” → 姓名" in line and "像汉字姓名" in line for line in lines)
    assert any("“证件”：内容像身份证号或银行卡号，不得载入" in line for line in lines)
    assert any("“政治面貌”：只按镇街加总人数" in line for line in lines)
    assert '# header = "特长"' in lines and '# field = "TODO"' in lines
    layout = tomllib.loads(proposal.text)
    assert [column["header"] for column in layout["columns"]] == ["辖区村居", "人员", "移动电话(工作)", "上岗年月"]
    assert layout["required"] == [["辖区村居"], ["人员"]]
    scores = [column["score"] for column in proposal.columns if column["field"]]
    assert all(0.5 <= score <= 1 for score in scores)


def test_no_value_of_a_person_is_in_it(book: Book, draft: Propose) -> None:
    """Shapes, not values: neither in the draft nor in what --json says."""
    proposal = draft(book(名单=WORKERS))
    told = proposal.text + json.dumps(proposal.columns, ensure_ascii=False)
    values = [str(cell) for row in WORKERS[3:] for cell in row[1:] if cell]
    assert [value for value in (*values, "赵填报") if value in told] == []


def test_posts_side_by_side(book: Book, draft: Propose, mapped: Mapped, find: Find) -> None:
    """Each is a line of its own; groups in the header join."""
    rows = [
        ["各村群团负责人", None, None, None, None],
        ["所在村居", "妇联主席", None, "团支书", None],
        [None, "姓名", "电话", "姓名", "电话"],
        ["登科寺社区", "张三", "12000000001", "李四", "12000000002"],
        ["狮子山村", "王五", "12000000003", "赵六", None],
    ]
    path = book(名单=rows)
    proposal = draft(path)
    report = mapped(path, proposal)
    assert (report.total("loaded"), report.exit_code) == (2, 0), proposal.text
    assert {(row["name"], row["post"]) for row in find(HELD)} == {
        ("张三", "womens_chair"),
        ("李四", "youth_secretary"),
        ("王五", "womens_chair"),
        ("赵六", "youth_secretary"),
    }


def test_duties(load: Load, book: Book, draft: Propose, mapped: Mapped, find: Find) -> None:
    """Who answers for a matter."""
    bodies = [["名称", "类型", "所在地"], ["区民政局", "政府部门", "恩阳区"], ["区住建局", "政府部门", "恩阳区"]]
    rows = [
        ["办理的事项", "牵头承办单位", "配合的单位"],
        ["路灯不亮", "区住建局", "区民政局"],
        ["养老服务", "区民政局", None],
    ]
    matters = [["事项", "上级事项"], ["路灯不亮", None], ["养老服务", None]]
    load(book("先.xlsx", 组织=bodies, 事项=matters))
    path = book(名单=rows)
    proposal = draft(path)
    assert list(fields(proposal).values()) == ["item", "lead", "support"]
    assert mapped(path, proposal).total("loaded") == 2, proposal.text
    assert len(find("MATCH (d:Duty) RETURN d.id AS id")) == 3


def test_what_cannot_be_told_is_left_to_the_reader(book: Book, draft: Propose, tmp_path: Path) -> None:
    """Without a person or a body it says so; the file does not load until somebody has written the rows."""
    proposal = draft(book(名单=[["镇街名称", "联系的电话"], ["登科街道", "0827-0000001"]]))
    assert "还不能载入" in proposal.text
    (tmp_path / "a.toml").write_text(proposal.text, encoding="utf-8")
    with pytest.raises(BadInputError, match="rows"):
        read_layout(tmp_path / "a.toml")


def test_what_needs_no_layout_or_has_no_header(book: Book, draft: Propose) -> None:
    """Said, with what to do; a first row of values is never taken for a header."""
    with pytest.raises(RefusedError, match="已经认得（任职）"):
        draft(book(任职=[["单位", "岗位", "姓名"], ["登科寺社区", "社工", "张三"]]))
    with pytest.raises(RefusedError, match="表头") as caught:
        draft(book(名单=[["登科寺社区", "张三", "12000000001"], ["狮子山村", "李四", "12000000002"]]))
    assert "张三" not in str(caught.value)
    with pytest.raises(RefusedError, match="不得载入"):
        draft(book(低保户=WORKERS))


def test_own_layouts_are_found_at_home(book: Book, draft: Propose, county: Graph, home: Settings) -> None:
    """Saved in the folder of layouts it is used without being named, and beside the packaged ones."""
    path = book(名单=WORKERS)
    folder = home.home / "layouts"
    folder.mkdir(parents=True)
    (folder / "social_roster.toml").write_text(draft(path).text, encoding="utf-8")
    report = load_file(county, path, home, LoadOptions())
    assert [sheet.table for sheet in report.sheets] == ["social_roster"]
    assert report.total("loaded") == 3


GOOD = (
    'label = "名册"\nlabel_en = "x"\nrequired = [["村"], ["人"]]\n'
    '[[columns]]\nheader = "村"\nfield = "village"\n[[columns]]\nheader = "人"\nfield = "name"\n'
    '[[rows]]\ntable = "tenures"\n[rows.values]\nbody = "{village}"\npost = "社工"\nname = "{name}"\n'
)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('label = "名册"', "label = ", "第 1 行"),
        ('field = "name"', "", "columns[2].field：缺少"),
        ('header = "人"', 'header = "村"', "“村”写了不止一次"),
        ('header = "人"', 'header = "人"\naliases = ["低保户姓名"]', "“低保户姓名”的内容不得载入"),
        (
            'field = "name"',
            'field = "name"\n[[columns]]\nheader = "政治面貌"\nfield = "politics"',
            "“政治面貌”是个人属性",
        ),
        ('[["村"], ["人"]]', '[["社区"], ["人"]]', "required：“社区”不是 columns 里的表头"),
        ('table = "tenures"', 'table = "任职"', "rows[1]：table = “任职”不是一张表"),
        ('name = "{name}"', 'name = "{person}"', "rows[1]：person 不是"),
        ('name = "{name}"', 'hat = "{name}"', "rows[1]：values 里的 hat 不是 tenures 表的字段"),
        ('label_en = "x"', 'label_en = "x"\ncolour = "red"', "colour：没有这一项"),
        ('label_en = "x"', "label_en = 7", "label_en：类型不对"),
    ],
)
def test_what_is_wrong_in_a_layout(tmp_path: Path, before: str, after: str, said: str) -> None:
    """The file, the key and what to do, in one line."""
    path = tmp_path / "我的.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert read_layout(path).code == "我的"
    path.write_text(GOOD.replace(before, after), encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        read_layout(path)
    assert said in str(caught.value)
    assert "我的.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_layout_that_is_not_there(tmp_path: Path) -> None:
    """Named."""
    with pytest.raises(BadInputError, match=r"没有\.toml"):
        read_layout(tmp_path / "没有.toml")


def test_the_vocabulary_makes_sense() -> None:
    """Every look is one that cells can have; no header names two fields."""
    assert {role.looks for role in roles().values() if role.looks} <= LABELS.keys()
    words = [word for role in roles().values() for word in role.words]
    assert len(words) == len(set(words))
