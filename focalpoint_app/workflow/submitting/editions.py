"""An edition's data as its pages print them; needs no workspace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.domain.canonical import utc_time
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.consulted import Consulted, consulted_from_data
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.exchange.entries import answer_from_edition, source_from_data
from focalpoint_app.workflow.review.shipped import questionnaire_of


def view_of(
    questionnaire: Questionnaire, content: Mapping[str, Any], digest: str | None
) -> EditionView:
    """What the pages print, read back from the very data they carry."""
    cleared: datetime | None = utc_time(content["cleared"]) if digest else None
    return EditionView(
        questionnaire=questionnaire,
        parts=tuple(content["parts"]),
        answers={
            question: answer_from_edition(questionnaire.questions[question], entry)
            for question, entry in content["answers"].items()
        },
        sources=tuple(map(source_from_data, content["sources"])),
        state=content["state"],
        audience=Audience(content["audience"]),
        digest=digest,
        cleared=cleared,
        clearance=content["clearance"] if digest else None,
        consulted=_consulted(content.get("consultation")),
    )


def _consulted(data: Mapping[str, Any] | None) -> Consulted | None:
    return None if data is None else consulted_from_data(data)


@lru_cache(maxsize=4)
def shipped_questionnaire(form: str) -> Questionnaire:
    """By its id, as editions name it; AppError ``form.unknown``, ValueError."""
    return questionnaire_of(int(form.removeprefix("cluster-")))
