"""Every reader survives what once broke it, and what hypothesis makes of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.readers import READERS, Reader, kept, seeds


@cache
def reader(name: str) -> Reader:
    return READERS[name]()


@cache
def own(name: str) -> tuple[bytes, ...]:
    return tuple(seeds(name))


@pytest.mark.parametrize("name", READERS)
def test_what_once_broke_a_reader_is_survived(name: str) -> None:
    for path in kept(name):
        reader(name)(path.read_bytes())


@pytest.mark.parametrize("name", READERS)
def test_its_own_file_is_read(name: str) -> None:
    assert own(name)
    for content in own(name):
        reader(name)(content)


EXAMPLES = settings.default.max_examples if settings.default else 100

# A process's worth of work each: opening a file and judging a signature take longest.
_SLOW: Mapping[str, int] = {"workspaces": 8, "verdicts": 4, "damaged_workspaces": 8}


@pytest.mark.parametrize("name", READERS)
def test_a_file_that_was_tampered_with_is_survived(name: str) -> None:
    @settings(max_examples=EXAMPLES // _SLOW.get(name, 2))
    @given(data=st.data())
    def survives(data: st.DataObject) -> None:
        whole = data.draw(st.sampled_from(own(name)))
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(0, len(whole)))
            length = data.draw(st.integers(0, 40))
            wrong = data.draw(st.binary(max_size=20))
            whole = whole[:place] + wrong + whole[place + length :]
        reader(name)(whole)

    survives()
