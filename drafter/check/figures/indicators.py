"""Indicators as entries are compared by them: 全镇规模以上工业总产值 and 规上工业总产值 are one."""

from __future__ import annotations

import re
from functools import lru_cache

_SAME = (
    (re.compile("5G"), "五G"),
    (re.compile("规模以上"), "规上"),
    (re.compile("限额以上"), "限上"),
    (re.compile("(?:地区|地方|国内)?生产总值|GDP"), "生产总值"),
    (re.compile("(?:全社会)?固定资产投资(?:总?额)?|固投"), "固定资产投资"),
    (re.compile("社会消费品零售(?:总额)?|社零总?额?"), "社会消费品零售总额"),
    (re.compile("农村居民人均|农民人均|农村人均"), "农民人均"),
    (re.compile("(?:城镇|城市)居民人均"), "城镇人均"),
    (re.compile("人均纯收入"), "人均可支配收入"),
    (re.compile("规上工业企业"), "规上工业"),
    (re.compile("(?:地方)?一般公共预算收入|一般公共财政预算收入|公共财政预算收入|一般预算收入"), "一般公共预算收入"),
    (re.compile("(?:城乡居民|城乡|居民)?(?:基本)?(?:医疗保险|医保)"), "医保"),
    (re.compile("(?:城乡居民|城乡|居民)?(?:基本)?养老保险"), "养老保险"),
    (re.compile("空气(?:质量)?优良(?:天数)?(?:比例|比率|率)"), "空气优良率"),
    (re.compile("(?:常住|户籍)人口城镇化率"), "城镇化率"),
    (re.compile("(?:粮食|粮)(?:种植|播种|播种总)面积|粮播面积"), "粮食播种面积"),
    (re.compile("粮食总产(?!值)量?"), "粮食产量"),
    (re.compile("群众(?:安全感|幸福感)?[、和与]?满意度"), "群众满意度"),
    (re.compile("(?:招商引资|引进)(?:引进|实际)?(?:到位资金|资金到位)"), "招商引资到位资金"),
    (re.compile("城镇新增就业"), "新增城镇就业"),
    (re.compile("(?:农村|城乡)(?=自来水|安全饮水|卫生厕所|生活污水|生活垃圾|集中供水)"), ""),
    (re.compile("^(.{3,})发放$"), r"发放\1"),
    (re.compile('[“”"（）()、，的了]'), ""),
)
_NAMED = re.compile("|".join(pattern.pattern for pattern, _ in _SAME))
_HEAD = re.compile(
    "^(?:(?:逐户|逐一|全面)?(?:走访|核查|摸排|覆盖|慰问|惠及)了?(?:全[镇乡村]|所有|全部)|年[末底]|期末|目前|现有|现|(?:全|我|本|辖区)(?:镇|乡|县|区|市|街道)?(?!社会|面)(?=.{3})|完成|实现|达到|落实|(?:推动|带动|促进|拉动|助推)(?=.{4}.*(?:收入|产值|增加值|投资|总额|面积|产量|率|度)$)|累计|合计|共计|总计|共有?|预计|力争|确保|新?争取到?"
    "|成功|顺利|全面|今年|全年|上半年|\\d{4}年|其中|新?(?:建设|建成|建|打造)成?(?=.{3})|开展(?=.{3})|组织(?=.{4})|发展(?=.{4}))"
)
_TAIL = re.compile("(?:建设|情况|任务|工作|指标|总?数量?|个数|户数|人数|件数|总额|达到?|完成)$")
_MEASURE = re.compile(
    "(?:收入|产值|增加值|总额|总量|总值|税收|面积|人口|投资|产量|存栏|出栏|余额|消费|出口|进出口|零售|(?<!年)度|[率量额]|得分|覆盖面|库存|藏量|能耗|招商引资到位资金)$"
)
_VAGUE = re.compile(  # many things are so called, and one report tells of several
    "^(?:总?投资|计划投资|项目总?投资|投入|年度投资|用地面积|总?投入资金|资金|资金投入|占地|占地面积|建筑面积|总?面积|种植面积|流转面积|面积|年?产值|总产值|收入|产量"
    "|年产量|销售|销售额|年?销售收入|利润|总?长度?|用地|贷款|完成投资|到位资金|到位|补贴|补助|参与|参加|受益|惠及|覆盖率?|完成率|满意[率度]|办结率|合格率|率|比例|营业收入|主营业务收入|供应|增加值|带动|规模"
    "|.*新增|.*的|.*\\d.*|(?:增加|减少|提高|高于|低于|是|占|达|连续|按|折|约|正在|分别|为|比|较|至|到|在(?![校册编建园岗])|用于).*|平均.*|.*(?:和|或|与|及)"
    "|财政投入|[\u4e00-\u9fff]{2,4}(?:村|社区|组)(?:总?投资|投入)|奖补资金|资金总额|金额|交易额|成交额|总?额|经济收入|增收|年收入|人均收入|户均增收|人均增收|租金|分红|总|建设|建|改造|提升|工程量.*|.*进度)$"
)
_EVENT = re.compile(  # done again and again, counted anew each time
    "培训|走访|检查|会议?$|大会|宣传|活动|宣讲|巡查|排查|整治|执法|召开|举办|发放|出动|慰问|调度|学习|印发|带动|受益|惠及|涉及|投入|解决"
    "|整改|隐患|帮助|邀请|外出|对接|考察|参加|派|张贴|悬挂|设立|出台|调解|安排|拨付|争取|筹集|筹措|投资|资金|补贴|救助|清理|拆除|立案|查处|服务"
    "|演练|招聘|推送|岗位|志愿|座谈|讲座|党课|谈话|约谈|通报|签订|采购|配备|安装|更换|维修|聘请|选派|人次|车|台|条$|问题|线索|案|件$|户$|人$|家$|个$"
)
LEAST = 4  # characters of an indicator that says by itself what is counted
_SHORT = frozenset({"总人口", "总户数", "税收", "脱贫户", "监测户", "低保户", "特困户"})  # yet name one thing
_CUMULATIVE = re.compile(
    "收入$|产值|增加值|税收|总额|固定资产投资|^新增|新登记|新注册|新建|化解|办结|引进|签约|发放|零售|进出口|招商|实际利用|生产总值|到位"
)
_STOCK = re.compile("人均$|[率度比]$|存量|余额|存栏|人口|增[速幅]|库存|在册|在建|拥有|月均|月收入")


