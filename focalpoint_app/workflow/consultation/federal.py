"""What the constituent units of a federation say, each and together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from focalpoint_app.domain.assembly import text_content
from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.merge.three_way import united
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.domain.text import clean_text
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import without_isolates
from focalpoint_app.language.punctuation import punctuation
from focalpoint_app.workflow.consultation.consolidating import present_texts
from focalpoint_app.workflow.review.desk import Desk

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

Units = Mapping[str, "Voice | None"]


def federal_summary(question: Question, units: Units, tr: Catalogue) -> str:
    """``Of 17 constituent units, 12 answered: Yes 9, In part 2, No 1.``"""
    answered = [each for each in units.values() if each is not None]
    told = tr(
        "Of {of} constituent units, {n} have answered.", of=len(units), n=len(answered)
    )
    counts = punctuation(tr.language).comma.join(_counts(question, units, tr))
    return f"{told} {counts}" if counts else told


def _counts(question: Question, units: Units, tr: Catalogue) -> Iterator[str]:
    """Each choice with its number, in the questionnaire's order."""
    found = Counter(
        str(voice.contribution.entry.get("value"))
        for voice in units.values()
        if voice is not None and voice.contribution.entry
    )
    for choice in question.choices:
        if found[choice.id]:
            words = choice.text.get(tr.language) or next(iter(choice.text.values()))
            yield f"{words}: {tr.number(found[choice.id])}"


def federal_text(question: Question, units: Units, tr: Catalogue) -> str:
    """What each unit says, a line a unit, and the sum; as an answer would say it."""
    colon = punctuation(tr.language).colon
    lines = [
        f"{unit}{colon}{_said(question, voice, tr)}" for unit, voice in units.items()
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


def write_summary(desk: Desk, question: str, text: str, language: str) -> None:
    """Added to what is there, one undoable step; AppError ``text.too_long``."""
    now = present_texts(desk, question).get(language, "")
    key = FieldKey(question, Field.VALUE, language)
    desk.put("insert", key, text_content(clean_text(united(now, text))))


def _said(question: Question, voice: Voice | None, tr: Catalogue) -> str:
    value = (voice.contribution.entry or {}).get("value") if voice is not None else None
    words = {each.id: each.text for each in question.choices}.get(str(value))
    if words is None:
        return tr("has answered") if value else tr("has not answered")
    return words.get(tr.language) or next(iter(words.values()))
