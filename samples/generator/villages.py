"""The bodies of a village or community: its two committees, mass organisations, councils, places of service, societies."""

from dataclasses import dataclass

from wushe.samples.generator import towns, upper
from wushe.samples.generator.codes import number, uscc
from wushe.samples.generator.county import Town, Unit
from wushe.samples.generator.making import ELECTED, body
from wushe.samples.generator.tables import Organization, Tie

COUNCILS = ("村民议事会", "道德评议会", "红白理事会", "禁毒禁赌会", "矛盾调解会", "志愿服务会", "环境卫生理事会")
"""The seven of 一约七会; the source does not name them. In a community the first is the residents'."""
MECHANISMS = ("积分激励", "服务协议", "活动共办", "资源互利", "项目共投")
SHOPS = ("便民超市", "老年食堂", "惠民药房")
MODES = ("村集体+合作社+农户", "村集体+国企+农户")
SERVICES = "银行、供水、供电、供气"
COUNCILS_SINCE = "2021年3月"
HOMES_SINCE = "2022年3月"
CENTRES_SINCE = "2021年6月"
CHANNELS_SINCE = "2022-06-01"
ROOMS_SINCE = "2023-01-01"
FUNDS_SINCE = "2023-09-05"
COLLECTIVES_SINCE = "2021-06-01"
PARTNERS_SINCE = "2023-03-01"
PARTNERS_BASIS = "社区共建共享协议（样例）"


@dataclass(frozen=True)
class Village:
    """The names of a unit's bodies, and which of the five societies it lacks."""

    unit: Unit

    def named(self, what: str) -> str:
        """The unit's name and this."""
        return f"{self.unit.label}{what}"

    @property
    def youth(self) -> str:
        """Its youth league branch."""
        return self.named("团支部")

    @property
    def women(self) -> str:
        """Its women's federation."""
        return self.named("妇联")

    @property
    def union(self) -> str:
        """Its federation of trade unions."""
        return self.named("工会联合会")

    @property
    def disabled(self) -> str:
        """Its disabled persons' association."""
        return self.named("残协")

    @property
    def services(self) -> str:
        """Its convenience service centre."""
        return self.named("便民服务中心")

    @property
    def channel(self) -> str:
        """Its page on 川善治."""
        return self.named("川善治")

    @property
    def councils(self) -> tuple[str, ...]:
        """Its seven councils."""
        first, *others = COUNCILS
        own = first if self.unit.is_village else first.replace("村民", "居民")
        return tuple(self.named(council) for council in (own, *others))

    @property
    def volunteers(self) -> str:
        """Its volunteer team; empty where it has none."""
        return self._some("志愿", 90, f"恩义先锋{self.unit.label}志愿服务队")

    @property
    def room(self) -> str:
        """Its social-work room; empty where it has none."""
        share = 55 if not self.unit.is_village else 30
        return self._some("社工", share, self.named("社工室")) if towns.station(self.unit.town) else ""

    @property
    def fund(self) -> str:
        """Its charity fund; empty where it has none."""
        return self._some("慈善", 40, self.named("慈善基金"))

    @property
    def collective(self) -> str:
        """Its collective."""
        return self.named("股份经济合作社")

    @property
    def shops(self) -> tuple[str, ...]:
        """Shops that work with an urban community."""
        return tuple(self.named(f"{shop}（样例）") for shop in SHOPS) if self.unit.is_urban else ()

    @property
    def facilities(self) -> tuple[tuple[str, str, str], ...]:
        """What is kept for whom: type, name, the body that runs it."""
        pairs = [
            ("妇女儿童之家", self.women),
            ("青年之家", self.youth),
            ("残疾人服务站", self.disabled),
            ("党群服务站", self.unit.party_short),
        ]
        pairs += [("邻聚空间", self.unit.committee)] if self.unit.is_urban else []
        return tuple((kind, self.named(kind), host) for kind, host in pairs)

    def _some(self, what: str, share: int, name: str) -> str:
        """A name in this share of the villages and in every urban community; elsewhere nothing."""
        return name if self.unit.is_urban or number(f"{what}/{self.unit.code}", 100) < share else ""


def committees(town: Town, unit: Unit) -> list[Organization]:
    """Its Party organisation, led by the town's; its committee, led by that and only guided by the town office."""
    party = body(
        unit.party_name, unit.party, unit.label, aliases=unit.party_short, superior=town.party, phone=unit.label
    )
    committee = body(
        unit.committee_name,
        "村委会" if unit.is_village else "居委会",
        unit.label,
        aliases=unit.committee,
        superior=unit.party_short,
        guides=town.office,
        phone=unit.label,
    )
    return [party, committee]


def organizations(unit: Unit) -> list[Organization]:
    """Its other bodies."""
    village = Village(unit)
    return [*_mass(village), *_councils(village), *_services(village), *_societies(village), *_economy(village)]


