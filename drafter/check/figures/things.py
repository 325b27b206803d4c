"""What a figure counts, as it can be told again in other words: 户厕改造|456户 and 改造户厕|465户 are of one thing."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from drafter.check.figures.indicators import unified

_DEEDS = {  # what is done to what is counted -> the words for it
    "建": "新建成|新建|新修建|新修|建成|建设|修建|兴建|开工建设|建好|建有|已建成",
    "改": "新改建|改造提升|提升改造|升级改造|改造|改建|改(?=厕)",
    "种": "发展种植|种植|播种|栽植|栽种",
    "聘": "选聘|聘用|聘请|聘任|配备|配齐|招聘",
    "化": "排查化解|排查调处|调处化解|调解处理|成功化解|成功调处|化解|调处|调解",
    "查": "排查整治|排查出|排查|查处|发现|检查发现",
    "增": "新增加|新增|净增|增加|新入库|新登记|新注册",
    "引": "新引进|引进|招引|签约引进|新签约引进",
    "签": "新签约|签约|签订",
    "开": "新开工|开工|启动",
    "竣": "竣工投产|竣工|完工|投产|投用",
    "发": "发放|兑付|兑现|拨付|下发|落实发放",
    "争": "向上争取|对上争取|争取到位|争取|到位",
    "办": "承办|办好|兴办|办理|办结|答复|受理",
    "育": "新培育|培育|培养|扶持|新发展|发展",
    "流": "流转",
    "出栏": "出栏",
    "存栏": "存栏",
    "接": "接待量|接待",
    "设": "开发|设置|设立|划分为|划分|划定|组建|成立",
    "硬": "硬化",
    "清": "清理整治|清理|清运|清除",
    "治": "整治|治理|复耕|盘活",
    "拆": "拆除",
    "装": "安装|装配|新装|铺设|敷设|架设",
    "转": "转移就业|转移|输送",
}
_SAID_BY = {word.partition("(")[0]: deed for deed, said in _DEEDS.items() for word in said.split("|")}
_DEED = "|".join(sorted("|".join(_DEEDS.values()).split("|"), key=len, reverse=True))
_LIGHT = (  # says no more than that it is so
    "完成|实现|达到|落实|推动|带动|促进|助推|拉动|推进|保持|稳定|确保|开展|实施|组织|累计|合计|共计|共有|共|现有|拥有|有|纳入|召开|举办|举行|全年|全部|所有|全[镇乡村]|[我本]镇|镇域内?|辖区内?|镇(?![级区村街属政中卫小])|年[末底]|成功"
    "|各[类级项种]|(?:农村|乡村)(?!公路|道路|产业|经济|居民|人口|劳动力|供水|饮水|振兴)|乡村振兴(?=衔接|项目)|为(?:群众|老百姓|企业|农户|百姓)|广大|专兼职|专职|安全(?=隐患)|生态(?=护林)|社会(?=矛盾)|基层(?=矛盾)|已经?|均|先后|继续|积极|持续|深入|全力|统筹|谋划|推广|辖区?|下辖"
    "|年(?=接待)|经常性|目前|一年来"
)
_LIGHT_HEAD = re.compile(f"(?:{_LIGHT})(?=..)")
_FRONT = re.compile(f"^(?:(?P<light>{_LIGHT})|(?P<deed>{_DEED}))(?=.)")
_BACK = re.compile(f"(?<=..)(?:(?P<light>完成|实现|达到?|共|累计|工作|人员)|(?P<deed>{_DEED}))$")
_SIZE = re.compile("(?<=..)(?:总?面积|总?数量?|个数|户数|人数|件数|规模)$")
_SAME = (
    (re.compile("(?:农民)?专业合作(?:社|组织)"), "合作社"),
    (re.compile("公益(?:性)?(?:岗位|岗)"), "公益岗位"),
    (re.compile("(?:太阳能|LED)路灯"), "路灯"),
    (re.compile("(?:撂荒|抛荒|弃耕)(?:耕|土|农)?地"), "撂荒地"),
    (re.compile("(?:农村)?(?:卫生厕所|户用厕所|户厕|无害化厕所|农厕)"), "户厕"),
    (re.compile("^厕$"), "户厕"),
    (re.compile("危旧?房屋?"), "危房"),
    (re.compile("规上工业企业|规模企业|规上工业(?![总增产用经投利园技营税销主])"), "规上企业"),
    (re.compile("经营主体"), "市场主体"),
    (re.compile("脱贫(?:户|人口|群众|人员|对象)"), "脱贫户"),
    (re.compile("监测(?:户|人口|对象|人员)"), "监测户"),
    (re.compile("(?P<kind>低保|特困)(?:供养)?(?:户|人口|对象|人员)"), r"\g<kind>户"),
    (re.compile("矛盾纠纷|社会矛盾|纠纷矛盾"), "矛盾纠纷"),
    (re.compile("(?P<who>保洁|护林|网格|管护|公益)人员"), r"\g<who>员"),
    (re.compile("(?:违章|违法|违规)(?:建筑|搭建|建设)|乱搭乱建|违建房?|两违"), "违建"),
    (re.compile("(?:村组|通组|通村|组级|入户)(?:公|道)?路"), "村组道路"),
    (re.compile("(?:驻村|帮扶)(?:工作队员|工作队干部|队员|干部)"), "驻村队员"),
    (re.compile("公共厕所"), "公厕"),
    (re.compile("(?:视频|监控)(?:监控|探头|摄像头)|摄像头"), "监控"),
    (re.compile("高新技术企业|高新企业|国高企业"), "高企"),
    (re.compile("(?:城乡)?居民储蓄(?:存款)?余额"), "居民储蓄余额"),
    (re.compile("志愿服务者|志愿者(?:队伍)?"), "志愿者"),
    (re.compile("(?:农村)?留守(?P<who>儿童|老人|妇女)"), r"留守\g<who>"),
    (re.compile("垃圾(?:桶|箱)"), "垃圾桶"),
    (re.compile("(?:农业机械|农机具|农机)"), "农机"),
    (re.compile("(?:农村)?劳动力(?:转移|外出|外出务工)?就业|外出务工(?:人员|劳动力)?"), "外出务工"),
    (re.compile("^人口(?![自出增密老净总流普规结较数质计信素])"), "总人口"),
    (re.compile("^(?:上级|项目|专项|各类|各级|无偿|补助|扶持|政策性|财政)+资金(?!使用|管理|监管)"), "上级资金"),
    (re.compile("政协(?:委员)?(?:提案|建议)+"), "提案"),
    (re.compile("人大(?:代表)?(?:议案|建议)+(?:意见)?|代表(?:议案|建议)+"), "人大建议"),
)
_NAMED = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern, _ in _SAME))
_LONGEST = 10  # characters of a noun that is counted
_GOES_ON = re.compile(  # makes another noun of the one before: 网格|员, 党员|干部
    "员|户|村|项目|企业|基地|产业|工程|建设|协会|队伍?|服务|长(?!势)|站|点|区|园|化(?!解)|组|小组|政策|资金|补[贴助]|岗位|干部|代表|群众|经济|合作社|管理员|加工|种植|以上|以下|总(?!投资|引资|里程|长度)"
)
_TOO_COMMON = re.compile(  # many things are so called
    "(?:行政)?村|村级|全[县市区省]|社区|企业|项目|工程|问题|群众|群众性|人员|人|户|活动|会议|资金|投资|总?产值|总?收入|面积|线索|案件|事项|隐患|任务|岗位|土地|道路|公路|房屋|产业"
    "|单位|点位|线路|措施|设施|设备|机构|服务|家庭|劳动力|贫困|人口|农户|村民|居民|学生|老人|儿童|车辆|垃圾|材料|资料|物资|病例|物品|车次|基地|园区|品牌|场所|示范.*|.*类"
    "|.*的|.*[和与及或]|.*\\d.*|.*等"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted, and what was done to it; "" where it is only there."""

    noun: str
    deed: str


