"""Phrases: what a writer would keep of everything that repeats."""

from __future__ import annotations

from collections.abc import Callable

from drafter.library.ground import Ground
from drafter.library.phrases import mine_phrases
from drafter.text import words

REPORTS = (
    "一、工作回顾\n扎实推进人居环境整治，村容村貌明显改善。坚决守住不发生规模性返贫的底线，汾口夜市开业。",
    "一、工作回顾\n我们持续推进人居环境整治；坚决守住不发生规模性返贫的底线。汾口夜市红火。",
    "一、工作回顾\n今年以来，推进人居环境整治成效明显。我镇坚决守住不发生规模性返贫的底线！",
)


def phrases(ground: Ground) -> dict[str, int]:
    """Return the phrases mined, with the number of reports each stands in."""
    return {phrase.text: phrase.doc_count for phrase in mine_phrases(ground)}


def test_the_whole_formulation_stays_and_its_nested_variants_go(ground: Callable[..., Ground]) -> None:
    found = phrases(ground(*REPORTS))
    assert found["坚决守住不发生规模性返贫的底线"] == 3
    assert not [text for text in found if text in "坚决守住不发生规模性返贫的底线" and len(text) < 14]


def test_phrases_begin_and_end_with_words_and_not_with_function_words(ground: Callable[..., Ground]) -> None:
    found = phrases(ground("的发展态势良好。和乡村振兴的底线。", "的发展态势良好！和乡村振兴的底线！"))
    assert not [text for text in found if text[0] in "的和" or text[-1] in "的和"]


def test_what_is_cut_out_of_a_longer_compound_is_no_phrase(ground: Callable[..., Ground]) -> None:
    found = phrases(ground("开展安全生产专项整治。", "开展安全生产专项行动。", "开展安全生产专项检查。"))
    assert "安全生产专项" not in found


def test_what_breaks_off_is_no_phrase(ground: Callable[..., Ground]) -> None:
    lines = (("农业", "需求"), ("工业", "期盼"), ("旅游", "愿望"))
    found = phrases(ground(*(f"着力打造{what}品牌，优化营商环境，满足人民群众的{wish}。" for what, wish in lines)))
    assert "优化营商环境" in found
    assert not {"着力打造", "满足人民群众"} & found.keys()


def test_what_is_cut_off_a_quotation_is_no_phrase(ground: Callable[..., Ground]) -> None:
    quoted = (f"优化营商环境，严控{which}经费和一般性支出。" for which in ("“三公”", "“会议”", "办公"))
    found = phrases(ground(*quoted))
    assert "优化营商环境" in found
    assert not [text for text in found if text.startswith("经费")]


def test_names_are_in_no_phrase(ground: Callable[..., Ground]) -> None:
    assert not [text for text in phrases(ground(*REPORTS)) if "汾口" in text]


def test_scrubbed_formulations_are_no_phrases(ground: Callable[..., Ground]) -> None:
    texts = [f"{start}，更加紧密地团结在以同志为核心的党中央周围。" for start in ("让我们", "各位代表", "我们要")]
    assert not phrases(ground(*texts))


def test_near_duplicate_reports_count_once(ground: Callable[..., Ground]) -> None:
    varied = "".join(chr(0x4E00 + n * 7919 % 20000) for n in range(2000))
    assert not phrases(ground(f"深入推进基层治理。{varied}", f"切实深入推进基层治理。{varied}"))
    assert phrases(ground("深入推进基层治理。", "切实深入推进基层治理。"))


def test_a_phrase_knows_its_topic_and_move(ground: Callable[..., Ground]) -> None:
    (phrase,) = [p for p in mine_phrases(ground(*REPORTS)) if p.text == "坚决守住不发生规模性返贫的底线"]
    assert (phrase.topic, phrase.move) == ("乡村振兴", "举措")
    assert phrase.sources == ("0.txt", "1.txt", "2.txt")
    assert (phrase.year, phrase.localities) == (0, 3)
    assert phrase.words == "".join("1" + "0" * (len(word) - 1) for word in words.cut(phrase.text))
