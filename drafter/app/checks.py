"""A draft: read it, check it, keep what was found."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import by_name, library, no_reports, read_reports, report_files
from drafter.app.drafts import required_suffix, write_record
from drafter.app.house import house_layout
from drafter.app.layouts import looks_of
from drafter.app.triage import with_ignored
from drafter.config import Workspace, replacing
from drafter.errors import DrafterError, WriteError

if TYPE_CHECKING:
    from drafter.library.store import Store
    from drafter.model import CheckResult, Document, Finding, IndexedText, ReuseIndex, Source, Span


def read_text(path: Path) -> str:
    """Return a file's text as read: what all spans count in."""
    from drafter.ingest.reader import read_raw

    return read_raw(path)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check did."""

    result: CheckResult
    skipped: tuple[DrafterError, ...]  # why a report to compare with was left out, one for each
    without_library: bool  # there was none to compare with


def check(
    workspace: Workspace,
    draft: Path,
    against: Path | None = None,
    *,
    outline: Path | None = None,
    previous: Path | None = None,
) -> Checked:
    """Check `draft` against the library, or against the reports of the file or folder `against`.

    `outline` is what the draft was built from, `previous` the office's last report. Raise ReadError when a file cannot
    be read or `against` holds no report, OutlineError for faults of the outline.
    """
    from drafter.check.checker import check as check_document
    from drafter.ingest.reader import read

    documents = read(draft, workspace.relative(draft))
    own, length = _told(outline, workspace.relative(draft)) if outline else (None, None)
    last = read(previous, workspace.relative(previous))[0] if previous else None
    looks, layout = looks_of(draft, documents), house_layout(workspace)
    with contextlib.ExitStack() as opened:
        store = None if against else library(workspace)
        if store:
            opened.enter_context(store)
        index, skipped = _index_of(against, workspace) if against else (_index(store), [])
        results = []
        for document, look in zip(documents, looks, strict=True):
            source = own or document.source
            earlier = _earlier(store, source) if store else []
            found = check_document(
                document,
                index,
                own=source,
                previous=last,
                earlier=earlier,
                length=length,
                look=look,
                layout=layout,
            )
            results.append(found)
    result = with_ignored(workspace, _merged(results))
    return Checked(result, tuple(skipped), store is None and not against)


def _index(store: Store | None) -> ReuseIndex:
    """Return what to compare with: the library's index, an empty one without a library."""
    if store:
        return store.index()
    from drafter.library.postings import build_index

    return build_index([])


def _earlier(store: Store, own: Source) -> list[Document]:
    """Return what the library holds of the same office on the draft's year and the one before, other than the draft."""
    return [
        as_read(store, number, source)
        for number, source in enumerate(store.sources().values())
        if source.path != own.path and _same_office(source, own)
    ]


def as_read(store: Store, number: int, source: Source) -> Document:
    """Return a report of the library as it was read, but for its raw text."""
    from drafter.ingest.structure import outline
    from drafter.model import Document

    report = store.report(number)
    blocks, root = outline(report.text, report.offsets)
    return Document(source, "", report.text, report.offsets, blocks, root)


def _same_office(source: Source, own: Source) -> bool:
    if not (source.locality and own.locality and source.period and own.period and own.locality.name):
        return False
    near = own.period.year - 1 <= source.period.year <= own.period.year
    return near and source.locality.key == own.locality.key


def _told(outline: Path, draft: str) -> tuple[Source, int | None]:
    """Return what the draft is by its outline (kind, period and locality), and how long it should be."""
    from drafter.compose.outline import load_outline
    from drafter.model import Source

    told = load_outline(outline)
    return Source(draft, told.title or "", told.kind, told.period, told.locality.place), told.length


def _index_of(path: Path, workspace: Workspace) -> tuple[ReuseIndex, list[DrafterError]]:
    """Index the reports of a file or folder; return the index, and why any could not be read."""
    from drafter.library.postings import build_index

    files, nameless = by_name(report_files([path]), workspace)
    documents, unread = read_reports(files)
    skipped = nameless + unread
    if not documents:
        raise skipped[0] if skipped else no_reports(path)
    return build_index([_indexed(document) for document in documents]), skipped


def _indexed(document: Document) -> IndexedText:
    """Return a report as the index takes it, with its names."""
    from drafter.model import IndexedText
    from drafter.text.dictionary import cut
    from drafter.text.names import names_of

    names = names_of(document.text, cut(document.text), document.source)
    return IndexedText(document.source, document.text, document.offsets, tuple(sorted(names)))


def _merged(results: Sequence[CheckResult]) -> CheckResult:
    """Return the results on the reports of one file as one."""
    from drafter.model import CheckResult

    if len(results) == 1:
        return results[0]
    sources: Counter[tuple[str, str]] = Counter()
    classes: Counter[str] = Counter()
    for result in results:
        classes.update(result.by_class)
        sources.update({(path, title): chars for path, title, chars in result.by_source})
    return CheckResult(
        path=results[0].path,
        raw=results[0].raw,
        findings=_each_once(finding for result in results for finding in result.findings),
        chars=sum(result.chars for result in results),
        by_class=dict(classes),
        by_source=tuple((path, title, chars) for (path, title), chars in sources.most_common()),
        since=results[0].since,
    )


def _each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without what is said of the whole file a second time, as of a promise of the last report."""
    kept: dict[tuple[str, Span], Finding] = {}
    for finding in findings:
        kept.setdefault((finding.id, finding.span), finding)
    return tuple(kept.values())


def write_check_json(result: CheckResult, path: Path) -> None:
    """Write what was found as JSON (drafter.check/1)."""
    from drafter.render.records import check_record

    write_record(check_record(result), path)


def write_check_html(workspace: Workspace, result: CheckResult, path: Path) -> None:
    """Write what was found as one HTML file, with what stands around the passages in their sources."""
    from drafter.render.html import write_html

    required_suffix(path, ".html", ".htm")
    with replacing(path) as temporary:
        write_html(result, _source_texts(workspace, result), temporary)


def annotate(result: CheckResult, draft: Path, output: Path) -> None:
    """Write what was found on `draft` into `output`, a copy of it, as comments; nothing else of it changes.

    Raise ReadError when the draft is no .docx, WriteError when `output` would be the draft itself.
    """
    from drafter.ingest.reader import read_places
    from drafter.render.check_comments import check_comments
    from drafter.render.word_comments import write_comments

    required_suffix(output, ".docx")
    if output.resolve() == draft.resolve() or (output.exists() and output.samefile(draft)):
        raise WriteError("批注稿会盖掉原稿", "请换一个文件名", path=output)
    content, places = read_places(draft)
    with replacing(output) as temporary:
        write_comments(content, places, check_comments(result), draft, temporary)


def _source_texts(workspace: Workspace, result: CheckResult) -> dict[str, str]:
    """Return the raw text of every source matched, by its path; one that is gone since is left out."""
    texts: dict[str, str] = {}
    for source in {match.source for finding in result.findings for match in finding.matches}:
        with contextlib.suppress(DrafterError):
            texts[source] = read_text(workspace.root / source.partition("#")[0])
    return texts
