"""The search of memory overlooks no kind of text."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest

from tests.memory import holding, mark


class OwnText(str):
    """As readers of XML and of databases give."""

    __slots__ = ()


@pytest.mark.parametrize("kept", [str, OwnText, str.encode])
def test_what_holds_a_word_in_any_kind_of_text_is_found(
    kept: Callable[[str], str | bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = mark()
    few = [[kept(f"x {said}")], ("another",)]  # A process of tests has millions.
    monkeypatch.setattr(gc, "collect", lambda: 0)
    monkeypatch.setattr(gc, "get_objects", lambda: few)
    assert holding(said) == ["list"]
