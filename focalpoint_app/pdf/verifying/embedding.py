"""The answers that travel inside a submission, taken out byte for byte."""

from collections.abc import Iterator
from pathlib import Path

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, PdfObject
from pyhanko.pdf_utils.rw_common import PdfHandler

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.verifying.hostile_file import (
    PARSER_FAILURES,
    entry,
    opened,
    whole_pdf,
)

ANSWERS_NAME = "answers.json"
"""The attachment's name in every submission."""

_MOST_NODES = 1_000


def extract(path: Path) -> bytes:
    """The edition's JSON inside ``path``, unchanged.

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``pdf.too_large``,
            ``pdf.unreadable``, ``pdf.encrypted``, ``submission.no_data``.
    """
    reader = opened(whole_pdf(path), path.name, strict=False)
    try:
        answers = answers_in(reader)
    except PARSER_FAILURES as exc:
        raise AppError("pdf.unreadable", file=path.name) from exc
    if answers is None:
        raise AppError("submission.no_data", file=path.name)
    return answers


def answers_in(document: PdfHandler) -> bytes | None:
    """None unless there is exactly one content under the answers' name.

    Looked for both among the catalogue's associated files (ISO 32000-2, 14.13)
    and in its name tree, so that no reader is shown other answers than ours.
    """
    contents = {
        specification["/EF"]["/F"].data
        for specification in _specifications(document.root)
        if _name(specification) == ANSWERS_NAME
    }
    return bytes(contents.pop()) if len(contents) == 1 else None


def _name(specification: DictionaryObject) -> str | None:
    name = entry(specification, "/UF") or entry(specification, "/F")
    return None if name is None else str(name)


def _specifications(catalogue: DictionaryObject) -> Iterator[DictionaryObject]:
    yield from _dictionaries(entry(catalogue, "/AF"))
    nodes = [entry(entry(catalogue, "/Names"), "/EmbeddedFiles")]
    for _ in range(_MOST_NODES):  # A tree that loops ends here.
        if not nodes:
            return
        node = nodes.pop()
        nodes.extend(_dictionaries(entry(node, "/Kids")))
        yield from _dictionaries(entry(node, "/Names"))


def _dictionaries(array: PdfObject | None) -> Iterator[DictionaryObject]:
    """The dictionaries an array holds or points to; a name tree's keys are not."""
    if isinstance(array, ArrayObject):
        for index in range(len(array)):
            element = array[index]
            if isinstance(element, DictionaryObject):
                yield element
