"""A small questionnaire with every kind of question, and a review of it on disk."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.condition import AnyOf, Is
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire import (
    CLOSING,
    Article,
    Choice,
    Column,
    Kind,
    Obligation,
    Part,
    Question,
    Questionnaire,
    Role,
)
from focalpoint_app.domain.questionnaire_data import questionnaire_to_data
from focalpoint_app.domain.review import Review
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk

MAIN = "untoc.5.1.a"
NARRATIVE = f"{MAIN}.narrative"
EXPLANATION = f"{MAIN}.explanation"
MEASURES = "untoc.5.1.b"
NUMBER = "untoc.5.2"
DATE = "untoc.5.3"
FIGURES = "untoc.5.figures"
OTHER = "untoc.6.1.a"
DIFFICULTIES = "untoc.closing.difficulties"
SALMA = Author(str(uuid4()), "سلمى الحداد", "خبيرة", "وزارة العدل")


def _question(key: str, provision: str, kind: Kind, text: str, **more: Any) -> Question:
    article = key.split(".")[1]
    wanted: dict[str, Any] = {"obligation": Obligation.MANDATORY, **more}
    return Question(
        id=key,
        part="untoc",
        article=article,
        provision=provision,
        kind=kind,
        text={"ar": f"سؤال: {text}؟", "en": f"Question: {text}?"},
        guidance={"ar": "إرشاد", "en": "Say what the law provides."},
        **wanted,
    )


_YES_PART_NO = (
    Choice("yes", {"ar": "نعم", "en": "Yes"}),
    Choice("part", {"ar": "جزئياً", "en": "In part"}),
    Choice("no", {"ar": "لا", "en": "No"}),
)
_COLUMNS = (
    Column("year", Kind.NUMBER, {"ar": "السنة", "en": "Year"}),
    Column("cases", Kind.NUMBER, {"ar": "القضايا", "en": "Cases"}),
    Column("court", Kind.TEXT, {"ar": "المحكمة", "en": "Court"}),
)


def _article_5() -> Article:
    shown = AnyOf((Is(MAIN, "yes"), Is(MAIN, "part")))
    return Article(
        "5",
        {"ar": "تجريم المشاركة", "en": "Criminalization of participation"},
        (
            _question(MAIN, "5(1)(a)", Kind.CHOICE, "a", choices=_YES_PART_NO,
                      cites_law=True),
            _question(NARRATIVE, "5(1)(a)", Kind.TEXT, "b", parent=MAIN,
                      role=Role.NARRATIVE, condition=shown, limit=200),
            _question(EXPLANATION, "5(1)(a)", Kind.TEXT, "c", parent=MAIN,
                      role=Role.EXPLANATION, condition=Is(MAIN, "part")),
            _question(MEASURES, "5(1)(b)", Kind.CHOICES, "d", choices=(
                Choice("first", {"ar": "أولاً", "en": "The first"}),
                Choice("second", {"ar": "ثانياً", "en": "The second"}),
            )),
            _question(NUMBER, "5(2)", Kind.NUMBER, "e"),
            _question(DATE, "5(3)", Kind.DATE, "f"),
            _question(FIGURES, "5", Kind.TABLE, "g", columns=_COLUMNS),
        ),
    )  # fmt: skip


def small_questionnaire() -> Questionnaire:
    return Questionnaire(
        id="small",
        version="1",
        cluster=1,
        title={"ar": "استبيان صغير", "en": "A small questionnaire"},
        notice={"ar": "صياغتنا", "en": "The wording is ours"},
        languages=("ar", "en"),
        parts=(
            Part(
                "untoc",
                {"ar": "اتفاقية الجريمة المنظمة", "en": "The Convention"},
                {"ar": "الاتفاقية", "en": "Convention"},
                (
                    _article_5(),
                    Article(
                        "6",
                        {"ar": "غسل الأموال", "en": "Money-laundering"},
                        (_question(OTHER, "6(1)(a)", Kind.TEXT, "h"),),
                    ),
                    Article(
                        CLOSING,
                        {"ar": "خاتمة", "en": "Closing"},
                        (
                            _question(
                                DIFFICULTIES, "", Kind.TEXT, "i", role=Role.DIFFICULTIES
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def small_desk(folder: Path) -> Desk:
    """A new workspace in the folder; close it through the desk."""
    return desk_of(_made_once(), folder)


def desk_of(content: bytes, folder: Path) -> Desk:
    """On a workspace file of this content, put into the folder."""
    path = folder / "r.focalpoint"
    path.write_bytes(content)
    workspace = Workspace.open(path, writing=True)
    (review,) = workspace.reviews()
    return Desk(workspace, review, small_questionnaire(), SALMA)


@cache
def _made_once() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "once.focalpoint"
        workspace = Workspace.create(path, StateProfile("XAA"), now())
        workspace.save_author(SALMA)
        workspace.set_current_author(SALMA.id)
        review = Review(str(uuid4()), "small", "1", 1, ("untoc",), ("ar", "en"))
        workspace.add_review(review, questionnaire_to_data(small_questionnaire()))
        workspace.close()
        return path.read_bytes()


def make_ready(desk: Desk) -> Desk:
    """Nothing stands in the way of a clearance any more."""
    desk.choose(MAIN, "yes")
    desk.write(OTHER, "ar", "يعاقب القانون على غسل الأموال.")
    for question in (MAIN, MEASURES, NUMBER, DATE, OTHER, FIGURES):
        if not desk.answer(question).counts:
            desk.skip(question, "لا ينطبق")
    return desk
