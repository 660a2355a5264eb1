"""Words that are copied by hand are their contributor's, not the writer's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.attribution import Origin
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.contribution import Contribution, UseKind
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.workflow.consultation import copied
from focalpoint_app.workflow.consultation.attributing import attribution
from focalpoint_app.workflow.consultation.copied import (
    credit_copied,
    credit_written,
    histories,
    suspected,
    written_here,
)
from focalpoint_app.workflow.consultation.in_use import in_use
from focalpoint_app.workflow.consultation.kept_replies import assign, kept_replies
from focalpoint_app.workflow.consultation.marking_anew import mark_contribution
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.taking_back import take_back_replies
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.conftest import AMAL
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    QUESTION,
    REFUGE,
    arrival,
    asked,
    reply,
    text,
)

FIRST = "تعاقب المادة 47 على المشاركة في جماعة إجرامية منظمة."
SECOND = "وتسري أحكامها على الأشخاص الاعتباريين كذلك منذ عام 2010."
OWN = "أُنشئت نيابة متخصصة في العاصمة."


def came(
    desk: Desk,
    words: str,
    of: Stakeholder = JUSTICE,
    *,
    with_draft: bool = False,
    standing: Standing = Standing.WORKING,
) -> Contribution:
    request = asked(desk, of, with_draft=with_draft)
    name = f"r-{request.id}"
    said = reply(request, {NARRATIVE: text(words)}, name)
    own_file = replace(said, digest=sha256_hex(name.encode()))
    receive(desk, [arrival(own_file)], standing)
    given = desk.workspace.contributions(desk.review.id, NARRATIVE)
    return next(each for each in given if each.reply == name)


def origins(desk: Desk) -> list[Origin]:
    return [span.origin for span in attribution(desk, NARRATIVE, "ar")]


def pasted(desk: Desk, words: str) -> list[str]:
    """Whose are credited after the words were written in the answer."""
    desk.write(NARRATIVE, "ar", words)
    return [each.id for each in credit_copied(desk, NARRATIVE)]


def test_a_text_with_nobodys_sentence_is_not_traced_through_its_history(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long one takes a third of a second, and writing pauses often."""
    traced: list[object] = []
    monkeypatch.setattr(copied, "attributed", traced.append)
    came(desk, FIRST)
    assert pasted(desk, f"{OWN} {SECOND}") == []
    assert traced == []


def test_a_pasted_sentence_is_its_contributors(desk: Desk) -> None:
    given = came(desk, f"{FIRST} {SECOND}")

    assert pasted(desk, f"{OWN} {SECOND}") == [given.id]

    assert origins(desk) == [Origin(AMAL.id), Origin(AMAL.id, given.id)]
    assert [each.id for each in in_use(desk)] == [given.id]
    (use,) = desk.workspace.uses(desk.review.id)
    assert use.kind is UseKind.COPIED
    assert desk.workspace.verify_chain(desk.review.id) == ()


def test_what_is_credited_is_not_credited_twice(desk: Desk) -> None:
    given = came(desk, f"{FIRST} {SECOND}")
    pasted(desk, SECOND)
    assert pasted(desk, f"{OWN} {SECOND}") == []
    assert pasted(desk, f"{FIRST} {SECOND}") == [given.id]
    assert {each.contribution for each in origins(desk)} == {given.id}


def test_it_is_found_though_it_was_sealed_before(desk: Desk) -> None:
    given = came(desk, FIRST)
    desk.write(NARRATIVE, "ar", f"{OWN} {FIRST}")
    desk.seal()
    assert pasted(desk, f"{OWN} {FIRST} {OWN}") == [given.id]
    assert origins(desk)[1] == Origin(AMAL.id, given.id)


def test_one_undo_gives_the_words_back_to_their_writer(desk: Desk) -> None:
    came(desk, FIRST)
    pasted(desk, FIRST)

    desk.undo()

    assert origins(desk) == [Origin(AMAL.id)]
    assert in_use(desk) == ()
    assert pasted(desk, f"{FIRST} {OWN}") == []


