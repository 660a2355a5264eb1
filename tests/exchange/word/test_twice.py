"""A form that stands twice in its file, and files that were put inside it."""

from __future__ import annotations

from copy import deepcopy

import pytest

from focalpoint_app.domain.consultation import Reply, Request, Respondent
from focalpoint_app.exchange.word.reading import read_word
from focalpoint_app.exchange.word.writing import write_word
from tests.exchange.requests import (
    CHOICE,
    CHOICES,
    DATE,
    NUMBER,
    REQUEST,
    TABLE,
    TEXT,
    drafted,
)
from tests.exchange.word.filling import Filling, w


def blank(request: Request = REQUEST) -> Filling:
    return Filling(write_word(request))


def read(form: Filling, request: Request = REQUEST) -> Reply:
    return read_word(form.saved(), {request.id: request})


def pasted(form: Filling) -> None:
    body = form.root.find(w("body"))
    for each in [deepcopy(each) for each in body if each.tag != w("sectPr")]:
        body.find(w("sectPr")).addprevious(each)


def filled() -> Filling:
    form = blank()
    form.write(CHOICE.id, "جزئياً")
    form.write(TEXT.id, "نص المادة 47.\nويعاقب بالسجن.")
    form.tick(f"{CHOICES.id}#is#money")
    form.write(NUMBER.id, "١٬٢٥٠")
    form.write(DATE.id, "31/1/2010")
    form.write(f"{TABLE.id}#cell#year", "2024")
    form.write(f"{TABLE.id}#cell#note", "ثلاث قضايا")
    form.write("reply#name", "سارة العلي")
    form.write("reply#women", "3")
    return form


def test_the_same_answers_twice_are_taken_once() -> None:
    form = filled()
    once = read(form)
    pasted(form)

    twice = read(form)

    assert (twice.flaws, twice.unassigned) == ((), ())
    assert twice.respondent == Respondent("سارة العلي", "", 3, None)
    assert [e.question for e in twice.given] == [e.question for e in once.given]
    values = [[dict(e.entry or {})["value"] for e in r.given] for r in (once, twice)]
    assert values[0][:-1] == values[1][:-1]  # The table's rows have ids of the reply.
    assert len(values[1][-1]) == 1


def test_what_stands_in_one_of_them_alone_is_taken() -> None:
    form = blank()
    pasted(form)
    form.write(TEXT.id, "من النسخة الأولى")
    form.write(NUMBER.id, "15", 1)

    reply = read(form)

    assert reply.flaws == ()
    found = {each.question: each.entry and each.entry["value"] for each in reply.given}
    assert found == {TEXT.id: {"ar": "من النسخة الأولى"}, NUMBER.id: 15}


def test_two_answers_are_told_and_both_kept() -> None:
    form = filled()
    pasted(form)
    form.write(NUMBER.id, "15", 1)

    reply = read(form)

    told = [(each.code, each.question) for each in reply.flaws]
    assert told == [("reply.answered_twice", NUMBER.id)]
    assert reply.unassigned == ("١٬٢٥٠", "15")
    assert len(reply.given) == len(REQUEST.questions) - 1


def test_the_draft_in_one_and_an_answer_in_the_other_is_that_answer() -> None:
    request = drafted()
    form = blank(request)
    pasted(form)
    form.write(NUMBER.id, "16", 1)

    reply = read(form, request)

    (only,) = reply.given
    assert (only.question, only.entry and only.entry["value"]) == (NUMBER.id, 16)


def test_a_question_that_was_changed_in_one_costs_the_other_nothing() -> None:
    form = filled()
    pasted(form)
    wording = form.control(f"{NUMBER.id}#text", 1)
    next(wording.iter(w("t"))).text = "كم؟"

    reply = read(form)

    assert [each.code for each in reply.flaws] == ["reply.spoiled_question"]
    assert NUMBER.id in {each.question for each in reply.given}


@pytest.mark.parametrize("name", ["altChunk", "subDoc"])
def test_a_part_of_another_kind_is_told_and_the_rest_taken(name: str) -> None:
    form = blank()
    form.write(NUMBER.id, "15")
    body = form.root.find(w("body"))
    body.append(body.makeelement(w(name)))

    reply = read(form)

    assert [each.code for each in reply.flaws] == ["reply.unread_part"]
    assert [each.question for each in reply.given] == [NUMBER.id]
