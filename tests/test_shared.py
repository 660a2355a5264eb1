"""One of several workers makes it, and all of them have it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import shared


def test_of_several_who_ask_at_once_one_makes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "_folders", [tmp_path])
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"content")
        return made[-1]

    with ThreadPoolExecutor(4) as asking:
        given = list(asking.map(lambda _: shared.made_by_one("it", make), range(4)))
    assert given == [b"content"] * 4
    assert len(made) == 1


def test_a_process_alone_makes_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "_folders", [])
    assert shared.made_by_one("it", lambda: b"own") == b"own"