def test_what_the_writer_had_written_before_stays_theirs(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", FIRST)
    desk.seal()
    came(desk, FIRST)
    assert pasted(desk, f"{OWN} {FIRST}") == []


def test_what_was_typed_a_moment_before_it_came_stays_the_writers(desk: Desk) -> None:
    request = asked(desk)
    desk.write(NARRATIVE, "ar", f"{OWN} {FIRST}")
    receive(desk, [arrival(reply(request, {NARRATIVE: text(FIRST)}))])
    assert pasted(desk, f"{OWN} {FIRST} {OWN}") == []


def test_a_draft_that_came_back_makes_nobody_its_author(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", FIRST)
    given = came(desk, f"{FIRST} {SECOND}", with_draft=True)
    desk.write(NARRATIVE, "ar", OWN)
    desk.seal()
    assert pasted(desk, f"{FIRST} {OWN}") == []
    assert pasted(desk, f"{FIRST} {SECOND}") == [given.id]


@pytest.mark.parametrize("common", ["نعم.", "لا يوجد لدينا أي بيانات."])
def test_a_common_phrase_is_the_writers_own(desk: Desk, common: str) -> None:
    came(desk, common)
    assert pasted(desk, common) == []


def test_what_two_institutions_say_is_neithers(desk: Desk) -> None:
    came(desk, FIRST)
    came(desk, FIRST, REFUGE)
    assert pasted(desk, FIRST) == []


def test_what_a_later_reply_says_again_is_the_one_that_had_come(desk: Desk) -> None:
    first = came(desk, FIRST)
    desk.write(NARRATIVE, "ar", FIRST)
    came(desk, f"{FIRST} {SECOND}")

    assert pasted(desk, f"{OWN} {FIRST}") == [first.id]


def test_of_several_that_had_come_the_most_binding_is_credited(desk: Desk) -> None:
    came(desk, FIRST)
    official = came(desk, FIRST, standing=Standing.OFFICIAL)
    came(desk, FIRST, standing=Standing.PERSONAL)

    assert pasted(desk, FIRST) == [official.id]


def test_what_was_taken_back_is_not_another_replys_then(desk: Desk) -> None:
    came(desk, FIRST)
    came(desk, FIRST)
    pasted(desk, FIRST)
    desk.undo()

    assert pasted(desk, f"{FIRST} {OWN}") == []


def test_loose_text_had_come_with_its_file(desk: Desk) -> None:
    """Somebody copied it where it stood, and assigned it afterwards."""
    loose = replace(reply(asked(desk), {}), unassigned=(FIRST,))
    receive(desk, [arrival(loose)])
    desk.write(NARRATIVE, "ar", FIRST)
    desk.seal(NARRATIVE)
    (kept,) = kept_replies(desk)
    assign(desk, kept, FIRST, NARRATIVE)

    (credited,) = credit_copied(desk, NARRATIVE)
    assert credited.stakeholder == JUSTICE.id


def test_a_reply_that_was_taken_back_meanwhile_is_not_credited(desk: Desk) -> None:
    given = came(desk, FIRST)
    desk.write(NARRATIVE, "ar", FIRST)
    found = suspected(desk, NARRATIVE)
    own = written_here(histories(desk, found))
    take_back_replies(desk, (given.reply,))

    assert credit_written(desk, found, own) == ()


def test_a_text_that_was_changed_meanwhile_is_left_to_the_next_look(desk: Desk) -> None:
    came(desk, FIRST)
    desk.write(NARRATIVE, "ar", FIRST)
    found = suspected(desk, NARRATIVE)
    own = written_here(histories(desk, found))
    desk.write(NARRATIVE, "ar", OWN)

    assert credit_written(desk, found, own) == ()


def test_the_answer_becomes_as_confidential_as_what_was_copied(desk: Desk) -> None:
    given = came(desk, FIRST)
    mark_contribution(desk, given, Confidentiality.NATIONAL, "secret")
    pasted(desk, FIRST)
    assert desk.answer(NARRATIVE).confidentiality is Confidentiality.NATIONAL

    desk.undo()
    assert desk.answer(NARRATIVE).confidentiality is Confidentiality.REVIEWING


def test_a_choice_is_nobodys_words(desk: Desk) -> None:
    assert credit_copied(desk, QUESTION) == ()
