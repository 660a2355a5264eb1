"""`expunge`: shown first, done when agreed, told with what still holds it."""

from __future__ import annotations

import io
import sys
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import backups_folder
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.submitting.submission import ExportOptions, export
from tests.cli.running import Run, answer_all, put
from tests.pdf.readers import by_mupdf

ASKED = "som.6.1.a"
NAME = "زكريا البحتري"


@pytest.fixture
def told(run: Run, file: Path, tmp_path: Path) -> Path:
    """The name was imported with an answer; the import after it backed it up."""
    for words in (f"شهد {NAME} أمام المحكمة.", f"شهد {NAME} أمام محكمة العدل."):
        said = {f"{ASKED}.narrative": {"value": {"ar": words}}}
        assert run("answers", "import", file, put(tmp_path, said)).status == 0
    return file


@pytest.fixture
def passage(monkeypatch: pytest.MonkeyPatch) -> None:
    """As piped in: an argument would stay in the shell's history."""
    piped = io.TextIOWrapper(io.BytesIO(f"{NAME}\n".encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", piped)


pytestmark = pytest.mark.usefixtures("passage")


def backups_with_it() -> list[Path]:
    word = NAME.split(maxsplit=1)[0].encode()
    found = backups_folder().rglob("*.focalpoint")
    return [each for each in found if word in each.read_bytes()]


def test_it_is_shown_and_nothing_done_unasked(run: Run, told: Path) -> None:
    before = run("answers", "export", told).out
    done = run("expunge", told, "--reason", "اسم شاهد")
    assert done.status == 1
    assert done.out.startswith("Found: fields as they stand 1, sealed revisions 2")
    assert run("answers", "export", told).out == before
    assert NAME.split(maxsplit=1)[0].encode() in told.read_bytes()


def test_it_is_gone_from_the_file_and_the_backups_that_hold_it_are_named(
    run: Run, told: Path
) -> None:
    (held,) = backups_with_it()
    done = run("expunge", told, "--reason", "اسم شاهد", "--yes")
    assert done.status == 0
    assert NAME.split(maxsplit=1)[0].encode() not in told.read_bytes()
    assert str(held) in done.out
    assert held.exists()
    assert run("doctor", told).status == 0
    exported = run("answers", "export", told).json["answers"]
    assert "[…]" in exported[f"{ASKED}.narrative"]["value"]["ar"]


def test_backups_are_made_anew_where_that_is_wanted(run: Run, told: Path) -> None:
    done = run("expunge", told, "--reason", "شاهد", "--yes", "--renew-backups")
    assert done.status == 0
    assert backups_with_it() == []
    assert any("expunging" in p.name for p in backups_folder().rglob("*.focalpoint"))


def test_the_record_says_who_when_and_why_and_not_what(
    run: Run, told: Path, tmp_path: Path
) -> None:
    record = tmp_path / "record.pdf"
    words = ("--reason", "Name of a witness", "--record", record, "--language", "en")
    done = run("expunge", told, "--yes", "--json", *words)
    assert done.json["expunged"] is True
    text = " ".join("".join(by_mupdf(record)).split())
    assert "Name of a witness" in text
    assert done.json["act"] in text
    assert "البحتري" not in text


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--reason", "طلب زكريا البحتري"), "expunge.reason_repeats"),
        (("--reason", "…"), "expunge.no_reason"),
        (("--reason", "شاهد", "--question", "som.6.9"), "expunge.no_question"),
        (("--reason", "شاهد", "--question", ASKED), "expunge.not_found"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    run: Run, told: Path, words: tuple[str, ...], code: str
) -> None:
    before = run("answers", "export", told).out
    done = run("expunge", told, "--yes", "--json", *words)
    assert (done.status, done.json["error"]["code"]) == (3, code)
    assert run("answers", "export", told).out == before


def test_a_clearance_that_held_it_is_void_and_exports_no_more(
    run: Run, told: Path, tmp_path: Path
) -> None:
    answer_all(run, told, tmp_path)
    with closing(open_review(told)) as desk:
        clear(desk)
    done = run("expunge", told, "--reason", "شاهد", "--yes", "--clearances", "--json")
    assert done.json["places"]["clearances"] == ["1"]
    with closing(open_review(told, writing=False)) as desk:
        (clearance,) = desk.clearances()
        with pytest.raises(AppError, match=r"clearance\.void"):
            export(desk.questionnaire, clearance, ExportOptions(tmp_path / "x.pdf"))
    assert run("doctor", told).status == 0
