"""What the constituent units of a federation say, each and together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from focalpoint_app.domain.assembly import text_content
from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.contribution import UseKind
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.merge.three_way import united
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.domain.text import clean_text
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.language.punctuation import punctuation
from focalpoint_app.workflow.consultation.consolidating import (
    present_texts,
    use_together,
)
from focalpoint_app.workflow.review.desk import Desk

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

Units = Mapping[str, "Voice | None"]


def federal_summary(question: Question, units: Units, tr: Catalogue) -> str:
    """``Of 17 constituent units, 12 have answered. Yes: 9, In part: 2, No: 1``;
    of figures, what they make together.
    """
    answered = [each for each in units.values() if each is not None]
    told = tr(
        "Of {of} constituent units, {n} have answered.", of=len(units), n=len(answered)
    )
    if question.kind is Kind.NUMBER:
        figures = [each for each in map(_figure, answered) if each is not None]
        sums = [tr("Together: {number}", number=sum(figures))] if figures else []
    else:
        sums = [*_counts(question, answered, tr)]
    return f"{told} {punctuation(tr.language).comma.join(sums)}" if sums else told


def _counts(question: Question, said: list[Voice], tr: Catalogue) -> Iterator[str]:
    """Each choice with its number, in the questionnaire's order."""
    colon = punctuation(tr.language).colon
    found = Counter(choice for voice in said for choice in _chosen(voice))
    for choice in question.choices:
        if found[choice.id]:
            words = choice.text.get(tr.language) or next(iter(choice.text.values()))
            yield f"{words}{colon}{tr.number(found[choice.id])}"


def federal_text(question: Question, units: Units, tr: Catalogue) -> str:
    """What each unit says, a line a unit, and the sum; as an answer would say it."""
    colon = punctuation(tr.language).colon
    lines = [
        f"{unit}{colon}{unit_said(question, voice, tr)}"
        for unit, voice in units.items()
    ]
    told = "\n".join((federal_summary(question, units, tr), *lines))
    return without_isolates(told)


def place_of_summary(desk: Desk, question: str) -> str:
    """The text that takes a summary: the question itself or the first that is asked
    beneath it; empty where there is none."""
    form = desk.questionnaire
    family = (form.questions[question], *form.companions.get(question, ()))
    texts = (each.id for each in family if each.kind is Kind.TEXT)
    return next((each for each in texts if desk.is_visible(each)), "")


def insert_summary(desk: Desk, question: str, units: Units, language: str) -> None:
    """Added to what is there, one undoable step, and a use of each unit's voice: the
    answer becomes as confidential, and as marked, as what it quotes.

    Raises:
        AppError: ``text.too_long``, ``contribution.no_value`` where no text takes it.
    """
    asked, place = (
        desk.questionnaire.questions[question],
        place_of_summary(desk, question),
    )
    if not place:
        raise AppError("contribution.no_value")
    text = federal_text(asked, units, Catalogue(language))
    now = present_texts(desk, place).get(language, "")
    key = FieldKey(place, Field.VALUE, language)
    quoted = tuple(each.contribution for each in units.values() if each is not None)
    contents = {key: text_content(clean_text(united(now, text)))}
    use_together(desk, place, quoted, UseKind.ATTRIBUTED, contents)


def unit_said(question: Question, voice: Voice | None, tr: Catalogue) -> str:
    """In the document's language, or in the one that the unit answered in."""
    value = _value(voice) if voice is not None else None
    if not value or voice is None:
        return tr("has not answered")
    if question.choices:
        texts = {each.id: each.text for each in question.choices}
        known = [texts[each] for each in _chosen(voice) if each in texts]
        words = [text.get(tr.language) or next(iter(text.values())) for text in known]
        return punctuation(tr.language).comma.join(words) or tr("has answered")
    if question.kind is Kind.TEXT and isinstance(value, Mapping):
        return str(value.get(tr.language) or next(iter(value.values())))
    figure = _figure(voice)
    return tr("has answered") if figure is None else tr.number(figure)


def _value(voice: Voice) -> Any:
    return (voice.contribution.entry or {}).get("value")


def _chosen(voice: Voice) -> tuple[str, ...]:
    value = _value(voice)
    return tuple(map(str, value if isinstance(value, list) else (value,)))


def _figure(voice: Voice) -> Decimal | None:
    try:
        return Decimal(str(_value(voice)))
    except InvalidOperation:
        return None
