"""China's administrative divisions down to the township, as of December 2025 (41,934 names).

`data/gazetteer.tsv.gz` holds a line for every division above the township: province, city, county, and the townships
right under the last of them, with blanks between. It is made from a table of level, code, parent code and name:

    python -m drafter.text.gazetteer divisions.tsv drafter/data/gazetteer.tsv.gz
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from pathlib import Path

from drafter.config import data
from drafter.model import Locality

_PEOPLES = (
    "蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族"
    "|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族"
    "|普米族|塔吉克族?|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族?|各族"
)
PEOPLES = re.compile(f"(?:{_PEOPLES})+$")
"""The peoples at the end of a county's name without 自治县."""


class Level(IntEnum):
    """How high a place stands; the gazetteer ends at the township."""

    PROVINCE = 1
    CITY = 2
    COUNTY = 3
    TOWNSHIP = 4
    VILLAGE = 5


@dataclass(frozen=True, slots=True)
class Division:
    """One administrative division."""

    place: Locality  # its name in full, and the divisions above it
    level: Level

    @property
    def above(self) -> tuple[str, ...]:
        """Return the names above it from the province down: 江西省, 赣州市, 兴国县."""
        return tuple(filter(None, (self.place.province, self.place.city, self.place.county)))


class Divisions(Mapping[str, tuple[Division, ...]]):
    """All divisions by name, for one name may be found in many counties; each is made when it is asked for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._upper = [tuple(line.split("\t", 3)) for line in lines]  # province, city, county, townships
        self._rows: defaultdict[str, list[int]] = defaultdict(list)  # name -> its rows; ~row where it is a township
        self._made: dict[str, tuple[Division, ...]] = {}
        self._short: dict[str, str] = {}  # 宁蒗县 -> 宁蒗彝族自治县
        for row, (province, city, county, townships) in enumerate(self._upper):
            self._rows[county or city or province].append(row)
            if county.endswith(("自治县", "自治旗")):
                self._short[PEOPLES.sub("", county[:-3]) + county[-1]] = county
            for name in townships.split(" ") if townships else ():
                self._rows[name].append(~row)

    def __getitem__(self, name: str) -> tuple[Division, ...]:
        """Return the divisions that bear a name. Raise KeyError when none does."""
        if name not in self._made:
            if name in self._short and name not in self._rows:
                return self[self._short[name]]
            if name not in self._rows:
                raise KeyError(name)
            self._made[name] = tuple(self._division(name, row) for row in self._rows[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether a division bears a name."""
        return name in self._rows or name in self._short

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Return the number of different names."""
        return len(self._rows)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Return the first two characters of all names: most words of a text begin none."""
        return frozenset(name[:2] for name in self._rows)

    def upper(self) -> Iterator[Division]:
        """Yield the provinces and cities, each above what belongs to it."""
        for row, (province, city, county, _) in enumerate(self._upper):
            if not county:
                yield self._division(city or province, row)

    def counties(self) -> Iterator[Division]:
        """Yield the counties, the districts and cities of that level among them."""
        for row, (_, _, county, _) in enumerate(self._upper):
            if county:
                yield self._division(county, row)

    def _division(self, name: str, row: int) -> Division:
        province, city, county, _ = self._upper[row if row >= 0 else ~row]
        if row < 0:
            return Division(Locality(name, county, city, province), Level.TOWNSHIP)
        if county:
            return Division(Locality(county, "", city, province), Level.COUNTY)
        if city:
            return Division(Locality(city, "", "", province), Level.CITY)
        return Division(Locality(province), Level.PROVINCE)


@cache
def divisions() -> Divisions:
    """Return all divisions (loaded once, in a thirtieth of a second)."""
    return Divisions(gzip.decompress(data("gazetteer.tsv.gz").read_bytes()).decode("utf-8").splitlines())


def build(table: Path, target: Path) -> None:
    """Write the gazetteer from a table of level, code, parent code and name, tab-separated, under a header."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    upper = {code: (int(level), parent, name) for level, code, parent, name in rows if int(level) < Level.TOWNSHIP}
    townships: defaultdict[str, list[str]] = defaultdict(list)
    for level, _, parent, name in rows:
        if int(level) == Level.TOWNSHIP:
            townships[parent].append(name)
    lines = []
    for division in upper:
        cells, code = ["", "", "", " ".join(townships[division])], division
        while code:
            level_above, parent, name = upper[code]
            cells[level_above - 1], code = name, parent
        lines.append("\t".join(cells) + "\n")
    target.write_bytes(gzip.compress("".join(lines).encode("utf-8"), mtime=0))


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
