"""Whatever is planted in a good Word file at once, what can be put right is, no word changes, and once is enough."""

from __future__ import annotations

import io
import random
import tempfile
from pathlib import Path

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.app import fix_layout, read_text
from drafter.check.layout.repairs import MENDED
from drafter.config import Workspace

from ..quality.good_files import gridded, inherited, own_names, tabled, themed, word_like, wps_like
from ..quality.layout_planting import FAULTS, CannotTakeError

MAKERS = (own_names, inherited, themed, word_like, wps_like, tabled, gridded)
GOOD = {maker.__name__: maker() for maker in MAKERS}
BY_HAND = ("numbering", "indent: by spaces", "dress", "mark: stops", "quotes")
MENDABLE = sorted(fault for fault in FAULTS if not fault.startswith(BY_HAND))
MARKS = str.maketrans(dict(zip(",.:()", "，。：（）", strict=True)))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(GOOD)), st.lists(st.sampled_from(MENDABLE), min_size=1, max_size=8), st.integers(0, 999))
def test_faults_all_at_once(good: str, faults: list[str], seed: int) -> None:
    document = docx.Document(io.BytesIO(GOOD[good]))
    for fault in faults:
        try:
            FAULTS[fault][1](document, random.Random(f"{fault}{seed}"))
        except CannotTakeError:
            continue
    with tempfile.TemporaryDirectory() as name:
        workspace = Workspace(Path(name))
        file, mended, again = (workspace.root / each for each in ("稿.docx", "改.docx", "再改.docx"))
        document.save(str(file))
        fixed = fix_layout(workspace, file, mended)
        assert not {each.kind for each in fixed.left} & MENDED, (faults, fixed.left)
        assert read_text(mended).translate(MARKS) == read_text(file).translate(MARKS)
        assert not fix_layout(workspace, mended, again).done
