"""Names of divisions and their parts: the short form, the stem, and every form in which people write them.

A listed name (登科寺社区居民委员会) is the full name; the short form (登科寺社区) is the name; the stem (登科寺)
is the key under which a name is looked up. Codes: the statistical divisions of the National Bureau of Statistics.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wushe.schema.registry import schema
from wushe.schema.text import split_ordinal, squeeze

_COMMITTEE = re.compile(r"(.+?)(村民委员会|居民委员会|村委会|居委会)$")
_STREET = re.compile(r"(.+?)街道办事处$")
_ETHNIC = (
    "壮族|回族|维吾尔|藏族|蒙古族?|苗族|侗族|土家族|彝族|羌族|傣族|白族|哈尼族|景颇族|傈僳族|朝鲜族|布依族|黎族|瑶族|"
    "满族|畲族|水族|佤族|怒族|独龙族|拉祜族|纳西族|普米族|布朗族|仡佬族|毛南族|仫佬族|各族|东乡族|土族|撒拉族|保安族|裕固族|"
    "哈萨克族?|柯尔克孜族?|塔吉克|锡伯|达斡尔族|鄂温克族"
)
_SUFFIX = {
    "province": re.compile(rf"(.{{2,}}?)(?:省|市|(?:{_ETHNIC})*自治区)$"),
    "prefecture": re.compile(rf"(.{{2,}}?)(?:市|地区|盟|(?:{_ETHNIC})*自治州)$"),
    "county": re.compile(rf"(.{{2,}}?)(?:区|县|市|旗|(?:{_ETHNIC})*自治[县旗])$"),
    "town": re.compile(r"(.{2,}?)(?:街道|镇|乡)$"),
    "village": re.compile(r"(.{2,}?)(?:社区|村)$"),
}
_ENDINGS = {
    "province": ("省", "市", "区"),
    "prefecture": ("市", "区", "盟", "州"),
    "county": ("区", "县", "市", "旗"),
    "town": ("街道", "镇", "乡"),
    "village": ("社区", "村"),
}
"""How names end that those patterns fit: most texts that are looked at end otherwise, and this is soon seen."""
NUMBERED = ("grid", "group", "cell")


def short_name(kind: str, listed: str) -> str:
    """The short form of a division's listed name: 新场居民委员会 is 新场社区, 青龙村民委员会 is 青龙村."""
    name = squeeze(listed)
    if kind == "town" and (street := _STREET.fullmatch(name)):
        return f"{street[1]}街道"
    if kind == "village" and name.endswith("会") and (committee := _COMMITTEE.fullmatch(name)):
        stem, residents = committee[1], committee[2].startswith("居")
        if stem.endswith("社区") or (not residents and stem.endswith("村")):
            return stem
        return stem + ("社区" if residents else "村")
    return name


def form_of(kind: str, name: str) -> str | None:
    """街道, 镇 or 乡 of a town; 社区 or 村 of a village; None for the rest."""
    endings = {"town": ("街道", "镇", "乡"), "village": ("社区", "村")}.get(kind, ())
    return next((ending for ending in endings if name.endswith(ending)), None)


def stem_of(kind: str, name: str) -> str:
    """The short name without the word for its kind, unless a single character would be left."""
    match = _SUFFIX[kind].fullmatch(name) if name.endswith(_ENDINGS.get(kind, ())) else None
    return match[1] if match else name


def name_key(kind: str, name: str) -> str:
    """The key under which a name is looked up."""
    text = squeeze(name).lower()
    if kind in NUMBERED:
        return numbered_key(kind, text) or text
    return stem_of(kind, short_name(kind, text))


def numbered_key(kind: str, text: str) -> str | None:
    """登科寺社区第一网格 has the key 登科寺1网格; None when the text has no such number."""
    units = schema().places[kind].units
    split = split_ordinal(text, units)
    if split is None:
        return None
    head, number = split
    return f"{stem_of('village', short_name('village', head))}{number}{units[0]}" if head else None


@lru_cache(maxsize=4096)
def query_keys(text: str) -> tuple[str, ...]:
    """Every key under which a name that somebody wrote may be found, the nearest to the text first."""
    plain = squeeze(text).lower()
    keys = [plain]
    keys += [name_key(kind, plain) for kind in _SUFFIX]
    keys += [key for kind in NUMBERED if (key := numbered_key(kind, plain))]
    return tuple(dict.fromkeys(keys))


def full_forms(kind: str, listed: str) -> frozenset[str]:
    """The forms that count as the full name: as listed, and the other ways to write its committee."""
    name = squeeze(listed)
    forms = {name}
    if kind == "village" and (committee := _COMMITTEE.fullmatch(name)):
        short = short_name(kind, name)
        stem = stem_of(kind, short)
        long, brief = ("居民委员会", "居委会") if committee[2].startswith("居") else ("村民委员会", "村委会")
        forms |= {base + ending for base in (short, stem) for ending in (long, brief)}
    if kind == "town" and name.endswith("街道"):
        forms.add(f"{name}办事处")
    return frozenset(form.lower() for form in forms)


def same_numbered(kind: str, written: str, name: str) -> bool:
    """Whether two texts are the same numbered unit of the same parent: 登科寺01网格 and 登科寺社区第1网格."""
    units = schema().places[kind].units
    first, second = split_ordinal(written.lower(), units), split_ordinal(name.lower(), units)
    if first is None or second is None or first[1] != second[1]:
        return False
    head = second[0]
    return first[0] in {head, stem_of("village", head)} | full_forms("village", head)
