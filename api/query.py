"""The questions of the contract: one resolver each."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Annotated

import strawberry

from wushe.api import asking, lists
from wushe.api.connections import checked_first
from wushe.api.context import Info
from wushe.api.named import actor, named
from wushe.api.nodes import load_node
from wushe.api.types.answers import Answer, Match, match
from wushe.api.types.basics import Kind, Order, kinds_in
from wushe.api.types.chain import DEEPEST, ChainStep, chain_of
from wushe.api.types.changes import ChangeConnection, changes_in
from wushe.api.types.contacts import ContactConnection, Wanted, contacts_in
from wushe.api.types.coverage import LEVEL, CoverageConnection, coverage_of
from wushe.api.types.duties import DutyConnection
from wushe.api.types.enums import Direction, LoadState
from wushe.api.types.fields import described
from wushe.api.types.figures import Figure, figures_in
from wushe.api.types.five import FiveSocietiesConnection, five_in
from wushe.api.types.gaps import GapConnection, gaps_in
from wushe.api.types.interlocks import Interlocks, interlocks_of
from wushe.api.types.lineage import Lineage, lineage_of
from wushe.api.types.linkage import FARTHEST, Linkage, linkage_of
from wushe.api.types.matters import MatterConnection
from wushe.api.types.needs import NeedConnection
from wushe.api.types.node import Node
from wushe.api.types.organizations import OrganizationConnection
from wushe.api.types.people import PersonConnection
from wushe.api.types.places import PlaceConnection
from wushe.api.types.records import LoadConnection, SourceConnection
from wushe.api.types.responsibility import Responsibility
from wushe.api.types.whistle import Whistle, whistle_of
from wushe.errors import BadInputError
from wushe.graph import Reader
from wushe.queries import matches
from wushe.queries.five import Society
from wushe.queries.matches import Scope
from wushe.queries.resolve import resolve, resolve_one
from wushe.schema import Axis, DutyRole, schema
from wushe.schema.values import ChangeKind, Severity

MOST_IDS = 200
LABELS = ("Place", "Organization", "Post", "Matter")


@strawberry.type(description="提问的入口。The questions.")
class Query:
    """The questions."""

    @described("按标识取一个事物，当天不存在的也给出（见 since、until）。Any node by id.")
    async def node(self, info: Info, id: strawberry.ID, as_of: date | None = None) -> Node | None:
        """One node."""
        return await load_node(info.context, id, as_of or info.context.today)

    @described("按标识取多个事物，次序不变，没有的为 null；最多 200 个。Nodes by id, in order.")
    async def nodes(self, info: Info, ids: list[strawberry.ID], as_of: date | None = None) -> list[Node | None]:
        """Several nodes."""
        if len(ids) > MOST_IDS:
            raise BadInputError(f"一次最多取 {MOST_IDS} 个", hint="请分几次")
        day = as_of or info.context.today
        return list(await asyncio.gather(*(load_node(info.context, identifier, day) for identifier in ids)))

    @described(
        "一段文字可能指什么；types 为 Place、Organization、Post、Matter 或类型代码，within 为所在地点。"
        "What a text may mean, the best first."
    )
    async def resolve(
        self,
        info: Info,
        text: str,
        *,
        types: list[str] | None = None,
        within: str | None = None,
        first: int | None = 5,
        as_of: date | None = None,
    ) -> list[Match]:
        """What a text may mean."""
        size = checked_first(5 if first is None else first)
        day = as_of or info.context.today
        labels, kinds = _types(types or [])
        scope = await info.context.scope(day)
        found = await info.context.read(
            partial(_resolve, labels=labels, kinds=kinds, within=within, size=size), text, scope
        )
        told = await asyncio.gather(*(match(info.context, one, day) for one in found))
        return [one for one in told if one is not None]

    @described(
        "谁负责：事项、地点可以是名称、编码或标识。Who is responsible for a matter in a place on a day, and why."
    )
    async def who_is_responsible(
        self, info: Info, matter: str, place: str, as_of: date | None = None
    ) -> Responsibility | None:
        """Who is responsible."""
        return await asking.who(info.context, matter, place, as_of or info.context.today)

    @described(
        "用一句平常话问，如“某某社区路灯坏了找谁”；有几种理解时，choice 为选第几种（从 1 数起）。A question in plain Chinese; `choice` picks a reading."
    )
    async def ask(
        self, info: Info, question: str, as_of: date | None = None, choice: int | None = None
    ) -> Answer | None:
        """A plain question."""
        return await asking.ask(Query(), info, question, as_of or info.context.today, choice)

    @described(
        "纵向链条：UP 一直到区县党委（地点则到省），DOWN 向下若干级；最多 12 级、200 步，满 200 步即未完，可从其中一步的 body 接着问；"
        "axis 为条或块。The vertical chain, up as far as it goes or down by levels; 200 steps at most: then go on from one of them."
    )
    async def chain(
        self,
        info: Info,
        *,
        body: str,
        direction: Direction = Direction.UP,
        axis: Axis | None = None,
        max_depth: int = DEEPEST,
        as_of: date | None = None,
    ) -> list[ChainStep] | None:
        """The vertical chain."""
        day = as_of or info.context.today
        found = await named(info.context, body, "单位", day)
        return await chain_of(info.context, found, direction, axis=axis, depth=max_depth, as_of=day)

    @described(
        "联络路径：任意两个单位、地点、岗位或人之间最短的路（岗位可写作“某某网格网格长”，人要写标识，见 people）；最多 6 步、10 条；axes 只走条、块、联中的几种。"
        "两个村不因同在一个镇、一个区而相连。The shortest paths between any two bodies, posts or people."
    )
    async def linkage(
        self,
        info: Info,
        from_: Annotated[str, strawberry.argument(name="from")],
        to: str,
        *,
        axes: list[Axis] | None = None,
        max_hops: int = FARTHEST,
        limit: int = 3,
        as_of: date | None = None,
    ) -> Linkage | None:
        """The shortest paths."""
        day = as_of or info.context.today
        start, end = [await actor(info.context, one, day) for one in (from_, to)]
        return await linkage_of(info.context, start, end, axes=axes, hops=max_hops, limit=limit, as_of=day)

    @described(
        "两个单位或社区靠什么连在一起：在两边都任职的人、两边都参加的大党委和联席会议、两边共有的驻区单位、社会组织和志愿队。"
        "People, joint bodies and others that tie two bodies together."
    )
    async def interlocks(
        self,
        info: Info,
        from_: Annotated[str, strawberry.argument(name="from")],
        to: str,
        as_of: date | None = None,
    ) -> Interlocks | None:
        """What ties two bodies together."""
        day = as_of or info.context.today
        start, end = [await named(info.context, one, "单位", day) for one in (from_, to)]
        return await interlocks_of(info.context, start, end, day)

    @described(
        "五社矩阵：place 之内每个村(社区)一行；gapsOnly 只列五社不全的，present、missing 只列有、没有这几社的。"
        "The five societies of every village within `place`; with `present` and `missing` of those that have all of these and none of those."
    )
    async def five_societies(
        self,
        info: Info,
        *,
        place: str,
        gaps_only: bool = False,
        present: list[Society] | None = None,
        missing: list[Society] | None = None,
        first: int | None = 20,
        after: str | None = None,
        as_of: date | None = None,
    ) -> FiveSocietiesConnection | None:
        """The matrix of the five societies."""
        day = as_of or info.context.today
        where = await named(info.context, place, "地点", day)
        return await five_in(
            info.context, where, day, first, after, gaps_only=gaps_only, present=present or (), missing=missing or ()
        )

    @described(
        "责任覆盖：place 之内每个 level（默认网格）一行，这件事有 0、1 还是几家主责；gapsOnly 只列有缺口的，owners 只列有这么多家的。"
        "Who answers for a matter in every place of the kind `level` within `place`: nobody, one, or several."
    )
    async def coverage(
        self,
        info: Info,
        *,
        place: str,
        matter: str,
        level: str = LEVEL,
        gaps_only: bool = False,
        owners: int | None = None,
        first: int | None = 20,
        after: str | None = None,
        as_of: date | None = None,
    ) -> CoverageConnection | None:
        """Who answers in every place."""
        day = as_of or info.context.today
        where, what = await named(info.context, place, "地点", day), await named(info.context, matter, "事项", day)
        return await coverage_of(
            info.context,
            where,
            what,
            day,
            first=first,
            after=after,
            level=level,
            gaps_only=gaps_only,
            owners=owners,
        )

    @described(
        "沿革：从哪里来，变成什么；children 为某天下辖的单位现在归谁。What a place came from, and what became of it and its parts."
    )
    async def lineage(self, info: Info, place: str) -> Lineage | None:
        """What became of a place."""
        day = info.context.today
        return await lineage_of(info.context, await named(info.context, place, "地点", day), day)

    @described(
        "from 到 to（两天都在内）之间 place 之内发生了什么，由早到晚；某资料首次提到不算发生。"
        "What happened within `place` from `from` to `to`, both days included, the earliest first; that a document first speaks of "
        "something is no event."
    )
    async def changes(
        self,
        info: Info,
        *,
        place: str,
        from_: Annotated[date, strawberry.argument(name="from")],
        to: date,
        kinds: list[ChangeKind] | None = None,
        first: int | None = 20,
        after: str | None = None,
    ) -> ChangeConnection | None:
        """What happened."""
        where = await named(info.context, place, "地点", to)
        return await changes_in(info.context, where, from_, to, kinds=kinds, first=first, after=after)

    @described(
        "不合规则之处；place 之内，不论层级；rules 为规则代码。What breaks the rules within `place`, the gravest first."
    )
    async def gaps(
        self,
        info: Info,
        *,
        place: str,
        rules: list[str] | None = None,
        severity: Severity | None = None,
        first: int | None = 20,
        after: str | None = None,
        as_of: date | None = None,
    ) -> GapConnection | None:
        """What breaks the rules."""
        day = as_of or info.context.today
        where = await named(info.context, place, "地点", day)
        return await gaps_in(info.context, where, day, first, after, rules=rules, severity=severity)

    @described(
        "通讯录：post 为岗位类型的代码或名称，organization 为单位，matter 为由其负责的事项，text 为姓名、岗位或单位名称里的文字，phone 为完整号码"
        "（只限本机命令行）；descendants 为 false 时只列地点本级，level 同 place、post 一起写，只列这一级各自的（各社区的书记，不含所辖支部、小区的）；至少写一项。Whom to call: holders of posts, and vacant posts that "
        "have a line; with `level` only those of each place of that kind itself; by phone only for those who see numbers whole."
    )
    async def contacts(
        self,
        info: Info,
        *,
        place: str | None = None,
        post: list[str] | None = None,
        organization: str | None = None,
        matter: str | None = None,
        text: str | None = None,
        phone: str | None = None,
        descendants: bool = True,
        level: str | None = None,
        first: int | None = 20,
        after: str | None = None,
        as_of: date | None = None,
    ) -> ContactConnection | None:
        """Whom to call."""
        given = (place, post, organization, matter, text, phone)
        if all(value is None for value in given):
            raise BadInputError("请写明找谁", hint="至少写 place、post、organization、matter、text、phone 中的一项")
        wanted = Wanted(place, post, organization, matter, lists.wanted_text(text), phone, descendants, level)
        return await contacts_in(info.context, wanted, as_of or info.context.today, first, after)

    @described(
        "镇街吹哨、部门报到：就这件事吹哨，哪些部门须到场；place 为镇街，或镇街内的地点。A town whistles on a matter: who must report."
    )
    async def whistle(self, info: Info, place: str, matter: str, as_of: date | None = None) -> Whistle | None:
        """Who must report."""
        day = as_of or info.context.today
        where, what = await named(info.context, place, "地点", day), await named(info.context, matter, "事项", day)
        return await whistle_of(info.context, where, what, day)

    @described("公布的指标与重算的数值；只列载入过的。Published figures beside what the graph counts.")
    async def figures(self, info: Info, place: str, as_of: date | None = None) -> list[Figure] | None:
        """Published figures."""
        day = as_of or info.context.today
        return await figures_in(info.context, await named(info.context, place, "地点", day), day)

    @described(
        "地点；place 之内，不论层级；text 为当天名称里的文字。Places within `place` at any depth, by text of a name."
    )
    async def places(
        self,
        info: Info,
        *,
        place: str | None = None,
        kind: list[str] | None = None,
        text: str | None = None,
        first: int | None = 20,
        after: str | None = None,
        order_by: Order | None = None,
        as_of: date | None = None,
    ) -> PlaceConnection | None:
        """Places."""
        return await lists.places(
            info.context, _page(info, first, after, as_of), place=place, kind=kind, text=text, order=order_by
        )

    @described(
        "组织；所在地在 place 之内，不论层级；sector 为党、政、群、社、企、自治、功能；dual 为双重领导的。Organisations within `place`; "
        "`dual`: those that several lead."
    )
    async def organizations(
        self,
        info: Info,
        *,
        place: str | None = None,
        kind: list[str] | None = None,
        text: str | None = None,
        sector: str | None = None,
        dual: bool = False,
        first: int | None = 20,
        after: str | None = None,
        order_by: Order | None = None,
        as_of: date | None = None,
    ) -> OrganizationConnection | None:
        """Organisations."""
        page = _page(info, first, after, as_of)
        return await lists.organizations(
            info.context, page, place=place, kind=kind, text=text, sector=sector, dual=dual, order=order_by
        )

    @described(
        "当天任职的人；post 为岗位类型；按姓名只能找到公开的人。Holders of posts on asOf; only public names are searched."
    )
    async def people(
        self,
        info: Info,
        *,
        place: str | None = None,
        post: list[str] | None = None,
        text: str | None = None,
        first: int | None = 20,
        after: str | None = None,
        as_of: date | None = None,
    ) -> PersonConnection | None:
        """Holders of posts."""
        return await lists.people(info.context, _page(info, first, after, as_of), place=place, post=post, text=text)

    @described("事项；broader 为其直接上级。Matters, those right below `broader`.")
    async def matters(
        self,
        info: Info,
        *,
        broader: str | None = None,
        kind: list[str] | None = None,
        text: str | None = None,
        first: int | None = 20,
        after: str | None = None,
        order_by: Order | None = None,
    ) -> MatterConnection | None:
        """Matters."""
        return await lists.matters(
            info.context, _page(info, first, after, None), broader=broader, kind=kind, text=text, order=order_by
        )

    @described(
        "责任；适用范围在 place 之内，不论层级；body 为点名的单位。Duties within `place` at any depth, borne by name by `body`."
    )
    async def duties(
        self,
        info: Info,
        *,
        place: str | None = None,
        matter: str | None = None,
        body: str | None = None,
        role: DutyRole | None = None,
        first: int | None = 20,
        after: str | None = None,
        as_of: date | None = None,
    ) -> DutyConnection | None:
        """Duties."""
        return await lists.duties(
            info.context, _page(info, first, after, as_of), place=place, matter=matter, body=body, role=role
        )

    @described("需求清单；taken 为是否已有单位认领。Listed needs, taken or not.")
    async def needs(
        self,
        info: Info,
        *,
        place: str | None = None,
        matter: str | None = None,
        taken: bool | None = None,
        text: str | None = None,
        first: int | None = 20,
        after: str | None = None,
    ) -> NeedConnection | None:
        """Needs."""
        return await lists.needs(
            info.context, _page(info, first, after, None), place=place, matter=matter, taken=taken, text=text
        )

    @described("来源文件。Documents that facts came from.")
    async def sources(
        self, info: Info, text: str | None = None, first: int | None = 20, after: str | None = None
    ) -> SourceConnection | None:
        """Documents."""
        return await lists.sources(info.context, _page(info, first, after, None), text)

    @described("载入的记录，由近及远。Loads, the newest first.")
    async def loads(
        self, info: Info, state: LoadState | None = None, first: int | None = 20, after: str | None = None
    ) -> LoadConnection | None:
        """Loads."""
        return await lists.loads(info.context, _page(info, first, after, None), state)

    @described(
        "声明过的类型；of 为 places、organizations、posts、ties、matters、mechanisms，不给则全部。The declared kinds."
    )
    def kinds(self, of: str | None = None) -> list[Kind]:
        """The declared kinds."""
        return kinds_in(of)


def _page(info: Info, first: int | None, after: str | None, as_of: date | None) -> lists.Page:
    return lists.Page(first, after, as_of or info.context.today)


def _types(wanted: Sequence[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Labels, and kinds of those labels; a kind stands for the label it belongs to.

    Raises:
        BadInputError: one is neither.
    """
    folders: dict[str, Mapping[str, object]] = {
        "Place": schema().places,
        "Organization": schema().organizations,
        "Matter": schema().matters,
    }
    labels, kinds = [word for word in wanted if word in LABELS], [word for word in wanted if word not in LABELS]
    owners = {kind: label for label, folder in folders.items() for kind in folder}
    if unknown := [kind for kind in kinds if kind not in owners]:
        raise BadInputError(f"types 里没有 {'、'.join(unknown)}", hint=f"可以是 {'、'.join(LABELS)} 或类型代码")
    open_kinds = {kind for kind, label in owners.items() if label in labels}
    return tuple(dict.fromkeys([*labels, *(owners[k] for k in kinds)])), frozenset(
        {*kinds, *open_kinds} if kinds else ()
    )


def _resolve(
    reader: Reader,
    text: str,
    scope: Scope,
    *,
    labels: tuple[str, ...],
    kinds: frozenset[str],
    within: str | None,
    size: int,
) -> list[matches.Match]:
    where = resolve_one(reader, within, scope, types=("Place",), noun="地点").id if within is not None else None
    found = resolve(reader, text, scope, types=labels, within=where, limit=MOST_IDS if kinds else size)
    return [one for one in found if not kinds or one.kind in kinds][:size]
