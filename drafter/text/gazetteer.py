"""China's administrative divisions down to the township, as of December 2025 (41,934 names).

`data/gazetteer.tsv.gz` holds a line for every division above the township: province, city, county, and the townships
right under the last of them, with blanks between. It is made from a table of level, code, parent code and name:

    python -m drafter.text.gazetteer divisions.tsv drafter/data/gazetteer.tsv.gz
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from drafter.config import data
from drafter.model import Locality


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


@cache
def divisions() -> dict[str, tuple[Division, ...]]:
    """Return all divisions by name, for one name may be found in many counties (loaded once, in 0.1 s)."""
    found: defaultdict[str, list[Division]] = defaultdict(list)
    lines = gzip.decompress(data("gazetteer.tsv.gz").read_bytes()).decode("utf-8").splitlines()
    for line in lines:
        province, city, county, townships = line.split("\t")
        division = _upper(province, city, county)
        found[division.place.name].append(division)
        for name in townships.split(" ") if townships else ():
            found[name].append(Division(Locality(name, county, city, province), Level.TOWNSHIP))
    return {name: tuple(several) for name, several in found.items()}


def _upper(province: str, city: str, county: str) -> Division:
    if county:
        return Division(Locality(county, "", city, province), Level.COUNTY)
    if city:
        return Division(Locality(city, "", "", province), Level.CITY)
    return Division(Locality(province), Level.PROVINCE)


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
