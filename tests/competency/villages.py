"""The villages in the spreadsheets: each by its town and its name, and what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tests.competency.books import Books, is_current
from tests.samples.conftest import Line
from wushe.samples.generator.tables import Organization, Place, Society, Tenure, Tie

Village = tuple[str, str]
"""A town and a village."""
PARTY = ("党委", "党总支", "党支部")
COMMITTEES = ("村委会", "居委会")
WORKERS, TEAMS, FUNDS = ("社工室", "社工站"), ("志愿服务队",), ("慈善基金",)


class Villages:
    """What the spreadsheets say of every village."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self.all: list[Village] = [
            (line["上级"], line["名称"]) for line in books.of(Place) if line["类型"] == "村(社区)"
        ]
        named: dict[str, list[Village]] = defaultdict(list)
        for town, name in self.all:
            named[name].append((town, name))
            named[town + name].append((town, name))
        self._named = named
        self.at: dict[Village, list[Line]] = defaultdict(list)
        for line in books.of(Organization):
            if home := self.called(line["所在地"], line.file):
                self.at[home].append(line)

    def called(self, name: str, file: str) -> Village | None:
        """The village that a file calls so: one of its own town, else the only one."""
        found = self._named.get(name, [])
        own = [village for village in found if f"-{village[0]}." in file]
        return next(iter(own), found[0] if len(found) == 1 else None)

    def there(self, village: Village, *kinds: str) -> list[Line]:
        """The organisations of these kinds in a village."""
        return [line for line in self.at[village] if line["类型"] in kinds]

    def top_party(self, village: Village) -> Line | None:
        """The Party organisation that the town's committee leads."""
        for line in self.there(village, *PARTY):
            above = self._books.body(line["上级组织"], line.file)
            if above and above["类型"] in {"镇党委", "党工委"}:
                return line
        return None

    def served(self) -> dict[Village, list[str]]:
        """The social organisations that serve each village."""
        found: dict[Village, list[str]] = defaultdict(list)
        for line in self._books.of(Society):
            for name in line.split("服务社区"):
                village = self.called(name, line.file)
                assert village, name
                found[village].append(line["组织名称"])
        return found

    def serving(self) -> set[tuple[str, str]]:
        """Who serves a place by a row of 联动关系: the file, and the name that it bears there."""
        return {
            (line.file, line["甲方"]) for line in self._books.of(Tie) if line["关系"] == "服务" and is_current(line)
        }


def five(books: Books) -> Iterator[tuple[Village, list[bool], bool]]:
    """Of every village whether each of the five is there, and whether those that are work together.

    A society is linked with its village by a row that says that it serves it.
    """
    villages = Villages(books)
    served, serving = villages.served(), villages.serving()
    works = {(line.file, line["单位"]) for line in books.of(Tenure) if line["岗位"] == "社工" and is_current(line)}
    for village in villages.all:
        here = {kinds: villages.there(village, *kinds) for kinds in (WORKERS, TEAMS, FUNDS)}
        workers = [*here[WORKERS], *(line for line in villages.at[village] if (line.file, line["名称"]) in works)]
        whole = bool(villages.top_party(village) and villages.there(village, *COMMITTEES))
        present = [whole, bool(served[village]), bool(workers), bool(here[TEAMS]), bool(here[FUNDS])]
        rowed = all(any((line.file, line["名称"]) in serving for line in lines) for lines in here.values() if lines)
        yield village, present, sum(present) > 1 and rowed
