"""Fields that say what no answer of ours does are damage, and are named."""

from __future__ import annotations

import pytest

from focalpoint_app.domain.assembly import answer_of
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Column, Kind, Obligation, Question


def question(kind: Kind) -> Question:
    columns = (Column("n", Kind.NUMBER, {}),) if kind is Kind.TABLE else ()
    return Question(
        "q", "untoc", "5", "5", Obligation.OPTIONAL, kind, {}, columns=columns
    )


@pytest.mark.parametrize(
    ("kind", "field", "content"),
    [
        (Kind.NUMBER, Field.VALUE, "twelve"),
        (Kind.TEXT, Field.VALUE, {"words": "x"}),
        (Kind.TABLE, Field.ROW, {"cells": {"n": "many"}, "order": "1"}),
        (Kind.TABLE, Field.ROW, {"cells": {}, "order": "9" * 5000}),
        (Kind.TEXT, Field.CITE, {"provision": "1", "order": "1"}),
        (Kind.TEXT, Field.CONFIDENTIALITY, "everybody"),
        (Kind.TEXT, Field.STATE, "perfect"),
    ],
)
def test_odd_fields_are_a_damaged_answer(
    kind: Kind, field: Field, content: Content
) -> None:
    with pytest.raises(AppError, match=r"answer\.damaged") as told:
        answer_of(question(kind), {FieldKey("q", field): content})
    assert told.value.context == {"question": "q"}
