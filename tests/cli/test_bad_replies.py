"""Replies that are none: told by name, and not a byte of the file is touched."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.consultation import reply_files
from tests.cli.running import Run, put

QUESTION = "som.6.1.a"


@pytest.fixture
def good(run: Run, file: Path, tmp_path: Path) -> Path:
    packet, back = tmp_path / "p.fpacket", tmp_path / "good.freply"
    run("request", file, "--to", "وزارة", "--questions", QUESTION, "--as", "packet",
        "-o", packet, "--plain")  # fmt: skip
    said = put(tmp_path, {QUESTION: {"value": "yes"}})
    assert run("reply", packet, said, "-o", back).status == 0
    return back


def test_a_refused_reply_leaves_every_byte_of_the_file(
    run: Run, file: Path, good: Path, tmp_path: Path
) -> None:
    before, times = file.read_bytes(), file.stat().st_mtime_ns
    bad = tmp_path / "bad.docx"
    bad.write_bytes(good.read_bytes()[:-100])

    done = run("receive", file, bad, tmp_path / "missing.docx", "--json")

    assert (done.status, [each["refused"] for each in done.json]) == (3, [1, 1])
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (before, times)
    assert run("receive", file, bad, good, "--json").json[1]["taken"] == 1


def test_each_is_read_once_and_taken_before_the_next_is_read(
    run: Run, file: Path, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else all of a whole folder, 32 MB each, would be in memory together."""
    happened: list[str] = []
    read, take = reply_files.file_content, Workspace.add_reply

    def reading(path: Path) -> bytes:
        happened.append(path.name)
        return read(path)

    def taking(workspace: Workspace, *rest: Any) -> None:
        happened.append("taken")
        take(workspace, *rest)

    monkeypatch.setattr(reply_files, "file_content", reading)
    monkeypatch.setattr(Workspace, "add_reply", taking)
    last = tmp_path / "last.docx"

    told = run("receive", file, tmp_path / "first.docx", good, last, "--json").json

    assert [each["taken"] for each in told] == [0, 1, 0]
    assert happened == ["first.docx", "good.freply", "taken", "last.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_what_is_no_file_is_never_waited_for(
    run: Run, file: Path, good: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)

    told = run("receive", file, pipe, "/dev/zero", tmp_path, good, "--json").json

    assert [each["taken"] for each in told] == [0, 0, 0, 1]
    assert "pipe.docx" in told[0]["reason"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_a_reply_comes_in_under_a_name_of_any_bytes(
    run: Run, file: Path, good: Path, tmp_path: Path
) -> None:
    odd = tmp_path / os.fsdecode(b"r\xe9ponse\n\xff.freply")
    odd.write_bytes(good.read_bytes())

    done = run("receive", file, odd)

    assert (done.status, done.err) == (0, "")
    assert run("contributions", file, "--json").json[0]["question"] == QUESTION


def test_a_form_that_says_nothing_has_a_reason(
    run: Run, file: Path, tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    run("request", file, "--to", "وزارة", "--questions", QUESTION, "--as", "excel",
        "-o", form)  # fmt: skip

    (told,) = run("receive", file, form, "--json").json

    assert told["reason"] == "It answers no question."
