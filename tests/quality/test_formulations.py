"""The fixed formulations: every wording stands in real reports, numbers count right, lives are well formed.

`formulations/attested.tsv` shows in how many reports each wording stands: of corpus/, and of ../shared/reports. Where
both are at hand `pytest --regen` writes it anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.text.formulations import Formulation, formulations

ROOT = Path(__file__).parents[2]
SAMPLES, OTHERS = ROOT / "corpus", ROOT.parent / "shared" / "reports"
TABLE = Path(__file__).parent / "formulations" / "attested.tsv"
HEAD = """# 每种写法见于几篇报告（汇编按其中的篇数算）：样本是 corpus/ 里的，其他是不随程序发布的区、市、省报告。
写法\t样本\t其他
"""
FEWEST = 300  # entries
FEWEST_SAMPLES, FEWEST_OTHERS = 15, 150  # reports, so that a folder that has shrunk is not taken for the whole

NUMERALS = {"一": 1, "两": 2, "双": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "十": 10}
# Where a second numeral says the first one again (三管三必须), or none of the members (五位一体, 双招双引).
COUNTED_OTHERWISE = {"“三管三必须”": 3, "“四水四定”": 4, "“双招双引”": 2, "“五位一体”总体布局": 5}

per_entry = pytest.mark.parametrize("entry", formulations(), ids=lambda entry: entry.text)


@cache
def reports(folder: Path) -> tuple[str, ...]:
    """Return the texts of all reports of a folder, cleaned as drafter cleans them."""
    files = sorted(folder.rglob("*.txt"))
    return tuple(document.text for file in files for document in read(file, file.name))


def wordings() -> list[str]:
    """Return all wordings in the order of the list."""
    return [wording for entry in formulations() for wording in entry.wordings]


def counts(folder: Path) -> dict[str, int]:
    """Return in how many reports of a folder each wording stands."""
    return {wording: sum(wording in text for text in reports(folder)) for wording in wordings()}


def table() -> dict[str, tuple[int, int]]:
    """Return the committed counts by wording: in the samples, in the other reports."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()[2:]
    rows = [line.split("\t") for line in lines]
    return {wording: (int(samples), int(others)) for wording, samples, others in rows}


def differing(found: dict[str, int], listed: Iterable[tuple[str, int]]) -> list[tuple[str, int, int | None]]:
    """Return the wordings counted otherwise than the table says: wording, count found, count listed."""
    known = dict(listed)
    return [(wording, count, known.get(wording)) for wording, count in found.items() if known.get(wording) != count]


def test_counts_of_the_samples_are_those_of_the_table(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--regen") and OTHERS.is_dir():
        samples, others = counts(SAMPLES), counts(OTHERS)
        rows = "".join(f"{wording}\t{samples[wording]}\t{others[wording]}\n" for wording in wordings())
        TABLE.write_text(HEAD + rows, encoding="utf-8", newline="\n")
    assert len(reports(SAMPLES)) >= FEWEST_SAMPLES
    assert not differing(counts(SAMPLES), ((wording, samples) for wording, (samples, _) in table().items()))


@pytest.mark.skipif(not OTHERS.is_dir(), reason="../shared/reports is not here: the committed counts stand unchecked")
def test_counts_of_other_reports_are_those_of_the_table() -> None:
    assert len(reports(OTHERS)) >= FEWEST_OTHERS
    assert not differing(counts(OTHERS), ((wording, others) for wording, (_, others) in table().items()))


def test_every_wording_stands_in_a_real_report() -> None:
    attested = table()
    assert not [wording for wording in wordings() if sum(attested.get(wording, (0, 0))) == 0]


def test_there_are_enough() -> None:
    assert len(formulations()) >= FEWEST


def test_no_wording_is_listed_twice() -> None:
    assert not [wording for wording, times in Counter(wordings()).items() if times > 1]


def counted(entry: Formulation) -> int:
    """Return how many members a number-term announces: the sum of the numerals in its quotation; 0 for none."""
    quoted = re.findall("“([^”]*)”", entry.text) or [entry.text]
    return sum(NUMERALS.get(character, 0) for character in "".join(quoted))


@per_entry
def test_members_are_as_many_as_the_number_says(entry: Formulation) -> None:
    assert len(set(entry.members)) == len(entry.members)
    announced = COUNTED_OTHERWISE.get(entry.text, counted(entry))
    if entry.members and announced:
        assert len(entry.members) == announced


def test_number_terms_are_there_to_be_counted() -> None:
    assert sum(bool(entry.members) and counted(entry) > 0 for entry in formulations()) >= 60


@per_entry
def test_entries_are_well_formed(entry: Formulation) -> None:
    for cell in (*entry.wordings, *entry.members, entry.source, entry.region):
        assert cell == cell.strip()
        assert cell.count("“") == cell.count("”")
        assert cell.count("《") == cell.count("》")
    assert all((*entry.wordings, *entry.members, True))
    assert re.fullmatch("|.*(?:省|市|自治区)", entry.region)


@per_entry
def test_lives_are_well_formed(entry: Formulation) -> None:
    for month in (entry.since, entry.until):
        assert re.fullmatch(r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])", month)
    assert not entry.until or entry.since <= entry.until
