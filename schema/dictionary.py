"""The data dictionary, generated from the declarations: `python -m wushe.schema.dictionary > docs/data-dictionary.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wushe.schema.kinds import EdgeType, Kind, NodeType, Property
from wushe.schema.registry import COMMON, DATED, TIE_PROPERTIES, Schema, schema
from wushe.schema.values import AXIS_LABELS, ROLE_LABELS, SEVERITY_LABELS, STATUS_LABELS

AGREEMENT = {"equal": "相等", "at_least": "重算不少于公布", "about": "相差两成以内"}
HEADING = """# 数据字典 (Data dictionary)

由 `schema/` 生成，请勿手改；运行 `make docs` 更新。 Generated from `schema/`; run `make docs` to renew.
"""


def dictionary() -> str:
    """The whole page as Markdown."""
    return "\n".join((HEADING, *_sections(schema()))).rstrip() + "\n"


def _sections(declared: Schema) -> Iterator[str]:
    yield "## 节点 (Nodes)\n"
    for node in declared.nodes.values():
        yield from _thing(f"{node.label} {node.label_zh}", node, _labels(node))
    yield "## 关系 (Edges)\n"
    for edge in declared.edges.values():
        yield from _thing(f"{edge.type} {edge.label_zh}", edge, f"`{edge.start}` → `{edge.end}`")
    yield "## 每个节点和关系都有的属性 (Common properties)\n"
    yield from _properties(COMMON | DATED)
    yield from _ties(declared)
    yield from _kinds(declared)
    yield from _tables(declared)
    yield "## 规则 (Rules of `wushe check`)\n\n一条规则一个查询：`queries/rules/代码.cypher`；链条和五社的两条与 `chain`、`fiveSocieties` 是一个意思。\n"
    rules = ((f"`{r.code}`", r.label, r.label_en, SEVERITY_LABELS[r.severity], r.fix) for r in declared.rules.values())
    yield from _table(("代码", "中文", "English", "轻重", "怎么办"), rules)
    yield from _values()


def _labels(node: NodeType) -> str:
    labels = f"`{node.also}:{node.label}`" if node.also else f"`{node.label}`"
    indexes = "、".join(f"({', '.join(index)})" for index in node.indexes)
    return f"标签 {labels}；`{node.key_label}.id` 唯一" + (f"；索引 {indexes}" if indexes else "")


def _thing(title: str, declared: NodeType | EdgeType, line: str) -> Iterator[str]:
    dated = "有起止日期" if declared.dated else "没有起止日期"
    crossed = "；联络路径可经过" if isinstance(declared, EdgeType) and declared.traversable else ""
    yield f"### {title}\n\n{declared.description}。{line}。{dated}{crossed}。\n"
    if declared.properties:
        yield from _properties(declared.properties)


def _properties(properties: Mapping[str, Property]) -> Iterator[str]:
    yield from _table(("属性", "类型", "含义"), ((f"`{n}`", p.type, p.label) for n, p in properties.items()))


def _ties(declared: Schema) -> Iterator[str]:
    yield "## 联系 (Ties between bodies)\n\n轴空着的，由上一方的类型决定：党委、政府等属地组织为块，其余为条。\n"
    rows = (
        (
            f"`{t.code}`",
            t.label,
            t.label_en,
            AXIS_LABELS[t.axis] if t.axis else "",
            "是" if t.traversable else "否",
            t.phrase,
        )
        for t in declared.ties.values()
    )
    yield from _table(("代码", "中文", "English", "轴", "路径可经过", "说法"), rows)
    yield from _properties(TIE_PROPERTIES)


def _kinds(declared: Schema) -> Iterator[str]:
    yield "## 地点类型 (Kinds of place)\n"
    places = ((*_kind(p), str(p.rank)) for p in declared.places.values())
    yield from _table(("代码", "中文", "English", "别的写法", "层级"), places)
    yield "## 组织类型 (Kinds of organisation)\n"
    organizations = (
        (*_kind(o), o.sector or "", _label(declared.posts, o.head), "是" if o.functional else "")
        for o in declared.organizations.values()
    )
    yield from _table(("代码", "中文", "English", "别的写法", "系统", "负责人", "功能型"), organizations)
    yield "## 岗位类型 (Kinds of post)\n"
    posts = (
        (*_kind(p), _label(declared.places, p.level), p.visibility.value, str(p.seats)) for p in declared.posts.values()
    )
    yield from _table(("代码", "中文", "English", "别的写法", "层级", "可见性", "职数"), posts)
    yield "## 事项类型 (Kinds of matter)\n"
    yield from _table(("代码", "中文", "English", "别的写法"), (_kind(m) for m in declared.matters.values()))
    yield "## 共建机制 (Mechanisms)\n"
    yield from _table(("代码", "中文", "English", "别的写法"), (_kind(m) for m in declared.mechanisms.values()))
    yield "## 只留合计的个人属性 (Tallies)\n\n载入时按镇街加总，个人的值不留。\n"
    tallies = ((*_kind(t)[:3], "、".join(t.headers), "、".join(t.values)) for t in declared.tallies.values())
    yield from _table(("代码", "中文", "English", "表头", "计入的值"), tallies)
    yield "## 指标 (Figures)\n\n由名册重算的公布数字；没有查询的不能重算。\n"
    figures = (
        (
            *_kind(f)[:3],
            f.unit,
            AGREEMENT[f.agrees],
            " ÷ ".join(f"`{one.query}`" for one in (f.count, f.per) if one),
            f.note,
        )
        for f in declared.figures.values()
    )
    yield from _table(("代码", "中文", "English", "单位", "怎样算相符", "查询", "说明"), figures)
    yield "## 各类型自己的属性 (Attributes of kinds)\n\n区划与网格、组织两表可以另加这些列。\n"
    bodies = (*declared.places.values(), *declared.organizations.values())
    attributes = (
        (kind.label, f"`{code}`", a.label, a.label_en, a.type, a.unit or "", "、".join(a.aliases))
        for kind in bodies
        for code, a in kind.attributes.items()
    )
    yield from _table(("类型", "属性", "表头", "English", "值", "单位", "别的写法"), attributes)


def _kind(kind: Kind) -> tuple[str, ...]:
    return f"`{kind.code}`", kind.label, kind.label_en, "、".join(kind.aliases)


def _label(kinds: Mapping[str, Kind], code: str | None) -> str:
    return kinds[code].label if code else ""


def _tables(declared: Schema) -> Iterator[str]:
    yield "## 表格 (Tables)\n"
    for table in sorted(declared.tables.values(), key=lambda t: t.order):
        needed = "；".join(" 或 ".join(group) for group in table.required)
        yield f"### {table.label} `{table.code}`\n\n认表所需的表头：{needed}。\n"
        rows = ((c.header, "、".join(c.aliases), c.note) for c in table.columns)
        yield from _table(("表头", "别的写法", "说明"), rows)


def _values() -> Iterator[str]:
    yield "## 固定的值 (Closed values)\n"
    for title, labels in (("轴", AXIS_LABELS), ("任职方式", STATUS_LABELS), ("责任角色", ROLE_LABELS)):
        yield f"- {title}：" + "、".join(f"`{value}` {label}" for value, label in labels.items())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(dictionary())
