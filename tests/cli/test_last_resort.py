"""A mistake of the program's own is no verdict, and quotes no answer."""

import json
from pathlib import Path

import pytest

from focalpoint_app.workflow.verbs import verbs
from tests.cli.running import Run

SECRET = "اسم الشاهدة"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """``check`` goes wrong with an answer in its message; where reports go."""

    def fail(*_words: object, **_more: object) -> None:
        raise ZeroDivisionError(SECRET)

    monkeypatch.setattr(verbs, "check", fail)
    monkeypatch.setenv("FOCALPOINT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_bug_ends_with_three_and_a_report(run: Run, file: Path, broken: Path) -> None:
    done = run("check", file)

    assert done.status == 3
    (report,) = broken.rglob("crash-*.txt")
    assert str(report) in done.err
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_neither_output_nor_report_quotes_an_answer(
    run: Run, file: Path, broken: Path
) -> None:
    done = run("check", file)

    (report,) = broken.rglob("crash-*.txt")
    assert SECRET not in done.out + done.err + report.read_text(encoding="utf-8")


def test_a_bug_is_told_as_json_where_that_is_asked(
    run: Run, file: Path, broken: Path
) -> None:
    done = run("check", file, "--json")

    assert json.loads(done.out)["error"]["code"] == "program.bug"
    assert done.status == 3


def test_a_file_name_that_is_no_text_is_told_as_escapes(
    run: Run, tmp_path: Path
) -> None:
    path = str(tmp_path / "\udcff.focalpoint")

    done = run("new", path, "--state", "KEN")

    assert done.status == 0
    assert "\\udcff" in done.out
