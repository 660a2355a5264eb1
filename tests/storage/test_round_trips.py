"""What is put in comes back, here and after reopening."""

import dataclasses
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.note import Note
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.storage import Workspace
from tests.storage.samples import (
    AT,
    CHOICE,
    LAW,
    LAYLA,
    NARRATIVE,
    OMAR,
    PROFILE,
    REVIEW,
    at,
    change,
    questionnaire_data,
    reopened,
    text,
)

CONTENTS: list[tuple[FieldKey, Content]] = [
    (CHOICE, "yes"),
    (FieldKey("q", Field.VALUE), ["a", "b"]),
    (NARRATIVE, {"text": "نصّ\nوسطر", "directions": ["", "ltr"]}),
    (FieldKey("q", Field.ROW, item="r"), {"cells": {"year": "2021"}, "order": "1"}),
    (FieldKey("q", Field.SKIP), "<b>&\u202egpj"),
]


def test_the_profile_comes_back_after_reopening(closed: Path) -> None:
    workspace = reopened(closed)
    assert workspace.profile() == PROFILE
    changed = dataclasses.replace(PROFILE, state="XBB", memberships={})
    workspace.save_profile(changed)
    assert workspace.profile() == changed
    workspace.close()


def test_authors_are_kept_and_one_is_writing(workspace: Workspace) -> None:
    renamed = dataclasses.replace(OMAR, role="focal point")
    workspace.save_author(renamed)
    workspace.set_current_author(renamed.id)
    assert set(workspace.authors()) == {LAYLA, renamed}
    assert workspace.current_author() == renamed


def test_a_review_keeps_the_questionnaire_it_was_given(workspace: Workspace) -> None:
    assert workspace.reviews() == (REVIEW,)
    assert workspace.questionnaire_data("r1") == questionnaire_data()


def test_an_unknown_review_is_said_so(workspace: Workspace) -> None:
    with pytest.raises(AppError) as caught:
        workspace.questionnaire_data("r2")
    assert caught.value.code == "review.unknown"


def test_a_review_without_a_start_comes_after_those_with_one(
    workspace: Workspace,
) -> None:
    later = dataclasses.replace(REVIEW, id="r0", start=None)
    workspace.add_review(later, questionnaire_data())
    assert workspace.reviews() == (REVIEW, later)


def test_every_kind_of_content_comes_back_after_reopening(
    workspace: Workspace, path: Path
) -> None:
    changes = [change(key, content) for key, content in CONTENTS]
    workspace.save("r1", changes, LAYLA.id, AT)
    assert workspace.fields("r1") == dict(CONTENTS)
    workspace.close()
    again = reopened(path)
    assert again.fields("r1") == dict(CONTENTS)
    again.close()


def test_a_cleared_field_is_not_listed(workspace: Workspace) -> None:
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    workspace.save("r1", [change(CHOICE, None, "yes")], LAYLA.id, at(1))
    assert workspace.fields("r1") == {}


def test_reviews_do_not_see_each_others_answers(workspace: Workspace) -> None:
    workspace.add_review(dataclasses.replace(REVIEW, id="r2"), questionnaire_data())
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    assert workspace.fields("r2") == {}


def test_sources_come_back_as_gazettes_print_them(workspace: Workspace) -> None:
    decree = Source(
        "d", SourceKind.REGULATION, {"ar": "مرسوم", "fr": "Décret"}, "ملكي م/5",
        None, "2010-03", "15 ربيع الأول 1431 هـ", "4301", "1431", "المادة",
        "عُدّل 1435", "الشمال", "https://example.org/a?b", "https://sherloc.unodc.org/x",
    )  # fmt: skip
    workspace.save_source(decree)
    workspace.save_source(LAW)
    renamed = dataclasses.replace(LAW, number="6")
    workspace.save_source(renamed)
    assert workspace.sources() == (renamed, decree)


def test_a_cited_source_is_not_deleted(workspace: Workspace) -> None:
    cite = FieldKey("untoc.5.1", Field.CITE, item="c1")
    content = {"source": "law-1", "provision": "المادة 47", "order": "1"}
    workspace.save_source(LAW)
    workspace.save("r1", [change(cite, content)], LAYLA.id, AT)
    with pytest.raises(AppError) as caught:
        workspace.delete_source("law-1")
    assert (caught.value.code, caught.value.context["count"]) == ("source.cited", 1)
    workspace.save("r1", [change(cite, None)], LAYLA.id, AT)
    workspace.delete_source("law-1")
    assert workspace.sources() == ()


def test_notes_are_listed_by_question_oldest_first(workspace: Workspace) -> None:
    second = Note("n1", "untoc.5.1", LAYLA.id, at(2), "ثم هذا")
    first = Note("n2", "untoc.5.1", OMAR.id, at(1), "هذا أولا")
    other = Note("n3", "untoc.6.1", OMAR.id, at(0), "غيره")
    for note in (second, first, other):
        workspace.add_note("r1", note)
    assert workspace.notes("r1", "untoc.5.1") == (first, second)
    workspace.delete_note("r1", "n2")
    assert workspace.notes("r1") == (other, second)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (text("a\x00b"), "text.forbidden_character"),
        (text("a\ud800"), "text.forbidden_character"),
        ({"a\x00": "b"}, "text.forbidden_character"),
        (["x" * 1_000_001], "text.too_long"),
    ],
)
def test_text_that_some_database_refuses_reaches_none(
    workspace: Workspace, content: Content, code: str
) -> None:
    workspace.save("r1", [change(NARRATIVE, text("قبل"))], LAYLA.id, AT)
    with pytest.raises(AppError) as caught:
        workspace.save(
            "r1", [change(CHOICE, "yes"), change(NARRATIVE, content)], LAYLA.id, AT
        )
    assert caught.value.code == code
    assert workspace.fields("r1") == {NARRATIVE: text("قبل")}


def test_a_name_that_no_database_takes_is_refused(workspace: Workspace) -> None:
    with pytest.raises(AppError) as caught:
        workspace.save_author(dataclasses.replace(OMAR, name="a\x00"))
    assert caught.value.code == "text.forbidden_character"


@pytest.mark.parametrize("said", ["{", "[" * 100_000, "2026-11-31T25:00:00Z"])
def test_what_is_neither_json_nor_a_time_is_damage(closed: Path, said: str) -> None:
    """A disk changed it, or somebody with another program."""
    with closing(reopened(closed)) as workspace:
        workspace.add_note("r1", Note("n1", NARRATIVE.question, LAYLA.id, AT, "نص"))
    with closing(dbapi2.connect(str(closed))) as raw:
        raw.execute("UPDATE profile SET content = ?", (said,))
        raw.execute("UPDATE notes SET time = ?", (said,))
        raw.commit()
    with closing(reopened(closed, writing=False)) as workspace:
        for read in (workspace.profile, lambda: workspace.notes("r1")):
            with pytest.raises(AppError) as caught:
                read()
            assert caught.value.code == "workspace.damaged"
