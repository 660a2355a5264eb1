"""The command line is a contract: names, shapes, exit statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from focalpoint_app.__main__ import VERBS
from focalpoint_app.cli import cli
from focalpoint_app.domain.author import Author
from focalpoint_app.storage.workspace import Workspace
from tests.cli.running import Run, put

ASKED = "untoc.5.1.a.i"
TEXT = "untoc.5.1.a.i.narrative"


def author_of(file: Path) -> tuple[Author | None, set[str]]:
    """Who writes in the workspace, and everyone it knows by name."""
    workspace = Workspace.open(file, writing=False)
    try:
        known = {author.name for author in workspace.authors()}
        return workspace.current_author(), known
    finally:
        workspace.close()


def test_every_verb_of_the_contract_is_there() -> None:
    assert frozenset(cli.commands) == VERBS


def test_forms_lists_the_questionnaires(run: Run) -> None:
    (form,) = run("forms", "--json").json

    assert form["id"] == "cluster-1"
    assert form["languages"] == ["ar", "en", "es", "fr", "ru", "zh"]
    assert form["questions"] > 120


def test_forms_show_has_the_promised_shape(run: Run) -> None:
    shown = run("forms", "show", "cluster-1", "--json").json
    questions = {question["id"]: question for question in shown["questions"]}
    asked = questions[ASKED]

    assert len(questions) == run("forms", "--json").json[0]["questions"]
    assert asked["part"] == "untoc"
    assert asked["provision"] == "5(1)(a)(i)"
    assert asked["obligation"] == "mandatory"
    assert [choice["id"] for choice in asked["choices"]] == ["yes", "part", "no"]
    six = {"ar", "en", "es", "fr", "ru", "zh"}
    assert set(asked["text"]) == set(asked["guidance"]) == six
    assert questions["untoc.5.figures"]["columns"][0] == {
        "id": "year", "kind": "number", "unit": None,
        "text": questions["untoc.5.figures"]["columns"][0]["text"],
    }  # fmt: skip


def test_an_unknown_form_could_not_be_shown(run: Run) -> None:
    done = run("forms", "show", "cluster-9", "--json")

    assert done.status == 3
    assert done.json["error"]["code"] == "form.unknown"


def test_new_refuses_an_existing_file(run: Run, file: Path) -> None:
    before = file.read_bytes()

    done = run("new", file, "--state", "KEN")

    assert done.status == 3
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert file.read_bytes() == before


def test_new_takes_every_option(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ken.focalpoint"

    done = run("new", path, "--state", "ken", "--cluster", 1, "--language", "en",
               "--party", "tip,untoc", "--start", "2025-11-01")  # fmt: skip

    assert done.status == 0
    workspace = Workspace.open(path, writing=False)
    (review,) = workspace.reviews()
    workspace.close()
    assert review.parts == ("untoc", "tip")
    assert review.languages == ("en",)
    assert review.start is not None
    assert review.start.isoformat() == "2025-11-01"


@pytest.mark.parametrize(
    "words",
    [
        ("new", "x.focalpoint"),
        ("new", "x.focalpoint", "--state", "KEN", "--party", "untoc,uncac"),
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


def test_import_and_export_round_trip(run: Run, file: Path, tmp_path: Path) -> None:
    law = {"id": "law-1", "kind": "law", "number": "5", "year": 2010,
           "title": {"ar": "قانون"}, "date": "2010-01-31"}  # fmt: skip
    answers = {
        ASKED: {"value": "yes", "cites": [{"source": "law-1", "provision": "م 47"}],
                "confidentiality": "public"},
        TEXT: {"value": {"ar": "<b>&", "en": "Text"}},
        "untoc.5.figures": {"value": [{"id": "r", "year": 2023,
                                       "reports": "not_collected"}]},
    }  # fmt: skip
    incoming = put(tmp_path, answers, version="2026.1", sources=[law])

    assert run("answers", "import", file, incoming, "--by", "أمل; خبيرة").status == 0
    exported = run("answers", "export", file)

    assert exported.json["sources"] == [law]
    assert exported.json["answers"] == answers
    out = tmp_path / "out.json"
    assert run("answers", "export", file, "-o", out) == (0, "", "")
    assert out.read_text(encoding="utf-8") == exported.out


def test_a_broken_import_names_each_entry_and_changes_nothing(
    run: Run, file: Path, tmp_path: Path
) -> None:
    before = run("answers", "export", file).out

    done = run(
        "answers", "import", file,
        put(tmp_path, {ASKED: {"value": "maybe"}, "x.y": None, TEXT: {"value": 1}}),
    )  # fmt: skip

    assert done.status == 3
    assert done.err.count("\n") == 4
    assert ASKED in done.err
    assert run("answers", "export", file).out == before


def test_check_says_what_is_missing(run: Run, file: Path) -> None:
    done = run("check", file, "--json")

    assert done.status == 1
    report = done.json
    assert report["ready"] is False
    assert report["answered"] == 0
    assert report["of"] > 20
    assert any(problem["blocks"] for problem in report["problems"])
    assert set(report["problems"][0]) == {"code", "question", "blocks", "message"}


def test_messages_follow_the_language(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOCALPOINT_LANGUAGE", "ar")

    report = run("check", file, "--json").json

    assert "المادة" in report["problems"][0]["message"]


def test_who_an_import_is_by_does_not_become_the_writer(
    run: Run, file: Path, tmp_path: Path
) -> None:
    people = ("answers", "import", file)
    writer = author_of(file)

    refused = run(*people, put(tmp_path, {"x.y": None}), "--by", "لا أحد; خبير")
    assert refused.status == 3
    assert author_of(file) == writer
    assert run(*people, put(tmp_path, {"som.3.a": None}), "--by", "أمل").status == 0
    assert author_of(file)[0] == writer[0]
    assert author_of(file)[1] == {*writer[1], "أمل"}


def test_while_another_holds_the_file_reading_works_and_writing_says_so(
    run: Run, file: Path, tmp_path: Path
) -> None:
    held = Workspace.open(file, writing=True, holder="أمل")
    try:
        assert run("check", file).status == 1
        assert run("answers", "export", file).status == 0
        done = run("answers", "import", file, put(tmp_path, {}))
    finally:
        held.close()

    assert done.status == 3
    assert "أمل" in done.err


def test_reading_changes_nothing_in_the_file(run: Run, file: Path) -> None:
    before = file.read_bytes(), file.stat().st_mtime_ns

    run("check", file)
    run("answers", "export", file)

    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
