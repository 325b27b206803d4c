"""What cleaning makes of the defects of real reports, and what it must leave alone."""

from __future__ import annotations

import pytest

from drafter.model import Span
from drafter.text.normalize import STEPS, normalize

CLEANED = [
    # spaces
    ("帮扶 8 次，解决问题 3 个。", "帮扶8次，解决问题3个。"),
    ("镇长 陈 曦", "镇长陈曦"),
    ("防止 “非粮化”", "防止“非粮化”"),
    ("完成　固定资产\xa0投资", "完成固定资产投资"),
    ("增长 8.5 %", "增长8.5%"),
    ("政　府　工　作　报　告", "政府工作报告"),
    ("引进 Big Data 平台", "引进Big Data平台"),
    ("4 .龙城街道", "4.龙城街道"),
    # marks
    ("各位代表:", "各位代表："),
    ("税收1.1亿元;投资6.7亿元,其中新入库2家.", "税收1.1亿元；投资6.7亿元，其中新入库2家。"),
    ("增长8%,3个项目开工", "增长8%，3个项目开工"),
    ("(一)坚持抓产业(含R&D经费)", "（一）坚持抓产业（含R&D经费）"),
    ("(1)建设", "（1）建设"),
    ('落实"三个代表"和"八项规定"精神', "落实“三个代表”和“八项规定”精神"),
    ("治理47个。。优化", "治理47个。优化"),
    ("稳步推进，，完成", "稳步推进，完成"),
    ("编制工作,。现已", "编制工作。现已"),
    ("--全力抓项目", "——全力抓项目"),
    ("（一）聚力产业升级 发展动能更加强劲", "（一）聚力产业升级，发展动能更加强劲"),
    # widths
    ("增长１５．６％，ＧＤＰ", "增长15.6%，GDP"),
    ("㈠经济发展\n⒈工业\n⑵农业", "（一）经济发展\n1.工业\n（2）农业"),
    # marks of other hands
    ("日益完##paidbegin##善", "日益完善"),
    ("工程【1】”的起步之年", "工程”的起步之年"),
    ("专项行动[2]，镇村两级", "专项行动，镇村两级"),
    ("“三高四新”①，", "“三高四新”，"),
    ("規(guī)劃", "規劃"),
    ("規（ɡuī）劃", "規劃"),
    ("面積(mu)和公里(km)", "面積（mu）和公里（km）"),
    ("鄉(xiang)村", "鄉村"),
    ("首\u200b要任\ufeff务\x07", "首要任务"),
    # whole lines
    ("第一段。\n\n— 3 —\n\n第二段。", "第一段。\n第二段。"),
    ("第一段。\n第3页 共10页\n第二段。", "第一段。\n第二段。"),
    ("打印\n【字号：\n大\n中\n小\n】\n政府工作报告\n来源：某某日报\n各位代表：", "政府工作报告\n各位代表："),
    (
        "首页 > 政务公开 > 工作报告\n清河镇2024年政府工作报告_临河县人民政府网\n各位代表：",
        "清河镇2024年政府工作报告\n各位代表：",
    ),
    ("2024年工作总结 - 清河镇 - 临河县政府门户网站\n今年以来，", "2024年工作总结\n今年以来，"),
    ("奋斗！\n版权所有：清河镇人民政府 赣ICP备12345678号\n主办：清河镇人民政府 承办：党政办", "奋斗！"),
    ("目录\n一、回顾\t1\n二、打算\t9\n一、回顾\n正文。", "一、回顾\n正文。"),
    ("目 录\n一、回顾\n二、打算\n一、回顾\n正文。\n二、打算\n正文。", "一、回顾\n正文。\n二、打算\n正文。"),
    ("一、回顾…………3\n正文。", "正文。"),
    ("奋斗！\n欢迎加入“某某素材库会员”，添加客服微信，谨防假冒！", "奋斗！"),
]

KEPT = [
    "三次产业结构比为3.4:71.4:25.2。",
    "上午9:00开会，1-6月完成1,234万元。",
    "网址https://a.gov.cn/x?y=1;z",
    "12345热线和R&D经费、“1+6+N”模式",
    "按照赣府〔2024〕1号、赣府发[2024]1号文件",
    "完成固定资产投资【待补：固定资产投资（亿元）】，增长",
    "【某某素材库】的建设",
    "政府工作报告——在清河镇第五届人民代表大会上",
    "完成“首页—办事”改造，主办：区教育局。",
    "包括①种植②养殖两类",
    "完成产值XX亿元，XX镇共XX户",
    "通过微信公众号、抖音等平台宣传，发展会员300名，下载国家反诈中心APP。",
    "一、工作回顾\n二、工作打算",
    "早稻种植面积\n20090\n亩\n晚稻种植面积\n22000\n亩",
    "完成投资1600\n各位代表：",
    "财政收入\t1.1亿元\t增长8%",
    "推进“九龙壁”著作和“國”字招牌建设",
]


@pytest.mark.parametrize(("raw", "cleaned"), CLEANED)
def test_a_defect_is_mended(raw: str, cleaned: str) -> None:
    assert normalize(raw)[0] == cleaned


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_defect_stays(text: str) -> None:
    assert normalize(text)[0] == text


def test_a_traditional_report_becomes_simplified(samples: dict[str, str]) -> None:
    text, offsets = normalize(samples["桂竹帽镇_2023年_工作总结与计划.txt"])
    at = text.index("规划的重要一年")
    assert offsets.raw(Span(at, at + 2)).of(samples["桂竹帽镇_2023年_工作总结与计划.txt"]) == "規(guī)劃"
    assert "(" not in text
    assert "鎮" not in text


def test_a_simplified_report_with_a_traditional_quotation_stays() -> None:
    text = "全面推进乡村振兴，产业发展动能不断增强。\n會當凌絕頂，一覽眾山小。\n经济社会发展，会议强调各项任务。"
    assert normalize(text)[0] == text


def test_samples_keep_no_debris(samples: dict[str, str]) -> None:
    for raw in samples.values():
        text, offsets = normalize(raw)
        assert len(offsets) == len(text)
        assert not any(
            debris in text for debris in ("paid", "素材库", "代笔", "。。", "【1】", "\t", "\n\n", "各位代表:")
        )


def test_every_step_has_its_own_name() -> None:
    assert len({name for name, _ in STEPS}) == len(STEPS)


def test_nothing_comes_of_nothing() -> None:
    assert normalize("")[0] == ""
    assert normalize(" \n\u3000\n")[0] == ""
