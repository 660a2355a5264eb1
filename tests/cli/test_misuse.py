"""Wrong words, odd names, closed pipes: told as the contract says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.mark.parametrize(
    "words",
    [
        ("new", "x.focalpoint"),
        ("new", "x.focalpoint", "--state", "KEN", "--party", "untoc,uncac"),
        ("new", "x.focalpoint", "--state", "KEN", "--party", ","),
        ("new", "x.focalpoint", "--state", "KEN", "--start", "soon"),
        ("check",),
        ("submit", "x.focalpoint"),
        ("sign", "x.pdf"),
        ("answers",),
        ("verify", "x.pdf", "--nonsense"),
    ],
)
def test_misuse_is_two(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).status == 2


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("check",), "command.missing", "FILE"),
        (("check", "x", "--nonsense"), "command.unknown_word", "--nonsense"),
        (("forms", "hide"), "command.unknown_word", "hide"),
        (("new", "x", "--state", "KEN", "--party", "uncac"),
         "command.wrong_value", "untoc,tip,som,firearms"),
        (("new", "x", "--state", "KEN", "--start", "2025-02-30"),
         "command.wrong_value", "YYYY-MM-DD"),
        (("check", "x", "y"), "command.misused", "focalpoint check"),
    ],
)  # fmt: skip
def test_misuse_is_told_as_every_error_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: str,
    named: str,
) -> None:  # fmt: skip
    told = run(*words, "--json") if words[0] != "new" else run(*words)
    if words[0] == "new":
        assert named in told.err
    else:
        assert told.json["error"]["code"] == code
        assert named in told.json["error"]["message"]
        assert told.err == ""
    monkeypatch.setenv("FOCALPOINT_LANGUAGE", "ar")
    in_arabic = run(*words)
    assert in_arabic.status == 2
    assert in_arabic.err.count("\n") == 1
    assert any("\u0627" <= letter <= "\u064a" for letter in in_arabic.err)


@pytest.mark.parametrize(
    "words",
    [
        ("new", "{long}", "--state", "KEN"),
        ("check", "{long}"),
        ("backup", "{file}", "-o", "{long}"),
        ("restore", "{long}", "{file}"),
        ("reconcile", "{file}", "{long}"),
        ("doctor", "{file}", "--repair", "{long}"),
        ("draft", "{file}", "-o", "{long}"),
        ("print", "sources", "{file}", "-o", "{long}"),
    ],
)
def test_a_name_that_no_disk_takes_is_told_as_such(
    run: Run, file: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    gaps = {"file": str(file), "long": str(tmp_path / ("n" * 300))}

    done = run(*(word.format(**gaps) for word in words))

    assert done.status == 3
    assert ("n" * 300) in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("check", "{dir}"),
        ("verify", "{dir}"),
        ("extract", "{dir}"),
        ("answers", "export", "{dir}"),
        ("answers", "import", "{file}", "{dir}"),
        ("draft", "{file}", "-o", "{dir}"),
        ("answers", "export", "{file}", "-o", "{dir}"),
        ("new", "{dir}", "--state", "KEN"),
    ],
)
def test_a_folder_is_no_file(
    run: Run, file: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "d").mkdir()

    done = run(*(word.format(dir=tmp_path / "d", file=file) for word in words))

    assert done.status == 3
    assert done.err.count("\n") == 1


def test_names_may_hold_blanks_quotes_arabic_and_leading_dashes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("-o.focalpoint", "الردود \"الأولى\" 'x'.focalpoint"):
        assert run("new", "--state", "KEN", "--", name).status == 0
        assert run("answers", "export", "-o", f"{name}.json", "--", name).status == 0
        assert run("check", "--", name).status == 1
        assert Path(f"{name}.json").exists()


@pytest.mark.parametrize("platform", [None, ""])
def test_without_a_screen_no_window_is_tried(
    run: Run, monkeypatch: pytest.MonkeyPatch, platform: str | None
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if platform is not None:  # An empty name is no choice.
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setattr("sys.platform", "linux")

    done = run("review.focalpoint")

    assert done.status == 3
    assert "--help" in done.err


@pytest.mark.parametrize("to", ["/dev/full", "closed", "pipe"])
def test_a_reader_that_takes_nothing_is_no_crash(tmp_path: Path, to: str) -> None:
    program = [sys.executable, "-m", "focalpoint_app", "forms", "show", "cluster-1"]
    if to == "closed":
        command = ["sh", "-c", 'exec "$@" >&-', "sh", *program]
    elif to == "pipe":
        command = ["bash", "-c", '"$@" > >(:)', "bash", *program]
    else:
        command = ["sh", "-c", f'exec "$@" >{to}', "sh", *program]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == (0 if to == "pipe" else 1)


def test_arabic_goes_out_whole_on_a_foreign_code_page(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOCALPOINT_LANGUAGE", "ar")
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    program = [sys.executable, "-m", "focalpoint_app", "check", str(file), "--json"]

    done = subprocess.run(program, capture_output=True, check=False)

    assert done.returncode == 1
    assert "المادة" in json.loads(done.stdout.decode("utf-8"))["problems"][0]["message"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("new", "{dir}/x.focalpoint", "--state", "QQQ"), "state.unknown"),
        (("new", "{dir}/x.focalpoint", "--state", "KEN", "--cluster", "7"),
         "form.unknown"),
        (("check", "{dir}/none.focalpoint", "--json"), "workspace.not_found"),
        (("verify", "{dir}/none.pdf", "--json"), "file.missing"),
    ],
)  # fmt: skip
def test_what_could_not_be_done_is_three(
    run: Run, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    done = run(*(word.format(dir=tmp_path) for word in words))

    assert done.status == 3
    if "--json" in words:
        assert done.json["error"]["code"] == code
        assert done.err == ""
    else:
        assert done.err
