"""Fields of every kind merge the same way from either side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.content import Content
from focalpoint_app.domain.merge.contents import (
    MergedContent,
    merge_content,
    merge_sets,
)
from tests.domain.merge.texts import TEXTS

SETS = st.frozensets(st.sampled_from("abcd"))
CONTENTS: st.SearchStrategy[Content] = st.one_of(
    st.none(),
    st.sampled_from(["yes", "no", "2020-01-01"]),
    SETS.filter(bool).map(sorted),
    TEXTS.map(lambda text: {"text": text}),
    st.fixed_dictionaries(
        {
            "cells": st.dictionaries(st.sampled_from("xy"), st.sampled_from("12")),
            "order": st.sampled_from("12"),
        }
    ),
)


@given(CONTENTS, CONTENTS, CONTENTS)
def test_the_sides_may_change_places(
    base: Content, first: Content, second: Content
) -> None:
    assert merge_content(base, first, second) == merge_content(base, second, first)


@given(CONTENTS, CONTENTS)
def test_one_sided_changes_pass(base: Content, changed: Content) -> None:
    assert merge_content(base, changed, base) == MergedContent(changed)
    assert merge_content(base, changed, changed) == MergedContent(changed)


@given(SETS, SETS, SETS, SETS)
def test_sets_merge_in_any_order(
    base: frozenset[str],
    a: frozenset[str],
    b: frozenset[str],
    c: frozenset[str],
) -> None:
    left = merge_sets(base, merge_sets(base, a, b), c)

    assert left == merge_sets(base, a, merge_sets(base, b, c))
    assert merge_sets(base, a, a) == a


ROW = {"cells": {"year": "2024", "note": "a"}, "order": "1"}


@pytest.mark.parametrize(
    ("base", "first", "second", "merged"),
    [
        (["a"], ["a", "b"], ["c"], MergedContent(["b", "c"])),
        (["a"], ["a", "b"], None, MergedContent(["b"])),
        (["a"], None, ["b"], MergedContent(["b"])),
        (None, "yes", "no", MergedContent(None, True)),
        ("yes", None, "no", MergedContent("no", True)),
        (
            ROW,
            {"cells": {"year": "2025", "note": "a"}, "order": "1"},
            {"cells": {"year": "2024"}, "order": "3"},
            MergedContent({"cells": {"year": "2025"}, "order": "3"}),
        ),
        (
            ROW,
            {"cells": {"year": "2025", "note": "a"}, "order": "1"},
            {"cells": {"year": "2026", "note": "b"}, "order": "1"},
            MergedContent({"cells": {"note": "b"}, "order": "1"}, True),
        ),
        (
            {"text": "One. Two."},
            {"text": "One. Two!", "directions": ["rtl"]},
            {"text": "One. Two."},
            MergedContent({"text": "One. Two!", "directions": ["rtl"]}),
        ),
    ],
)
def test_each_kind_in_its_own_way(
    base: Content, first: Content, second: Content, merged: MergedContent
) -> None:
    assert merge_content(base, first, second) == merged
