"""What figures count, by one name; whether two sentences speak of one occasion."""

from __future__ import annotations

import pytest

from drafter.check.figures.occasions import is_occasional, one_occasion
from drafter.check.figures.things import Thing, names_one, noun_at, thing_of

ONE = [
    ("户厕改造", "改造户厕"),
    ("改厕", "农村户厕改造"),
    ("生猪出栏", "出栏生猪"),
    ("发展油茶种植", "油茶种植面积"),
    ("落实粮食播种面积", "粮食种植面积"),
    ("全镇土地流转面积", "流转土地"),
    ("开发乡村公益性岗位", "公益岗位开发"),
    ("排查化解矛盾纠纷", "矛盾纠纷调处"),
    ("接待游客", "游客接待量"),
    ("硬化通组公路", "村组道路硬化"),
    ("规模以上工业企业", "规上企业"),
    ("办理人大代表建议", "人大代表建议办理"),
]
TWO = [
    ("新建公厕", "改造公厕"),
    ("发展党员", "党员"),
    ("省级示范村", "示范村"),
    ("新增市场主体", "市场主体总数"),
    ("网格", "网格员"),
    ("种植蔬菜", "种植烤烟"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_thing_has_one_name_whichever_way_it_is_told(one: str, other: str) -> None:
    assert thing_of(one) == thing_of(other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_things_that_differ_in_name_or_deed_are_two(one: str, other: str) -> None:
    assert thing_of(one) != thing_of(other)


def test_a_thing_is_its_noun_and_what_was_done_to_it() -> None:
    assert thing_of("选聘保洁员") == Thing("保洁员", "聘")
    assert thing_of("全镇现有保洁员") == Thing("保洁员", "")


def test_words_begin_with_a_noun_only_where_it_goes_on_to_no_other() -> None:
    nouns = {"网格", "党员", "保洁员"}
    assert noun_at("保洁员工资纳入财政预算", nouns) == "保洁员"
    assert noun_at("网格全部实现“五定”管理", nouns) == "网格"
    assert noun_at("网格员开展走访", nouns) == ""
    assert noun_at("党员干部下沉一线", nouns) == ""


def test_what_every_report_has_many_of_names_no_one_thing() -> None:
    assert names_one("保洁员")
    assert not any(map(names_one, ["项目", "企业", "群众", "全县", "活动"]))


def test_occasions_are_told_by_what_stands_before() -> None:
    assert is_occasional("安全隐患")
    assert not is_occasional("保洁员")
    assert one_occasion("全年新增学位", "我们扩建校舍，新增学位")
    assert not one_occasion("完成张家塘清淤工程，惠及农田", "完成李家桥维修工程，惠及农田")
