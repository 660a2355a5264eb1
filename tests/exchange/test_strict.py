"""Word and Excel can save in a stricter dialect, whose names differ: it is read too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from focalpoint_app.domain.consultation import Reply
from focalpoint_app.exchange.excel.writing import write_excel
from focalpoint_app.exchange.word.writing import write_word
from tests.exchange.replies import read_reply
from tests.exchange.requests import KNOWN, drafted
from tests.exchange.word.filling import packed, parts_of

FAMILIES = ("wordprocessingml", "spreadsheetml", "officeDocument")


def strict(content: bytes) -> bytes:
    """As *Strict Open XML* names its families."""
    parts = parts_of(content)
    for family in FAMILIES:
        usual = f"http://schemas.openxmlformats.org/{family}/2006/".encode()
        named = f"http://purl.oclc.org/ooxml/{family}/".encode()
        parts = {n: each.replace(usual, named) for n, each in parts.items()}
    return packed(parts)


def said(reply: Reply) -> object:
    """All but the ids of rows, which are made of the file's bytes."""
    given = [_without_ids((each.question, each.entry)) for each in reply.given]
    return given, reply.unassigned, reply.flaws


def _without_ids(value: Any) -> Any:
    match value:
        case Mapping():
            return {n: _without_ids(each) for n, each in value.items() if n != "id"}
        case list() | tuple():
            return list(map(_without_ids, value))
    return value


@pytest.mark.parametrize("write", [write_word, write_excel])
def test_a_form_saved_as_strict_open_xml_says_the_same(write: object) -> None:
    assert callable(write)
    form = write(drafted())
    assert b"purl.oclc.org" in b"".join(parts_of(strict(form)).values())
    usual, found = read_reply(form, KNOWN), read_reply(strict(form), KNOWN)
    assert said(found) == said(usual)
