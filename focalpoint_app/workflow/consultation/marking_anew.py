"""Contributions are marked, and with them the answers that quote them already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.content import Change, Step
from focalpoint_app.domain.contribution import Contribution, Receipt
from focalpoint_app.storage.answers.working import Written
from focalpoint_app.storage.consultation.judgements import Judged
from focalpoint_app.workflow.consultation.in_use import in_use
from focalpoint_app.workflow.consultation.markings import handling, national_markings
from focalpoint_app.workflow.review.desk import Desk

Marked = tuple[Contribution, Contribution]
"""As it was, and as it is to be marked."""


def mark_contribution(
    desk: Desk, contribution: Contribution, audience: Confidentiality, marking: str
) -> None:
    """Who may read it, and its national marking; an answer that quotes it inherits,
    whether it did so before or does so later.

    One undoable step; nothing is done where it says so already.
    """
    marked = replace(contribution, audience=audience, marking=marking)
    if marked != contribution:
        step = desk.bare_step("mark", contribution.question)
        keep_judged(desk, step, (), ((contribution, marked),))


def keep_judged(
    desk: Desk, step: Step, receipts: Iterable[Receipt], marked: Iterable[Marked]
) -> tuple[str, ...]:
    """Replies and contributions judged anew by a bare step, which changes with them
    the answers that quote what is marked higher now: their questions.

    Raises:
        AppError: ``reply.unknown``.
    """
    pairs = tuple(marked)
    changes = _in_quotations(desk, pairs)
    written = Written(desk.review.id, desk.author.id, desk.clock())
    judged = Judged(
        replace(step, changes=changes),
        tuple(receipts),
        tuple(after for _, after in pairs),
        written if changes else None,
    )
    desk.workspace.judge_together(desk.review.id, judged)
    questions = tuple({each.key.question for each in changes})
    if changes:
        desk.book.remember(changes)
        desk.refresh(questions)
    return questions


def mark_quotations(desk: Desk, marked: Iterable[Marked]) -> None:
    """Of contributions that another copy brought marks for: one undoable step."""
    changes = _in_quotations(desk, marked)
    if changes:
        contents = {each.key: each.after for each in changes}
        desk.book.put("marking", contents, desk.author.id)
        desk.refresh(tuple({each.key.question for each in changes}))


def _in_quotations(desk: Desk, marked: Iterable[Marked]) -> tuple[Change, ...]:
    """Nothing is marked lower; where its marking alone rises, the audience that
    somebody gave the answer stays."""
    higher = [each for pair in marked if (each := _higher(*pair)) is not None]
    if not higher:
        return ()
    questions = {each.question for each in higher}
    only = higher[0].question if len(questions) == 1 else None
    quoted = {each.id for each in in_use(desk, only)}
    by_question: dict[str, list[Contribution]] = {}
    for each in higher:
        if each.id in quoted:
            by_question.setdefault(each.question, []).append(each)
    return tuple(
        change
        for question, given in by_question.items()
        for change in _changes(desk, question, given)
    )


def _higher(before: Contribution, after: Contribution) -> Contribution | None:
    """With what rises alone; None where nothing does."""
    rank = national_markings().rank
    narrows = after.audience.width < before.audience.width
    rises = rank(after.marking) > rank(before.marking)
    if not (narrows or rises):
        return None
    return replace(
        after,
        audience=after.audience if narrows else Confidentiality.PUBLIC,
        marking=after.marking if rises else "",
    )


def _changes(desk: Desk, question: str, given: list[Contribution]) -> Iterator[Change]:
    for key, content in handling(desk, question, given).items():
        before = desk.book.content(key)
        if before != content:
            yield Change(key, before, content)
