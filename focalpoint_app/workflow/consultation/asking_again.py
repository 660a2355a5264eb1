"""What institutions are to be asked once more, because an answer left it open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from focalpoint_app.domain.contribution import Contribution, Sent, UseKind
from focalpoint_app.workflow.review.desk import Desk


def to_ask_again(desk: Desk, sent: Sequence[Sent]) -> Mapping[str, tuple[str, ...]]:
    """Stakeholder id to questions, in the questionnaire's order.

    A question that was asked of it since, in ``sent``, is asked already.
    """
    review = desk.review.id
    uses = desk.workspace.uses(review)
    again = [each for each in uses if each.kind is UseKind.ASKED_AGAIN]
    if not again:
        return {}
    given = {each.id: each for each in desk.workspace.contributions(review)}
    found: dict[str, set[str]] = {}
    for use in again:
        about = given.get(use.contribution)  # None where its reply was withdrawn
        later = [each for each in sent if each.time > use.time]
        if about is not None and not any(_asks(each, about) for each in later):
            found.setdefault(about.stakeholder, set()).add(about.question)
    order = desk.questionnaire.questions
    return {
        stakeholder: tuple(each for each in order if each in wanted)
        for stakeholder, wanted in found.items()
        if wanted & order.keys()
    }


def _asks(sent: Sent, about: Contribution) -> bool:
    """Its stakeholder its question."""
    request = sent.request
    return request.stakeholder == about.stakeholder and any(
        each.id == about.question for each in request.questions
    )
