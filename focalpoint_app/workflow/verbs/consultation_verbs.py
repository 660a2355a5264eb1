"""The command line's verbs of a consultation: ask, answer, receive, reconcile."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.exchange.answers_out import json_number
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.stakeholder_words import CATEGORIES
from focalpoint_app.workflow.verbs.verbs import Outcome

if TYPE_CHECKING:
    from focalpoint_app.workflow.review.desk import Desk

Passphrase = Callable[[], str | None]
"""Asked for only where something is locked with one."""


@dataclass(frozen=True, slots=True)
class RequestOrder:
    """``due`` is ISO 8601 or empty; a ``plain`` packet is not encrypted."""

    file: Path
    to: str
    questions: str
    carrier: Carrier
    output: Path
    due: str
    plain: bool
    with_draft: bool
    review_id: str | None


@dataclass(frozen=True, slots=True)
class StakeholderOrder:
    """``added``: name and category of a new one; ``incoming`` and ``output`` CSV."""

    file: Path
    added: tuple[str, str] | None
    incoming: Path | None
    output: Path | None
    review_id: str | None

    @property
    def is_writing(self) -> bool:
        return self.added is not None or self.incoming is not None


def stakeholders(order: StakeholderOrder, tr: Catalogue, *, as_json: bool) -> Outcome:
    from focalpoint_app.exchange.stakeholders_csv import write_stakeholders
    from focalpoint_app.pdf.file.output import publish as put_in_place
    from focalpoint_app.workflow.consultation.stakeholders import listed_stakeholders
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.submitting.outputs import (
        refuse_same,
        refuse_unwritable,
    )

    if order.output is not None:
        for source in (order.file, order.incoming):
            refuse_same(source, order.output)
        refuse_unwritable(order.output)
    opened = open_review(
        order.file, writing=order.is_writing, review_id=order.review_id
    )
    with closing(opened) as desk:
        notice = _take_stakeholders(desk, order) or desk.notice
        found = listed_stakeholders(desk)
    if order.output is not None:
        put_in_place(write_stakeholders(found, tr.language), order.output)
        told = tr("Wrote {file}.", file=str(order.output))
        return Outcome(told, warning=notice)
    if as_json:
        listed = _json([_stakeholder(each) for each in found])
        return Outcome(listed, warning=notice)
    lines = (f"{each.name}  ({tr(CATEGORIES[each.category])})" for each in found)
    return Outcome("\n".join(lines), warning=notice)


def _take_stakeholders(desk: Desk, order: StakeholderOrder) -> AppError | None:
    """All or nothing; what is to be told of the list."""
    from focalpoint_app.workflow.consultation.stakeholder_lists import (
        IncomingList,
        read_list,
        take_list,
    )
    from focalpoint_app.workflow.consultation.stakeholders import new_stakeholder

    incoming = IncomingList(())
    if order.incoming is not None:
        incoming = read_list(order.incoming)
    rows = incoming.rows
    if order.added is not None:
        name, category = order.added
        rows = (*rows, new_stakeholder(desk, name, Category(category), rows))
    take_list(desk, rows)
    return incoming.notice


def request(order: RequestOrder, passphrase: Passphrase, tr: Catalogue) -> Outcome:
    from focalpoint_app.domain.selection import Selection
    from focalpoint_app.workflow.consultation.asking import Ask, unkept_round
    from focalpoint_app.workflow.consultation.request_files import (
        PacketLock,
        send_first_request,
    )
    from focalpoint_app.workflow.consultation.stakeholders import stakeholder_to_ask
    from focalpoint_app.workflow.review.opening import open_review

    is_locked = order.carrier is Carrier.PACKET and not order.plain
    lock = PacketLock(passphrase() if is_locked else None, plain=order.plain)
    with closing(open_review(order.file, review_id=order.review_id)) as desk:
        asked = stakeholder_to_ask(desk, order.to)
        made = unkept_round(desk, asked.name, due=order.due)
        selection = Selection((order.questions,))
        ask = Ask(asked, made, selection, order.carrier, with_draft=order.with_draft)
        sent = send_first_request(desk, ask, order.output, lock)
    told = [tr("Wrote {file}.", file=str(order.output))]
    if sent.withheld:
        told.append(_withheld(len(sent.withheld), asked.name, tr))
    if order.carrier is Carrier.PACKET and order.plain:
        told.append(
            tr("The packet is not encrypted: whoever has the file can read it.")
        )
    return Outcome("\n".join(told), warning=desk.notice)


def reply(
    packet: Path, answers: Path, output: Path, passphrase: Passphrase, tr: Catalogue
) -> Outcome:
    from focalpoint_app.workflow.consultation.reply_files import (
        answer_packet,
        is_locked_by_passphrase,
    )

    word = passphrase() if is_locked_by_passphrase(packet) else None
    count, warning = answer_packet(packet, answers, output, word)
    told = tr.counted(
        "Wrote {file} with {n} answer.",
        "Wrote {file} with {n} answers.",
        count,
        file=str(output),
    )
    return Outcome(told, warning=warning)


def _withheld(count: int, name: str, tr: Catalogue) -> str:
    return tr.counted(
        "{n} draft answer was left out: {name} may not see it.",
        "{n} draft answers were left out: {name} may not see them.",
        count,
        name=name,
    )


def _stakeholder(stakeholder: Stakeholder) -> dict[str, Any]:
    return {
        "id": stakeholder.id,
        "name": stakeholder.name,
        "category": stakeholder.category.value,
        "anonymous": stakeholder.is_anonymous,
    }


def _json(value: Iterable[Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=json_number)
