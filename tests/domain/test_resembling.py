"""Which sentences one was made of, found without asking each."""

from __future__ import annotations

from focalpoint_app.domain.attribution import Version, attributed
from focalpoint_app.domain.resembling import Candidates
from tests.effort import done_within

_MANY = 400
"""Seconds of the processor's; it was 11 when each was held against each."""


def _law(number: int, years: str = "four years") -> str:
    return (
        f"Article {number} of the Law of 2010 punishes participation in an organized"
        f" criminal group with imprisonment of at least {years} and a fine. "
    )


def test_the_sentence_of_the_same_place_is_taken_among_many_alike() -> None:
    known = Candidates((_law(n), n) for n in range(_MANY))
    for number in (0, 137, _MANY - 1):
        edited = _law(number).replace("a fine", "the confiscation of its proceeds")
        assert known.made_into(edited, number / _MANY)[:1] == [number]


def test_a_rare_word_leads_to_a_sentence_that_was_moved_far() -> None:
    known = Candidates((_law(n), n) for n in range(_MANY))
    assert known.made_into(_law(3, "five years"), 0.99)[:1] == [3]


def test_what_shares_no_word_was_made_of_none() -> None:
    assert Candidates([(_law(1), 1)]).made_into("Nothing else.", 0.0) == []
    assert Candidates[int]([]).made_into(_law(1), 0.5) == []


def test_four_hundred_edited_sentences_keep_their_origins_soon() -> None:
    said = "".join(_law(n) for n in range(_MANY))
    edited = said.replace("four years", "five years")
    versions = [
        Version("0", "amal", said, sources={"justice": said}),
        Version("1", "samir", edited, ("0",)),
    ]

    spans = done_within(2.5, lambda: attributed(versions))

    assert {each.origin.contribution for each in spans} == {"justice"}
