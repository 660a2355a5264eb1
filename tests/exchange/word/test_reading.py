"""What a contributor does in Word comes back as they meant it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from focalpoint_app.domain.consultation import Reply, Request, Respondent, Trace
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.word.reading import read_word
from focalpoint_app.exchange.word.writing import write_word
from tests.exchange.requests import (
    CHOICE,
    CHOICES,
    DATE,
    KNOWN,
    NUMBER,
    REQUEST,
    TABLE,
    TEXT,
    drafted,
)
from tests.exchange.word.filling import Filling, w


def blank() -> Filling:
    return Filling(write_word(REQUEST))


def read(filling: Filling, request: Request = REQUEST) -> Reply:
    return read_word(filling.saved(), {request.id: request})


def values(reply: Reply) -> Mapping[str, Any]:
    return {each.question: each.entry and each.entry["value"] for each in reply.given}


def fill_all(form: Filling) -> None:
    form.write(CHOICE.id, "جزئياً")
    form.write(TEXT.id, "نص المادة 47.\nويعاقب بالسجن.")
    form.tick(f"{CHOICES.id}#is#money")
    form.write(NUMBER.id, "١٬٢٥٠")
    form.write(DATE.id, "31/1/2010")
    form.write(f"{TABLE.id}#cell#year", "2024")
    form.write(f"{TABLE.id}#cell#note", "ثلاث قضايا")
    form.write(f"{TABLE.id}#cell#court", "عليا")
    form.write(f"{TABLE.id}#cell#year", "لم تُجمَع", 1)


def test_every_kind_of_answer_comes_back() -> None:
    form = blank()
    fill_all(form)

    reply = read(form)

    found = values(reply)
    assert reply.flaws == ()
    assert reply.unassigned == ()
    assert found[CHOICE.id] == "part"
    assert found[TEXT.id] == {"ar": "نص المادة 47.\nويعاقب بالسجن."}
    assert found[CHOICES.id] == ["money"]
    assert found[NUMBER.id] == Decimal(1250)
    assert found[DATE.id] == "2010-01-31"
    first, second = found[TABLE.id]
    assert {**first, "id": ""} == {
        "id": "",
        "year": Decimal(2024),
        "note": "ثلاث قضايا",
        "court": "b",
    }
    assert second["year"] == "not_collected"


def test_a_form_sent_back_blank_says_nothing() -> None:
    reply = read_word(write_word(REQUEST), KNOWN)
    assert (reply.given, reply.unassigned, reply.flaws) == ((), (), ())


def test_a_draft_that_nobody_touched_is_no_contribution() -> None:
    request = drafted()
    reply = read_word(write_word(request), {request.id: request})
    assert (reply.given, reply.unassigned, reply.flaws) == ((), (), ())


def test_a_row_of_the_draft_keeps_its_id_when_it_is_changed() -> None:
    request = drafted()
    form = Filling(write_word(request))
    form.write(f"{TABLE.id}#cell#note", "قضية واحدة")
    form.write(f"{TABLE.id}#cell#note", "سنة أخرى", 2)

    rows = values(read(form, request))[TABLE.id]

    sent = request.questions[-1].draft
    assert sent is not None
    assert rows[0]["id"] == sent["value"][0]["id"]
    assert rows[1]["id"] != rows[0]["id"]
    assert read(form, request).given == read(form, request).given


def test_tracked_changes_are_taken_and_told_with_their_author() -> None:
    request = drafted()
    form = Filling(write_word(request))
    form.track(TEXT.id, "لسنة 2010", "لسنة 2012", "سارة العلي")

    reply = read(form, request)

    text = values(reply)[TEXT.id]["ar"]
    assert "لسنة 2012" in text
    assert "لسنة 2010" not in text
    time = "2026-11-22T10:00:00Z"
    assert reply.given[0].traces == (
        Trace("deleted", "لسنة 2010", "سارة العلي", time),
        Trace("inserted", "لسنة 2012", "سارة العلي", time),
    )


def test_a_comment_belongs_to_the_question_it_is_about() -> None:
    form = blank()
    form.comment(NUMBER.id, "نحتاج إلى مهلة.", "محمد")

    (given,) = read(form).given

    assert given.question == NUMBER.id
    assert given.entry is None
    time = "2026-11-22T09:00:00Z"
    assert given.traces == (Trace("comment", "نحتاج إلى مهلة.", "محمد", time),)


def test_text_outside_the_fields_is_kept() -> None:
    form = blank()
    form.write(NUMBER.id, "15")
    form.after(NUMBER.id, "ملاحظة: العقوبة تُضاعف عند العود.")

    reply = read(form)

    assert reply.unassigned == ("ملاحظة: العقوبة تُضاعف عند العود.",)
    assert values(reply) == {NUMBER.id: Decimal(15)}


def test_a_spoiled_question_costs_itself_and_no_other() -> None:
    form = blank()
    form.write(f"{NUMBER.id}#text", "ما الحد الأدنى للعقوبة؟")
    form.write(NUMBER.id, "3")
    form.write(DATE.id, "2010-01-31")

    reply = read(form)

    assert values(reply) == {DATE.id: "2010-01-31"}
    assert [(f.code, f.question) for f in reply.flaws] == [
        ("reply.spoiled_question", NUMBER.id)
    ]
    assert "3" in reply.unassigned


@pytest.mark.parametrize(
    ("question", "typed", "code"),
    [
        (CHOICE.id, "ربما", "reply.not_a_choice"),
        (NUMBER.id, "كثير", "reply.not_a_number"),
        (DATE.id, "1445/2/30", "reply.not_a_date"),
        (TEXT.id, "ن" * 20_001, "reply.over_limit"),
    ],
)
def test_what_is_no_answer_is_told_and_kept(
    question: str, typed: str, code: str
) -> None:
    form = blank()
    form.write(question, typed)

    reply = read(form)

    assert [(each.code, each.question) for each in reply.flaws] == [(code, question)]
    assert reply.unassigned == (typed,)
    assert reply.given == ()


def test_a_row_that_was_added_without_fields_is_read_by_its_place() -> None:
    form = blank()
    cell = form.control(f"{TABLE.id}#cell#year", 3)
    row = next(cell.iterancestors(w("tr")))
    for host in list(row.iter(w("p"))):
        host[:] = []
    texts = iter(("2023", "خمس قضايا", "ابتدائية"))
    from tests.exchange.word.filling import run

    for host in row.iter(w("p")):
        host.append(run(next(texts)))

    (only,) = values(read(form))[TABLE.id]

    assert (only["year"], only["note"], only["court"]) == (2023, "خمس قضايا", "a")


def test_a_copied_answer_loses_neither_text() -> None:
    from copy import deepcopy

    form = blank()
    form.write(TEXT.id, "النص الأول")
    host = next(form.control(TEXT.id).iterancestors(w("p")))
    host.addnext(deepcopy(host))
    form.write(TEXT.id, "النص الثاني", 1)

    reply = read(form)

    assert values(reply) == {TEXT.id: {"ar": "النص الأول"}}
    assert reply.unassigned == ("النص الثاني",)


def test_the_reply_says_who_answered() -> None:
    form = blank()
    for name, text in (
        ("name", "سارة العلي"),
        ("role", "مديرة الإدارة القانونية"),
        ("women", "٣"),
        ("men", "2"),
        ("outgoing", "77/2026"),
        ("date", "2026/12/1"),
    ):
        form.write(f"reply#{name}", text)

    reply = read(form)

    assert reply.respondent == Respondent("سارة العلي", "مديرة الإدارة القانونية", 3, 2)
    assert (reply.register.outgoing, reply.register.date) == ("77/2026", "2026-12-01")


def test_a_picture_outside_every_answer_is_told() -> None:
    form = blank()
    first = next(form.root.iter(w("p")))
    picture = first.makeelement(w("p"))
    run = picture.makeelement(w("r"))
    run.append(run.makeelement(w("drawing")))
    picture.append(run)
    first.addprevious(picture)

    assert [each.code for each in read(form).flaws] == ["reply.loose_picture"]


def test_a_picture_in_an_answer_is_told() -> None:
    form = blank()
    form.write(TEXT.id, "انظر الصورة")
    content = form.control(TEXT.id).find(w("sdtContent"))
    content[0].append(content.makeelement(w("drawing")))

    reply = read(form)

    assert [each.code for each in reply.flaws] == ["reply.picture"]
    assert values(reply) == {TEXT.id: {"ar": "انظر الصورة"}}


def test_list_items_keep_their_marks() -> None:
    form = blank()
    form.write(TEXT.id, "أولاً\nثانياً")
    for host in form.control(TEXT.id).iter(w("p")):
        properties = host.makeelement(w("pPr"))
        host.insert(0, properties)
        numbering = properties.makeelement(w("numPr"))
        properties.append(numbering)
        number = numbering.makeelement(w("numId"), {w("val"): "4"})
        numbering.append(number)

    assert values(read(form)) == {TEXT.id: {"ar": "1. أولاً\n2. ثانياً"}}


def test_the_same_file_twice_is_the_same_reply() -> None:
    form = blank()
    fill_all(form)
    content = form.saved()

    assert read_word(content, KNOWN) == read_word(content, KNOWN)
    assert read_word(content, KNOWN).id != read_word(write_word(REQUEST), KNOWN).id


def test_a_form_of_another_review_is_refused() -> None:
    with pytest.raises(AppError) as caught:
        read_word(write_word(REQUEST), {})
    assert caught.value.code == "reply.unknown_request"
    assert caught.value.context["reference"] == REQUEST.id


def test_a_form_that_has_lost_its_hidden_parts_is_known_by_its_reference() -> None:
    form = blank()
    form.write(NUMBER.id, "15")
    for name in [n for n in form.parts if n.startswith(("customXml", "docProps"))]:
        del form.parts[name]

    assert values(read(form)) == {NUMBER.id: Decimal(15)}
