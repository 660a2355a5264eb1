"""What stands where in a sheet of questions: hidden keys, headings, labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from focalpoint_app.domain.consultation import Asked, Option, Request
from focalpoint_app.exchange.frame import RESPONDENT, catalogue_of, shown
from focalpoint_app.exchange.typed import same_text
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import OFFICIAL_LANGUAGES

HEADINGS: Mapping[str, str] = {
    "id": "id",
    "provision": N_("Provision"),
    "question": N_("Question"),
    "answer": N_("Answer"),
}
"""By the hidden key of each column; ``id`` is hidden itself."""

ROW = "row"
"""The key of a table's hidden column of row ids."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One row: what is asked, and for whom the answer is.

    ``option`` is that of a box to tick, ``name`` one of RESPONDENT.
    """

    key: str
    provision: str
    text: str
    asked: Asked | None = None
    option: Option | None = None
    name: str = ""


def askings(request: Request) -> Iterator[Asking]:
    """The rows of the first sheet; tables have sheets of their own."""
    for asked in request.questions:
        provision, text = shown(asked.provision), shown(asked.text)
        if asked.kind == "choices":
            for option in asked.choices:
                key, words = f"{asked.id}#{option.id}", f"{text}\n{shown(option.text)}"
                yield Asking(key, provision, words, asked, option)
        elif asked.kind != "table":
            yield Asking(asked.id, provision, text, asked)
    tr = catalogue_of(request.language)
    for name, label in RESPONDENT.items():
        yield Asking(f"reply#{name}", "", tr(label), name=name)


def tables(request: Request) -> tuple[Asked, ...]:
    return tuple(each for each in request.questions if each.kind == "table")


def table_key(asked: Asked) -> str:
    return f"{asked.id}#table"


def headings_in_any_language() -> Mapping[str, str]:
    """The key of each heading, by its words as ``same_text`` has them."""
    found = {key: key for key in HEADINGS}
    for language in OFFICIAL_LANGUAGES:
        tr = catalogue_of(language)
        found.update({same_text(tr(text)): key for key, text in HEADINGS.items()})
    return found
