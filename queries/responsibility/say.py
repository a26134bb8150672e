"""The sentences of an answer: short, Chinese, one a deciding step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from wushe.queries.duties_for import DutyRow
from wushe.queries.matter_line import MatterRow
from wushe.queries.place_on import PlaceRow
from wushe.queries.responsibility.candidates import Candidate
from wushe.queries.responsibility.model import Reason
from wushe.queries.seats import Seat
from wushe.queries.territory import Step
from wushe.queries.vacated import Vacancy
from wushe.schema import FOREVER, DutyRole, Precision, TenureStatus, schema
from wushe.schema.text import post_of
from wushe.schema.values import ROLE_LABELS, STATUS_LABELS, UPPER

EMERGENCY = "紧急情况请先拨打 110（报警）、119（火警）或 120（急救）"
NOBODY = "整条链上都没有在任的负责人可以代管，请先补齐任职名册"
NO_LEAD = "责任清单里有关于这件事的责任，但没有规定由谁主责"
NO_LEAD_BEARER = "责任清单规定了主责，但这条链上没有登记承担它的岗位或单位"
NO_LEAD_HERE = "这一级没有主责；责任清单把这件事交给了下级，请说到更具体的地点"
NO_DUTY = "责任清单里没有这件事，以下按属地链条逐级联系"


def located(chain: Sequence[Step], name: Callable[[str], str]) -> Reason:
    """Where the place lies."""
    place = name(chain[0].id)
    grids = "、".join(name(s.id) for s in chain if s.step == 1)
    above = "、".join(name(s.id) for s in chain if s.step > 1 and s.kind not in UPPER)
    covered = f"，由{grids}覆盖" if grids else ""
    return Reason(f"{place}{covered}，往上是{above}" if above else f"{place}{covered}", chain[0].by)


def found(landmark: str, place: str, by: Sequence[str]) -> Reason:
    """Why an address is taken to lie there."""
    return Reason(f"“{landmark}”写在{place}的范围说明里", tuple(by))


def won(winner: Candidate, body: str, seat: Seat | None, chain: Sequence[Step], matters: Sequence[MatterRow]) -> Reason:
    """Why this duty decides."""
    duty = winner.duty
    matter = next(m.name for m in matters if m.id == duty.matter)
    broader = f"（“{matters[0].name}”没有更具体的规定，按上级事项）" if winner.distance else ""
    who = post_of(body, seat.name) if seat and winner.post else body
    kind = f"，按“{_kind_label(duty)}”一类确定" if winner.by_kind else ""
    basis = f"，依据《{duty.basis.strip('《》')}》" if duty.basis else ""
    hours = f"，时限 {duty.time_limit_hours:g} 小时" if duty.time_limit_hours else ""
    return Reason(f"“{matter}”由{who}主责{kind}{broader}{basis}{hours}", tuple(duty.by))


def holds(body: str, seat: Seat | None, as_of: date) -> Reason:
    """Who holds the deciding post."""
    if seat is None:
        return Reason(f"{body}没有登记负责人岗位，请拨打单位电话")
    status = STATUS_LABELS[TenureStatus(seat.status)] if seat.status else ""
    since = _since(seat.held_since, seat.held_precision)
    text = f"{post_of(body, seat.name)}在 {as_of:%Y-%m-%d} 由{{holder}}担任（{status}{since}）"
    return Reason(text.replace("{holder}", f"〔{seat.person}〕"), tuple(seat.held_by or ()))


def _since(day: date | None, precision: str | None) -> str:
    if day is None:
        return ""
    if precision == Precision.ATTESTED:
        return f"，{day:%Y-%m-%d} 的名册在列"
    written = {Precision.MONTH: f"{day:%Y-%m}", Precision.YEAR: f"{day:%Y}"}.get(Precision(precision or "DAY"))
    return f"，{written or day.isoformat()} 起"


def vacant(body: str, seat: Seat, vacancy: Vacancy) -> str:
    """That the deciding post is empty, and what shows it."""
    since = f"自 {vacancy.left:%Y-%m-%d} 起空缺" if vacancy.left else f"在 {seat.since:%Y-%m-%d} 的名册上就是空缺"
    return f"{post_of(body, seat.name)}{since}"


def stands_in(body: str, seat: Seat, reason: str) -> str:
    """Who stands in for the empty post, and by which rule."""
    return f"空缺期间找{post_of(body, seat.name)}〔{seat.person}〕：{reason}"


def skipped(place: str, seat: Seat) -> str:
    """A vacancy on the way up."""
    return f"逐级联系时跳过{place}：{seat.name}空缺"


def overlapping(bodies: Sequence[str]) -> str:
    """Two of equal rank."""
    return f"{'、'.join(bodies)}同为主责，责任清单没有分出先后，请一并联系"


def finer(kinds: Sequence[str], count: int) -> str:
    """That a closer place gives a closer answer."""
    levels = "、".join(schema().places[kind].label for kind in kinds)
    return f"这件事在{levels or '下级地点'}一级另有责任人，可以具体到其中 {count} 处再问"


def lost(winner: Candidate, loser: Candidate, chain: Sequence[Step], matters: Sequence[MatterRow]) -> str:
    """By which rule a candidate lost."""
    if loser.distance != winner.distance:
        matter = next(m.name for m in matters if m.id == loser.duty.matter)
        return f"只对更宽的事项“{matter}”主责"
    if loser.step != winner.step:
        level = next(s.kind for s in chain if s.step == loser.step)
        return f"同样主责，但在{schema().places[level].label}一级，离得更远"
    return "同一级里，点名的责任优先于按类型的责任"


def bearer_missing(duty: DutyRow) -> str:
    """A duty that nobody there can bear on the day."""
    role = ROLE_LABELS[DutyRole(duty.role)]
    if duty.bearer:
        return f"清单点名的{role}单位在这一天不存在"
    level = f"{schema().places[duty.level].label}一级" if duty.level else ""
    return f"清单规定{level}由{_kind_label(duty)}{role}，但这条链上没有登记这样的岗位或单位"


def _kind_label(duty: DutyRow) -> str:
    return schema().kind(duty.bearer_kind).label if duty.bearer_kind else ""


def place_before_data(row: PlaceRow) -> str:
    """Before a place is first attested nothing is known of it."""
    return body_before_data(row.name, row.since)


def body_before_data(name: str, since: date) -> str:
    """Before a body is first attested nothing is known of it."""
    return f"关于{name}的资料从 {since:%Y-%m-%d} 开始，更早的情况没有依据"


def place_not_valid(row: PlaceRow, as_of: date) -> str:
    """A place before or after its time."""
    if as_of < row.since:
        began = "见于区划名单" if schema().places[row.kind].division else "设立"
        return f"{row.name}在 {as_of:%Y-%m-%d} 还不存在，{row.since:%Y-%m-%d} 才{began}"
    last = "" if row.until == FOREVER else f"，{row.until - timedelta(days=1):%Y-%m-%d} 之后不再有"
    return f"{row.name}在 {as_of:%Y-%m-%d} 已经撤并{last}"


def post_before_data(body: str, seat: Seat, vacancy: Vacancy) -> str:
    """Before a post is first attested nothing is known of its holder."""
    return f"{post_of(body, seat.name)}的任职资料从 {vacancy.next or seat.since:%Y-%m-%d} 开始，更早由谁担任没有依据"


def duties_before_data(first: date) -> str:
    """Before duties are first attested nothing is known of them."""
    return f"这件事的责任清单从 {first:%Y-%m-%d} 开始有记载，更早由谁负责没有依据"


def narrower_only(names: Sequence[str]) -> str:
    """Only narrower matters have duties."""
    shown = "、".join(names[:6])
    return f"这件事太宽，清单只对更具体的事项作了规定：{shown}{'等' if len(names) > 6 else ''}"
