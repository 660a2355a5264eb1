"""The tab of contributions in front, and the cards in it."""

from PySide6.QtWidgets import QLabel

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.gui.questionnaire.context import CONTRIBUTIONS
from focalpoint_app.gui.questionnaire.contributions.card import VoiceCard
from focalpoint_app.gui.questionnaire.contributions.pane import Contributions
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import NARRATIVE

TR = Catalogue("ar")
OWN = "أُنشئت نيابة متخصصة."


def pane(
    place: QuestionnairePlace, question: str = NARRATIVE, *, whole: bool = True
) -> Contributions:
    """Its tab in front, read now instead of a moment later; ``whole``: every card."""
    place.heard.forget()
    place.show_question(question)
    place.context.show_tab(CONTRIBUTIONS)
    place.context.refresh()
    shown = place.context.contributions
    if whole:
        shown.card_of("")
    return shown


def card(place: QuestionnairePlace, question: str = NARRATIVE) -> VoiceCard:
    shown = pane(place, question)
    found = shown.card_of(shown.cards[0].voice.contribution.id)
    assert found is not None
    return found


def words(card: VoiceCard) -> str:
    labels = card.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if not each.isHidden())


def answered(desk: Desk, question: str = NARRATIVE) -> str:
    value = desk.answer(question).value
    return value.texts.get("ar", "") if isinstance(value, TextValue) else ""
