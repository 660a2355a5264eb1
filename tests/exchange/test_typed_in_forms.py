"""A number in a form means what it means in the form's language."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from focalpoint_app.domain.consultation import Reply, Request
from focalpoint_app.exchange.excel.reading import read_excel
from focalpoint_app.exchange.excel.writing import write_excel
from focalpoint_app.exchange.respondents import respondent_of
from focalpoint_app.exchange.word.reading import read_word
from focalpoint_app.exchange.word.writing import write_word
from tests.exchange.excel.editing import Editing
from tests.exchange.requests import NUMBER, REQUEST, TABLE
from tests.exchange.word.filling import Filling

_PART, _WHOLE = Decimal("7.125"), Decimal(7125)
_ROW = "1b0a7e5e-6a1c-4a8e-9a53-00000000000a"


def _asked(language: str) -> Request:
    return replace(REQUEST, language=language)


def _drafted(language: str) -> Request:
    """A figure shown, and one in a table."""
    number = replace(NUMBER, draft={"value": _PART})
    table = replace(TABLE, draft={"value": [{"id": _ROW, "year": _PART}]})
    return replace(_asked(language), questions=(number, table))


def _written(request: Request, typed: str) -> Reply:
    form = Filling(write_word(request))
    form.write(NUMBER.id, typed)
    return read_word(form.saved(), {request.id: request})


def _in_sheet(request: Request, typed: object) -> Reply:
    form = Editing(request)
    form.answer(NUMBER.id, typed)
    return form.read()


def _number(reply: Reply) -> Any:
    (given,) = reply.given
    return given.entry and given.entry["value"]


@pytest.mark.parametrize(
    ("language", "number"),
    [("en", _WHOLE), ("zh", _WHOLE), ("fr", _PART), ("ru", _PART)],
)
def test_a_comma_is_read_as_the_forms_language_has_it(
    language: str, number: Decimal
) -> None:
    request = _asked(language)
    assert _number(_written(request, "7,125")) == number
    assert _number(_in_sheet(request, "7,125")) == number


@pytest.mark.parametrize("language", ["en", "fr", "ar", "es"])
@pytest.mark.parametrize("number", [_PART, _WHOLE, Decimal("0.00001")])
def test_a_figure_of_a_spreadsheet_has_one_meaning(
    language: str, number: Decimal
) -> None:
    assert _number(_in_sheet(_asked(language), float(number))) == number


@pytest.mark.parametrize("format_", ["0%", "0.0%", "0.00 %"])
def test_a_share_in_a_spreadsheet_is_no_hundredth_of_it(format_: str) -> None:
    """Excel makes 0.125 of ``12.5%``; in a Word form it is no number either."""
    form = Editing(REQUEST)
    form.answer(NUMBER.id, 0.125)
    form.sheet.cell(form.row(NUMBER.id), 4).number_format = format_
    reply = form.read()
    assert (reply.given, reply.unassigned) == ((), ("12.5%",))
    assert [each.code for each in reply.flaws] == ["reply.not_a_number"]


def test_a_percent_sign_that_is_only_shown_changes_no_figure() -> None:
    form = Editing(REQUEST)
    form.answer(NUMBER.id, 25)
    form.sheet.cell(form.row(NUMBER.id), 4).number_format = '0" %"'
    assert _number(form.read()) == 25


@pytest.mark.parametrize(
    ("language", "typed"),
    [("fr", "7.125"), ("ar", "٧,١٢٥"), ("ar", "7,125"), ("es", "1,250")],
)
def test_what_may_be_either_is_told_and_kept(language: str, typed: str) -> None:
    for reply in (
        _written(_asked(language), typed),
        _in_sheet(_asked(language), typed),
    ):
        assert reply.given == ()
        assert [each.code for each in reply.flaws] == ["reply.two_numbers"]
        assert typed in reply.unassigned


@pytest.mark.parametrize("language", ["en", "fr", "ar", "es"])
def test_a_drafted_figure_that_nobody_touched_is_no_contribution(language: str) -> None:
    request = _drafted(language)
    word = read_word(write_word(request), {request.id: request})
    excel = read_excel(write_excel(request), {request.id: request})
    assert (word.given, word.flaws) == (excel.given, excel.flaws) == ((), ())


def test_a_draft_is_read_as_an_older_form_showed_it() -> None:
    reply = _written(_drafted("fr"), "7.125")
    assert (reply.given, reply.flaws) == ((), ())


def test_people_are_counted_whole_in_any_language() -> None:
    assert _counted("fr", "1.250") == 1250
    assert _counted("en", "1,250") == 1250
    assert _counted("es", "1,250") == 1250
    assert _counted("fr", "1,5") is None


def _counted(language: str, typed: str) -> int | None:
    return respondent_of({"women": typed}, language).women
