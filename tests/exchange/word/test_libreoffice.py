"""A form that another program saved again: LibreOffice stands for Word's likes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from focalpoint_app.domain.consultation import Reply, Trace
from focalpoint_app.exchange.word.reading import read_word
from focalpoint_app.exchange.word.writing import write_word
from tests.exchange.requests import CHOICE, DATE, NUMBER, REQUEST, TEXT, drafted
from tests.exchange.word.filling import Filling
from tests.exchange.word.test_reading import fill_all, values

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)
FRENCH = replace(
    REQUEST, id="1b0a7e5e-6a1c-4a8e-9a53-000000000009", language="fr", questions=(TEXT,)
)
REQUESTS = {"filled": REQUEST, "draft": drafted(), "french": FRENCH, "blank": REQUEST}


def filled() -> bytes:
    form = Filling(write_word(REQUEST))
    fill_all(form)
    form.write("reply#name", "سارة العلي")
    form.comment(NUMBER.id, "نحتاج إلى مهلة.", "محمد")
    form.after(DATE.id, "ملاحظة خارج الحقل.")
    return form.saved()


def redrafted() -> bytes:
    form = Filling(write_word(drafted()))
    form.track(TEXT.id, "لسنة 2010", "لسنة 2012", "سارة العلي")
    return form.saved()


def french() -> bytes:
    form = Filling(write_word(FRENCH))
    form.write(TEXT.id, "Oui, la loi no 5 de 2010.")
    return form.saved()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The forms as LibreOffice writes them; one start of it takes seconds."""
    folder = tmp_path_factory.mktemp("office")
    forms = {
        "filled": filled(),
        "draft": redrafted(),
        "french": french(),
        "blank": write_word(REQUEST),
    }
    for name, content in forms.items():
        (folder / f"{name}.docx").write_bytes(content)
    _save_again(folder, [f"{name}.docx" for name in forms])
    return {name: (folder / "out" / f"{name}.docx").read_bytes() for name in forms}


def _save_again(folder: Path, names: list[str]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to"]
    command += ["docx:MS Word 2007 XML", "--outdir", str(folder / "out"), *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)


def read(saved: Mapping[str, bytes], name: str) -> Reply:
    request = REQUESTS[name]
    return read_word(saved[name], {request.id: request})


def test_every_answer_outlives_the_other_program(saved: Mapping[str, bytes]) -> None:
    again = read(saved, "filled")
    ours = read_word(filled(), {REQUEST.id: REQUEST})

    def without_ids(reply: Reply) -> object:
        return [
            [{**row, "id": ""} for row in value]
            if isinstance(value, list) and isinstance(value[0], dict)
            else value
            for value in values(reply).values()
        ]

    assert again.flaws == ()
    assert without_ids(again) == without_ids(ours)
    assert again.respondent == ours.respondent


def test_a_comment_keeps_its_author_and_its_question(
    saved: Mapping[str, bytes],
) -> None:
    traces = {each.question: each.traces for each in read(saved, "filled").given}
    time = "2026-11-22T09:00:00Z"
    assert traces[NUMBER.id] == (Trace("comment", "نحتاج إلى مهلة.", "محمد", time),)


def test_text_outside_the_fields_is_kept(saved: Mapping[str, bytes]) -> None:
    assert read(saved, "filled").unassigned == ("ملاحظة خارج الحقل.",)


def test_tracked_changes_keep_their_author(saved: Mapping[str, bytes]) -> None:
    (given,) = read(saved, "draft").given

    assert given.question == TEXT.id
    assert [(each.kind, each.text, each.author) for each in given.traces] == [
        ("deleted", "لسنة 2010", "سارة العلي"),
        ("inserted", "لسنة 2012", "سارة العلي"),
    ]


def test_a_form_that_was_only_opened_and_saved_says_nothing(
    saved: Mapping[str, bytes],
) -> None:
    reply = read(saved, "blank")
    assert (reply.given, reply.unassigned, reply.flaws) == ((), (), ())


def test_another_language_is_read_too(saved: Mapping[str, bytes]) -> None:
    reply = read(saved, "french")
    assert values(reply) == {TEXT.id: {"fr": "Oui, la loi no 5 de 2010."}}
    assert reply.unassigned == ()


def test_a_choice_is_read_by_its_words(saved: Mapping[str, bytes]) -> None:
    assert values(read(saved, "filled"))[CHOICE.id] == "part"
