"""The sentences of one language: looked up, counted, their gaps filled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from focalpoint_app.language.digits import Digits, decimal_mark, written_number
from focalpoint_app.language.isolates import has_rtl, is_rtl, isolate
from focalpoint_app.language.messages import shared_translations
from focalpoint_app.language.places import bundled

if TYPE_CHECKING:
    from decimal import Decimal

Gap: TypeAlias = "str | int | float | Decimal"
SOURCE_LANGUAGE = "en"
_GAP = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


class Catalogue:
    """``tr = Catalogue("ar")``; then ``tr("Sentence with {gap}", gap=value)``.

    Texts put into gaps are isolated in right-to-left languages, and elsewhere
    when they hold right-to-left text; numbers follow the digit setting, and
    ``mark`` parts their fractions, by default the language's own.  A
    sentence without a translation is given in English.  A gap without a value
    raises KeyError: that is a bug.
    """

    def __init__(
        self,
        language: str,
        digits: Digits = Digits.LATIN,
        folder: Path | None = None,
        *,
        mark: str = "",
    ) -> None:
        self.language = language
        self.digits = digits
        self.mark = mark or decimal_mark(language, digits)
        self.is_rtl = is_rtl(language)
        folder = folder or bundled("resources") / "translations"
        self._translations = shared_translations(folder / f"{language}.po")

    def __call__(self, sentence: str, /, **gaps: Gap) -> str:
        return self._filled(self._translations.gettext(sentence), gaps)

    def counted(self, one: str, many: str, n: int, /, **gaps: Gap) -> str:
        """The plural form that ``n`` asks for; ``{n}`` is filled by itself."""
        text = self._translations.ngettext(one, many, n)
        return self._filled(text, {**gaps, "n": n})

    def context(self, context: str, sentence: str, /, **gaps: Gap) -> str:
        """For a word that means different things in different places."""
        return self._filled(self._translations.pgettext(context, sentence), gaps)

    def number(self, number: int | float | Decimal) -> str:
        return written_number(number, self.digits, self.mark)

    def _filled(self, text: str, gaps: Mapping[str, Gap]) -> str:
        if not gaps:
            return text
        return _GAP.sub(lambda match: self._written(gaps[match[1]]), text)

    def _written(self, value: Gap) -> str:
        if isinstance(value, str):
            return isolate(value) if self.is_rtl or has_rtl(value) else value
        written = self.number(value)
        # A bare minus sign would move to the number's other side.
        return isolate(written) if self.is_rtl and value < 0 else written
