"""Residue and misquoted formulations planted by hand, and false alarms on real reports."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest

from drafter.check.formulation.rule import find_misquotes
from drafter.check.residue.rule import find_residue
from drafter.ingest.reader import read
from drafter.model import Document

from .conftest import CORPUS, Measured
from .planted import Rule, alarms, paragraphs, sample_index, score

FOLDER = Path(__file__).parent
OTHERS = FOLDER.parents[2] / "shared" / "reports"
RULES: dict[str, Rule] = {"residue": find_residue, "misquotes": find_misquotes}

# Labels stay as they were given; a file that was touched must be argued for, and its digest changed by hand.
DIGESTS = {
    "residue/development": "49ba68533d5d23bb264554365e2ddbb17476d818c43915b254d0991cf6800994",
    "residue/held_out": "495ff6806d14f7f7e7c1f860c46e99fab54665eedd2a627410a0234392d08daa",
    "misquotes/development": "174ee60b4e6191d7b01f263cd355a0555cdaeaba854f179d30d668947c85c9ab",
    "misquotes/held_out": "2a020c1ecda9ab458709b659acbe5a28db44f153ce1a7bad409572b47e0d7d61",
    "residue/unread": "a1bdec3166e9a1ab18a38a5ba88ac901f5801ac526c0ac2381bde00191f81001",
    "residue/second": "4d32d92e74a3a3853504222b1039ebf3cb2e8152973bf599f41fdf5b52774457",
    "misquotes/second": "817a0cdcd9b829be67496370bc0c56f5500dd0199d7466f56f4d248d516c2213",
    "residue/third": "0b1a7edf6777658c4e2d054dcd16373293054d59fa78438695c4c41d8dcef812",
    "misquotes/third": "bc98c62f0992f2405ed7f08a7e00be87fe9f4849eb60bde923ddece5f3272e06",
    "residue/fourth": "62023898e328679e89faae97426bf9412ee3ee45f9b7ef7c3dd3cd939ced7a07",
    "residue/fifth": "7ef75f6a42a75f18cdf7c215d53f71995f602de111114a61215c1ee2563998f9",
    "residue/sixth": "b06459a2bb572e237bf89e776960069f2a20d8058d60ca6ab481897d3ea650b8",
    "residue/seventh": "5bfbc579c5c685e51e3bbd77463e62bb3785d2a11f4b8efaf8b3613ff455c7ff",
    "misquotes/fourth": "79580d4742fdaa133e564e34845fa8bfa62721b879da9dbb0af2fa062d69a67e",
    "residue/eighth": "cfabc397fefecbd26855b12df7b0232f32890eee7f6b9327d264ae174f10f264",
    "misquotes/fifth": "3064a374873a552172d2eb927b87ee83dc61ffc24ec2ba8b895dc36c94dddeef",
    "residue/ninth": "9f9595d39c6a0086a0f6cdbeedc07cc9dc2d9ebec2018935cab6b482a013db2b",
    "misquotes/sixth": "ac1b0417ec9d086e742f61617bcefe049553a78f860fe77336d15923189a8319",
    "residue/tenth": "e701a2320aa151a1a1a1f6a1e5a1a7407842632a30a662700e0f15016974e2c3",
    "misquotes/seventh": "9da6994465fbc934c18c4188cf4ddc7b3d119e65cecb4f0d20a2210a4e0bfcf4",
    "misquotes/eighth": "0c7b4022dac1fdca00e7cb555e9434f84b15eb4776cf70f2904fb6febf6ca054",
    "residue/eleventh": "d8f5145a31fd94ef1a5a2f37c39df5dd03fada93a2ce9b8372b84fae31ec671e",
    "residue/twelfth": "3d9c64a4d6707a81fee5b641f995e5569ab2575de98973db2b0f9831af973ffa",
    "residue/thirteenth": "2ba3be2e94682e1eb52a394e86fe0acaf3ee5f29d33ad45bb49d0daaff59148f",
    "residue/fourteenth": "a0ef7d8958377bf2af900ccea16b81bd4f3b56f95004d14d86a4271c76be303e",
    "residue/fifteenth": "b71867bc37f011fcf1f708017b9500b56fcbb9188a6812922f5c42eb20f59d90",
    "misquotes/thirteenth": "e8ccf2891828505a5feecaa9199b4e1d01e60fd99ba3d0875b662f20e163de74",
    "misquotes/unread": "c00c5796dff1701d5fabccd1993af512902423a8db81aaeb2602f6a939315687",
    "misquotes/ninth": "495009366e3575168f73f38eabadd421e4b3d7a6645bb5e6818b3d3952a407b7",
    "misquotes/tenth": "bd3a64e2e14200ee8b4277bb2cdce2a1e0136ef455cc50f2c9ea90e1fcf5fc76",
    "misquotes/eleventh": "803c9a110b8595a4d8d7d465ff33b6dcf8f90aa7510873068fc1dec359b6c369",
    "misquotes/twelfth": "67e9bb472f822b946469574708724d588e6e506f12cfa05c9c4e256261207f2c",
}
LEAST_RECALL, LEAST_PRECISION = 0.95, 0.9  # issue's targets, for development and held-out paragraphs together
FLOORS = {  # recall, precision
    "development": (0.95, 0.95),
    "held_out": (0.9, 0.9),
    "unread": (0.96, 0.96),
    "second": (0.8, 0.95),
    "third": (0.85, 0.95),
    "fourth": (0.9, 0.95),
    "fifth": (0.94, 0.95),
    "sixth": (0.95, 0.95),
    "seventh": (0.95, 0.95),
    "eighth": (0.95, 0.95),
    "ninth": (0.95, 0.95),
    "tenth": (0.94, 0.95),
    "eleventh": (0.95, 0.95),
    "twelfth": (0.97, 0.95),
    "thirteenth": (0.92, 0.95),  # of misquotes; of residue 1.0
    "fourteenth": (0.97, 0.95),
    "fifteenth": (0.95, 0.95),
}
# When first measured `unread` had for residue a recall of 0.69 at 0.95 (0.74 at 1.0 once three labels were mended: two
# names that a town may well say, and a slogan found beside another), for misquotes of 0.78 at 0.96. `second` came
# after the rules had been mended by that: 0.50 at 0.82 and 0.69 at 1.0. `third`, after they had been mended by both:
# 0.64 at 0.90 and 0.91 at 1.0. `fourth`, of residue alone, was 0.56 at 0.94 (0.58 at 1.0 once two labels were mended:
# a road to the next county that may well be, and a slogan found beside another).
# `fifth` came after that: 0.78 at 1.0; `sixth` after another round: 0.86 at 0.92. Then sets of 40 with as many clean
# neighbours, their towns drawn from the whole gazetteer: `seventh` 0.66 at 0.90; of misquotes `fourth` 0.48 at 1.0
# (0.51 once three labels were mended that real reports say: 创新驱动战略, “两山”理论, 打非治乱).
# `eighth` 0.50 at 0.92 (0.53 once two labels were mended that the office may well say), misquotes `fifth` 0.76 at 1.0.
# `ninth` 0.64 at 0.81 (0.68 once two labels were mended), misquotes `sixth` 0.70 at 1.0.
# `tenth` 0.78 at 0.88, misquotes `seventh` 0.72 at 1.0, `eighth` 0.86 at 1.0.
# Misquotes `ninth` and `tenth`, 40 and 40 each by writers who had never seen the program: 0.825 at 1.0, 0.80 at 0.97.
# `eleventh` and `twelfth`, by others again: 0.925 at 0.97 and 0.925 at 1.0; the one false alarm was “五大振兴”.
# `eleventh` (30 faults) 0.57 at 0.94. A stranger thinks of new kinds each time: two in
# five are missed at first.
# `twelfth` and `thirteenth` were written by people who had seen neither rules nor sets, playing a town's office that
# reuses last year's report or a neighbour's: 0.80 at 0.85 and 0.83 at 0.85. What they missed were names without 县 or
# 镇 before an ordinary noun, what chat answers leave, and the year of a plan.
# `fourteenth`, by another such writer after the rules had been mended by those: 0.90 at 0.92.
# `fifteenth` of residue and `thirteenth` of misquotes were kept apart until all was done: 0.975 at 0.95, 0.925 at 1.0
# (0.95 at 0.93, 0.925 at 1.0 halfway).
# Alarms per 10,000 characters of real reports. Of the samples all but six of residue's are the XX and debris they are
# full of, and all but four of formulation's the names cut out of them: these two kinds are left out.
MOST_ALARMS = {"residue": 0.4, "misquotes": 0.3}
TRUE_KINDS = frozenset({"gap", "debris", "scrubbed"})

per_rule = pytest.mark.parametrize("name", RULES)


@pytest.mark.parametrize("half", DIGESTS)
def test_the_paragraphs_are_those_that_were_written(half: str) -> None:
    assert hashlib.sha256((FOLDER / f"{half}.txt").read_bytes()).hexdigest() == DIGESTS[half]


@per_rule
def test_planted_faults_are_found(name: str, measured: Measured) -> None:
    index = sample_index(CORPUS)
    planted = found = right = raised = 0
    for half, (recall, precision) in FLOORS.items():
        if f"{name}/{half}" not in DIGESTS:
            continue
        result = score(RULES[name], paragraphs(FOLDER / name / f"{half}.txt"), index)
        measured(f"{name}, {half}: recall of {result.planted} faults", result.recall, f"≥ {recall}")
        measured(f"{name}, {half}: precision of {result.alarms} alarms", result.precision, f"≥ {precision}")
        assert result.recall >= recall, result.missed
        assert result.precision >= precision, result.wrong
        planted, found = planted + result.planted, found + result.found
        right, raised = right + result.right, raised + result.alarms
    assert found / planted >= LEAST_RECALL
    assert right / raised >= LEAST_PRECISION


@cache
def reports(folder: Path) -> tuple[Document, ...]:
    """Return the reports of a folder, read."""
    files = (path for path in sorted(folder.rglob("*.txt")) if path.stem != "README")
    return tuple(document for path in files for document in read(path, path.name))


@per_rule
def test_samples_raise_few_false_alarms(name: str, measured: Measured) -> None:
    rate = alarms(RULES[name], reports(CORPUS), TRUE_KINDS)
    measured(f"{name}: alarms per 10,000 characters of the samples, true kinds left out", rate, "≤ 1")
    assert rate <= 1


@pytest.mark.skipif(not OTHERS.is_dir(), reason="../shared/reports is not here")
@per_rule
def test_other_reports_raise_few_false_alarms(name: str, measured: Measured) -> None:
    rate = alarms(RULES[name], reports(OTHERS)[::4], TRUE_KINDS)
    measured(f"{name}: alarms per 10,000 characters of other reports", rate, f"≤ {MOST_ALARMS[name]}")
    assert rate <= MOST_ALARMS[name]
