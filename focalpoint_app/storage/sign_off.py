"""The sign-off lines that this State's submissions carry."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, select

from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.storage.people import write_meta
from focalpoint_app.storage.schema import meta
from focalpoint_app.storage.types import read_json, refuse_unstorable_content

_NAME = "sign_off"
_LINES = Sequence[SignLine]


def read_sign_off(connection: Connection) -> tuple[SignLine, ...] | None:
    """None until somebody has set them."""
    text = connection.scalar(select(meta.c.value).where(meta.c.name == _NAME))
    if text is None:
        return None
    return tuple(SignLine(**line) for line in read_json(text, _LINES))


def write_sign_off(connection: Connection, lines: tuple[SignLine, ...]) -> None:
    content = [asdict(line) for line in lines]
    refuse_unstorable_content(content)
    write_meta(connection, _NAME, json.dumps(content, ensure_ascii=False))
