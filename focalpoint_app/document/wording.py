"""The phrases a submission is made of, in the submission's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from focalpoint_app.document.blocks import Paragraph, Run, Style
from focalpoint_app.domain.answer import NOT_COLLECTED, Cell
from focalpoint_app.domain.questionnaire import Column, Kind, Obligation, Question
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import direction_of, has_rtl
from focalpoint_app.language.markers import N_
from focalpoint_app.language.provisions import written_provision
from focalpoint_app.language.punctuation import Punctuation, punctuation

OBLIGATIONS: Mapping[Obligation, str] = {
    Obligation.MANDATORY: N_("mandatory"),
    Obligation.CONSIDER: N_("shall consider"),
    Obligation.OPTIONAL: N_("optional"),
}
ONE_OF_THESE = N_("one of these is mandatory")


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's catalogue with what documents need of it."""

    tr: Catalogue

    @property
    def language(self) -> str:
        return self.tr.language

    @property
    def marks(self) -> Punctuation:
        return punctuation(self.language)

    def of(self, texts: Mapping[str, str]) -> str:
        """A text in this language, else in English, else in any."""
        return self._said(texts)[1]

    def run(self, texts: Mapping[str, str], *, bold: bool = False) -> Run:
        """The same; in another language it keeps its own direction."""
        language, text = self._said(texts)
        return Run(text, language, bold, isolated=language != self.language)

    def _said(self, texts: Mapping[str, str]) -> tuple[str, str]:
        for language in (self.language, "en"):
            if texts.get(language):
                return language, texts[language]
        return next(iter(texts.items()), (self.language, ""))

    def provision(self, question: Question) -> str:
        return written_provision(question.provision, self.language)

    def obligation(self, question: Question) -> str:
        if question.is_alternative:
            return self.tr(ONE_OF_THESE)
        return self.tr(OBLIGATIONS[question.obligation])

    def head(self, question: Question) -> str:
        """Where it stands in the treaty, and how it binds."""
        return f"{self.provision(question)} · {self.obligation(question)}"

    def former_head(self, question: Question) -> str:
        """What earlier versions said: each of two models was called mandatory."""
        said = self.tr(OBLIGATIONS[question.obligation])
        return f"{self.provision(question)} · {said}"

    def paragraph(
        self, text: str, style: Style = Style.BODY, *, bold: bool = False
    ) -> Paragraph:
        return Paragraph((Run(text, self.language, bold),), style, self.language)

    def unworded(self, text: str) -> Paragraph:
        """Somebody's own words: a table's cell does not say in which language.

        Arabic keeps its direction in other documents; what holds none of it, its own
        in Arabic ones.
        """
        language: str | None = self.language
        if not self.tr.is_rtl and direction_of(text) == "rtl":
            language = "ar"
        elif self.tr.is_rtl and direction_of(text) == "ltr" and not has_rtl(text):
            language = None
        run = Run(text, language, isolated=language is None)  # *A. B.* ends in a stop.
        return Paragraph((run,), language=language)

    def label(self, text: str, anchor: str | None = None) -> Paragraph:
        """A small heading that stays with what follows."""
        return Paragraph(
            (Run(text, self.language, bold=True),),
            Style.LABEL,
            self.language,
            anchor=anchor,
            keep_with_next=True,
        )

    def cell(self, column: Column, cell: Cell | None) -> str:
        if cell is None:
            return "–"
        if cell == NOT_COLLECTED:
            return self.tr("not collected")
        if isinstance(cell, Decimal):
            return self.tr.number(cell)
        if column.kind is Kind.CHOICE:
            return next(
                (self.of(each.text) for each in column.choices if each.id == cell), cell
            )
        return written_date(cell, self.language) if column.kind is Kind.DATE else cell


Wordings = tuple[Wording, ...]
"""A document's language, or two that stand beside each other; the first leads."""


def wordings_of(tr: Catalogue, beside: Catalogue | None) -> Wordings:
    return (Wording(tr),) if beside is None else (Wording(tr), Wording(beside))
