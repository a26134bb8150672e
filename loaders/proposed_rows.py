"""What the rows of an unknown roster seem to say: lines of which table, with which values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wushe.loaders.words import kind_of
from wushe.schema import schema
from wushe.schema.text import squeeze

DOUBT = "# TODO 看不出来，暂写作"


@dataclass(frozen=True, slots=True)
class Wide:
    """A post of which a row names the holder in a column of its own."""

    post: str
    word: str
    name: int
    phone: int | None

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns it takes, from 0."""
        return (self.name,) if self.phone is None else (self.name, self.phone)

    def entry(self, column: int) -> tuple[str, str, str]:
        """The field of one of its columns, the post, and what of the post it is."""
        return (self.post, self.word, "姓名") if column == self.name else (f"{self.post}_phone", self.word, "电话")


@dataclass(frozen=True, slots=True)
class Found:
    """What a sheet is called, and the header under which each field was found."""

    label: str
    headers: Mapping[str, str]
    wide: tuple[Wide, ...]

    def top(self) -> str:
        """The head of the mapping file."""
        required = ", ".join(f"[{_quoted(header)}]" for header in self._required())
        note = "" if required else '\n# TODO 写上认出这种名册必须有的表头，如 [["村(社区)"], ["姓名"]]'
        return f'label = {_quoted(self.label)}\nlabel_en = "roster"{note}\nrequired = [{required}]'

    def bottom(self) -> str:
        """What each row says."""
        blocks = list(self._rows())
        if not blocks:
            return (
                "# TODO 看不出每一行说的是什么，还不能载入。请写明：哪张表（tenures 任职、organizations 组织、duties 责任…）、\n"
                "# 每一栏取哪个 field，例如\n"
                '# [[rows]]\n# table = "tenures"\n# [rows.values]\n# body = "{village}"\n# post = "负责人"\n# name = "{name}"'
            )
        return "\n\n".join(blocks)

    def _has(self, *fields: str) -> bool:
        return all(field in self.headers for field in fields)

    def _required(self) -> list[str]:
        if self._has("item", "lead"):
            keys = ["item", "lead"]
        else:
            where = next((f for f in ("grid", "group", "body", "village", "town") if self._has(f)), None)
            keys = [f for f in (where, "name" if not self.wide else None) if f and self._has(f)]
            if where in {"grid", "group"} and self._has("village"):
                keys.insert(0, "village")
        return [self.headers[key] for key in keys]

    def _rows(self) -> Iterator[str]:
        if self._has("item", "lead"):
            yield from self._duties()
        elif self._stands() and (self._has("name") or self.wide):
            if self._has("body") and (self._has("uscc") or self._has("kind")):
                yield self._organization()
            yield from self._tenures()
        elif self._has("body"):
            yield self._organization()

    def _duties(self) -> Iterator[str]:
        more = self._taken({"hours": "limit", "basis": "basis"})
        for field, role in (("lead", "主责"), ("support", "协同"), ("supervise", "督办")):
            if self._has(field):
                values = {"matter": "{item}", "bearer": f"{{{field}}}", "role": role, **more}
                yield _block("duties", f"每一行是一项责任：{role}", values, each=field)

    def _organization(self) -> str:
        kind, note = ("{kind}", "") if self._has("kind") else self._from_title("organizations", "社会组织")
        values = {"name": "{body}", "kind": kind, "place": self._area()}
        values |= self._taken({"uscc": "uscc", "address": "address"})
        return _block(
            "organizations", "每一行是一个组织", values, note="" if not note else f"{DOUBT}“{kind}”：组织的类型"
        )

    def _tenures(self) -> Iterator[str]:
        common = self._taken({f: f for f in ("since", "until", "status", "hours", "remark")})
        where = {"body": self._stands(), "place": self._area()}
        office = self._taken({"office_phone": "office_phone"})
        for one in self.wide:
            phone = {"phone": f"{{{one.post}_phone}}"} if one.phone is not None else {}
            values = {**where, "post": one.word, "name": f"{{{one.post}}}", **phone}
            yield _block("tenures", f"每一行说明谁是{one.word}", values, when=one.post)
        if self._has("name"):
            post, note = ("{post}", "") if self._has("post") else self._post()
            values = {**where, "post": post, "name": "{name}", **self._taken({"phone": "phone"}), **office, **common}
            yield _block("tenures", "每一行是一个人任的一个岗位", values, note=f"{DOUBT}“{post}”：岗位" if note else "")

    def _stands(self) -> str:
        """Where the post is: an organisation of its own, else the smallest place."""
        if self._has("body"):
            return "{body}"
        for unit in ("grid", "group"):
            if self._has(unit):
                return ("{village}" if self._has("village") else "") + f"{{{unit}}}"
        return self._area()

    def _area(self) -> str:
        return "".join(f"{{{field}}}" for field in ("town", "village") if self._has(field))

    def _post(self) -> tuple[str, str]:
        header = squeeze(self.headers["name"].split("/")[-1]).removesuffix("姓名")
        if kind_of("posts", header):
            return header, ""
        standard = "专职网格员" if self._has("grid") else "小组长" if self._has("group") else "负责人"
        return self._from_title("posts", standard)

    def _from_title(self, folder: str, standard: str) -> tuple[str, str]:
        """The longest word of a kind in what the roster is called; else a standard one, with a doubt."""
        words = [word for word in schema().by_word[folder] if len(word) > 1 and not word.isascii()]
        inside = [word for word in words if squeeze(word) in squeeze(self.label)]
        return (max(inside, key=len), "") if inside else (standard, "doubt")

    def _taken(self, fields: Mapping[str, str]) -> dict[str, str]:
        return {name: f"{{{field}}}" for name, field in fields.items() if self._has(field)}


def _block(table: str, why: str, values: Mapping[str, str], *, when: str = "", each: str = "", note: str = "") -> str:
    lines = [
        f"# {why}（{schema().tables[table].label}表）",
        *([note] if note else []),
        "[[rows]]",
        f'table = "{table}"',
    ]
    lines += [f'when = ["{when}"]'] if when else []
    lines += [f'each = "{each}"'] if each else []
    lines += ["[rows.values]", *(f"{name} = {_quoted(value)}" for name, value in values.items() if value)]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
