"""Every kind of document that the program prints keeps every rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from focalpoint_app.document.look import Paper
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.workflow.review.clear import clear, frozen_content
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.demonstrating import demonstration_identity
from focalpoint_app.workflow.submitting.documents import (
    Kind,
    Wish,
    composed,
    working_view,
)
from focalpoint_app.workflow.submitting.submission import (
    ExportOptions,
    export,
    sign_next,
    write_draft,
)
from tests.pdf.conformance.subject import Subject
from tests.pdf.conformance.test_conformance import RULES
from tests.pdf.further_documents import emblem
from tests.sample import sample_desk

PAPER = Paper(Letterhead(("دولة المثال", "وزارة العدل"), emblem(), "ar"), "مقيّد")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = sample_desk(tmp_path_factory.mktemp("sample") / "s.focalpoint")
    yield desk
    desk.close()


def faults(content: bytes) -> dict[str, list[str]]:
    subject = Subject(content)
    found = {clause: list(rule(subject)) for clause, rule in RULES.items()}
    return {clause: each for clause, each in found.items() if each}


@pytest.mark.parametrize(
    "wish",
    [
        Wish(Kind.BLANK, "ar", parts=("som",), article="som.5", paper=PAPER),
        Wish(Kind.BLANK, "zh", parts=("tip",), article="tip.5"),
        Wish(Kind.ARTICLE, "ru", article="untoc.5"),
        Wish(Kind.ARTICLE, "ar", beside="fr", article="untoc.2"),
        Wish(Kind.SOURCES, "fr", beside="es"),
        Wish(Kind.ASSISTANCE, "es"),
    ],
    ids=lambda wish: f"{wish.kind} {wish.language} {wish.beside or ''}",
)
def test_papers_keep_the_rules(sample: Desk, wish: Wish) -> None:
    content, _ = pdf_content(composed(working_view(sample), wish))

    assert faults(content) == {}


def test_a_draft_keeps_the_rules(sample: Desk, tmp_path: Path) -> None:
    content = frozen_content(sample, ("som",))
    write_draft(sample.questionnaire, content, tmp_path / "draft.pdf", "en")

    assert faults((tmp_path / "draft.pdf").read_bytes()) == {}


def test_a_submission_signed_twice_keeps_the_rules(
    sample: Desk, tmp_path: Path
) -> None:
    identity = demonstration_identity("سلمى المنصوري")
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    options = ExportOptions(first, "ar", identity=identity)

    export(sample.questionnaire, clear(sample, ("som",)), options)
    sign_next(first, second, identity, "ar")

    assert faults(second.read_bytes()) == {}
