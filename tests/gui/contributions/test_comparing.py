"""What others said is compared with the answer, with each other, and merged."""

from dataclasses import replace

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.contribution import UseKind
from focalpoint_app.gui.questionnaire.contributions.merge_dialog import MergeDialog
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consulting import CENTRE, JUSTICE, PROSECUTION, SAID, asked, came, text
from tests.gui.contributions.cards import OWN, TR, answered, card, pane, words
from tests.gui.small_review import MAIN, NARRATIVE


def test_changes_show_by_colour_and_by_line(
    place: QuestionnairePlace, desk: Desk
) -> None:
    desk.write(NARRATIVE, "ar", "تعاقب المادة 46 على المشاركة.")
    came(desk, {NARRATIVE: text("تعاقب المادة 47 على المشاركة.")})
    shown = card(place)
    shown.acts.buttons["sent"].click()
    html = shown.acts.changes.text()
    assert "<s style=" in html
    assert "<u style=" in html
    assert TR("[added: {text}]", text="47") in shown.acts.changes.accessibleName()


def test_what_is_compared_with_the_answer_is_the_answer_now(
    place: QuestionnairePlace, desk: Desk
) -> None:
    desk.write(NARRATIVE, "ar", OWN)
    came(desk, {NARRATIVE: text(OWN)})
    shown = card(place)
    desk.write(NARRATIVE, "ar", OWN.replace("نيابة", "محكمة"))
    shown.acts.buttons["now"].click()
    assert "محكمة" in shown.acts.changes.text()


def test_a_later_official_reply_supersedes_and_shows_the_difference(
    place: QuestionnairePlace, desk: Desk
) -> None:
    request = asked(desk, JUSTICE)
    came(desk, {NARRATIVE: text(SAID)}, request=request)
    later = came(desk, {NARRATIVE: text(SAID.replace("47", "48"))},
                 standing=Standing.OFFICIAL, request=request)  # fmt: skip
    first, second = pane(place).cards
    assert first.voice.contribution.id == later.id
    assert TR("superseded by a later reply") in words(second)
    first.acts.buttons["earlier"].click()
    assert "48" in first.acts.changes.text()


def test_who_said_what_stands_in_a_table(place: QuestionnairePlace, desk: Desk) -> None:
    for institution, choice in ((JUSTICE, "yes"), (PROSECUTION, "no"), (CENTRE, "yes")):
        came(desk, {MAIN: {"value": choice}}, institution)
    table = pane(place, MAIN).who_said
    yes, no, national = table.lines
    assert (yes[0], no[0]) == ("answered", "no")
    assert JUSTICE.name in yes[2]
    assert CENTRE.name in yes[2]
    assert PROSECUTION.name in no[2]
    assert national[1] == "جزئياً"
    assert table.notice.text() == TR("The institutions disagree")


def test_the_units_of_a_federation_stand_with_their_sum(
    place: QuestionnairePlace, desk: Desk
) -> None:
    units = ("ولاية الشمال", "ولاية الجنوب")
    desk.save_profile(replace(desk.profile, constituent_units=units))
    unit = replace(CENTRE, id="u-north", name=units[0])
    came(desk, {MAIN: {"value": "no"}}, unit)
    table = pane(place, MAIN).units
    north, south = table.lines
    assert north[:2] == ("no", units[0])
    assert south[2] == TR("has not answered")
    assert "1" in table.below.text()
    table.insert.click()
    assert answered(desk).endswith(f": لا\n{units[1]}: لم ترد")


def test_nothing_is_summed_before_a_unit_has_answered(
    place: QuestionnairePlace, desk: Desk
) -> None:
    units = ("ولاية الشمال", "ولاية الجنوب")
    desk.save_profile(replace(desk.profile, constituent_units=units))
    came(desk, {MAIN: {"value": "no"}}, CENTRE)
    table = pane(place, MAIN).units
    assert not table.isHidden()
    assert not table.insert.isEnabled()
    assert table.below.text() == TR(
        "No constituent unit has answered this question yet."
    )
    came(desk, {MAIN: {"value": "no"}}, replace(CENTRE, id="u-north", name=units[0]))
    table = pane(place, MAIN).units
    assert table.insert.isEnabled()
    desk.undo()
    assert answered(desk) == ""


def test_merging_piece_by_piece_is_one_step_with_attribution(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    desk.write(NARRATIVE, "ar", "جملة أولى. جملة ثانية.")
    given = came(desk, {NARRATIVE: text("جملة أولى معدلة. جملة ثانية. جملة ثالثة.")})
    card(place).acts.buttons["merge"].click()
    (dialog,) = window.findChildren(MergeDialog)
    changed, added = dialog.cards
    changed.options["now"].setChecked(True)
    assert dialog.texts == {"ar": "جملة أولى. جملة ثانية. جملة ثالثة."}
    assert added.options["came"].isChecked()
    dialog.keep.click()
    assert answered(desk) == "جملة أولى. جملة ثانية. جملة ثالثة."
    shown = place.context.contributions
    shown.origins.fold.setChecked(True)
    assert [each.is_contribution for each in shown.origins.passages] == [False, True]
    (use,) = desk.workspace.uses(desk.review.id)
    assert (use.kind, use.contribution) == (UseKind.MERGED, given.id)
    desk.undo()
    assert answered(desk) == "جملة أولى. جملة ثانية."


def test_a_cancelled_merge_changes_nothing(
    place: QuestionnairePlace, desk: Desk, window: Window
) -> None:
    desk.write(NARRATIVE, "ar", OWN)
    came(desk, {NARRATIVE: text(SAID)})
    card(place).acts.buttons["merge"].click()
    (dialog,) = window.findChildren(MergeDialog)
    dialog.reject()
    assert answered(desk) == OWN
