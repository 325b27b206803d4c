"""Laws of cutting: sentences are a partition, clauses lie in order inside the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.sentences import clauses, sentences

texts = st.text(st.sampled_from("镇村1 ，。；：！？“”（）《》\n\t、的"), max_size=60)


@given(texts)
def test_sentences_are_the_text_without_blanks_between(text: str) -> None:
    spans = list(sentences(text))
    end = 0
    for span in spans:
        assert not text[end : span.start].strip()
        assert span.of(text).strip() == span.of(text) != ""
        end = span.end
    assert not text[end:].strip()


@given(texts)
def test_clauses_stand_in_order_and_lose_only_marks(text: str) -> None:
    end = 0
    for span in clauses(text):
        assert not set(text[end : span.start]) - set("，。；：！？ \n\t")
        assert span.of(text).strip() == span.of(text) != ""
        end = span.end
    assert not set(text[end:]) - set("，。；：！？ \n\t")
