"""What a reader would not see is named; plain writing in six languages is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.misleading import misleading

FORMS = Path(__file__).parents[2] / "forms" / "cluster-1"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Law\u2063 5", ("U+2063",)),
        ("Law\U000e0041", ("U+E0041",)),
        ("\u3164", ("U+3164",)),
        ("5\u200b0", ("U+200B",)),
        ("Min\u200distry", ("U+200D",)),
        ("\u0410rticle", ("\u0410rticle",)),  # its first letter is Cyrillic
        ("з\u0430к\u006fн", ("з\u0430к\u006fн",)),  # its o is Latin
        ("\u0391rt. 5", ("\u0391rt",)),  # Greek
        ("a\u2063 b\u2063", ("U+2063",)),
    ],
)
def test_what_hides_is_named(text: str, found: tuple[str, ...]) -> None:
    assert misleading(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "المادة 5 (1) (أ)",
        "می\u200cخواهم",  # Persian: the joiner says how letters join
        "\u200fالقانون\u200e Law 5\u2068x\u2069",
        "SMS-сообщение, IP-адрес, COVID-19",
        "Straße, façade, niño, œuvre",
        "soft\u00adhyphen, word\u2060joiner",
        "第5条第1款",
        "👩\u200d⚖️",
    ],
)
def test_plain_writing_is_not(text: str) -> None:
    assert misleading(text) == ()


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_no_text_of_the_questionnaire_misleads(language: str) -> None:
    with (FORMS / f"{language}.po").open("rb") as file:
        texts = [str(each.string) for each in read_po(file) if each.id]
    assert len(texts) > 100
    assert {text: misleading(text) for text in texts if misleading(text)} == {}


@given(st.text())
def test_what_is_named_can_be_shown(text: str) -> None:
    for each in misleading(text):
        assert each.startswith("U+") or each.isalpha()
