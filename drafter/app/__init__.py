"""The use cases: what drafter does for a writer, wired from the stages.

Every stage is imported where it is used, so that a command loads no more than it needs.
"""

from drafter.app.checks import Checked, annotate, check, read_text, write_check_html, write_check_json
from drafter.app.corpus import Mined, mine, mined_library, unmined
from drafter.app.drafts import Built, build
from drafter.app.facts import Papers, facts_from, is_found
from drafter.app.house import house_layout
from drafter.app.layouts import Fixed, fix_layout
from drafter.app.library import (
    export,
    forget,
    frames,
    heading_sets,
    headings,
    holdings,
    phrases,
    report_sources,
    sections,
    skeleton,
    typed,
)
from drafter.app.others import alternatives, renamed
from drafter.app.outlines import init, kinds, new_outline, outline_schema, outline_words, roll_forward
from drafter.app.pasting import AMOUNTS, pasted_cells, pasted_rows
from drafter.app.previews import Preview, preview
from drafter.app.starting import PastReport, likely_kind, likely_period, open_sample, past_reports, towns_named
from drafter.app.triage import ignore, restore
from drafter.app.weighing import LastValue, LastYear, Weighed, last_year, weigh

__all__ = [
    "AMOUNTS",
    "Built",
    "Checked",
    "Fixed",
    "LastValue",
    "LastYear",
    "Mined",
    "Papers",
    "PastReport",
    "Preview",
    "Weighed",
    "alternatives",
    "annotate",
    "build",
    "check",
    "export",
    "facts_from",
    "fix_layout",
    "forget",
    "frames",
    "heading_sets",
    "headings",
    "holdings",
    "house_layout",
    "ignore",
    "init",
    "is_found",
    "kinds",
    "last_year",
    "likely_kind",
    "likely_period",
    "mine",
    "mined_library",
    "new_outline",
    "open_sample",
    "outline_schema",
    "outline_words",
    "past_reports",
    "pasted_cells",
    "pasted_rows",
    "phrases",
    "preview",
    "read_text",
    "renamed",
    "report_sources",
    "restore",
    "roll_forward",
    "sections",
    "skeleton",
    "towns_named",
    "typed",
    "unmined",
    "weigh",
    "write_check_html",
    "write_check_json",
]
