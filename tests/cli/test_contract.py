"""The command line is a contract: names, shapes, exit statuses."""

from __future__ import annotations

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
