"""A reply, whatever kind of file it came in."""

from __future__ import annotations

from collections.abc import Mapping

from focalpoint_app.domain.consultation import Carrier, Reply, Request
from focalpoint_app.exchange.carriers import carrier_of
from focalpoint_app.exchange.excel.reading import read_excel
from focalpoint_app.exchange.packets.locking import EMPTY_HANDED, Opener
from focalpoint_app.exchange.packets.replies import open_reply
from focalpoint_app.exchange.word.reading import read_word


def read_reply(
    content: bytes, known: Mapping[str, Request], opener: Opener = EMPTY_HANDED
) -> Reply:
    """What the file says, its kind being found by its content.

    ``known`` are requests by id; ``opener`` opens locked packets.

    Raises:
        AppError: ``reply.*``, ``packet.*`` for what costs the whole file.
    """
    match carrier_of(content):
        case Carrier.WORD:
            return read_word(content, known)
        case Carrier.EXCEL:
            return read_excel(content, known)
        case _:
            return open_reply(content, known, opener)
