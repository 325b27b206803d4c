"""The layout of the reading copy: larger type on the office's own page."""

from __future__ import annotations

from drafter.page import KAITI, STANDARD, STYLES, mm, pt, with_house_rules
from drafter.page.reading import UNBROKEN, reading
from drafter.render.word_styles import settings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_title_text_and_pitch_are_those_of_practice() -> None:
    layout = reading(STANDARD)
    assert layout.styles["title"].size == pt(24)
    assert (layout.styles["body"].size, layout.styles["body"].bold) == (pt(18), True)
    assert layout.line_pitch.value == pt(33)
    assert (layout.lines_per_page, layout.chars_per_line) == (19, 24)
    assert set(layout.styles) == set(STYLES)


def test_nothing_is_smaller_and_centred_lines_are_no_longer() -> None:
    layout = reading(STANDARD)
    for name, style in STYLES.items():
        assert layout.styles[name].size > style.size
        assert layout.styles[name].max_chars <= style.max_chars
        assert layout.styles[name].level == style.level


def test_the_office_s_own_page_and_faces_stay() -> None:
    layout = reading(with_house_rules({"left_margin": mm(30)}, {"body": {"face": KAITI}}))
    assert layout.left_margin.value == mm(30)
    assert layout.styles["body"].face == KAITI


def test_its_rules_are_those_of_a_page() -> None:
    assert [name for name, _ in reading(STANDARD).rules()] == [name for name, _ in STANDARD.rules()]


def test_no_line_begins_with_a_unit() -> None:
    never_first = settings(reading(STANDARD)).find(f"{W}noLineBreaksBefore").get(f"{W}val")
    assert len(never_first) == len(set(never_first)) <= 100  # what Word takes
    assert set(never_first) >= {*UNBROKEN.value, *"，。、；：？！）》”’%"}
    assert settings(STANDARD).find(f"{W}noLineBreaksBefore") is None
