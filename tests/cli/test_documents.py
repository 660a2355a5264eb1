"""`print` and `letterhead`: documents besides the submission, and their paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import fitz
import pytest
from PIL import Image

from tests.cli.running import Run, answer_all, put

ASKED = "som.6.1.a"


def text_of(path: Path) -> str:
    with fitz.open(path) as pdf:
        return " ".join("".join(page.get_text() for page in pdf).split())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


@pytest.fixture
def emblem(tmp_path: Path) -> Path:
    path = tmp_path / "emblem.png"
    stream = BytesIO()
    Image.new("RGB", (30, 30), "navy").save(stream, "PNG")
    path.write_bytes(stream.getvalue())
    return path


def test_a_blank_form_is_printed_without_a_workspace(run: Run, target: Path) -> None:
    done = run("print", "blank", "--questionnaire", "cluster-1", "-o", target,
               "--part", "som", "--language", "fr")  # fmt: skip

    assert done.status == 0
    assert "Tick" not in text_of(target)
    assert "Si la réponse est" in text_of(target)


@pytest.mark.parametrize("kind", ["sources", "assistance", "blank", "register"])
def test_documents_of_a_review_are_printed(
    run: Run, file: Path, target: Path, kind: str
) -> None:
    assert run("print", kind, file, "-o", target, "--language", "ru").status == 0
    assert "Республика Экземплия" in text_of(target)


def test_one_article_is_printed_as_it_stands(
    run: Run, file: Path, target: Path, tmp_path: Path
) -> None:
    answers = {
        ASKED: {"value": "yes", "confidentiality": "national"},
        f"{ASKED}.narrative": {"value": {"en": "Section 12 applies."}},
    }
    run("answers", "import", file, put(tmp_path, answers))

    done = run("print", "article", file, "--article", "som.6", "-o", target,
               "--language", "en", "--beside", "ar")  # fmt: skip

    assert done.status == 0
    assert "Section 12 applies." in text_of(target)
    assert "National use only" in text_of(target)
    assert "DRAFT" in text_of(target)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("print", "article", "{file}", "-o", "{out}"), 2),
        (("print", "sources", "-o", "{out}", "--questionnaire", "cluster-1"), 2),
        (("print", "blank", "-o", "{out}"), 2),
        (("print", "poems", "{file}", "-o", "{out}"), 2),
        (("print", "register", "-o", "{out}", "--questionnaire", "cluster-1"), 2),
        (("print", "register", "{file}", "-o", "{file}"), 3),
        (("print", "blank", "{file}", "-o", "{out}", "--language", "tlh"), 2),
        (("print", "blank", "--questionnaire", "cluster-9", "-o", "{out}"), 3),
        (("print", "article", "{file}", "--article", "som.99", "-o", "{out}"), 3),
        (("print", "sources", "{file}", "--part", "tip", "-o", "{out}"), 3),
        (("print", "sources", "{file}", "-o", "{file}"), 3),
    ],
)
def test_what_cannot_be_printed_is_told_in_a_sentence(
    run: Run, file: Path, target: Path, words: tuple[str, ...], status: int
) -> None:
    before = file.read_bytes()

    done = run(*(word.format(file=file, out=target) for word in words))

    assert done.status == status
    assert done.err.count("\n") == 1
    assert not target.exists()
    assert file.read_bytes() == before


def test_a_letterhead_stands_on_what_is_printed_and_can_be_taken_away(
    run: Run, file: Path, target: Path, emblem: Path
) -> None:
    set_ = run("letterhead", file, "--line", "Republic of Exemplia", "--line",
               "Ministry of Justice", "--language", "en", "--picture", emblem,
               "--marking", "RESTRICTED")  # fmt: skip
    assert set_.status == 0

    shown = run("letterhead", file).out
    run("print", "sources", file, "-o", target, "--language", "en")

    assert "Ministry of Justice" in shown
    assert "RESTRICTED" in shown
    assert "Ministry of Justice" in text_of(target)
    assert "RESTRICTED" in text_of(target)
    assert run("letterhead", file, "--clear").status == 0
    assert run("letterhead", file).out == "There is no letterhead.\n"


def test_a_new_marking_leaves_the_letterhead(run: Run, file: Path) -> None:
    run("letterhead", file, "--line", "Ministry")
    run("letterhead", file, "--marking", "SECRET")

    assert run("letterhead", file).out.splitlines() == ["Ministry", "Marking: SECRET"]


def test_a_file_that_is_no_picture_is_refused(run: Run, file: Path) -> None:
    done = run("letterhead", file, "--picture", file)

    assert done.status == 3
    assert "PNG" in done.err or "megabytes" in done.err


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_a_submission_leaves_in_any_official_language_with_the_same_data(
    run: Run, file: Path, tmp_path: Path, language: str
) -> None:
    answer_all(run, file, tmp_path)
    paths = [tmp_path / "a.pdf", tmp_path / "b.pdf"]

    one = run("submit", file, "-o", paths[0], "--language", language)
    two = run("draft", file, "-o", paths[1], "--language", "ar", "--beside", language)

    assert (one.status, two.status) == (0, 0)
    data = run("extract", paths[0]).json
    assert data["answers"][ASKED]["value"] == "yes"


def test_a_draft_names_characters_that_will_print_as_boxes(
    run: Run, file: Path, target: Path, tmp_path: Path
) -> None:
    """Before anything is cleared or signed."""
    answers = {
        ASKED: {"value": "yes"},
        f"{ASKED}.narrative": {"value": {"en": "Section 12 \U0001f600 applies."}},
    }
    run("answers", "import", file, put(tmp_path, answers))

    done = run("draft", file, "-o", target)

    assert done.status == 0
    assert "\U0001f600" in done.out
