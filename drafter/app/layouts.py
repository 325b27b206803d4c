"""The layout: what the workspace asks for, how a Word file looks, and putting one right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.drafts import required_suffix
from drafter.app.house import house_layout
from drafter.config import Workspace, replacing
from drafter.errors import ReadError, WriteError

if TYPE_CHECKING:
    from drafter.check.layout.deviations import Deviation
    from drafter.model import Document, PageLook, Repairs
    from drafter.page import Layout


def looks_of(path: Path, documents: Sequence[Document]) -> list[PageLook | None]:
    """Return how each report of a file looks, None where it is no Word file."""
    from drafter.ingest.reader import read_look
    from drafter.model import Span

    look = read_look(path)
    if look is None:
        return [None] * len(documents)
    spans = [document.raw_span(Span(0, len(document.text))) for document in documents]
    return [look.within(span, first=number == 0) for number, span in enumerate(spans)]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was put right in a Word file, and what is left to its writer."""

    output: Path
    done: tuple[Deviation, ...]
    left: tuple[Deviation, ...]


def fix_layout(workspace: Workspace, file: Path, output: Path) -> Fixed:
    """Write the Word file `file` to `output` with its layout put right; its words stay as they are.

    Raise ReadError when it is no Word file or cannot be changed, WriteError when `output` is the file itself, has
    another suffix or cannot be written.
    """
    from drafter.ingest.reader import read, read_docx, read_look
    from drafter.render.word_repair import repair_word

    _refuse_unfit(file, output)
    layout = house_layout(workspace)
    if read_look(file) is None:
        if file.suffix.lower() == ".docx":
            read_docx(file)  # says what it is
        raise ReadError("只能改 .docx 文件的版式", "请用 WPS 或 Word 打开，另存为 .docx", path=file)
    documents = read(file, workspace.relative(file))
    looks = looks_of(file, documents)
    before = _deviations(documents, looks, layout)
    repairs = _repairs(documents, looks, layout)
    with replacing(output) as temporary:
        repair_word(file.read_bytes(), repairs, layout, temporary, source=file)
        _same_words(documents[0].raw, before, temporary, file)
        mended = read(temporary, workspace.relative(file))
        left = _deviations(mended, looks_of(temporary, mended), layout)
    return Fixed(output, tuple(_gone(before, left)), tuple(left))


def _refuse_unfit(file: Path, output: Path) -> None:
    """Raise WriteError for an output that would be written over the file, or could not be opened afterwards."""
    with_macros = file.suffix.lower() == ".docm"  # Word opens such a file under no other suffix
    required_suffix(output, ".docm" if with_macros else ".docx")
    if output.resolve() == file.resolve() or (output.exists() and file.exists() and output.samefile(file)):
        raise WriteError("会盖掉原文件", "请换一个文件名", path=output)


def _deviations(documents: Sequence[Document], looks: Sequence[PageLook | None], layout: Layout) -> list[Deviation]:
    from drafter.check.layout.rule import deviations

    pairs = zip(documents, looks, strict=True)
    return [each for document, look in pairs if look for each in deviations(document, look, layout)]


def _repairs(documents: Sequence[Document], looks: Sequence[PageLook | None], layout: Layout) -> Repairs:
    """Return the repairs of all reports of a file as one."""
    from drafter.check.layout.repairs import repairs
    from drafter.check.layout.rule import deviations

    pairs = [(document, look) for document, look in zip(documents, looks, strict=True) if look]
    every = [repairs(document, look, layout, deviations(document, look, layout)) for document, look in pairs]
    return replace(
        every[0],
        grid=any(each.grid for each in every),
        spread=any(each.spread for each in every),
        tables=tuple(table for each in every for table in each.tables),
        unclipped=tuple(number for each in every for number in each.unclipped),
        paragraphs=tuple(paragraph for each in every for paragraph in each.paragraphs),
        marks=tuple(mark for each in every for mark in each.marks),
    )


def _same_words(raw: str, before: Sequence[Deviation], written: Path, file: Path) -> None:
    """Raise WriteError unless the new file reads as the old one does, but for the marks that were put right."""
    from drafter.ingest.reader import read_raw

    expected = list(raw)
    for deviation in before:
        if deviation.replacement is not None:
            expected[deviation.span.start : deviation.span.end] = deviation.replacement
    if read_raw(written) != "".join(expected):
        raise WriteError("改版式会动到文字，没有写出", "请把这份文件发给维护的同志", path=file)


def _gone(before: Sequence[Deviation], left: Sequence[Deviation]) -> list[Deviation]:
    """Return the deviations that are there no more."""
    remaining = Counter((each.kind, each.what, each.found) for each in left)
    gone = []
    for each in before:
        key = (each.kind, each.what, each.found)
        if remaining[key]:
            remaining[key] -= 1
        else:
            gone.append(each)
    return gone
