"""People of the district's lists who live in villages: they share no name with anybody in the lists of the towns."""

from dataclasses import dataclass

from wushe.samples.generator.codes import number
from wushe.samples.generator.people import SURNAMES, People

_WRITTEN = (
    "立新 云峰 海波 俊杰 宏伟 建平 建华 建军 国庆 卫东 卫国 红军 爱民 爱国 新民 振华 振国 世明 世荣 显贵 显荣 永贵 永福 "
    "永康 长生 春生 秋生 金生 水生 火明 仁义 孝先 克勤 克俭 美玲 美华 丽萍 丽君 秀珍 秀梅 淑珍 淑华 桂珍 桂荣 玉珍 玉芳 "
    "凤英 凤兰 凤琼 金凤 金莲 翠兰 翠英 巧云 彩霞 彩云 月娥 月琴 兰芳 兰英 惠芳 惠琼"
)
GIVEN = tuple(_WRITTEN.split())
"""Given names that the towns' lists do not use."""


@dataclass
class ListedPeople(People):
    """Hands out people by key; those of no village are the same as anywhere else."""

    def _name(self, key: str, place: str) -> str:
        if not place:
            return super()._name(key, place)
        taken = self.names.setdefault(place, set())
        name = next(name for name in map(_candidate, _tries(key)) if name not in taken)
        taken.add(name)
        return name


def _tries(key: str) -> list[str]:
    return [key, *(f"{key}#{again}" for again in range(1, 100))]


def _candidate(key: str) -> str:
    return SURNAMES[number("姓/" + key, len(SURNAMES))] + GIVEN[number("名/" + key, len(GIVEN))]
