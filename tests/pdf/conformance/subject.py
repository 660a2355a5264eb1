"""A file under examination, and what every rule needs of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

Object = Any  # pikepdf's objects are typed by what they hold


@dataclass(frozen=True)
class Subject:
    """``content`` as written; ``pdf`` as pikepdf (QPDF) reads it."""

    content: bytes

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.content))

    @cached_property
    def objects(self) -> list[Object]:
        return [each for each in self.pdf.objects if each is not None]

    @cached_property
    def dictionaries(self) -> list[Object]:
        """Every dictionary, also the ones inside others and those of streams."""
        return [each for made in self.objects for each in _dictionaries(made)]

    @cached_property
    def streams(self) -> list[Object]:
        return [each for each in self.objects if isinstance(each, pikepdf.Stream)]

    @cached_property
    def fonts(self) -> list[Object]:
        return [d for d in self.dictionaries if d.get("/Type") == "/Font"]

    @cached_property
    def annotations(self) -> list[Object]:
        return [a for page in self.pdf.pages for a in page.get("/Annots", [])]

    @cached_property
    def forms(self) -> list[Object]:
        return [s for s in self.streams if s.get("/Subtype") == "/Form"]

    @cached_property
    def images(self) -> list[Object]:
        return [s for s in self.streams if s.get("/Subtype") == "/Image"]

    @cached_property
    def drawn(self) -> list[list[tuple[list[Object], str]]]:
        """Operands and operator, of each page and each form."""
        contents = [*self.pdf.pages, *self.forms]
        return [list(_instructions(content)) for content in contents]


Rule = Callable[[Subject], Iterator[str]]
"""What is wrong with a file, one sentence for each fault."""


def _dictionaries(made: Object) -> Iterator[Object]:
    if isinstance(made, pikepdf.Dictionary | pikepdf.Stream):
        yield made
        for key in list(made.keys()):
            yield from _inside(made[key])
    elif isinstance(made, pikepdf.Array):
        for each in made:
            yield from _inside(each)


def _inside(value: Object) -> Iterator[Object]:
    """Direct objects only: the others are met by their numbers."""
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        yield from _dictionaries(value)


def _instructions(content: Object) -> Iterator[tuple[list[Object], str]]:
    for instruction in pikepdf.parse_content_stream(content):
        operands: list[Object] = list(instruction.operands)
        yield operands, str(instruction.operator)