@lru_cache(maxsize=1 << 12)  # several checks ask of one indicator
def thing_of(indicator: str) -> Thing:
    """Return what an indicator names, whichever way round it names it: 户厕改造, 改造户厕."""
    noun, deed = unified(indicator), ""
    while match := _FRONT.match(noun) or _SIZE.search(noun) or _BACK.search(noun):
        deed = _SAID_BY.get(match.groupdict().get("deed") or "", deed)
        noun = noun[: match.start()] + noun[match.end() :]
    return Thing(one_name(noun), deed)


def one_name(noun: str) -> str:
    """Return a noun by the one name of what has several: 农民专业合作社, 合作社."""
    for pattern, name in _SAME if _NAMED.search(noun) else ():
        noun = pattern.sub(name, noun)
    return noun


def deed_in(words: str) -> str:
    """Return what words before a figure say was done to what it counts: 全年办理的|38件人大建议."""
    found = re.search(f"({_DEED})了?的?$", words)
    return _SAID_BY[found[1]] if found else ""


def names_one(noun: str) -> bool:
    """Tell whether a noun is of one thing only in a report: 保洁员, not 项目."""
    return len(noun) > 1 and not _TOO_COMMON.fullmatch(noun)


def noun_at(words: str, nouns: Collection[str]) -> str:
    """Return the longest of some nouns that words begin with, "" where they begin with none of them."""
    words = one_name(unified(words))
    while match := _LIGHT_HEAD.match(words):
        words = words[match.end() :]
    for end in range(min(len(words), _LONGEST), 1, -1):
        if words[:end] in nouns and not _GOES_ON.match(words, end):
            return words[:end]
    return ""
