"""Nothing of an encrypted review is readable on the disk: not beside the file, not in
the profile, not among temporary files; not after kill -9 either.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from pathlib import Path

import pytest

from focalpoint_app.__main__ import main
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.rescue import keep
from focalpoint_app.platform.settings import Settings
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.safekeeping.securing import try_passphrase
from tests.cli.running import Run, put

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

FIRST, SECOND = "تفاح نهر كتاب سماء", "9302 3178 4603 0116 7218"
ASKED = "som.6.1.a"
SECRET = "اسم الشاهد المحمي فلان"
WITNESS = "فلان"


class Watched:
    """Folders in which everything is read: the workspace's, the profile's, TMPDIR."""

    def __init__(self, tmp_path: Path) -> None:
        self.folders = [tmp_path / name for name in ("work", "home", "tmp")]
        for folder in self.folders:
            folder.mkdir()
        self.file = self.folders[0] / "سر.focalpoint"
        self.asked_for = tmp_path / "asked for"
        self.asked_for.mkdir()

    def readable(self, passage: str = WITNESS) -> list[str]:
        """Files that hold it, as UTF-8, UTF-16 or escaped as JSON does."""
        forms = (
            passage.encode(),
            passage.encode("utf-16-le"),
            passage.encode("utf-16-be"),
            json.dumps(passage).strip('"').encode(),
        )
        files = (each for folder in self.folders for each in folder.rglob("*"))
        return [
            str(each)
            for each in files
            if each.is_file() and any(form in each.read_bytes() for form in forms)
        ]


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    found = Watched(tmp_path)
    monkeypatch.setenv("FOCALPOINT_HOME", str(found.folders[1]))
    monkeypatch.setenv("TMPDIR", str(found.folders[2]))
    monkeypatch.setattr(tempfile, "tempdir", str(found.folders[2]))
    monkeypatch.setenv("FOCALPOINT_PASSPHRASE", FIRST)
    monkeypatch.setenv("FOCALPOINT_PACKET_PASSPHRASE", SECOND)
    return found


@pytest.fixture
def begun(watched: Watched, run: Run, tmp_path: Path) -> Watched:
    words = ("new", watched.file, "--state", "XAA", "--party", "som", "--encrypt")
    assert run(*words).status == 0
    for text in (SECRET, f"{SECRET} {SECRET}"):
        answers = {f"{ASKED}.narrative": {"value": {"ar": text}}}
        incoming = put(tmp_path, {ASKED: {"value": "yes"}, **answers})
        assert run("answers", "import", watched.file, incoming).status == 0
    return watched


def test_the_search_finds_what_is_readable(watched: Watched) -> None:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        path = watched.folders[2] / encoding
        path.write_bytes(b"x" + SECRET.encode(encoding))
        assert watched.readable() == [str(path)]
        path.unlink()


def verbs(watched: Watched) -> list[tuple[object, ...]]:
    file, out = watched.file, watched.asked_for
    request = ("request", file, "--questions", "som.6.*", "--draft", "--to")
    return [
        ("check", file),
        ("answers", "export", file, "-o", out / "answers.json"),
        ("draft", file, "-o", out / "draft.pdf"),
        ("print", "article", file, "--article", "som.6", "-o", out / "article.pdf"),
        (*request, "العدل", "--as", "excel", "-o", out / "asked.xlsx"),
        (*request, "العدل", "--as", "word", "-o", out / "asked.docx"),
        (*request, "العدل", "--as", "packet", "-o", out / "asked.fpacket"),
        ("backup", file, "-o", watched.folders[0] / "copy.focalpoint"),
        ("doctor", file),
        ("doctor", file, "--repair", watched.folders[0] / "repaired.focalpoint"),
        ("restore", watched.folders[0] / "copy.focalpoint", file, "--yes"),
        ("recovery", file, "-o", out / "sheet.pdf"),
    ]


def test_no_verb_leaves_anything_readable_behind(begun: Watched, run: Run) -> None:
    for words in verbs(begun):
        done = run(*words)
        assert done.status in (0, 1), (words, done.err)
        assert begun.readable() == [], words


def test_another_passphrase_and_a_first_one_leave_nothing(
    begun: Watched, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("passphrase", begun.file, "--remove").status == 0
    assert len(begun.readable()) > 1  # The file and its backups.
    assert run("passphrase", begun.file, "--set").status == 0
    assert begun.readable() == []
    monkeypatch.setenv("FOCALPOINT_NEW_PASSPHRASE", SECOND)
    assert run("passphrase", begun.file, "--change").status == 0
    assert begun.readable() == []


def test_killed_at_any_moment_no_verb_leaves_anything(begun: Watched) -> None:
    chance = random.Random(20261122)
    for words in verbs(begun) * 2:
        _kill([str(word) for word in words], chance.uniform(0.05, 1.2))
        assert begun.readable() == [], words


def test_a_window_that_is_killed_leaves_nothing(begun: Watched) -> None:
    """While it types, with an undo history, a log, and a text that was not saved."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _type_until_killed(begun.file, writing)
    os.close(writing)
    assert os.read(reading, 1) == b"o"
    log = begun.file.with_name(begun.file.name + "-wal")
    assert log.stat().st_size > 0
    assert begun.readable() == []
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    assert any((begun.folders[1] / "rescue").iterdir())
    assert begun.readable() == []


def _kill(words: list[str], seconds: float) -> None:
    """After so many seconds; one that ends before that is not waited for."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            main(words)
        finally:
            os._exit(1)
    os.close(writing)
    select.select([reading], [], [], seconds)  # Its end closes the pipe.
    os.close(reading)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _type_until_killed(file: Path, writing: int) -> None:
    """Runs in the child and never comes back."""
    try:
        with using(Keyring()):
            try_passphrase(file, FIRST)
            application = prepared([], "light")
            program = Program(Settings(language="ar", scheme="light"))
            program.watch()
            program.window.show()
            program.show_desk(open_review(file))
            desk = program.desk
            assert desk is not None
            question = f"{ASKED}.narrative"
            for _ in range(5):
                desk.write(question, "ar", f"{SECRET} {time.monotonic()}")
                desk.seal(question)
            desk.search(WITNESS)
            keep(desk, question, "ar", SECRET, ())
            application.processEvents()
            os.write(writing, b"o")
            time.sleep(60)
    finally:
        os._exit(1)
