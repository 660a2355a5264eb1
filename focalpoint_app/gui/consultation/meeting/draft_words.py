"""An answer so far in plain words, as it is read out in a meeting."""

from __future__ import annotations

from focalpoint_app.domain.answer import (
    Answer,
    DateValue,
    NumberValue,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.texts import in_language, listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date


def draft_words(asked: Question, answer: Answer, tr: Catalogue) -> str:
    """Empty where nothing is answered; a text in the window's language, if there is."""
    match answer.value:
        case TextValue(texts):
            return in_language(texts, tr.language)
        case NumberValue(number):
            return tr.number(number)
        case DateValue(date):
            return written_date(date, tr.language, tr.digits)
        case TableValue(rows):
            return tr.counted("{n} row", "{n} rows", len(rows)) if rows else ""
    words = {e.id: in_language(e.text, tr.language) for e in asked.choices}
    return listed([words.get(each, each) for each in answer.choices], tr)
