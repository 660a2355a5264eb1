"""What an act of expunging says, and what only looks like one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.expunging_act import expunging_of

PLACES = {"contributions": "0", "clearances": []}
TOLD: dict[str, Any] = {
    "reason": "سهو",
    "decided": ["contributions"],
    "places": PLACES,
    "left": {"r-1": "5a"},
    "besides": ["n-1"],
}


def test_what_was_decided_counts_though_none_was_found() -> None:
    found = expunging_of(TOLD)
    assert found is not None
    assert (found.contributions, found.clearances) == (True, False)
    assert found.subjects == {"r-1", "n-1"}


@pytest.mark.parametrize(
    ("places", "decided"),
    [
        ({"contributions": "0", "clearances": []}, (False, False)),
        ({"contributions": "2", "clearances": ["1"]}, (True, True)),
    ],
)
def test_an_act_of_before_says_it_by_what_was_found(
    places: dict[str, Any], decided: tuple[bool, bool]
) -> None:
    found = expunging_of({"reason": "", "places": places, "left": {}})
    assert found is not None
    assert (found.contributions, found.clearances) == decided
    assert found.is_former


@pytest.mark.parametrize("name", ["reason", "places", "left"])
@pytest.mark.parametrize("said", [None, 5, ["x"]])
def test_what_was_never_written_like_this_is_none(name: str, said: object) -> None:
    assert expunging_of({**TOLD, name: said}) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(sorted(TOLD)), inner, max_size=5)
        ),
        max_leaves=8,
    )
)
def test_whatever_stands_there_raises_nothing(said: object) -> None:
    expunging_of(said)
    expunging_of({**TOLD, "left": said, "besides": said, "decided": said})
