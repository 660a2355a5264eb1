"""Who said what on a question, beside the national answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from focalpoint_app.domain.contribution import (
    Contribution,
    Receipt,
    Use,
    superseded,
)
from focalpoint_app.domain.merge.differences import Passage, differences
from focalpoint_app.domain.stakeholder import Stakeholder, folded_name
from focalpoint_app.workflow.consultation.attributing import said_texts
from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Voice:
    """One contribution with whose it is and what became of it.

    ``superseded_by`` is the later contribution that takes its place, or empty.
    """

    contribution: Contribution
    stakeholder: Stakeholder
    receipt: Receipt
    uses: tuple[Use, ...] = ()
    superseded_by: str = ""


def voices(desk: Desk, question: str) -> tuple[Voice, ...]:
    """All contributions to one question, the most binding and latest first."""
    workspace, review = desk.workspace, desk.review.id
    given = workspace.contributions(review, question)
    institutions = {each.id: each for each in workspace.stakeholders()}
    receipts = {each.id: each for each in workspace.receipts(review)}
    uses = _by_contribution(workspace.uses(review, question))
    later = superseded(given)
    found = [
        Voice(
            each,
            institutions[each.stakeholder],
            receipts[each.reply],
            uses.get(each.id, ()),
            later.get(each.id, ""),
        )
        for each in given
    ]
    return tuple(sorted(found, key=_precedence, reverse=True))


def said_by_choice(
    desk: Desk, heard: Iterable[Voice]
) -> Mapping[str, tuple[Voice, ...]]:
    """Choice id to those who chose it; what was superseded does not count."""
    found: dict[str, tuple[Voice, ...]] = {}
    for voice in heard:
        entry = voice.contribution.entry or {}
        value = entry.get("value")
        chosen = value if isinstance(value, list) else [value]
        for choice in chosen:
            if isinstance(choice, str) and not voice.superseded_by:
                found[choice] = (*found.get(choice, ()), voice)
    known = desk.questionnaire.questions
    order = {
        choice.id: place
        for voice in found.values()
        for place, choice in enumerate(known[voice[0].contribution.question].choices)
    }
    return dict(sorted(found.items(), key=lambda each: order.get(each[0], 0)))


def by_unit(desk: Desk, heard: Iterable[Voice]) -> Mapping[str, Voice | None]:
    """Each constituent unit of a federation with what it said itself, if it did.

    A comment alone is no answer; a reason why there is none stands only where the unit
    gave no answer.
    """
    said_by: dict[str, Voice] = {}
    settled = (each for each in heard if each.contribution.settles)
    for voice in sorted(settled, key=lambda each: not each.contribution.is_answer):
        if not voice.superseded_by:  # The most binding comes first.
            said_by.setdefault(folded_name(voice.stakeholder.name), voice)
    units = desk.profile.constituent_units
    return {unit: said_by.get(folded_name(unit)) for unit in units}


def changed_since(
    desk: Desk, earlier: Contribution, later: Contribution
) -> Mapping[str, tuple[Passage, ...]]:
    """By language, how the later contribution differs from the one it supersedes."""
    before, after = said_texts(desk, earlier), said_texts(desk, later)
    return {
        language: differences(before.get(language, ""), after.get(language, ""))
        for language in sorted({*before, *after})
    }


def _by_contribution(uses: Iterable[Use]) -> dict[str, tuple[Use, ...]]:
    found: dict[str, tuple[Use, ...]] = {}
    for each in uses:
        found[each.contribution] = (*found.get(each.contribution, ()), each)
    return found


def _precedence(voice: Voice) -> tuple[bool, int, object, str]:
    each = voice.contribution
    return not voice.superseded_by, each.standing.weight, each.time, each.id
