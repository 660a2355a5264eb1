"""Small questionnaires and answers, built by hand for tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from focalpoint_app.domain.answer import Answer, ChoiceValue, Cite, TextValue
from focalpoint_app.domain.condition import AnyOf, Is
from focalpoint_app.domain.questionnaire import (
    Article,
    Choice,
    Column,
    Contradiction,
    Kind,
    Obligation,
    Part,
    Question,
    Questionnaire,
    Role,
)

YES_PART_NO = tuple(
    Choice(each, {"en": each, "ar": arabic})
    for each, arabic in (("yes", "نعم"), ("part", "جزئياً"), ("no", "لا"))
)


def texts(english: str) -> Mapping[str, str]:
    return {"en": english, "ar": f"نص عربي: {english}"}


def choice_question(question_id: str = "untoc.5.1.a.i", **rest: object) -> Question:
    return _question(
        question_id,
        {"kind": Kind.CHOICE, "choices": YES_PART_NO, "cites_law": True, **rest},
    )


def text_question(question_id: str, **rest: object) -> Question:
    return _question(question_id, {"kind": Kind.TEXT, "limit": 200, **rest})


def _question(question_id: str, rest: Mapping[str, object]) -> Question:
    part, article, *_ = question_id.split(".")
    plain: dict[str, Any] = {
        "id": question_id,
        "part": part,
        "article": article,
        "provision": article,
        "obligation": Obligation.MANDATORY,
        "text": texts(f"What of {question_id}?"),
    }
    return Question(**{**plain, **rest})


EXPLANATION = text_question(
    "untoc.5.1.a.i.explanation",
    parent="untoc.5.1.a.i",
    role=Role.EXPLANATION,
    condition=AnyOf((Is("untoc.5.1.a.i", "part"), Is("untoc.5.1.a.i", "no"))),
)
FIGURES = _question(
    "untoc.5.figures",
    {
        "kind": Kind.TABLE,
        "obligation": Obligation.OPTIONAL,
        "role": Role.FIGURES,
        "columns": (
            Column("year", Kind.NUMBER, texts("Year")),
            Column("note", Kind.TEXT, texts("Note")),
        ),
    },
)
DATE = _question(
    "untoc.5.3.date", {"kind": Kind.DATE, "obligation": Obligation.OPTIONAL}
)
NUMBER = _question(
    "untoc.5.years", {"kind": Kind.NUMBER, "obligation": Obligation.OPTIONAL}
)
FORMS = _question(
    "untoc.5.forms",
    {
        "kind": Kind.CHOICES,
        "obligation": Obligation.OPTIONAL,
        "choices": (Choice("a", texts("A")), Choice("b", texts("B"))),
    },
)
SOM = choice_question("som.6.1.a", part="som", article="6")


def questionnaire(
    *extra: Question, contradictions: tuple[Contradiction, ...] = ()
) -> Questionnaire:
    """Two instruments; article 5 has a question of every kind."""
    five = (choice_question(), EXPLANATION, FIGURES, DATE, NUMBER, FORMS, *extra)
    return Questionnaire(
        id="cluster-1",
        version="1",
        cluster=1,
        title=texts("Cluster I"),
        notice=texts("Our own wording."),
        languages=("ar", "en"),
        parts=(
            Part(
                "untoc",
                texts("The Convention"),
                texts("Convention"),
                (Article("5", texts("Participation"), five),),
            ),
            Part(
                "som",
                texts("Smuggling Protocol"),
                texts("Smuggling"),
                (Article("6", texts("Criminalization"), (SOM,)),),
            ),
        ),
        contradictions=contradictions,
    )


def chosen(choice: str, *provisions: str) -> Answer:
    cites = tuple(Cite(f"c{n}", "law-1", p) for n, p in enumerate(provisions))
    return Answer(ChoiceValue(choice), cites)


def written(text: str, language: str = "ar") -> Answer:
    return Answer(TextValue({language: text}))
