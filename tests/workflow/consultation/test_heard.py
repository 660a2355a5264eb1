"""What the contents filter by: heard on, written by whom, since when."""

from datetime import UTC, datetime

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.consolidating import (
    ask_again,
    insert,
    note_unused,
)
from focalpoint_app.workflow.consultation.federal import federal_summary
from focalpoint_app.workflow.consultation.heard import (
    heard_counts,
    last_clearance,
    written_by,
    written_since,
)
from focalpoint_app.workflow.consultation.marking_anew import mark_contribution
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.consultation.piecewise import pieces_of
from focalpoint_app.workflow.consultation.voices import voices
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.conftest import AMAL, SAMIR
from tests.workflow.consultation.test_consolidating import came
from tests.workflow.consulting import NARRATIVE, QUESTION, REFUGE, text

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def test_questions_are_counted_by_what_was_said_on_them(desk: Desk) -> None:
    came(desk, {NARRATIVE: text("أ"), QUESTION: {"value": "yes"}})
    came(desk, {NARRATIVE: text("ب")}, REFUGE)
    assert heard_counts(desk) == {NARRATIVE: 2, QUESTION: 1}

    desk.undo()
    assert heard_counts(desk) == {NARRATIVE: 1, QUESTION: 1}


def test_questions_are_known_by_who_wrote_in_them(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", "كتبت أمل")
    desk.write_as(SAMIR)
    desk.choose(QUESTION, "yes")

    assert written_by(desk, AMAL.id) == {NARRATIVE}
    assert written_by(desk, SAMIR.id) == {QUESTION}


def test_who_wrote_first_is_remembered_when_another_goes_on(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", "كتبت أمل")
    desk.write_as(SAMIR)
    desk.write(NARRATIVE, "ar", "كتبت أمل ثم سمير")
    assert written_by(desk, AMAL.id) == {NARRATIVE}


def test_questions_are_known_by_when_they_changed(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", "قديم")
    desk.seal()
    between = desk.clock()
    desk.choose(QUESTION, "yes")

    assert written_since(desk, between) == {QUESTION}
    assert written_since(desk, LONG_AGO) == {NARRATIVE, QUESTION}
    assert last_clearance(desk) is None


def test_an_answer_inherits_how_a_contribution_was_marked(desk: Desk) -> None:
    given = came(desk, {NARRATIVE: text("نص سري.")})
    mark_contribution(desk, given, Confidentiality.NATIONAL, "secret")
    insert(desk, desk.workspace.contribution(given.id))

    assert desk.answer(NARRATIVE).confidentiality is Confidentiality.NATIONAL
    assert answer_marking(desk, NARRATIVE) == "secret"


def test_an_answer_inherits_what_its_quotation_is_marked_later(desk: Desk) -> None:
    given = came(desk, {NARRATIVE: text("نص سري.")})
    desk.set_confidentiality(NARRATIVE, Confidentiality.PUBLIC)
    insert(desk, given)
    desk.set_confidentiality(NARRATIVE, Confidentiality.PUBLIC)
    mark_contribution(desk, given, Confidentiality.NATIONAL, "secret")

    assert levels(desk) == (Confidentiality.NATIONAL, "secret")
    assert levels(reopened(desk)) == (Confidentiality.NATIONAL, "secret")
    desk.undo()
    assert levels(desk) == (Confidentiality.PUBLIC, "")
    assert desk.workspace.contribution(given.id) == given
    desk.redo()
    assert levels(desk) == (Confidentiality.NATIONAL, "secret")


def test_only_what_rises_goes_over_and_only_to_what_quotes(desk: Desk) -> None:
    given = came(desk, {NARRATIVE: text("نص الوزارة.")})
    other = came(desk, {NARRATIVE: text("رأي آخر.")}, REFUGE)
    mark_contribution(desk, given, Confidentiality.NATIONAL, "")
    given = desk.workspace.contribution(given.id)
    insert(desk, given)
    desk.set_confidentiality(NARRATIVE, Confidentiality.PUBLIC)

    mark_contribution(desk, other, Confidentiality.NATIONAL, "top_secret")
    assert levels(desk) == (Confidentiality.PUBLIC, "")  # It quotes the first alone.
    mark_contribution(desk, given, Confidentiality.NATIONAL, "secret")
    assert levels(desk) == (Confidentiality.PUBLIC, "secret")
    given = desk.workspace.contribution(given.id)
    mark_contribution(desk, given, Confidentiality.REVIEWING, "")
    assert levels(desk) == (Confidentiality.PUBLIC, "secret")


def levels(desk: Desk) -> tuple[Confidentiality, str]:
    return desk.answer(NARRATIVE).confidentiality, answer_marking(desk, NARRATIVE)


def reopened(desk: Desk) -> Desk:
    return Desk(desk.workspace, desk.review, desk.questionnaire, AMAL, desk.clock)


def test_marking_and_noting_are_steps_to_take_back(desk: Desk) -> None:
    given = came(desk, {NARRATIVE: text("نص.")})
    mark_contribution(desk, given, Confidentiality.NATIONAL, "secret")
    mark_contribution(desk, desk.workspace.contribution(given.id),
                      Confidentiality.NATIONAL, "secret")  # fmt: skip
    note_unused(desk, given, "خارج الموضوع")
    ask_again(desk, given, "أي قانون؟")

    names = [step.name for step in (desk.undo(), desk.undo(), desk.undo()) if step]

    assert names == ["ask", "note", "mark"]  # Marked as it was: no step.
    assert desk.workspace.uses(desk.review.id) == ()
    assert desk.workspace.contribution(given.id) == given
    assert desk.redo() is not None
    assert desk.workspace.contribution(given.id).marking == "secret"


def test_pieces_hold_what_is_now_and_what_came(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", "جملة أولى. جملة ثانية.")
    given = came(desk, {NARRATIVE: text("جملة أولى. جملة ثانية. جملة ثالثة.")})
    desk.write(NARRATIVE, "ar", "جملة أولى معدلة. جملة ثانية.")

    found = pieces_of(desk, given)["ar"]

    assert "".join(each.first for each in found) == "جملة أولى معدلة. جملة ثانية."
    assert "".join(each.second for each in found).endswith("جملة ثالثة.")


def test_the_units_of_a_federation_are_summed_by_choice(desk: Desk) -> None:
    came(desk, {QUESTION: {"value": "yes"}})
    heard = voices(desk, QUESTION)
    asked = desk.questionnaire.questions[QUESTION]
    units = {"الشمال": heard[0], "الجنوب": None}
    told = federal_summary(asked, units, Catalogue("en"))
    assert told.startswith("Of 2 constituent units, 1 has answered.")
    assert told.endswith(": 1")
