"""Where an answer stands, in words: none yet, skipped, a draft, national use only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from focalpoint_app.document.blocks import Paragraph, Style
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import Answer, AnswerState, Confidentiality
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

STATES: Mapping[AnswerState, str] = {
    AnswerState.DRAFT: N_("Draft"),
    AnswerState.FOR_REVIEW: N_("For review"),
    AnswerState.AGREED: N_("Agreed"),
}
CONFIDENTIALITY: Mapping[Confidentiality, str] = {
    Confidentiality.NATIONAL: N_("National use only"),
    Confidentiality.REVIEWING: N_("Reviewing States"),
    Confidentiality.PUBLIC: N_("Public"),
}


def absence(answer: Answer, view: EditionView, tr: Catalogue) -> str:
    """Why nothing stands there; an edition does not say why."""
    if not view.is_working:
        return tr("This edition holds no answer to this question.")
    if answer.skipped:
        return tr("Skipped: {reason}", reason=answer.skipped)
    return tr("No answer yet.")


def standing_note(answer: Answer, wording: Wording) -> Iterator[Paragraph]:
    """State and confidentiality of what is written; nothing of a blank answer."""
    if answer.counts:
        words = (STATES[answer.state], CONFIDENTIALITY[answer.confidentiality])
        line = " · ".join(wording.tr(each) for each in words)
        yield wording.paragraph(line, Style.NOTE)
