"""The use cases: what drafter does for a writer, wired from the stages.

Every stage is imported where it is used, so that a command loads no more than it needs.
"""

from drafter.app.checks import Checked, check, read_text, write_check_html, write_check_json
from drafter.app.corpus import Mined, mine, mined_library
from drafter.app.drafts import Built, build
from drafter.app.facts import Papers, facts_from, is_found
from drafter.app.library import export, forget, frames, holdings, phrases, report_sources, sections, skeleton, typed
from drafter.app.outlines import init, kinds, new_outline, outline_schema, outline_words, roll_forward
from drafter.app.previews import Preview, preview

__all__ = [
    "Built",
    "Checked",
    "Mined",
    "Papers",
    "Preview",
    "build",
    "check",
    "export",
    "facts_from",
    "forget",
    "frames",
    "holdings",
    "init",
    "is_found",
    "kinds",
    "mine",
    "mined_library",
    "new_outline",
    "outline_schema",
    "outline_words",
    "phrases",
    "preview",
    "read_text",
    "report_sources",
    "roll_forward",
    "sections",
    "skeleton",
    "typed",
    "write_check_html",
    "write_check_json",
]
