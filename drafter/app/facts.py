"""What the departments send: gather its figures and deeds, and keep them as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import by_name, report_files
from drafter.app.drafts import required_suffix
from drafter.config import Workspace, replacing
from drafter.errors import DrafterError, OutlineError, ReadError, WriteError
from drafter.model import DeedRow, FactRow, Gathered
from drafter.text.topics import topic_of

if TYPE_CHECKING:
    from drafter.compose.fact_table import FactTable

TABLES = (".xlsx", ".xlsm", ".csv", ".xls", ".et")  # the last two are refused with advice of their own
WORD = (".docx", ".docm")
WRITTEN = (".xlsx", ".csv")
_GIVEN = ("indicator", "value", "unit", "yoy", "previous", "target", "completion", "share", "rank", "note")
_OURS = frozenset(("来源", "原句", "核对"))  # columns by which a table is known to be one of drafter's own


@dataclass(frozen=True, slots=True)
class Papers:
    """What was read of the departments' papers."""

    gathered: Gathered
    silent: tuple[str, ...]  # files that hold neither figures nor deeds
    skipped: tuple[DrafterError, ...]  # why a file was left out, one for each


def facts_from(workspace: Workspace, paths: Sequence[Path], output: Path | None = None) -> Papers:
    """Gather the figures and deeds of files, and of the documents in folders; write them to `output` when given.

    Nothing is written when nothing was found. Raise ReadError for a folder with nothing to read, WriteError when
    `output` cannot be written, or is there already: it may be one of the papers, or corrected by hand.
    """
    if output:
        required_suffix(output, *WRITTEN)
        if output.is_file():
            raise WriteError("已经有这个文件了", "请换一个文件名，以免盖掉它", path=output)
    named, nameless = by_name(_files(paths), workspace)
    papers = _read(named, nameless)
    if output and is_found(papers.gathered):
        _write(papers.gathered, output)
    return papers


def is_found(gathered: Gathered) -> bool:
    """Tell whether there is anything to show."""
    return bool(gathered.facts or gathered.deeds or gathered.plans)


def _files(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, and those in the folders named, tables too; each once."""
    files: list[Path] = []
    for path in paths:
        found = report_files([path])
        if path.is_dir():
            found += sorted(file for file in path.rglob("*") if _is_table(file))
            if not found:
                raise ReadError("里面没有能读的材料", "请放入 .docx、.doc、.pdf、.txt、.xlsx 等文件", path=path)
        files += found
    return list(dict.fromkeys(files))


def _is_table(file: Path) -> bool:
    """Tell whether a file of a folder is a department's table, not one that drafter gathered."""
    aside = file.name.startswith((".", "~$"))
    return file.suffix.lower() in TABLES and file.is_file() and not aside and not _is_ours(file)


def _is_ours(file: Path) -> bool:
    from drafter.compose.table_cells import read_grids

    try:
        return any(set(grid.rows[0]) >= _OURS for grid in read_grids(file) if grid.rows)
    except DrafterError:
        return False  # it is named when it is read


def _read(files: Mapping[str, Path], nameless: Sequence[DrafterError]) -> Papers:
    """Read files one by one; one that cannot be read stops no other."""
    from drafter.papers.conflicts import with_conflicts

    found: list[Gathered] = []
    silent: list[str] = []
    skipped = list(nameless)
    for name, file in files.items():
        held: list[Gathered] = []
        before = len(skipped)
        for reader in (_tables, _word_tables, _texts):
            try:
                held += reader(name, file)
            except DrafterError as error:
                skipped.append(error)
                if isinstance(error, ReadError):
                    break  # the other ways to read it would only say so again
        found += held
        if not any(map(is_found, held)) and len(skipped) == before:
            silent.append(name)
    facts = with_conflicts([row for each in found for row in each.facts])
    deeds = tuple(row for each in found for row in each.deeds)
    plans = tuple(row for each in found for row in each.plans)
    return Papers(Gathered(facts, deeds, plans), tuple(silent), tuple(skipped))


def _tables(name: str, file: Path) -> Iterator[Gathered]:
    """Yield the rows of a workbook or .csv file."""
    if file.suffix.lower() not in TABLES:
        return
    from drafter.compose.fact_table import read_tables

    if not file.exists():
        raise ReadError("没有这个文件", "请检查文件名和所在的文件夹", path=file)
    for table in read_tables([file.name], file.parent):
        yield _of_table(name, table)


def _word_tables(name: str, file: Path) -> Iterator[Gathered]:
    """Yield the rows of those tables of a Word file that have columns of figures or deeds."""
    if file.suffix.lower() not in WORD or not file.is_file():
        return
    from drafter.compose.fact_table import is_headed, table_of
    from drafter.compose.table_cells import Grid
    from drafter.ingest.word_tables import word_tables

    for rows in word_tables(file):
        if is_headed(grid := Grid("", rows)):
            try:
                yield _of_table(name, table_of("表格", [grid]))
            except OutlineError as error:
                raise OutlineError([replace(problem, path=file) for problem in error.problems]) from None


def _texts(name: str, file: Path) -> Iterator[Gathered]:
    """Yield what a file tells in words, paper by paper."""
    if file.suffix.lower() in TABLES:
        return
    from drafter.ingest.reader import read
    from drafter.papers.gather import gather

    yield from map(gather, read(file, name))


def _of_table(name: str, table: FactTable) -> Gathered:
    """Return the rows of a table that a department sends, as if a paper had told them."""
    from drafter.papers.gather import NO_TOPIC

    facts: list[FactRow] = []
    deeds: list[DeedRow] = []
    for row in table.rows:
        place = row.place.removeprefix(f"{Path(name).name} ")  # 第5行
        if isinstance(row.content, str):
            topic = row.topic or topic_of(row.content) or NO_TOPIC
            deeds.append(DeedRow(topic, row.content, name, place))
        else:
            given = {field: getattr(row.content, field) or "" for field in _GIVEN}
            topic = row.topic or topic_of(row.content.indicator) or NO_TOPIC
            facts.append(FactRow(topic=topic, period=row.period, source=name, sentence=place, **given))
    return Gathered(tuple(facts), tuple(deeds), ())


def _write(gathered: Gathered, output: Path) -> None:
    from drafter.render import fact_sheets

    sheets = fact_sheets.sheets(gathered)
    with replacing(output) as temporary:
        if output.suffix.lower() == ".csv":
            temporary.write_text(fact_sheets.to_csv(sheets[0]), encoding="utf-8-sig", newline="")
            return
        from drafter.render.workbook import write_workbook

        write_workbook(sheets, temporary)
