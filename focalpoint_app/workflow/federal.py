"""What the constituent units of a federation say together, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.punctuation import punctuation

if TYPE_CHECKING:
    from focalpoint_app.workflow.voices import Voice

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
