"""A check as a whole: what is found, of which class, where, from whom; odd drafts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.check.checker import ALGORITHMS, check
from drafter.errors import DrafterError
from drafter.library.postings import Postings
from drafter.model import CheckResult, Document, Finding

Draft = Callable[..., Document]
Index = Callable[..., Postings]


def reuse(result: CheckResult, *kinds: str) -> list[Finding]:
    """Return the findings of these classes."""
    return [finding for finding in result.findings if finding.kind in kinds]


def test_a_verbatim_copy_is_found_whole_and_only_it(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices.split("\n")[1]
    result = check(draft(f"{honest}\n{passage}\n新修公路三条，都已通车。"), index({"甲": offices}))
    [finding] = result.findings
    assert (finding.rule, finding.kind, finding.severity) == ("reuse", "copied", "warning")
    assert finding.text.strip() == passage
    assert finding.span.of(result.raw) == finding.text
    [match] = finding.matches
    assert (match.source, match.similarity, match.edits) == ("甲", 1.0, ())
    assert match.span.of(offices).strip() == match.text.strip() == passage
    assert finding.message == "与《甲》第 2 段相同"


def test_a_passage_cut_in_mid_sentence_keeps_its_edges(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices[offices.index("单季") : offices.index("，开展多轮")]
    result = check(draft(f"{honest[:40]}{passage}{honest[40:]}"), index({"甲": offices}))
    [finding] = result.findings
    assert passage in finding.text
    assert len(finding.text) <= len(passage) + 12


def test_changed_figures_and_places_are_a_copy_with_edits(draft: Draft, index: Index, honest: str) -> None:
    source = "高兴镇完成高标准农田建设6800亩，新建机耕道12公里，高兴镇粮食加工园开园，三家米厂入驻，年加工稻谷4万吨。"
    copy = source.replace("高兴镇", "清溪镇").replace("6800", "5300").replace("12", "9")
    [finding] = check(draft(honest + "\n" + copy), index({"甲": source})).findings
    assert finding.kind == "copied"
    assert [(edit.source_text, edit.draft_text) for edit in finding.matches[0].edits] == [
        ("高兴", "清溪"),
        ("6800", "5300"),
        ("12", "9"),
        ("高兴", "清溪"),
    ]
    assert finding.message == "与《甲》第 1 段大体相同，改动 4 处"


def test_other_words_and_another_order_are_an_edited_copy(
    draft: Draft, index: Index, offices: str, honest: str
) -> None:
    edited = (
        "桥头片区污水管网改造基本完工，群众休闲有了好去处，沿河步道也建成开放。"
        "镇养老服务中心正式运营，入住老人52名，桥头片区的面貌大有改观。"
    )
    [finding] = check(draft(honest + "\n" + edited), index({"甲": offices})).findings
    assert finding.kind == "edited"
    assert finding.text == edited
    assert 0.5 < finding.matches[0].similarity < 0.95
    assert "moved" in {edit.op for edit in finding.matches[0].edits}
    assert finding.message.startswith("由《甲》第 2 段改写而来，改动")


def test_the_best_source_comes_first(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices.split("\n")[1]
    weaker = passage.replace("全面收官", "基本结束").replace("散步", "锻炼").replace("46", "30").replace("沿河", "滨河")
    [finding] = check(draft(honest + "\n" + passage), index({"弱": weaker, "强": offices})).findings
    assert [match.source for match in finding.matches] == ["强", "弱"]
    assert finding.message == "与《强》第 2 段相同；另有 1 篇报告也有"


def test_spans_count_in_the_raw_texts(draft: Draft, index: Index, offices: str, honest: str) -> None:
    def broken(text: str) -> str:
        """Return the text as it comes out of a PDF: spaces round figures, half-width commas, blank lines."""
        return "\ufeff\r\n" + text.replace("，", ",").replace("46", " 46 ").replace("\n", "\r\n\r\n")

    passage = offices.split("\n")[1]
    result = check(draft(broken(honest + "\n" + passage)), index({"甲": broken(offices)}))
    [finding] = result.findings
    assert finding.span.of(result.raw) == finding.text
    assert finding.text.startswith("桥头片区")
    assert finding.text.endswith("46 名。")
    assert finding.matches[0].span.of(broken(offices)).endswith("46 名。")


def test_fixed_wording_is_a_formula_however_exact(draft: Draft, index: Index, offices: str, honest: str) -> None:
    fixed = "全面贯彻落实党的二十大精神，坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，加快构建新发展格局。"
    result = check(draft(honest + "\n" + fixed), index({"甲": offices + "\n" + fixed}))
    assert {finding.kind for finding in result.findings} == {"formula"}
    assert result.reuse_ratio == 0
    assert result.by_class["formula"] > 30


def test_what_five_localities_say_is_boilerplate(draft: Draft, index: Index, honest: str) -> None:
    common = "严格执行班前会和收工巡查双清单，发现一处整改一处销号一处。"
    reports = {
        name: f"{name}镇的其他工作各有不同，{index}。\n{common}"
        for name, index in zip("甲乙丙丁戊", "一二三四五", strict=True)
    }
    result = check(draft(honest + "\n" + common), index(reports))
    [finding] = reuse(result, "boilerplate", "copied", "edited")
    assert (finding.kind, finding.severity) == ("boilerplate", "info")
    assert len(finding.matches) == 5
    assert "5 个单位" in finding.message


def test_a_passage_of_three_towns_is_still_a_copy(draft: Draft, index: Index, offices: str, honest: str) -> None:
    result = check(draft(honest + "\n" + offices), index({"甲": offices, "乙": offices, "丙": offices}))
    [finding] = result.findings
    assert finding.kind == "copied"
    assert len(finding.matches) == 3


def test_a_draft_in_the_corpus_is_not_its_own_source(draft: Draft, index: Index, offices: str, honest: str) -> None:
    report = honest + "\n" + offices
    reports = {"own.txt": report, "other.txt": offices, "else.txt": "别的事情。"}
    result = check(draft(report, "own.txt"), index(reports))
    assert {match.source for finding in result.findings for match in finding.matches} == {"other.txt"}
    copy = check(draft(report, "copy.txt"), index(reports))
    assert copy.by_source[0][0] == "own.txt"
    assert copy.reuse_ratio == 1


def test_ids_stay_when_the_passage_moves_or_its_figures_change(
    draft: Draft, index: Index, offices: str, honest: str
) -> None:
    passage, reports = offices.split("\n")[1], index({"甲": offices})
    [here] = check(draft(f"工作总结\n{passage}\n{honest}"), reports).findings
    [there] = check(draft(honest + "\n" + passage.replace("46", "47")), reports).findings
    [other] = check(draft(honest + "\n" + offices.split("\n", maxsplit=1)[0]), reports).findings
    assert here.kind == there.kind == "copied"
    assert here.id == there.id != other.id
    assert here.span != there.span


def test_the_same_words_twice_have_two_ids(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices.split("\n")[1]
    result = check(draft(f"工作总结\n{passage}\n{honest}\n{passage}"), index({"甲": offices}))
    copies = reuse(result, "copied")
    assert len(copies) == 2
    assert len({finding.id for finding in result.findings}) == len(result.findings)


def test_the_sums_count_each_character_once(draft: Draft, index: Index, offices: str, honest: str) -> None:
    first, second, _ = offices.split("\n")
    result = check(draft(f"{honest}\n{first}\n{second}"), index({"甲": first, "乙": second}))
    assert result.chars == len(f"{honest}{first}{second}".replace("\n", ""))
    assert result.by_class == {"copied": len(first) + len(second)}
    assert result.by_source == (("乙", "", len(second)), ("甲", "", len(first)))
    assert result.reuse_ratio == (len(first) + len(second)) / result.chars


@pytest.mark.parametrize("raw", ["", "。", "\n\n", "一", "推进" * 500, "12 345\n" * 50, "No Chinese here. " * 40])
def test_odd_drafts_have_no_findings(draft: Draft, index: Index, offices: str, raw: str) -> None:
    result = check(draft(raw), index({"甲": offices}))
    assert result.findings == ()
    assert result.reuse_ratio == 0


def test_an_empty_index_finds_nothing(draft: Draft, index: Index, offices: str) -> None:
    assert check(draft(offices), index({})).findings == ()


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_every_algorithm_finds_the_copy(draft: Draft, index: Index, offices: str, honest: str, algorithm: str) -> None:
    edited = offices.split("\n")[1].replace("全面收官", "基本结束").replace("散步", "锻炼")
    [finding] = check(draft(honest + "\n" + edited), index({"甲": offices}), algorithm=algorithm).findings
    assert 0.6 < finding.matches[0].similarity < 1


def test_an_unknown_algorithm_is_named(draft: Draft, index: Index) -> None:
    with pytest.raises(DrafterError, match="没有“simhash”这种相似度算法。可选：levenshtein"):
        check(draft("稿子"), index({}), algorithm="simhash")
