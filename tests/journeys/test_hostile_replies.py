"""Replies of strangers come to a real workspace: told, bounded, and costing nothing.

Beside ``tests/exchange/test_hostile.py``, which reads each file alone: here the whole
verb runs in a process of its own, from the command line to the file on the disk.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.domain.consultation import Carrier, Request
from focalpoint_app.domain.selection import Selection
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.exchange.packets.passphrase import locked_for_passphrase
from focalpoint_app.exchange.word.writing import write_word
from focalpoint_app.workflow.consultation.asking import Ask, new_round
from focalpoint_app.workflow.consultation.request_files import send_request
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.opening import NewReview, new_review, open_review
from tests.exchange import hostile
from tests.exchange.requests import REQUEST
from tests.exchange.word.filling import Filling, packed

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 5, 300
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
MINISTRY = Stakeholder("s-1", "وزارة", Category.GOVERNMENT, language="en")
CHOSEN: Mapping[str, Callable[[], bytes]] = {
    "bomb": hostile.bomb,
    "crowd": hostile.crowd,
    "laughs": lambda: hostile.word(hostile.LAUGHS),
    "macros": hostile.with_macros,
    "climbing name": lambda: hostile.extra_part("../../etc/passwd"),
    "old Word": lambda: hostile.old("WordDocument"),
    "OpenDocument": lambda: packed({"mimetype": OPEN_DOCUMENT}),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def file(folder: Path) -> Path:
    path = folder / "review.focalpoint"
    with closing(new_review(path, NewReview("XAA", parts=("som",)))) as desk:
        save_stakeholders(desk, MINISTRY)
        ask = Ask(
            MINISTRY, new_round(desk, "1"), Selection(("som.6.1.*",)), Carrier.WORD
        )
        send_request(desk, ask, folder / "form.docx")
    return path


@pytest.fixture(scope="module")
def replies(folder: Path, file: Path) -> Mapping[str, Path]:
    """By what is wrong with each; the last one is as it should be."""
    contents = {name: made() for name, made in CHOSEN.items()}
    contents["another review"] = write_word(REQUEST)
    locked = locked_for_passphrase(b"x", "not the one")
    contents["wrong passphrase"] = locked
    contents["another version"] = _of_another_version(file)
    contents["good"] = _filled((folder / "form.docx").read_bytes())
    for name, content in contents.items():
        (folder / f"{name}.docx").write_bytes(content)
    return {name: folder / f"{name}.docx" for name in contents}


def _request(file: Path) -> Request:
    with closing(open_review(file, writing=False)) as desk:
        (sent,) = desk.workspace.requests(desk.review.id)
    return sent.request


def _of_another_version(file: Path) -> bytes:
    """A form of ours, altered: it asks what was never asked here."""
    request = _request(file)
    first, *rest = request.questions
    other = replace(first, id="som.99.gone", text="Something else?")
    form = Filling(write_word(replace(request, questions=(other, *rest))))
    return form.saved()


def _filled(content: bytes) -> bytes:
    form = Filling(content)
    form.write("reply#name", "Huda")
    form.after("reply#name", "A line of our own.")
    return form.saved()


@pytest.fixture(scope="module")
def told(file: Path, replies: Mapping[str, Path]) -> Mapping[str, dict[str, Any]]:
    """One process a file, as a clerk would; what it says and what it took."""
    first = replies["another review"]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.journeys.received_apart", file, first,
         *replies.values()],
        env={**os.environ, "FOCALPOINT_LANGUAGE": "en",
             "FOCALPOINT_PACKET_PASSPHRASE": "mine"},
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = map(json.loads, ran.stdout.splitlines())
    return dict(zip(replies, lines, strict=True))


@pytest.mark.parametrize("name", [*CHOSEN, "another review", "wrong passphrase"])
def test_what_is_no_reply_is_refused_in_a_sentence(
    told: Mapping[str, dict[str, Any]], name: str
) -> None:
    assert (told[name]["taken"], told[name]["refused"]) == (0, 1)
    assert len(str(told[name]["reason"])) > 20


def test_a_form_of_another_version_costs_its_own_question(
    told: Mapping[str, dict[str, Any]],
) -> None:
    line = told["another version"]
    assert line["reason"] is None or "som.99" not in line["reason"]
    assert told["good"]["reason"] is None


def test_none_takes_long_or_fills_the_memory(
    told: Mapping[str, dict[str, Any]],
) -> None:
    assert {n: e["seconds"] for n, e in told.items() if e["seconds"] > SECONDS} == {}
    assert max(each["megabytes"] for each in told.values()) < MEGABYTES


def test_the_workspace_holds_only_what_was_taken(
    file: Path, told: Mapping[str, dict[str, Any]]
) -> None:
    with closing(open_review(file, writing=False)) as desk:
        receipts = desk.workspace.receipts(desk.review.id)
        assert {each.file for each in receipts} <= {"good.docx", "another version.docx"}
        loose = {text for each in receipts for text in each.unassigned}
        assert "A line of our own." in loose
        assert desk.workspace.verify_chain(desk.review.id) == ()
    assert told["good"]["refused"] == 0
