"""Moves: what a clause does, by its words and by where it stands."""

from __future__ import annotations

import pytest

from drafter.text.moves import Chapter, chapter_of_heading, chapter_of_sentence, move_of, opens_appeal


@pytest.mark.parametrize(
    ("clause", "chapter", "move"),
    [
        ("在县委、县政府和镇党委的坚强领导下", "review", "依据"),
        ("坚持以习近平新时代中国特色社会主义思想为指导", "review", "依据"),
        ("扎实开展人居环境整治", "review", "举措"),
        ("补齐基础设施短板", "review", "举措"),
        ("新建高标准农田4977亩", "review", "数据"),
        ("同比增长8.5%", "review", "数据"),
        ("群众安全感明显增强", "review", "成效"),
        ("各项工作稳步推进", "review", "成效"),
        ("推动新校区建成投用", "review", "举措"),  # a verb opens it
        ("新校区建成投用", "review", "成效"),
        ("有效提升群众幸福感", "review", "成效"),
        ("推广5G应用", "review", "举措"),  # a figure in a name is no amount
        ("完成投资XX万元", "review", "数据"),
        ("荣获全省美丽乡镇称号", "review", "荣誉"),
        ("2023年被评为全市先进集体", "review", "荣誉"),
        ("农业产业链条偏短", "problems", "问题"),
        ("招商引资后劲不足", "problems", "问题"),
        ("加快建设和美乡村", "plan", "打算"),
        ("力争新建高标准农田5000亩", "plan", "打算"),
        ("补齐基础设施短板", "plan", "打算"),
        ("坚持稳中求进工作总基调", "plan", "依据"),
        ("围绕主导产业", "plan", "依据"),
        ("围绕主导产业打造特色园区", "plan", "打算"),  # goes on to the act
        ("在镇党委的坚强领导下", "closing", "依据"),
        ("向全镇人民", "thanks", "致谢"),
        ("表示衷心的感谢和崇高的敬意", "thanks", "致谢"),
        ("让我们更加紧密地团结起来", "closing", "号召"),
        ("奋力谱写高质量发展新篇章", "closing", "号召"),
    ],
)
def test_a_clause_has_a_move(clause: str, chapter: Chapter, move: str) -> None:
    assert move_of(clause, chapter) == move


@pytest.mark.parametrize(
    ("title", "chapter"),
    [
        ("2023年工作回顾", "review"),
        ("上半年主要工作情况", "review"),
        ("存在的问题和不足", "problems"),
        ("下半年工作打算", "plan"),
        ("2024年工作计划", "plan"),
        ("第四季度工作安排", "plan"),
        ("农业基础更加牢固", "review"),  # says nothing: as the section above
        ("未来五年奋斗目标", "plan"),
        ("全力抓好2025年政府工作", "plan"),
        ("工作总结及下一步打算", "review"),  # says both
    ],
)
def test_a_heading_tells_the_part(title: str, chapter: Chapter) -> None:
    assert chapter_of_heading(title, "review") == chapter


@pytest.mark.parametrize(
    ("sentence", "chapter"),
    [
        ("在此，我代表镇人民政府，向全镇人民表示衷心的感谢！", "thanks"),
        ("在肯定成绩的同时，我们也清醒地认识到，工作中还存在不少问题。", "problems"),
        ("针对这些问题，我们将采取有力措施加以解决。", "plan"),
        ("让我们携手并进，为建设美好家园而努力奋斗！", "closing"),
        ("今年以来，我们扎实推进各项工作。", "review"),
    ],
)
def test_a_sentence_may_change_the_part(sentence: str, chapter: Chapter) -> None:
    assert chapter_of_sentence(sentence, "review") == chapter


@pytest.mark.parametrize(
    ("last", "opens"),
    [
        (["抓好党风廉政建设。", "各位代表！", "实干成就未来。", "让我们携手奋斗！"], 1),
        (["各位代表！", "抓好作风建设。", "各位代表，", "使命在肩！"], 2),  # the last time
        (["抓好党风廉政建设。", "让我们携手奋斗！"], 1),
        (["抓好党风廉政建设。", "以优异成绩迎接挑战！"], 1),
        (["抓好党风廉政建设。", "请予支持。"], 2),
        ([], 0),
    ],
)
def test_the_appeal_begins_where_those_present_are_spoken_to_last(last: list[str], opens: int) -> None:
    assert opens_appeal(last) == opens
