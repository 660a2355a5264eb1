"""What somebody wrote beside the fields of a Word form, in whatever place."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from focalpoint_app.domain.consultation import Register, Reply
from focalpoint_app.exchange.word.reading import read_word
from focalpoint_app.exchange.word.writing import write_word
from tests.exchange.requests import CHOICES, NUMBER, REQUEST, TEXT
from tests.exchange.word.filling import Filling, run, w


def blank() -> Filling:
    return Filling(write_word(REQUEST))


def read(form: Filling) -> Reply:
    return read_word(form.saved(), {REQUEST.id: REQUEST})


def without_tags(form: Filling) -> Filling:
    """As programs save it that know content controls half: names gone, places kept."""
    for properties in form.root.iter(w("sdtPr")):
        for each in properties.findall(w("tag")) + properties.findall(w("alias")):
            properties.remove(each)
    return form


def add_at_end(form: Filling, text: str) -> None:
    body: Any = form.root.find(w("body"))
    paragraph = etree.Element(w("p"))
    paragraph.append(run(text))
    body.insert(len(body) - 1, paragraph)


@pytest.mark.parametrize("text", ["2019", "١٢٣", "15 %", "25/3", "\u2713"])
def test_figures_and_signs_beside_a_field_are_kept(text: str) -> None:
    form = blank()
    form.after(NUMBER.id, text)

    assert read(form).unassigned == (text,)


def test_words_typed_into_a_locked_text_are_kept() -> None:
    """Some editors know no locks."""
    form = blank()
    form.write(f"{TEXT.id}#frame", "انظر المذكرة المرفقة.")

    assert read(form).unassigned == ("انظر المذكرة المرفقة.",)


def test_words_that_a_program_put_in_place_of_the_hint_are_an_answer() -> None:
    """It left the mark that a hint is shown; a hint has a style of its own."""
    form = blank()
    content = form.control(TEXT.id).find(w("sdtContent"))
    content[:] = [run("نص كتبه برنامج آخر.")]

    (given,) = read(form).given
    assert given.entry == {"value": {"ar": "نص كتبه برنامج آخر."}}


@pytest.mark.parametrize(
    ("typed", "chosen", "kept"),
    [("x", ["money"], ()), ("\u2611 نعم", ["money"], ()), ("لا", None, ()),
     ("\u2611 أحياناً", ["money"], ("قلة الموارد\nأحياناً",)),
     ("أحياناً", None, ("قلة الموارد\nأحياناً",))],
)  # fmt: skip
def test_what_is_typed_into_a_box_is_a_tick_or_kept(
    typed: str, chosen: list[str] | None, kept: tuple[str, ...]
) -> None:
    form = blank()
    form.write(f"{CHOICES.id}#is#money", typed)
    reply = read(form)

    assert [e.entry and e.entry["value"] for e in reply.given] == (
        [chosen] if chosen else []
    )
    assert reply.unassigned == kept


def test_a_hint_that_lost_its_style_and_its_mark_is_no_answer() -> None:
    form = blank()
    for lost in ("rStyle", "showingPlcHdr"):
        for each in [*form.root.iter(w(lost))]:
            each.getparent().remove(each)

    found = read(form)
    assert (found.given, found.flaws, found.unassigned) == ((), (), ())


def test_words_below_the_last_field_are_no_part_of_it() -> None:
    form = without_tags(blank())
    add_at_end(form, "ملاحظة في آخر الاستمارة عام 2019")
    reply = read(form)

    assert reply.unassigned == ("ملاحظة في آخر الاستمارة عام 2019",)
    assert reply.register == Register()


def test_a_form_whose_fields_lost_their_names_says_nothing_when_blank() -> None:
    reply = read(without_tags(blank()))
    assert (reply.given, reply.unassigned, reply.register) == ((), (), Register())
