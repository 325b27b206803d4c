"""The outline to fill in: Chinese keys, comments where they are needed, the figures a report usually holds."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from drafter.compose.outline_fields import KINDS, PARTS
from drafter.compose.yaml_scalars import scalar
from drafter.model import Kind, Locality, Period
from drafter.text.periods import next_period, spoken


class Subject(NamedTuple):
    """A section that reports usually have."""

    topic: str
    points: Mapping[str, tuple[tuple[str, str], ...]]  # topic of a point -> its usual indicators with their units


_REVIEW = (
    Subject(
        "产业",
        {
            "农业": (("早稻种植面积", "亩"), ("高标准农田建设", "亩")),
            "工业": (("规上工业总产值", "亿元"), ("新增规上工业企业", "家")),
            "招商": (("签约项目", "个"), ("实际到位资金", "亿元")),
        },
    ),
    Subject(
        "乡村振兴",
        {
            "乡村振兴": (("脱贫人口务工就业", "人"), ("村级集体经营性收入", "万元")),
            "人居环境": (("清理垃圾", "吨"), ("改造农村户厕", "户")),
            "交通": (("农村公路改造", "公里"),),
        },
    ),
    Subject("生态", {"生态": (("造林绿化", "亩"), ("出境断面水质达标率", "%"))}),
    Subject(
        "民生",
        {
            "就业": (("新增城镇就业", "人"),),
            "社保": (("城乡居民基本医保参保人数", "人"), ("发放低保金", "万元")),
            "教育": (),
        },
    ),
    Subject(
        "社会治理",
        {
            "社会治理": (("化解矛盾纠纷", "件"),),
            "安全生产": (("安全生产检查", "次"), ("整改安全隐患", "处")),
            "作风": (),
        },
    ),
)
_PLAN = (("产业", "农业"), ("城镇建设", "项目"), ("生态", "人居环境"), ("民生", "社保"), ("社会治理", "安全生产"))
_HEADLINE = (("固定资产投资", "亿元"), ("财政总收入", "万元"), ("规上工业总产值", "亿元"))

_HEAD = """\
# {name}的提纲。在冒号后面填写；不需要的行可以删去；# 后面是说明，不会印出来。
# · 冒号用半角，后面加一个空格；文字里有半角冒号或 # 时，请用引号把整句括起来。
# · 数字照您想印出来的样子写：4.59万 不会变成 45900。空着的数据在稿子里显示为黄色的【待补：…】。
# · 标题、小标题空着时由 drafter 按主题拟出；事项、正文一字不改地进入稿子。
# 填好后运行：drafter build 本文件

报告类型: {name}
期间: {period}
单位:
{place}"""
_UNNAMED = """\
  名称: 某某镇              # 请改成全称，以镇、乡或街道结尾
  县:                       # 县、县级市或区
  市:
  省:
"""
_MEETING = """\
会议:
  名称:                     # 例如：某某镇第十九届人民代表大会第七次会议
  日期:                     # 例如：2024-08-23
报告人:
  职务:                     # 例如：镇长
  姓名:
"""
_THEME = """\
数据:                       # 各办报来的数据表（.xlsx 或 .csv），和本文件放在一起；没有就空着
  # 表的第一行是列名，用得上几列写几列：板块 指标 数值 单位 同比 上年同期 目标 完成率 占比 排名
主题词:                     # 今年工作的主线，例如：强产业、优环境、惠民生；没有就空着

总体指标:                   # 报告开头的几项主要指标
  # 每项可写：指标 数值 单位 同比 上年同期 完成率 目标 占比 排名；同比和上年同期、完成率和目标，各给一个就行
"""
_REVIEW_HEAD = """
回顾:
  # 每节：标题 主题 导语 要点；每个要点：小标题 主题 数据 事项 表述 正文
"""
_POINT_END = """\
        事项:               # 做成的事，每条一行，以“- ”开头
          -
        表述:               # 要用上的规范表述，例如：[藏粮于地、藏粮于技]
"""
_AFTER_REVIEW = """
其他工作:                   # 例如：[武装, 统计, 科协]
致谢:                       # 空着就用模板里的
问题:                       # 每条一行，以“- ”开头
  -
总体要求:                   # {plan}工作的总体要求，空着就用模板里的

打算:
  # 写法同回顾；打算里的数据填“目标”
