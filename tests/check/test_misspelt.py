"""Characters typed for others that sound the same, told by what the corpus and the background write."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.check.formulation.misspelt import find_misspelt
from drafter.check.formulation.slips import spellings
from drafter.model import Source
from drafter.text.homophones import mistaken_for

from ..quality.planted import case_of, sample_index

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("扎实推进农村人居环境整制，创建示范户260户。", ["环境整治"]),
        ("持续优化营商环镜，服务企业86家。", ["营商环境"]),
        ("一是推进项目建设，专精特新中小企业达到12家。", []),
        ("社会救助提质增效，抽水蓄能项目建设提速。", []),
    ],
)
def test_what_nobody_writes_is_told_by_what_many_do(text: str, right: list[str]) -> None:
    assert [each.right for each in find_misspelt(case_of(text, Source("稿.txt"), sample_index(CORPUS)))] == right


def test_a_text_without_reports_beside_it_has_none() -> None:
    assert list(find_misspelt(case_of("优化营商环镜。", Source("稿.txt")))) == []


def test_characters_sound_alike_whatever_their_tone() -> None:
    assert "治" in mistaken_for("制")
    assert "制" not in mistaken_for("制")


def test_a_pattern_is_spelled_out() -> None:
    assert sorted(spellings("[惯灌]彻(?:落实|执?行)|一以惯之")) == sorted(
        ["惯彻落实", "灌彻落实", "惯彻执行", "灌彻执行", "惯彻行", "灌彻行", "一以惯之"]
    )
