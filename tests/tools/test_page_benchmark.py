"""The benchmark of pages gives every maker the same document and counts fairly."""

import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Part = Callable[[str], Any]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> Part:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks" / "parts"))

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    return load


def test_six_hundred_blocks_make_what_the_figures_say(part: Part) -> None:
    found = part("page_material")
    given = found.material(600)

    assert len(given["blocks"]) == 600
    assert sum(1 for block in given["blocks"] if block["table"]) == 120
    assert 93_000 <= found.words_of(given) <= 96_000


def test_two_runs_set_the_same_words(part: Part) -> None:
    found = part("page_material")

    assert found.material(30) == found.material(30)


def test_nothing_in_a_text_is_markup(part: Part) -> None:
    found = part("page_markup")
    given = {"title": "t", "pages": ['<b>#let "x" \\ $y$ *z*']}

    assert "&lt;b&gt;#let &quot;x&quot;" in found.html(given)
    assert r'#"<b>#let \"x\" \\ $y$ *z*"' in found.typst(given)


def test_reading_back_counts_what_is_there_and_nothing_else(part: Part) -> None:
    similarity = part("reading_back").similarity

    assert similarity("المادة 5", "\u061cالمادة  5\n\n3 / 80") == 1
    assert similarity("المادة", "") == 0
    assert similarity("abcd", "dcba") < 0.5


def test_the_memory_of_children_counts(part: Part) -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', {!r}])"
    hungry = "import time; held = bytearray(60 << 20); time.sleep(0.4)"

    seen = part("watching").watched(
        [sys.executable, "-c", child.format(hungry)], dict(os.environ)
    )

    assert seen.peak_mb > 60
    assert seen.seconds > 0.4
