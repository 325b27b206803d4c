"""Drafts, indexes and passages for the tests of the check."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.library.postings import Postings, build_index
from drafter.model import Block, Document, IndexedText, Locality, Section, Source, Span
from drafter.text.normalize import normalize

OFFICES = """完成新圩村水稻工厂化育秧中心建设，单季育秧能力达1万亩。全镇购置高效插秧机等农机具18台，开展多轮种植指导。
桥头片区污水管网改造全面收官，沿河步道同步建成开放，群众散步有了好去处。镇综合养老中心投入运营，入住老人46名。
组织乡贤恳谈会2场，赴广东对接客商5次，实地考察纺织服装、电子信息企业20余家，签约项目3个。"""
HONEST = """上半年，我们集中力量办了几件大事。老街立面整治动工，五条背街小巷铺了沥青。
镇卫生院新楼封顶，预计年底搬迁。食用菌基地扩到三百亩，带动八十户增收。"""


def document_of(raw: str, path: str = "稿子.txt", locality: str = "") -> Document:
    """Return a draft as read: cleaned, its first line the title."""
    text, offsets = normalize(raw)
    title = Block("title", Span(0, text.find("\n") if "\n" in text else 0))
    source = Source(path, locality=Locality(locality) if locality else None)
    return Document(source, raw, text, offsets, (title,), Section(None, ""))


@pytest.fixture
def draft() -> Callable[..., Document]:
    """Return a function (raw text, path, locality) that makes a draft."""
    return document_of


@pytest.fixture
def index() -> Callable[..., Postings]:
    """Return a function ({path: raw text}) that indexes reports, each of a locality named like its path."""

    def make(texts: dict[str, str]) -> Postings:
        documents = [document_of(text, path, path) for path, text in texts.items()]
        return build_index([IndexedText(each.source, each.text, each.offsets) for each in documents])

    return make


@pytest.fixture
def offices() -> str:
    """Return a report of three paragraphs on what another town did."""
    return OFFICES


@pytest.fixture
def honest() -> str:
    """Return a draft that copies nothing."""
    return HONEST
