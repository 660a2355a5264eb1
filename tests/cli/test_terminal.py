"""What a stranger named a file, or wrote, gives the terminal no order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.commands.harmless import harmless
from tests.cli.running import Run

ORDERS = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202egpj\r\x7f"


def test_a_name_in_a_sentence_is_shown_and_not_obeyed(run: Run, file: Path) -> None:
    named = file.with_name(f"{ORDERS}.focalpoint")
    missing = run("doctor", named)
    assert missing.status == 3
    file.rename(named)
    sound = run("doctor", named)
    assert sound.status == 0
    for said in (missing.err, sound.out):
        assert r"\u001b]0;owned\u0007" in said
        assert harmless(said) == said


@given(st.text(st.characters(codec="utf-8")))
def test_json_says_the_same_and_lines_stay(text: str) -> None:
    written = json.dumps({"text": text}, ensure_ascii=False, indent=1)
    assert json.loads(harmless(written)) == {"text": text}
    assert harmless(text).split("\n") == [harmless(line) for line in text.split("\n")]


@pytest.mark.parametrize("text", ["سؤال\t5 (1)\nنعم", "a\u200fb\u2068c\u2069", "é 👩‍⚖️"])
def test_what_belongs_to_writing_stays(text: str) -> None:
    assert harmless(text) == text
