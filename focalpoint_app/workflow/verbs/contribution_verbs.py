"""The command line's verbs of what came back: receive, list, reconcile, publish."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from focalpoint_app.domain.rolling import Reason
from focalpoint_app.exchange.answers_out import json_number
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence
from focalpoint_app.workflow.verbs.verbs import Outcome

if TYPE_CHECKING:
    from focalpoint_app.domain.contribution import Contribution
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.domain.reconciling import Card
    from focalpoint_app.workflow.consultation.receiving import Arrival, Received
    from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Incoming:
    """Files that came back, for one review."""

    file: Path
    replies: tuple[Path, ...]
    review_id: str | None


@dataclass(frozen=True, slots=True)
class PublicOrder:
    """``record``: the consultation's is a section."""

    file: Path
    output: Path
    language: str
    review_id: str | None
    record: bool = False


def receive(
    into: Incoming, passphrase: str | None, tr: Catalogue, *, as_json: bool
) -> Outcome:
    found, hindered = _taken_in(into, passphrase)
    failed = all(each.refusal is not None for each in found)
    if as_json:
        named = zip(into.replies, found, strict=True)
        told = [_received(str(path), each, tr) for path, each in named]
        return Outcome(_json(told), failed=failed, warning=hindered)
    lines = "\n".join(line for each in found for line in _told(each, tr))
    return Outcome(lines, failed=failed, warning=hindered)


def _taken_in(
    into: Incoming, passphrase: str | None
) -> tuple[tuple[Received, ...], AppError | None]:
    """Read up to the first that is a reply: what brings nothing leaves every byte of
    the file as it is, and no two replies are held in memory."""
    from focalpoint_app.workflow.consultation.receiving import receive as take_in
    from focalpoint_app.workflow.consultation.receiving import refused
    from focalpoint_app.workflow.consultation.reply_files import read_replies
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.safekeeping.backing import before

    reading = open_review(into.file, writing=False, review_id=into.review_id)
    with closing(reading) as desk:
        seen = _up_to_the_first_reply(read_replies(desk, into.replies, passphrase))
        notice = desk.notice
    if all(each.reply is None for each in seen):
        return tuple(map(refused, seen)), notice
    with closing(open_review(into.file, review_id=into.review_id)) as desk:
        hindered = before(desk.workspace, Reason.IMPORT) or desk.notice
        left = into.replies[len(seen) :]
        arrivals = chain(seen, read_replies(desk, left, passphrase))
        return take_in(desk, arrivals), hindered


def _up_to_the_first_reply(found: Iterable[Arrival]) -> tuple[Arrival, ...]:
    seen: list[Arrival] = []
    for each in found:
        seen.append(each)
        if each.reply is not None:
            break
    return tuple(seen)


def contributions(
    file: Path, review_id: str | None, tr: Catalogue, *, as_json: bool
) -> Outcome:
    from focalpoint_app.workflow.review.opening import open_review

    with closing(open_review(file, writing=False, review_id=review_id)) as desk:
        names = {each.id: each.name for each in desk.workspace.stakeholders()}
        order = {each: place for place, each in enumerate(desk.questionnaire.questions)}
        given = desk.workspace.contributions(desk.review.id)
        found = [
            _contribution(desk, each, names[each.stakeholder])
            for each in sorted(given, key=lambda each: order.get(each.question, 0))
        ]
    if as_json:
        return Outcome(_json(found))
    return Outcome("\n".join(_line(each, tr) for each in found))


def record(
    file: Path, output: Path, language: str, review_id: str | None, tr: Catalogue
) -> Outcome:
    from focalpoint_app.workflow.consultation.consulted import write_record
    from focalpoint_app.workflow.review.opening import open_review

    with closing(open_review(file, writing=False, review_id=review_id)) as desk:
        write_record(desk, output, language)
    return Outcome(tr("Wrote {file}.", file=str(output)))


