"""Bad input has its own sentence in both languages, and nothing is lost by it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.workflow.review.opening import open_review
from tests.cli.running import Run, answer_all, clearances, put
from tests.pdf.signing_samples import PASSPHRASE, Wanted, made_p12

ASKED, TEXT = "som.3.a", "som.3.a.narrative"
GOOD = {ASKED: {"value": "yes"}, TEXT: {"value": {"ar": "نص سابق"}}}
LANGUAGES = ("ar", "en")

Told = Callable[..., str]


@pytest.fixture
def told(run: Run, monkeypatch: pytest.MonkeyPatch) -> Told:
    """The sentences of a verb that fails, in both languages one below the other."""

    monkeypatch.setenv("FOCALPOINT_P12_PASSPHRASE", PASSPHRASE.decode())

    def call(*words: object) -> str:
        found = []
        for language in LANGUAGES:
            monkeypatch.setenv("FOCALPOINT_LANGUAGE", language)
            done = run(*words)
            assert (done.status, done.out) == (3, "")
            found.append(done.err)
        assert is_arabic(found[0])
        assert not is_arabic(found[1].replace("⁨", ""))
        return "".join(found)

    return call


def is_arabic(text: str) -> bool:
    return any("\u0620" <= letter <= "\u064a" for letter in text)


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        (Wanted(end=datetime(2026, 3, 1, tzinfo=UTC)), "1 March 2026"),
        (Wanted(start=datetime(2098, 3, 1, tzinfo=UTC)), "1 March 2098"),
        (Wanted(usages=frozenset({"key_encipherment"})), "Amina Yusuf"),
    ],
)
def test_an_unsuitable_certificate_clears_nothing(
    run: Run, told: Told, file: Path, wanted: Wanted, named: str
) -> None:
    answer_all(run, file, file.parent)
    key, target = file.with_name("card.p12"), file.with_name("out.pdf")
    key.write_bytes(made_p12(wanted))

    assert named in told("submit", file, "-o", target, "--p12", key)

    assert clearances(file) == 0
    assert not target.exists()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("نص\u0000", "U+0000"),
        ("نص\ud800", "U+D800"),
        ("نص\uffff", "U+FFFF"),
        ("ب" * 2_500_000, "20000"),
    ],
    ids=["NUL", "surrogate", "noncharacter", "5 MB"],
)
def test_a_text_that_cannot_be_kept_changes_nothing(
    run: Run, told: Told, file: Path, text: str, named: str
) -> None:
    assert run("answers", "import", file, put(file.parent, GOOD)).status == 0
    before = run("answers", "export", file).json
    bad = {ASKED: {"value": "no"}, TEXT: {"value": {"ar": text}}}

    assert named in told("answers", "import", file, put(file.parent, bad))

    assert run("answers", "export", file).json == before


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b'{"questionnaire": "cluster-1",\n"answers": {', "2"),
        (b'{"questionnaire": "cluster-1", "answers": []}', ""),
        (b'{"questionnaire": "cluster-4", "answers": {}}', "cluster-4"),
        (b'{"questionnaire": "cluster-1", "answers": {"som.99": null}}', "som.99"),
        (b"\xff\xfe\x00", "1"),
        (b"", "1"),
    ],
)
def test_a_broken_answers_file_is_told_and_left_out(
    told: Told, run: Run, file: Path, content: bytes, named: str
) -> None:
    before = run("answers", "export", file).json
    incoming = file.with_name("in.json")
    incoming.write_bytes(content)

    assert named in told("answers", "import", file, incoming)

    assert run("answers", "export", file).json == before


def test_markup_and_overrides_are_kept_as_they_were_written(
    run: Run, file: Path, tmp_path: Path
) -> None:
    answer_all(run, file, tmp_path)
    text = '<b>نص</b> & "x" %s {gap}\n\u202eabc\u202c بعد'
    answers = {**GOOD, TEXT: {"value": {"ar": text}}}
    assert run("answers", "import", file, put(tmp_path, answers)).status == 0

    problems = run("check", file, "--json").json["problems"]
    assert ("direction_override", TEXT) in [
        (p["code"], p["question"]) for p in problems
    ]
    target = tmp_path / "out.pdf"
    assert run("submit", file, "-o", target).status == 0
    assert inside(run, target)[TEXT]["value"]["ar"] == text
    assert "<b>نص<" in printed(target)


def inside(run: Run, pdf: Path) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads(run("extract", pdf).out)["answers"]
    return answers


def printed(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True)
    marks = dict.fromkeys(
        map(ord, "\u200e\u200f\u202a\u202b\u202c\u061c\u2066\u2067\u2068\u2069")
    )
    return " ".join(done.stdout.decode().translate(marks).split())


def test_a_text_over_what_is_stored_is_refused_before_the_store(file: Path) -> None:
    desk = open_review(file)
    desk.write(TEXT, "ar", "نص سابق")
    with pytest.raises(AppError, match=r"text\.too_long"):
        desk.write(TEXT, "ar", "ب" * 2_500_000)
    desk.close()

    desk = open_review(file, writing=False)
    value: Any = desk.answer(TEXT).value
    assert value.texts == {"ar": "نص سابق"}
    desk.close()