"""
_REQUESTS = """
建议:                       # 请上级支持解决的事，每条一行，以“- ”开头
  -
"""
_TAIL = """
# 民生实事:                 # 一句一条，或每行一张表：{项目: …, 内容: …, 进展: …}
#   - {项目: , 内容: , 进展: }
结语:                       # 空着就用模板里的

# 换个样子（都可以不写）：
# 样式: {标题: （一）, 要点: 小标题}    # 标题可用 一、（一）、——、无；要点可用 小标题、一是、一要、1.、（1）、（一）
#   打算要另用一套，在括号里加：打算: {标题: 一、, 要点: 一是}；只有一节不同，就在那一节下面写“样式”
#   主要经济指标表放在附件还是正文、要不要画图，也加在括号里：指标表: 附件（或 随文、无）, 指标图: 是
# 部分标题: {回顾: 上半年工作回顾}      # 一级标题换个说法；打算里另起一个部分，就在那一节加一行“部分: 加强自身建设”
# 标题、小标题、题目写“无”，就是不要；要点下面还可以有要点
# 满意的说法可以定下，以后生成都照这样：要点里写“起句: …”“收句: …”（写“无”就不要），整段定下写“定稿: …”，
#   定稿里【早稻种植面积】代表这个数，【早稻种植面积·同比】代表它的同比，【建成育秧中心】代表这样开头的事项，都随提纲变
"""


def new_outline(kind: Kind, year: int | None = None, place: Locality | None = None) -> str:
    """Return a commented outline of `kind`, ready to be filled in; without `year`, for the year a writer means now."""
    name = next(name for name, known in KINDS.items() if known == kind)
    period = Period(year, PARTS[kind]) if year else period_meant(kind, datetime.date.today())
    plan = spoken(next_period(period), period.year)
    spoken_at_meeting = kind != "summary_plan"
    return "".join(
        [
            _HEAD.format(name=name, period=period, place=_place(place) if place else _UNNAMED),
            _MEETING if spoken_at_meeting else "",
            _THEME,
            *(_fact(indicator, unit, "  ", "数值: , 单位: {unit}, 同比: ") for indicator, unit in _HEADLINE),
            _REVIEW_HEAD,
            *map(_section, _REVIEW),
            _AFTER_REVIEW.format(plan=plan),
            *(_task(topic, point) for topic, point in _PLAN),
            _REQUESTS if kind == "summary_plan" else "",
            _TAIL,
        ]
    )


def kind_meant(today: datetime.date) -> Kind:
    """Return the kind of report that is written at a time of the year."""
    months: dict[Kind, range] = {"annual": range(1, 5), "half_year": range(5, 9), "three_quarter": range(9, 11)}
    return next((kind for kind, when in months.items() if today.month in when), "summary_plan")


def period_meant(kind: Kind, today: datetime.date) -> Period:
    """Return the period of this year; for an annual report, given from January to March, last year until the summer."""
    return Period(today.year - (kind == "annual" and today.month <= 6), PARTS[kind])


def _place(place: Locality) -> str:
    names = {"名称": place.name, "县": place.county, "市": place.city, "省": place.province}
    return "".join(f"  {key}: {scalar(name) if name else ''}".rstrip() + "\n" for key, name in names.items())


def _section(subject: Subject) -> str:
    points = "".join(_point(topic, facts) for topic, facts in subject.points.items())
    return f"  - 标题:\n    主题: {subject.topic}\n    要点:\n{points}"


def _point(topic: str, facts: tuple[tuple[str, str], ...]) -> str:
    told = "".join(_fact(indicator, unit, " " * 10, "数值: , 单位: {unit}, 同比: ") for indicator, unit in facts)
    figures = f"        数据:\n{told}" if facts else ""
    return f"      - 小标题:\n        主题: {topic}\n{figures}{_POINT_END}"


def _task(topic: str, point: str) -> str:
    head = f"  - 标题:\n    主题: {topic}\n    要点:\n"
    return f"{head}      - 小标题:\n        主题: {point}\n        数据:\n        事项:\n          -\n"


def _fact(indicator: str, unit: str, indent: str, rest: str) -> str:
    return f"{indent}- {{指标: {indicator}, {rest.format(unit=repr(unit) if unit == '%' else unit)}}}\n"
