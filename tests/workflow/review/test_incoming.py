"""Answers from a file: all or nothing, one step, and out again the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.domain.answer import EMPTY, ChoiceValue, TextValue
from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.exchange.answers_out import answers_json
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.incoming import import_answers
from tests.storage.mounts import fill, small_disk
from tests.workflow.conftest import LAW, made, reopened
from tests.workflow.review.answered import answered

ASKED = "untoc.5.1.a.i"
TEXT = "untoc.5.1.a.i.explanation"
LONG = "نص طويل " * 20 + "."


def take_in(desk: Desk, tmp_path: Path, answers: dict[str, Any]) -> int:
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"questionnaire": "cluster-1", "answers": answers}))
    return import_answers(desk, path)


def exported(desk: Desk) -> str:
    return answers_json(desk.questionnaire, desk.answers, desk.sources.values())


def test_an_import_is_one_undo_step(desk: Desk, tmp_path: Path) -> None:
    desk.choose("som.6.1.a", "yes")
    entries = {ASKED: {"value": "no"}, TEXT: {"value": {"ar": "نص"}}}

    assert take_in(desk, tmp_path, entries) == 2
    step = desk.undo()

    assert step is not None
    assert step.name == "import"
    assert desk.answer(ASKED) == EMPTY
    assert desk.answer("som.6.1.a").value == ChoiceValue("yes")


def test_a_wrong_entry_leaves_the_review_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.choose(ASKED, "yes")
    before = exported(desk)

    with pytest.raises(RefusedEntriesError):
        take_in(desk, tmp_path, {ASKED: {"value": "no"}, TEXT: {"value": 1}})

    assert exported(desk) == before
    assert desk.undoable is not None
    assert desk.undoable.name == "choice"


def test_only_the_named_ids_change(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    kept = desk.answer("untoc.5.figures")

    take_in(desk, tmp_path, {TEXT: {"value": {"en": "Misdemeanours."}}})

    assert desk.answer("untoc.5.figures") == kept
    value = desk.answer(TEXT).value
    assert isinstance(value, TextValue)
    assert value.texts == {"ar": "الجنح غير مشمولة.", "en": "Misdemeanours."}


def test_null_clears(desk: Desk, tmp_path: Path) -> None:
    answered(desk)

    take_in(desk, tmp_path, {ASKED: None, "untoc.5.figures": {"value": None}})

    assert desk.answer(ASKED) == EMPTY
    assert desk.answer("untoc.5.figures") == EMPTY


def test_an_export_imported_elsewhere_exports_identically(
    desk: Desk, tmp_path: Path
) -> None:
    answered(desk)
    path = tmp_path / "out.json"
    path.write_text(exported(desk), encoding="utf-8")

    other = made(tmp_path / "other.focalpoint")
    import_answers(other, path)

    assert exported(other) == exported(desk)
    other.close()


def test_importing_the_same_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    path = tmp_path / "out.json"
    path.write_text(exported(desk), encoding="utf-8")

    assert import_answers(desk, path) == 0


def test_a_known_source_keeps_what_the_file_does_not_say(
    desk: Desk, tmp_path: Path
) -> None:
    desk.save_source(replace(LAW, number="5", year=2010, url="https://gazette.example"))
    said = {"id": LAW.id, "kind": "law", "title": {"en": "Law"}, "year": 2011}
    path = tmp_path / "in.json"
    document = {"questionnaire": "cluster-1", "sources": [said], "answers": {}}
    path.write_text(json.dumps(document))

    import_answers(desk, path)

    found = desk.sources[LAW.id]
    assert (found.number, found.year, found.url) == (
        "5",
        2011,
        "https://gazette.example",
    )
    assert found.title == {**LAW.title, "en": "Law"}


def test_what_came_in_is_in_the_history(desk: Desk, tmp_path: Path) -> None:
    desk.write(TEXT, "ar", "من قبل")

    take_in(desk, tmp_path, {TEXT: {"value": {"ar": "من بعد"}}})

    assert [revision.content for revision in desk.history(TEXT, "ar")] == [
        {"text": "من بعد"},
        {"text": "من قبل"},
    ]


def test_a_citation_that_stays_keeps_its_identity(desk: Desk, tmp_path: Path) -> None:
    cite = desk.cite(ASKED, LAW.id, "47")
    cites = [{"source": LAW.id, "provision": p} for p in ("48", "47")]

    take_in(desk, tmp_path, {ASKED: {"cites": cites}})

    found = desk.answer(ASKED).cites
    assert [each.provision for each in found] == ["48", "47"]
    assert found[1].id == cite.id


@pytest.mark.parametrize("leaving", range(0, 280_000, 20_000))
def test_on_a_full_disk_an_import_is_refused_or_done(
    leaving: int, tmp_path: Path
) -> None:
    """Whatever room there is: after a refusal nothing differs, else all is there."""
    with small_disk(4_096) as folder:
        path = folder / "w.focalpoint"
        desk = made(path)
        before = exported(desk)
        filler = fill(folder, leaving)
        is_done = _is_taken_in(desk, tmp_path)
        desk.close()
        filler.unlink()
        again = reopened(path)
        value = again.answer(TEXT).value
        assert value == (TextValue({"ar": LONG}) if is_done else EMPTY.value)
        assert is_done or exported(again) == before
        again.seal()
        assert len(again.history(TEXT, "ar")) == is_done
        again.close()


def _is_taken_in(desk: Desk, tmp_path: Path) -> bool:
    entries = {ASKED: {"value": "no"}, TEXT: {"value": {"ar": LONG}}}
    try:
        take_in(desk, tmp_path, entries)
    except AppError as exc:
        if exc.code != "disk.full":
            raise
        return False
    return True
