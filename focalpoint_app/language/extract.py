"""Collects the program's sentences into its catalogues (`python -m` this module)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from focalpoint_app.language.places import bundled

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PACKAGE = Path(__file__).resolve().parent.parent
KEYWORDS: Mapping[str, tuple[int | tuple[int, str], ...] | None] = {
    "tr": None,
    "_tr": None,
    "catalogue": None,
    "N_": None,
    "counted": (1, 2),
    "one_many": (1, 2),
    "context": ((1, "c"), 2),
}
_CALLED = re.compile(rf"\b(?:{'|'.join(KEYWORDS)})\s*\(")


class _Call(NamedTuple):
    path: str
    message: str | tuple[str, ...]
    context: str | None


def extracted(package: Path = PACKAGE) -> Catalog:
    """Every sentence of the source files, with the files that hold it."""
    from babel.messages.catalog import Catalog

    catalogue = Catalog(charset="utf-8")
    for call in _calls(package):
        catalogue.add(call.message, locations=[(call.path, 0)], context=call.context)
    return catalogue


def update(path: Path, template: Catalog) -> None:
    """Add new sentences to a ``.po`` untranslated and drop those that are gone.

    The file's own header stays as it is written: a date in it would change
    with every run and say nothing that history does not.
    """
    from babel.messages.pofile import read_po, write_po

    source = path.read_bytes()
    catalogue = read_po(BytesIO(source), locale=path.stem)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    target = BytesIO()
    options = {"sort_output": True, "include_lineno": False, "omit_header": True}
    write_po(target, catalogue, width=0, **options)
    header, _, _ = source.partition(b"\n\n")
    aside = path.with_suffix(".po.new")
    aside.write_bytes(header.rstrip() + b"\n\n" + target.getvalue().strip() + b"\n")
    aside.replace(path)


def speaking(package: Path = PACKAGE) -> Iterator[Path]:
    """The source files that may hold a sentence; the others need not be parsed."""
    for source in sorted(package.rglob("*.py")):
        if _CALLED.search(source.read_text(encoding="utf-8")):
            yield source


def _calls(package: Path) -> Iterator[_Call]:
    from babel.messages.extract import extract_from_file

    for source in speaking(package):
        name = source.relative_to(package.parent).as_posix()
        for _, message, _, context in extract_from_file("python", source, KEYWORDS):
            yield _Call(name, message, context)


def main() -> None:
    template = extracted()
    for path in sorted((bundled("resources") / "translations").glob("*.po")):
        update(path, template)
        sys.stdout.write(f"{path.name}: {len(template)} sentences\n")


if __name__ == "__main__":
    main()
