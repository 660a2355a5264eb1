"""Signature places in files that our own pages did not make."""

from dataclasses import dataclass
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import (
    SigFieldSpec,
    append_signature_field,
    enumerate_sig_fields,
)


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a signature goes: ``page`` from 0, ``box`` left, bottom, right, top in
    points from the page's lower left corner; ``label`` is read out by screen readers.
    """

    name: str
    page: int
    box: tuple[float, float, float, float]
    label: str | None = None


def prepare_fields(content: bytes, places: tuple[FieldPlace, ...]) -> bytes:
    """``content`` with an empty signature place for every line to be signed.

    Those that our own pages bring with them stay as they are.
    """
    writer = IncrementalPdfFileWriter(BytesIO(content))
    known = {name for name, _value, _field in enumerate_sig_fields(writer.prev)}
    places = tuple(place for place in places if place.name not in known)
    if not places:
        return content
    for place in places:
        specification = SigFieldSpec(
            sig_field_name=place.name,
            on_page=place.page,
            box=_whole_points(place.box),
            readable_field_name=place.label,
        )
        append_signature_field(writer, specification)
    prepared = BytesIO()
    writer.write(prepared)
    return prepared.getvalue()


def _whole_points(box: tuple[float, ...]) -> tuple[int, int, int, int]:
    left, bottom, right, top = (round(side) for side in box)
    return left, bottom, right, top
