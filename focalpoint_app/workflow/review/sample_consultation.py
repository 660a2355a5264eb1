"""The sample's consultation: five institutions asked, what four of them answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

from focalpoint_app.domain.consultation import (
    Carrier,
    Given,
    Register,
    Reply,
    Respondent,
    Standing,
    Trace,
)
from focalpoint_app.domain.contribution import Contribution, Round, Sent
from focalpoint_app.domain.selection import Selection
from focalpoint_app.domain.stakeholder import (
    Addressee,
    Category,
    Liaison,
    Route,
    Stakeholder,
)
from focalpoint_app.workflow.consultation.asking import (
    Ask,
    keep_request,
    new_round,
    prepared_request,
)
from focalpoint_app.workflow.consultation.consolidating import (
    ask_again,
    insert,
    merge_in,
    note_unused,
)
from focalpoint_app.workflow.consultation.receiving import Arrival, receive
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk

Data = Mapping[str, Any]


def hold_consultation(desk: Desk, data: Data) -> None:
    """Ask, receive and use what ``data`` says; its days count back from today."""
    institutions = {
        name: _institution(desk, each) for name, each in data["institutions"].items()
    }
    save_stakeholders(desk, *institutions.values())
    with _days_ago(desk, data["round"]["sent"]):
        made = _round(desk, data["round"])
        sent = {
            name: _request(desk, made, institutions[name], each)
            for name, each in data["institutions"].items()
        }
    for each in data["replies"]:
        with _days_ago(desk, each["received"]):
            _receive(desk, sent[each["from"]], each)
    for each in data["uses"]:
        _use(desk, institutions[each["from"]], each)


@contextmanager
def _days_ago(desk: Desk, days: int) -> Iterator[None]:
    usual, at = desk.clock, desk.clock() - timedelta(days=days)
    desk.clock = lambda: at
    try:
        yield
    finally:
        desk.clock = usual


def _institution(desk: Desk, data: Data) -> Stakeholder:
    return Stakeholder(
        id=desk.new_id(),
        name=data["name"],
        category=Category(data["category"]),
        addressee=Addressee(**data["addressee"]),
        liaison=Liaison(**data["liaison"]),
        route=Route(data.get("route", "direct")),
    )


def _round(desk: Desk, data: Data) -> Round:
    today = desk.clock().date()
    due = today + timedelta(days=data["sent"] - data["due"])
    register = Register(date=today.isoformat(), **data["register"])
    return new_round(
        desk,
        data["name"],
        letter=data["letter"],
        due=due.isoformat(),
        register=register,
    )


def _request(desk: Desk, made: Round, asked: Stakeholder, data: Data) -> Sent:
    selection = Selection(tuple(data["questions"]))
    carrier = Carrier(data["carrier"])
    ask = Ask(asked, made, selection, carrier, with_draft=data["draft"])
    sent = prepared_request(desk, ask)
    keep_request(desk, sent)
    return sent


def _receive(desk: Desk, sent: Sent, data: Data) -> None:
    reply = Reply(
        id=desk.new_id(),
        request=sent.request.id,
        carrier=sent.carrier,
        given=tuple(_given(desk, data)),
        respondent=Respondent(**data["respondent"]),
        register=_register(desk, data.get("register")),
    )
    arrival = Arrival(data["file"], reply)
    receive(desk, [arrival], Standing(data["standing"]))
    if data.get("seal"):
        receipts = desk.workspace.receipts(desk.review.id)
        (receipt,) = (each for each in receipts if each.id == reply.id)
        sealed = replace(receipt, seal_seen=True)
        desk.workspace.judge(desk.review.id, (sealed,), desk.bare_step("judge"))


def _register(desk: Desk, data: Data | None) -> Register:
    if data is None:
        return Register()
    return Register(date=desk.clock().date().isoformat(), **data)


def _given(desk: Desk, data: Data) -> Iterator[Given]:
    """With what its author changed in the draft, and said beside it."""
    author, time = data["respondent"]["name"], f"{desk.clock():%Y-%m-%dT%H:%M:%SZ}"
    for question, entry in data["answers"].items():
        traces = dict(data.get("changes", {}).get(question, {}))
        comment = data.get("comments", {}).get(question)
        if comment:
            traces["comment"] = comment
        yield Given(
            question,
            entry,
            tuple(Trace(kind, text, author, time) for kind, text in traces.items()),
        )


def _use(desk: Desk, by: Stakeholder, data: Data) -> None:
    given = _contribution(desk, by, data["question"])
    match data["kind"]:
        case "attributed":
            insert(desk, given, attributed=True)
        case "merged":
            merge_in(desk, given)
        case "noted":
            note_unused(desk, given, data["reason"])
        case "asked_again":
            ask_again(desk, given, data["reason"])


def _contribution(desk: Desk, by: Stakeholder, question: str) -> Contribution:
    given = desk.workspace.contributions(desk.review.id, question)
    return next(each for each in given if each.stakeholder == by.id)
