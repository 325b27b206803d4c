"""What the departments send: gather its figures and deeds, and keep them as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import by_name, no_reports, report_files
from drafter.app.drafts import required_suffix
from drafter.config import Workspace, replacing
from drafter.errors import DrafterError, ReadError, WriteError
from drafter.model import DeedRow, FactRow, Gathered
from drafter.text.topics import topic_of

if TYPE_CHECKING:
    from drafter.compose.fact_table import TableRow

TABLES = (".xlsx", ".xlsm", ".csv")
WRITTEN = (".xlsx", ".csv")
_GIVEN = ("indicator", "value", "unit", "yoy", "previous", "target", "completion", "share", "rank", "note")


@dataclass(frozen=True, slots=True)
class Papers:
    """What was read of the departments' papers."""

    gathered: Gathered
    silent: tuple[str, ...]  # files that hold neither figures nor deeds
    skipped: tuple[DrafterError, ...]  # why a file was left out, one for each


def facts_from(workspace: Workspace, paths: Sequence[Path], output: Path | None = None) -> Papers:
    """Gather the figures and deeds of files, and of the documents in folders; write them to `output` when given.

    Raise ReadError when there is nothing to read or nothing was found, WriteError when `output` cannot be written or
    is one of the files: nothing is written then.
    """
    files = _files(paths)
    if output:
        required_suffix(output, *WRITTEN)
        if output.resolve() in {file.resolve() for file in files}:
            raise WriteError("数据表会盖掉要读的材料", "请换一个文件名", path=output)
    named, skipped = by_name(files, workspace)
    papers = _read(named, skipped)
    if not papers.gathered.facts and not papers.gathered.deeds and not papers.gathered.plans:
        if papers.skipped and not papers.silent:
            raise papers.skipped[0]
        raise ReadError("没有找到数据，也没有找到做了什么事", "请确认选对了文件", path=paths[0])
    if output:
        _write(papers.gathered, output)
    return papers


def _files(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, and those in the folders named, tables too; each once."""
    files: list[Path] = []
    for path in paths:
        found = report_files([path])
        if path.is_dir():
            found += sorted(file for file in path.rglob("*") if file.suffix.lower() in TABLES and _is_meant(file))
            if not found:
                raise no_reports(path)
        files += found
    return list(dict.fromkeys(files))


def _is_meant(file: Path) -> bool:
    return file.is_file() and not file.name.startswith((".", "~$"))


def _read(files: dict[str, Path], skipped: list[DrafterError]) -> Papers:
    from drafter.papers.doubts import with_doubts

    facts: list[FactRow] = []
    deeds: list[DeedRow] = []
    plans: list[DeedRow] = []
    silent: list[str] = []
    for name, file in files.items():
        try:
            found = list(_gathered(name, file))
        except DrafterError as error:
            skipped.append(error)
            continue
        if not any(each.facts or each.deeds or each.plans for each in found):
            silent.append(name)
        for each in found:
            facts += each.facts
            deeds += each.deeds
            plans += each.plans
    return Papers(Gathered(with_doubts(facts), tuple(deeds), tuple(plans)), tuple(silent), tuple(skipped))


def _gathered(name: str, file: Path) -> Iterator[Gathered]:
    """Yield what a file holds, paper by paper; of a table its rows."""
    if file.suffix.lower() in TABLES:
        from drafter.compose.fact_table import read_tables

        for table in read_tables([file.name], file.parent):
            yield _of_table(name, table.rows)
        return
    from drafter.ingest.reader import read
    from drafter.papers.gather import gather

    yield from map(gather, read(file, name))


def _of_table(name: str, rows: Sequence[TableRow]) -> Gathered:
    """Return the rows of a table that a department sends, as if a paper had told them."""
    from drafter.papers.gather import NO_TOPIC

    facts: list[FactRow] = []
    deeds: list[DeedRow] = []
    for row in rows:
        place = row.place.rpartition(" ")[2]  # 第5行
        if isinstance(row.content, str):
            deeds.append(DeedRow(row.topic or topic_of(row.content) or NO_TOPIC, row.content, name, place))
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
