"""A packet's shapes leave no room for more than they name."""

from __future__ import annotations

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.packets.schemas import (
    MANIFEST,
    REPLY,
    refuse_misshapen,
)
from tests.effort import done_within

ID = "0b9c8f6e-1d2a-4c3b-9e8f-7a6b5c4d3e2f"
WHOLE = {
    "format": "focalpoint-packet",
    "version": "1",
    "kind": "reply",
    "id": ID,
    "review": "r",
    "round": "1",
    "recipient": "s",
    "request": ID,
    "digest": "a" * 64,
    "reply_to": "",
    "signer": "b" * 64,
    "entries": {"reply.json": {"sha256": "c" * 64, "size": "12"}},
}


def test_a_whole_manifest_is_read() -> None:
    refuse_misshapen(WHOLE, MANIFEST)


@pytest.mark.parametrize("field", ["id", "digest", "signer"])
@pytest.mark.parametrize("more", ["\n", " ", "0"])
def test_nothing_stands_behind_an_identifier(field: str, more: str) -> None:
    """One reply would be two, or a line of its own wherever its name is written."""
    spoilt = {**WHOLE, field: f"{WHOLE[field]}{more}"}

    with pytest.raises(AppError) as refused:
        refuse_misshapen(spoilt, MANIFEST)

    assert refused.value.code == "packet.damaged"


ROW = {"year": "2020", "reports": "1"}
TRACE = {"kind": "comment", "text": "t", "author": "", "time": ""}


@pytest.mark.parametrize(
    "given",
    [
        {"entry": {"value": [ROW] * 60_000}, "traces": []},
        {"entry": None, "traces": [TRACE] * 60_000},
    ],
)
def test_a_list_that_is_too_long_is_not_read_to_its_end(given: object) -> None:
    def refused() -> None:
        with pytest.raises(AppError):
            refuse_misshapen({"answers": {"untoc.5": given}}, REPLY)

    done_within(1, refused)
