"""What a writer may begin with: a new outline for the time of year, a past report, the sample."""

from __future__ import annotations

import contextlib
import datetime
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import library, report_files
from drafter.app.outlines import SAMPLE_OUTLINE
from drafter.config import Workspace, replacing, shipped
from drafter.errors import DrafterError
from drafter.text.gazetteer import divisions

if TYPE_CHECKING:
    from drafter.model import Locality, Period, Source


@dataclass(frozen=True, slots=True)
class PastReport:
    """A report of the corpus that the next one can be made from."""

    path: str  # as `roll_forward` takes it: an absolute path, with #k behind it inside a compilation
    name: str  # from the corpus: 去年/半年报告.docx
    place: str = ""  # the town; "" when the library does not know
    period: str = ""  # 2023年上半年
    title: str = ""
    following: tuple[str, ...] = ()  # periods the next report may be on, the likeliest first


def likely_kind(today: datetime.date) -> str:
    """Return the kind of report (半年报告) that is written at a time of the year."""
    from drafter.compose.scaffold import kind_meant
    from drafter.render.labels import KINDS

    return KINDS[kind_meant(today)]


def likely_period(kind: str, today: datetime.date) -> str:
    """Return the period (2024年上半年) that a report of a `kind` (半年报告) is on at a time of the year."""
    from drafter.compose.outline_fields import KINDS
    from drafter.compose.scaffold import period_meant

    return str(period_meant(KINDS[kind], today))


def towns_named(name: str) -> tuple[Locality, ...]:
    """Return the towns that bear a name, each with its county, city and province."""
    return tuple(division.place for division in divisions().get(name, ()))


def open_sample(folder: Path) -> Path:
    """Return the sample outline in a folder; it is put there when it is missing. Raise WriteError when it cannot be."""
    path = folder / SAMPLE_OUTLINE.name
    if not path.exists():
        with replacing(path) as temporary:
            shutil.copyfile(shipped("templates") / SAMPLE_OUTLINE, temporary)
    return path


def past_reports(workspace: Workspace, today: datetime.date) -> Sequence[PastReport]:
    """Return the reports of the library, and the files in `corpus/` that it does not hold yet, newest first."""
    sources: Sequence[Source] = ()
    held: set[str] = set()
    with contextlib.suppress(DrafterError):  # a library of another version says nothing here, as if there were none
        store = library(workspace)
        with store or contextlib.nullcontext():
            if store:
                sources, held = tuple(store.sources().values()), set(store.origin()[0])
    there = [source for source in sources if (workspace.root / _file(source)).is_file()]
    there.sort(key=_ends, reverse=True)
    return (*(_known(workspace, source, today) for source in there), *_unread(workspace, held))


def _ends(source: Source) -> datetime.date:
    from drafter.compose.eras import last_day

    return last_day(source.period) if source.period else datetime.date.min


def _unread(workspace: Workspace, held: set[str]) -> Iterator[PastReport]:
    for file in report_files([workspace.corpus]) if workspace.corpus.is_dir() else ():
        if workspace.relative(file) not in held:
            yield PastReport(str(file), _name(workspace, workspace.relative(file)))


def _known(workspace: Workspace, source: Source, today: datetime.date) -> PastReport:
    return PastReport(
        str(workspace.root / source.path),
        _name(workspace, source.path),
        source.locality.name if source.locality else "",
        str(source.period or ""),
        source.title,
        _following(source, today) if source.period else (),
    )


def _file(source: Source) -> str:
    return source.path.partition("#")[0]


def _name(workspace: Workspace, path: str) -> str:
    """Return what a report is called in a list: its path from the corpus."""
    corpus = workspace.relative(workspace.corpus) + "/"
    return (path if path.startswith(corpus) else Path(path).as_posix()).removeprefix(corpus)


def _following(source: Source, today: datetime.date) -> tuple[str, ...]:
    """Return the next period in turn, and the same part of the next year, first the latest that is about over."""
    from drafter.compose.eras import last_day
    from drafter.compose.moved_periods import KIND_OF_PART, period_after
    from drafter.model import Period

    old: Period = source.period  # type: ignore[assignment]
    after = period_after(old, summary=source.kind == "summary_plan")
    found = [each for each in dict.fromkeys((after, Period(old.year + 1, old.part))) if each.part in KIND_OF_PART]
    soon = today + datetime.timedelta(days=60)
    found.sort(key=lambda period: (last_day(period) <= soon, last_day(period)), reverse=True)
    return tuple(map(str, found))