def reconcile(
    file: Path, other: Path, review_id: str | None, tr: Catalogue, *, as_json: bool
) -> Outcome:
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.safekeeping.backing import before
    from focalpoint_app.workflow.safekeeping.reconciling import expunged_lines
    from focalpoint_app.workflow.safekeeping.reconciling import reconcile as take_in

    with closing(open_review(file, review_id=review_id)) as desk:
        hindered = before(desk.workspace, Reason.RECONCILIATION) or desk.notice
        outcome = take_in(desk, other)
    cards = [_card(each) for each in outcome.cards]
    if as_json:
        told = {
            "taken": outcome.taken,
            "merged": outcome.merged,
            "expunged": outcome.expunged,
            "cards": cards,
        }
        return Outcome(_json(told), not cards, warning=hindered)
    lines = [
        tr.counted("{n} change was taken.", "{n} changes were taken.", outcome.taken),
        *expunged_lines(outcome, tr),
    ]
    if cards:
        lines.append(
            tr.counted(
                "{n} conflict is to be settled; nothing was overwritten.",
                "{n} conflicts are to be settled; nothing was overwritten.",
                len(cards),
            )
        )
        lines += [" ".join(filter(None, each["subject"])) for each in cards]
    return Outcome("\n".join(lines), not cards, warning=hindered)


def publish(order: PublicOrder, tr: Catalogue) -> Outcome:
    from focalpoint_app.workflow.consultation.consulted import consulted
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.submitting.publishing import publish_edition

    with closing(open_review(order.file, review_id=order.review_id)) as desk:
        record = consulted(desk) if order.record else None
        exported = publish_edition(desk, order.output, order.language, record=record)
    told = [tr("Wrote {file}.", file=str(order.output))]
    if exported.missing:
        missing = " ".join(exported.missing)
        told.append(tr("No font has these characters: {list}", list=missing))
    return Outcome("\n".join(told), warning=desk.notice)


def _received(file: str, received: Received, tr: Catalogue) -> dict[str, Any]:
    reasons = list(_reasons(received, tr))
    return {
        "file": file,
        "taken": received.taken,
        "known": received.known,
        "refused": received.refused,
        "reason": " ".join(reasons) or None,
    }


def _told(received: Received, tr: Catalogue) -> Iterator[str]:
    if received.refusal is None:
        yield tr(
            "{file}: {taken} answers taken, {known} known already, {refused} refused.",
            file=received.file,
            taken=received.taken,
            known=received.known,
            refused=received.refused,
        )
    for reason in _reasons(received, tr):
        yield tr("{file}: {reason}", file=received.file, reason=reason)


def _reasons(received: Received, tr: Catalogue) -> Iterator[str]:
    if received.refusal is not None:
        context = {"file": received.file, **received.refusal.context}
        yield sentence(received.refusal.code, context, tr)
    for flaw in received.flaws:
        gaps = {"question": flaw.question, **flaw.context}
        yield sentence(flaw.code, gaps, tr)
    if received.is_empty:
        yield tr("It answers no question.")


def _contribution(desk: Desk, given: Contribution, name: str) -> dict[str, Any]:
    from focalpoint_app.domain.canonical import utc_text
    from focalpoint_app.exchange.entries import value_data
    from focalpoint_app.workflow.consultation.consolidating import said

    value = said(desk, given)
    return {
        "question": given.question,
        "stakeholder": name,
        "standing": given.standing.value,
        "value": None if value is None else value_data(value),
        "received": utc_text(given.time),
    }


def _line(told: dict[str, Any], tr: Catalogue) -> str:
    from focalpoint_app.document.consultation_record import STANDINGS

    words = STANDINGS[told["standing"]]
    value = json.dumps(told["value"], ensure_ascii=False, default=json_number)
    return f"{told['question']}  {told['stakeholder']} ({tr(words)}): {value}"


def _card(card: Card) -> dict[str, Any]:
    return {
        "kind": card.kind,
        "subject": list(card.subject),
        "base": card.base,
        "a": card.first,
        "b": card.second,
        "merged": card.merged,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=json_number)
