"""In which languages, and with which marks, a submission's pages speak."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.domain.answer import NumberValue, TableValue
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import POINT
from focalpoint_app.pdf.verifying.expected import Says
from focalpoint_app.pdf.verifying.runs import squeezed

_LANGUAGES_LOOKED_AT = 12
"""Questions whose wordings tell in which other language a document speaks."""
_BEGINNING = 14
"""Letters that a half column has on its first line."""


def mark_of(view: EditionView, language: str, says: Says) -> str:
    """A point where an earlier version set one between figures that have a comma
    now; empty for the language's own."""
    tr = Catalogue(language)
    parted = [each for each in _numbers(view) if POINT in str(each)]
    is_old = bool(parted) and not any(says(tr.number(each)) for each in parted)
    return POINT if is_old and tr.mark != POINT else ""


def _numbers(view: EditionView) -> Iterator[Decimal]:
    for answer in view.answers.values():
        match answer.value:
            case NumberValue(number):
                yield number
            case TableValue(rows):
                cells = (cell for row in rows for cell in row.cells.values())
                yield from (each for each in cells if isinstance(each, Decimal))


def beside_of(view: EditionView, language: str, says: Says) -> tuple[str, ...]:
    """The language of a translation beside, told by the questions' wordings."""
    asked = [
        question.text
        for question in view.questionnaire.questions.values()
        if question.parent is None and question.id in view.answers
    ][:_LANGUAGES_LOOKED_AT]
    for other in view.questionnaire.languages:
        if other == language:
            continue
        beginnings = [squeezed(text.get(other, ""))[:_BEGINNING] for text in asked]
        own = [squeezed(text.get(language, "")) for text in asked]
        pairs = zip(beginnings, own, strict=True)
        told = [says(each) for each, here in pairs if each and each not in here]
        if told and sum(told) * 3 > len(told):
            return (other,)
    return ()
