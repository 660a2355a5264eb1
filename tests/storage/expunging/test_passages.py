"""Where a passage stands, counted before anything is taken out."""

from __future__ import annotations

import re

import pytest

from focalpoint_app.domain.content import Field
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import MARK, Places, passage_of, refuse_repeating
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.expunging.expunged import Scope
from tests.storage.expunging.witnesses import ALL, NAME, ROW, SCOPE, TOLD, expunged
from tests.storage.samples import LAYLA, NARRATIVE, text


def test_places_are_counted_and_nothing_changes(told: Workspace) -> None:
    before = told.fields("r1")
    found = told.places_of(SCOPE)
    assert found == Places(answers=2, revisions=2, steps=1, notes=1, clearances=(1,))
    assert found.is_anywhere
    assert told.fields("r1") == before
    told.close()


def test_only_the_named_question_is_looked_at(told: Workspace) -> None:
    scope = Scope("r1", passage_of(NAME), "q.table")
    assert told.places_of(scope) == Places(answers=1, revisions=1, steps=1)
    expunged(told, ALL, scope)
    assert told.fields("r1")[NARRATIVE] == text(f"{TOLD} بعد")
    assert told.history("r1", ROW)[0].expunged
    told.close()


def test_what_stands_nowhere_is_told_and_writes_nothing(told: Workspace) -> None:
    links = told.acts("r1")
    with pytest.raises(AppError, match=r"expunge\.not_found"):
        told.expunge(Scope("r1", passage_of("لم يرد قط")), ALL)
    assert told.acts("r1") == links
    told.close()


def test_where_it_is_edited_by_hand_is_named(told: Workspace) -> None:
    found = told.places_of(Scope("r1", passage_of(LAYLA.institution)))
    assert found == Places(elsewhere=("authors",))
    told.close()


@pytest.mark.parametrize("said", ["", "  ", "ال", "- .", "x"])
def test_too_little_would_be_found_everywhere(said: str) -> None:
    with pytest.raises(AppError, match=r"expunge\.too_short"):
        passage_of(said)


def test_a_passage_is_found_whatever_its_case_and_breaks() -> None:
    passage = passage_of("John  Doe")
    assert passage.taken_out("said\nJOHN\ndoe, twice John Doe") == (
        f"said\n{MARK}, twice {MARK}"
    )
    assert not passage.is_in("Johndoe")


def test_ids_and_chosen_answers_are_no_text() -> None:
    passage = passage_of("law-1")
    cite = {"source": "law-1", "provision": "law-1, 5"}
    assert passage.taken_out_of_field(Field.CITE, cite) == {
        "source": "law-1",
        "provision": f"{MARK}, 5",
    }
    chosen = passage_of("in_part")
    assert chosen.taken_out_of_field(Field.VALUE, "in_part") == "in_part"
    assert chosen.taken_out_of_entry({"value": "in_part", "skipped": "in_part"}) == {
        "value": "in_part",
        "skipped": MARK,
    }


def test_a_reason_is_needed_and_must_not_repeat_it() -> None:
    for reason, code in (
        ("", "expunge.no_reason"),
        (" …", "expunge.no_reason"),
        ("ذكر اسم زكريّا البُحتري", "expunge.reason_repeats"),
    ):
        with pytest.raises(AppError, match=re.escape(code)):
            refuse_repeating(reason, NAME)
    refuse_repeating("اسم شاهد", NAME)
