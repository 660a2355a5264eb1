"""Search finds Arabic as people write it, in everything that is written."""

import dataclasses
from pathlib import Path

import pytest

from focalpoint_app.domain.content import Field, FieldKey, Step
from focalpoint_app.domain.hit import Hit, HitKind
from focalpoint_app.domain.note import Note
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.search.searching import shared
from tests.storage.samples import (
    AT,
    LAW,
    LAYLA,
    NARRATIVE,
    REVIEW,
    change,
    questionnaire_data,
    reopened,
    text,
)

PROSE = (
    "يُعاقَب كلُّ مَن شارك في جماعةٍ إجراميّة منظَّمة، وفق المادة ٤٧ من القانون رقم 5 "
    "لسنة ٢٠١٠، ويُعدّ المسؤول شريكًا. United Nations Convention, ArTICLE 5; مستشفى"
)


def type_in(workspace: Workspace, said: str, key: FieldKey = NARRATIVE) -> None:
    workspace.save("r1", [change(key, text(said))], LAYLA.id, AT)


def answers(workspace: Workspace, query: str) -> list[str]:
    hits = workspace.search("r1", query)
    return [hit.subject for hit in hits if hit.kind is HitKind.ANSWER]


FOUND = [
    "يعاقب",  # written with harakat
    "يُعاقَبُ",  # asked with harakat
    "جماعه اجراميه",  # ta marbuta as ha, alef without hamza
    "إجرامية",
    "المسوول",  # waw with hamza
    "منـــظمة",  # tatweel
    "المادة 47",
    "٤٧",
    "۲۰۱۰",  # Persian digits
    "2010",
    "مستشفي",  # alef maqsura as ya
    "conven",  # a beginning
    "article",
    "united 47 شريكا",  # every word somewhere
]


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("query", FOUND)
def test_arabic_is_found_however_it_is_spelt(
    workspace: Workspace, query: str, sealed: bool
) -> None:
    type_in(workspace, PROSE)
    if sealed:
        workspace.seal("r1", None, AT)
    assert answers(workspace, query) == [NARRATIVE.question]


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("query", ["غائب", "جماعة غائبة", "ماعة", "47x", "", '؟ ()*"'])
def test_what_is_not_there_is_not_found(
    workspace: Workspace, query: str, sealed: bool
) -> None:
    type_in(workspace, PROSE)
    if sealed:
        workspace.seal("r1", None, AT)
    assert workspace.search("r1", query) == ()


def test_changed_text_is_found_by_its_new_words_only(workspace: Workspace) -> None:
    type_in(workspace, "الأولى")
    workspace.seal("r1", None, AT)
    type_in(workspace, "الثانية")
    assert answers(workspace, "الاولى") == []
    assert answers(workspace, "الثاني") == [NARRATIVE.question]
    workspace.seal("r1", None, AT)
    assert answers(workspace, "الاولى") == []
    assert answers(workspace, "الثاني") == [NARRATIVE.question]


def test_a_cleared_answer_is_not_found(workspace: Workspace) -> None:
    type_in(workspace, PROSE)
    workspace.seal("r1", None, AT)
    workspace.save("r1", [change(NARRATIVE, None)], LAYLA.id, AT)
    assert answers(workspace, "يعاقب") == []
    workspace.seal("r1", None, AT)
    assert answers(workspace, "يعاقب") == []


def test_tables_provisions_and_reasons_are_searched(workspace: Workspace) -> None:
    row = FieldKey("q.row", Field.ROW, item="r")
    cite = FieldKey("q.cite", Field.CITE, item="c")
    skip = FieldKey("q.skip", Field.SKIP)
    choice = FieldKey("q.choice", Field.VALUE)
    changes = [
        change(row, {"cells": {"offence": "تهريب"}, "order": "1"}),
        change(cite, {"source": "law-1", "provision": "الفصل 12", "order": "1"}),
        change(skip, "لا ينطبق"),
        change(choice, "yes"),
    ]
    workspace.save("r1", changes, LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    assert answers(workspace, "تهريب") == ["q.row"]
    assert answers(workspace, "الفصل 12") == ["q.cite"]
    assert answers(workspace, "ينطبق") == ["q.skip"]
    assert answers(workspace, "yes") == []
    assert answers(workspace, "offence") == []


def test_questions_sources_and_notes_are_found_too(workspace: Workspace) -> None:
    workspace.save_source(LAW)
    workspace.add_note("r1", Note("n1", "untoc.5.1", LAYLA.id, AT, "جماعة؟ راجع"))
    type_in(workspace, "جماعة")
    (question,) = workspace.search("r1", "جماعه اجراميه")
    assert (question.kind, question.subject) == (HitKind.QUESTION, "untoc.5.1")
    assert question.language == "ar"
    kinds = [hit.kind for hit in workspace.search("r1", "جماعة")]
    assert kinds == [HitKind.QUESTION, HitKind.ANSWER, HitKind.NOTE]
    (source,) = workspace.search("r1", "الجريمة 2010")
    assert (source.kind, source.subject) == (HitKind.SOURCE, "law-1")


def test_what_was_deleted_is_not_found(workspace: Workspace) -> None:
    workspace.save_source(LAW)
    workspace.save_source(dataclasses.replace(LAW, title={"ar": "نظام"}))
    assert workspace.search("r1", "الجريمة") == ()
    workspace.delete_source(LAW.id)
    assert workspace.search("r1", "نظام") == ()
    workspace.add_note("r1", Note("n1", "untoc.5.1", LAYLA.id, AT, "راجع"))
    workspace.delete_note("r1", "n1")
    assert workspace.search("r1", "راجع") == ()


def test_another_reviews_answers_are_not_found(workspace: Workspace) -> None:
    workspace.add_review(dataclasses.replace(REVIEW, id="r2"), questionnaire_data())
    type_in(workspace, "سرّي")
    workspace.seal("r1", None, AT)
    assert workspace.search("r2", "سري") == ()


def test_an_imported_answer_is_found(workspace: Workspace) -> None:
    step = Step("i", "import", "q", (change(NARRATIVE, text(PROSE)),))
    workspace.publish("r1", step, [], LAYLA.id, AT)
    assert answers(workspace, "اجرامية") == [NARRATIVE.question]


def test_a_reader_searches_without_writing(workspace: Workspace, path: Path) -> None:
    type_in(workspace, PROSE)
    workspace.close()
    reader = reopened(path, writing=False)
    assert answers(reader, "اجرامية") == [NARRATIVE.question]
    reader.close()


def test_the_snippet_shows_the_word_where_it_stands(workspace: Workspace) -> None:
    type_in(workspace, f"{'مقدمة طويلة ' * 40}\n{PROSE}\n{'خاتمة ' * 60}")
    (hit,) = workspace.search("r1", "اجراميه منظمه وفق")
    assert hit.snippet[hit.start : hit.end] == "إجراميّة"
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 200
    assert "\n" not in hit.snippet


def test_no_kind_crowds_out_the_others() -> None:
    def hits(kind: HitKind, count: int) -> list[Hit]:
        return [Hit(kind, str(n), "") for n in range(count)]

    found = {
        HitKind.QUESTION: hits(HitKind.QUESTION, 50),
        HitKind.ANSWER: hits(HitKind.ANSWER, 50),
        HitKind.SOURCE: hits(HitKind.SOURCE, 2),
        HitKind.NOTE: [],
    }
    taken = [hit.kind for hit in shared(found, 20)]
    assert taken == (
        [HitKind.QUESTION] * 5 + [HitKind.ANSWER] * 13 + [HitKind.SOURCE] * 2
    )
