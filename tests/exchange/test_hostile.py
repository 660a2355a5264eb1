"""Nothing that comes in breaks the program, fills the memory or takes its time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.consultation import Reply
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.text import refuse_unstorable
from focalpoint_app.exchange.excel.writing import write_excel
from focalpoint_app.exchange.packets.keys import SigningKey
from focalpoint_app.exchange.packets.replies import write_reply
from focalpoint_app.exchange.packets.requests import open_packet, write_packet
from focalpoint_app.exchange.word.writing import write_word
from focalpoint_app.exchange.xml_parts import legal
from focalpoint_app.exchange.zipping import zipped
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence
from tests.exchange import hostile
from tests.exchange.packets.sealed import PACKET, REPLY
from tests.exchange.replies import read_reply
from tests.exchange.requests import KNOWN, REQUEST, drafted
from tests.exchange.word.filling import parts_of

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 5, 300
EXPECTED = {
    "climbing name": "reply.unsafe",
    "same name twice": "reply.unsafe",
    "locked part": "reply.locked",
    "macros": "reply.macros",
    "laughs": "reply.unsafe",
    "laughs in UTF-16": "reply.unsafe",
    "entity from outside": "reply.unsafe",
    "bomb": "reply.overblown",
    "bzip2 that lies": "reply.unsafe",
    "LZMA that lies": "reply.unsafe",
    "crowded heads": "reply.overblown",
    "long heads": "reply.overblown",
    "crowd": "reply.overblown",
    "hidden crowd": "reply.overblown",
    "too large": "reply.too_large",
    "old Word": "reply.old_word",
    "old Excel": "reply.old_excel",
    "RTF": "reply.old_word",
    "OpenDocument": "reply.opendocument",
    "locked Word": "reply.locked",
    "age that asks too much": "packet.too_costly",
    "wrong passphrase": "packet.wrong_passphrase",
}
ENGLISH = Catalogue("en")
KEY = SigningKey(bytes(32))
WHOLE: Mapping[str, bytes] = {
    "word": write_word(drafted()),
    "excel": write_excel(drafted()),
    "reply": write_reply(PACKET, REPLY, KEY),
    "request": write_packet(REQUEST, KEY),
}


class Told(NamedTuple):
    code: str
    seconds: float
    megabytes: float
    is_harmless: bool


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Told]:
    """What came of each file, read in a process whose memory is its own."""
    folder = tmp_path_factory.mktemp("hostile")
    harmless = set()
    for name, content in hostile.files():
        (folder / name).write_bytes(content)
    for name, content in hostile.heavy():
        harmless.add(name)
        (folder / name).write_bytes(content)
    reader = ROOT / "tests" / "exchange" / "reading_hostile.py"
    command = [sys.executable, str(reader), *map(str, sorted(folder.iterdir()))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    )
    lines = map(json.loads, ran.stdout.splitlines())
    return {
        name: Told(code, seconds, megabytes, name in harmless)
        for name, code, seconds, megabytes in lines
    }


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")


@linux_only
def test_every_hostile_file_is_refused(told: Mapping[str, Told]) -> None:
    taken = [n for n, each in told.items() if not each.code and not each.is_harmless]
    assert taken == []
    assert {name: told[name].code for name in EXPECTED} == EXPECTED


@linux_only
def test_no_file_takes_long(told: Mapping[str, Told]) -> None:
    slow = {name: each.seconds for name, each in told.items() if each.seconds > SECONDS}
    assert slow == {}


@linux_only
def test_no_file_fills_the_memory(told: Mapping[str, Told]) -> None:
    assert max(each.megabytes for each in told.values()) < MEGABYTES


def survives(content: bytes) -> Reply | None:
    """The reply, all of it storable, or None where it was refused in words."""
    try:
        reply = read_reply(content, KNOWN)
    except AppError as exc:
        sentence(exc.code, exc.context, ENGLISH)  # Raises where a gap stays open.
        return None
    for text in (*reply.unassigned, *(t.text for g in reply.given for t in g.traces)):
        refuse_unstorable(text)
    return reply


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", hostile.OLE]))
def test_no_bytes_crash_the_readers(content: bytes, start: bytes) -> None:
    survives(start + content)


@pytest.mark.parametrize("kind", WHOLE)
@given(data=st.data())
def test_a_file_that_broke_on_its_way_is_told(kind: str, data: st.DataObject) -> None:
    whole = WHOLE[kind]
    place = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 60))
    wrong = data.draw(st.binary(max_size=60))
    cut = data.draw(st.booleans())

    survives(whole[:place] + wrong + (b"" if cut else whole[place + length :]))


@pytest.mark.parametrize("kind", ["word", "excel"])
@given(data=st.data())
def test_a_part_that_says_something_else_is_survived(
    kind: str, data: st.DataObject
) -> None:
    parts = parts_of(WHOLE[kind])
    name = data.draw(st.sampled_from(sorted(n for n in parts if n.endswith("xml"))))
    text = parts[name].decode()
    marks = [n for n, letter in enumerate(text) if letter in '<>"=/']
    first, second = sorted(data.draw(st.sampled_from(marks)) for _ in range(2))
    moved = data.draw(
        st.sampled_from(["", text[first:second], '"', "<w:p/>", "9" * 30])
    )
    parts[name] = (text[:first] + moved + text[second:]).encode()

    survives(zipped(parts))


@pytest.mark.parametrize("kind", ["word", "excel"])
@given(data=st.data())
def test_any_value_in_any_place_is_survived(kind: str, data: st.DataObject) -> None:
    """The markup stays whole; what stands between and within it is anything."""
    parts = parts_of(WHOLE[kind])
    name = data.draw(st.sampled_from(sorted(n for n in parts if n.endswith("xml"))))
    pieces = parts[name].decode().split('"')
    place = data.draw(st.integers(0, (len(pieces) - 2) // 2)) * 2 + 1
    wild = st.text().map(lambda text: legal(re.sub('[<&"]', "", text)))
    pieces[place] = data.draw(wild | st.sampled_from(["-1", "1e400", "9" * 400, ""]))
    parts[name] = '"'.join(pieces).encode()

    survives(zipped(parts))


@given(data=st.data())
def test_a_packet_that_says_anything_is_survived(data: st.DataObject) -> None:
    """Signed by whoever made it, as anybody may."""
    from focalpoint_app.domain.canonical import canonical_json
    from focalpoint_app.exchange.packets.container import (
        Binding,
        PacketKind,
        disclosed,
        enclosed,
    )

    kind = data.draw(st.sampled_from(PacketKind))
    whole = disclosed(WHOLE[kind.value])
    entry = json.loads(canonical_json(whole.entry))
    _change(entry, data)
    fields = {name: getattr(whole.binding, name) for name in Binding.__slots__}
    content = enclosed(Binding(**fields), entry, KEY)

    survives(content)
    try:
        open_packet(content)
    except AppError:
        return


ANYTHING = st.recursive(
    st.none() | st.text(max_size=9) | st.sampled_from(["yes", "2024", "1e9"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)


def _change(entry: Any, data: st.DataObject) -> None:
    """Put anything in one place, however deep."""
    keys: list[object] = []
    if isinstance(entry, dict):
        keys = sorted(entry)
    elif isinstance(entry, list):
        keys = list(range(len(entry)))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    inner = entry[key]
    if isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
        _change(inner, data)
    else:
        entry[key] = data.draw(ANYTHING)
