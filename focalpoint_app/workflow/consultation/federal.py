"""What the constituent units of a federation say, each and together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from focalpoint_app.domain.answer import ChoicesValue, ChoiceValue, NumberValue, Value
from focalpoint_app.domain.assembly import text_content
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.contribution import Contribution, UseKind
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.merge.three_way import united
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.domain.text import clean_text
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.language.punctuation import punctuation
from focalpoint_app.workflow.consultation.citing import cite_contents
from focalpoint_app.workflow.consultation.consolidating import (
    present_texts,
    use_together,
)
from focalpoint_app.workflow.consultation.unit_words import (
    unit_said,
    unit_source,
    unit_value,
)
from focalpoint_app.workflow.review.desk import Desk

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

Units = Mapping[str, "Voice | None"]
_BREAK = "\n"


def federal_summary(question: Question, units: Units, tr: Catalogue) -> str:
    """``Of 17 constituent units, 12 have answered. Yes: 9, In part: 2, No: 1``;
    of figures, what they make together.
    """
    answered = tuple(_said(question, units))
    told = tr.counted(
        "Of {of} constituent units, {n} has answered.",
        "Of {of} constituent units, {n} have answered.",
        len(answered),
        of=len(units),
    )
    figures = [each.number for each in answered if isinstance(each, NumberValue)]
    if figures:
        sums = [tr("Together: {number}", number=sum(figures))]
    else:
        sums = [*_counts(question, answered, tr)]
    marks = punctuation(tr.language)
    return f"{told}{marks.space}{marks.comma.join(sums)}" if sums else told


def _said(question: Question, units: Units) -> Iterator[Value]:
    values = (unit_value(question, each) for each in _quoted(question, units))
    return (each for each in values if each is not None)


def _counts(question: Question, said: Iterable[Value], tr: Catalogue) -> Iterator[str]:
    """Each choice with its number, in the questionnaire's order."""
    colon = punctuation(tr.language).colon
    found = Counter(choice for value in said for choice in _chosen(value))
    for choice in question.choices:
        if found[choice.id]:
            words = choice.text.get(tr.language) or next(iter(choice.text.values()))
            yield f"{words}{colon}{tr.number(found[choice.id])}"


def federal_text(question: Question, units: Units, tr: Catalogue) -> str:
    """What each unit says, in which letter, and the sum; as an answer would say it."""
    lines = (_line(question, unit, voice, tr) for unit, voice in units.items())
    told = "\n".join((federal_summary(question, units, tr), *lines))
    return without_isolates(told)


def _line(question: Question, unit: str, voice: Voice | None, tr: Catalogue) -> str:
    name, said = unit, unit_said(question, voice, tr)
    if voice is not None and unit_value(question, voice.contribution) is not None:
        source = unit_source(voice, tr)
        name = tr("{institution} ({standing})", institution=unit, standing=source)
    colon = punctuation(tr.language).colon
    return f"{name}{colon.rstrip() if said.startswith(_BREAK) else colon}{said}"


def place_of_summary(desk: Desk, question: str) -> str:
    """The text that takes a summary: the question itself or the first that is asked
    beneath it; empty where there is none."""
    form = desk.questionnaire
    family = (form.questions[question], *form.companions.get(question, ()))
    texts = (each.id for each in family if each.kind is Kind.TEXT)
    return next((each for each in texts if desk.is_visible(each)), "")


def has_answered(question: Question, units: Units) -> bool:
    """Whether any unit has, so that there is something to sum up."""
    return next(_said(question, units), None) is not None


def insert_summary(desk: Desk, question: str, units: Units, language: str) -> None:
    """Added to what is there with all that the units cite, one undoable step, and a
    use of each unit's voice: the answer becomes as confidential, and as marked, as
    what it quotes.

    Raises:
        AppError: ``text.too_long``, ``contribution.no_value`` where no text takes it,
            ``contribution.no_unit`` where no unit has answered.
    """
    asked = desk.questionnaire.questions[question]
    place = place_of_summary(desk, question)
    if not place:
        raise AppError("contribution.no_value")
    if not has_answered(asked, units):
        raise AppError("contribution.no_unit")
    text = federal_text(asked, units, Catalogue(language))
    now = present_texts(desk, place).get(language, "")
    key = FieldKey(place, Field.VALUE, language)
    quoted = tuple(_quoted(asked, units))
    contents: dict[FieldKey, Content] = {
        key: text_content(clean_text(united(now, text)))
    }
    contents |= dict(cite_contents(desk, place, quoted))
    use_together(desk, place, quoted, UseKind.ATTRIBUTED, contents)


def _quoted(question: Question, units: Units) -> Iterator[Contribution]:
    """Of each unit that has answered: a blank text is no answer."""
    for voice in units.values():
        if voice is not None and unit_value(question, voice.contribution) is not None:
            yield voice.contribution


def _chosen(value: Value) -> tuple[str, ...]:
    match value:
        case ChoiceValue(choice):
            return (choice,)
        case ChoicesValue(choices):
            return choices
    return ()