def _mass(village: Village) -> list[Organization]:
    unit, town = village.unit, village.unit.town
    return [
        body(village.youth, "团支部", unit.label, superior=unit.party_short),
        body(village.women, "妇联", unit.label, superior=unit.party_short, guides=towns.women(town)),
        body(village.union, "工会联合会", unit.label, superior=unit.party_short),
        body(village.disabled, "残协", unit.label, superior=unit.party_short, guides=towns.disabled(town)),
    ]


def _councils(village: Village) -> list[Organization]:
    unit = village.unit
    return [
        body(council, "一约七会", unit.label, superior=unit.committee, since=COUNCILS_SINCE)
        for council in village.councils
    ]


def _services(village: Village) -> list[Organization]:
    unit = village.unit
    homes = [
        body(name, "阵地", unit.label, since=HOMES_SINCE, more={"阵地类型": kind})
        for kind, name, _ in village.facilities
    ]
    return [
        body(
            village.services,
            "便民服务中心",
            unit.label,
            superior=unit.committee,
            guides=towns.services(unit.town),
            phone=unit.label,
            since=CENTRES_SINCE,
            more={"服务项目": SERVICES},
        ),
        *homes,
        body(village.channel, "诉求渠道", unit.label, since=CHANNELS_SINCE, more={"平台": "川善治"}),
    ]


def _societies(village: Village) -> list[Organization]:
    unit = village.unit
    rows = []
    if village.volunteers:
        members = {"队员人数": 12 + number("队员/" + unit.code, 30)}
        rows.append(
            body(
                village.volunteers,
                "志愿服务队",
                unit.label,
                superior=unit.party_short,
                guides=towns.volunteers(unit.town),
                since=towns.TEAMS_SINCE,
                more=members,
            )
        )
    if village.room:
        station = towns.station(unit.town)
        rows.append(
            body(village.room, "社工室", unit.label, superior=unit.committee, guides=station, since=ROOMS_SINCE)
        )
    if village.fund:
        rows.append(body(village.fund, "慈善基金", unit.label, since=FUNDS_SINCE))
    return rows


def _economy(village: Village) -> list[Organization]:
    """The collective with its rule of distribution; shops beside an urban community."""
    unit = village.unit
    shares = {"公积公益金比例": "0.2", "公益事业比例": "0.2", "分红福利比例": "0.4"}
    collective = body(
        village.collective,
        "村集体",
        unit.label,
        superior=unit.party_short,
        uscc=uscc("N2", village.collective),
        since=COLLECTIVES_SINCE,
        more={**shares, "经营模式": MODES[number("模式/" + unit.code, len(MODES))]},
    )
    shops = [body(shop, "企业", unit.label, phone=shop, since="2021年") for shop in village.shops]
    return [collective, *shops]


def ties(town: Town, unit: Unit) -> list[Tie]:
    """The ties that no 上级组织 column can say."""
    village = Village(unit)
    hosted = [Tie(source=host, kind="阵地", target=name, since=HOMES_SINCE) for _, name, host in village.facilities]
    serving = ((village.volunteers, towns.TEAMS_SINCE), (village.room, ROOMS_SINCE), (village.fund, FUNDS_SINCE))
    return [
        Tie(source=unit.committee, kind="协助", target=town.office, since=ELECTED),
        Tie(source=town.party, kind="述职评议", target=unit.party_short, since=ELECTED, basis=towns.APPRAISAL_BASIS),
        Tie(source=towns.youth(town.name), kind="领导", target=village.youth, attribute="次", since=ELECTED),
        Tie(source=towns.union(town.name), kind="领导", target=village.union, attribute="次", since=ELECTED),
        Tie(source=village.channel, kind="归口", target=upper.GRIEVANCES, since="2023-06-01"),
        Tie(source=upper.AGRICULTURE, kind="登记管理", target=village.collective, since=COLLECTIVES_SINCE),
        *hosted,
        *(Tie(source=name, kind="服务", target=unit.label, since=since) for name, since in serving if name),
        *_partners(village),
    ]


def _partners(village: Village) -> list[Tie]:
    """Residents, volunteers and shops of an urban community by the mechanisms of 共建共享; firms are the estates'."""
    if not village.shops:
        return []
    market, canteen, chemist = village.shops
    committee, team = village.unit.committee, village.volunteers
    pairs = (
        (committee, team, "积分激励"),
        (team, market, "积分激励"),
        (team, canteen, "活动共办"),
        (committee, market, "资源互利"),
        (committee, chemist, "服务协议"),
        (committee, canteen, "项目共投"),
    )
    return [
        Tie(source=first, kind="共建", target=second, mechanism=how, since=PARTNERS_SINCE, basis=PARTNERS_BASIS)
        for first, second, how in pairs
    ]