def key_of(indicator: str) -> str:
    """Return an indicator without what does not tell it from others."""
    key = unified(indicator)
    while match := _HEAD.match(key):
        key = key[match.end() :]
    bare = _TAIL.sub("", key)
    return bare if len(bare) >= LEAST else key


@lru_cache(maxsize=1 << 12)  # several checks ask of one indicator
def unified(indicator: str) -> str:
    """Return an indicator by the one name of what has several: 规模以上工业, 规上工业."""
    for pattern, short in _SAME if _NAMED.search(indicator) else ():
        indicator = pattern.sub(short, indicator)
    return indicator


def is_measured(key: str) -> bool:
    """Tell whether a place has one value of an indicator at a time: 财政总收入, 参保率."""
    return bool(_MEASURE.search(key)) and not is_vague(key)


def is_vague(key: str) -> bool:
    """Tell whether an indicator names nothing by itself: 总投资, 用地面积, 新增."""
    return (len(key) < LEAST and key not in _SHORT) or is_bare(key)


def is_bare(key: str) -> bool:
    """Tell whether an indicator is a word that many things are measured by: 总投资, 任务."""
    return bool(_VAGUE.match(key))


def is_event(key: str) -> bool:
    """Tell whether an indicator counts what is done again and again: 走访, 投入."""
    return len(key) < LEAST or bool(_EVENT.search(key))


def is_cumulative(key: str) -> bool:
    """Tell whether an indicator only grows in the course of a year: 财政收入, 新增就业."""
    return bool(_CUMULATIVE.search(key)) and not _STOCK.search(key)
