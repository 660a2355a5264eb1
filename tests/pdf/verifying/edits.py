"""What a program may append to a signed file: one edit, one revision."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    TextStringObject,
    pdf_name,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from focalpoint_app.pdf.verifying.embedding import ANSWERS_NAME
from tests.pdf.signing_samples import ANSWERS

OTHER_ANSWERS = ANSWERS.replace("نعم".encode(), "كلا".encode())
Edit = Callable[[IncrementalPdfFileWriter, Random], object]


def _page(writer: IncrementalPdfFileWriter, random: Random) -> DictionaryObject:
    page: DictionaryObject = random.choice(writer.root["/Pages"]["/Kids"]).get_object()
    return page


def _drawing(random: Random) -> StreamObject:
    corner = f"{random.randrange(400)} {random.randrange(700)}"
    return StreamObject(stream_data=f"1 1 1 rg {corner} 150 60 re f".encode())


def _draws_over(writer: IncrementalPdfFileWriter, random: Random) -> None:
    page = _page(writer, random)
    drawn = ArrayObject(
        [page.raw_get("/Contents"), writer.add_object(_drawing(random))]
    )
    page["/Contents"] = drawn
    writer.update_container(page)


def _swaps_the_words(writer: IncrementalPdfFileWriter, random: Random) -> None:
    """Other text on the page, the same data inside."""
    page = _page(writer, random)
    said = bytes(page["/Contents"].data)
    new = StreamObject(stream_data=said.replace(b"ET", b" 5 5 Td ET", 1) + b" ")
    page["/Contents"] = writer.add_object(new)
    writer.update_container(page)


def _adds_a_page(writer: IncrementalPdfFileWriter, random: Random) -> None:
    pages = writer.root["/Pages"]
    page = DictionaryObject({pdf_name("/Type"): pdf_name("/Page")})
    page["/Parent"] = writer.root.raw_get("/Pages")
    page["/MediaBox"] = ArrayObject(map(NumberObject, (0, 0, 595, 842)))
    page["/Contents"] = writer.add_object(_drawing(random))
    place = random.randrange(len(pages["/Kids"]) + 1)
    pages["/Kids"].insert(place, writer.add_object(page))
    pages["/Count"] = NumberObject(len(pages["/Kids"]))
    writer.update_container(pages)


def _takes_a_page(writer: IncrementalPdfFileWriter, random: Random) -> None:
    pages = writer.root["/Pages"]
    del pages["/Kids"][random.randrange(len(pages["/Kids"]))]
    pages["/Count"] = NumberObject(len(pages["/Kids"]))
    writer.update_container(pages)


def _turns_pages_about(writer: IncrementalPdfFileWriter, random: Random) -> None:
    pages = writer.root["/Pages"]
    pages["/Kids"].append(pages["/Kids"].pop(random.randrange(2)))
    writer.update_container(pages)


def _writes_a_note(writer: IncrementalPdfFileWriter, random: Random) -> None:
    kind = random.choice(("/FreeText", "/Square", "/Stamp", "/Redact", "/Text"))
    left, low = random.randrange(300), random.randrange(600)
    note = DictionaryObject({pdf_name("/Type"): pdf_name("/Annot")})
    note["/Subtype"] = pdf_name(kind)
    note["/Rect"] = ArrayObject(map(NumberObject, (left, low, left + 200, low + 90)))
    note["/Contents"] = TextStringObject(f"Repealed in {random.randrange(1990, 2030)}")
    page = _page(writer, random)
    page["/Annots"] = ArrayObject([*page.get("/Annots", ()), writer.add_object(note)])
    writer.update_container(page)


def _takes_the_notes(writer: IncrementalPdfFileWriter, random: Random) -> None:
    """The signature's own place on the page goes with them."""
    page = writer.root["/Pages"]["/Kids"][1].get_object()
    kept = [*page["/Annots"]][1:] if random.random() < 0.5 else []
    page["/Annots"] = ArrayObject(kept)
    writer.update_container(page)


def _attaches(writer: IncrementalPdfFileWriter, random: Random) -> None:
    """A file more, or other answers under the same name."""
    name = random.choice((ANSWERS_NAME, f"annex-{random.randrange(9)}.json"))
    file = EmbeddedFileObject.from_file_data(writer, OTHER_ANSWERS)
    relation = pdf_name(random.choice(("/Data", "/Source", "/Alternative")))
    embed_file(writer, FileSpec(name, embedded_data=file, af_relationship=relation))


def _swaps_the_data(writer: IncrementalPdfFileWriter, random: Random) -> None:
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    file = names[1]["/EF"]
    other = EmbeddedFileObject.from_file_data(writer, OTHER_ANSWERS)
    for key in ("/F", "/UF") if random.random() < 0.5 else ("/F",):
        file[key] = other.reference if hasattr(other, "reference") else other
    writer.update_container(file)


def _takes_the_data(writer: IncrementalPdfFileWriter, random: Random) -> None:
    for key in random.choice((("/Names",), ("/AF",), ("/Names", "/AF"))):
        if key in writer.root:
            del writer.root[key]
    writer.update_root()


def _takes_a_signature(writer: IncrementalPdfFileWriter, random: Random) -> None:
    """The newest, by emptying its place or by taking the place away."""
    fields = writer.root["/AcroForm"]["/Fields"]
    filled = [n for n in range(len(fields)) if "/V" in fields[n]]
    if random.random() < 0.5:
        field = fields[filled[-1]]
        del field["/V"]
        writer.update_container(field)
    else:
        del fields[filled[-1]]
        writer.update_container(fields)


def _adds_a_place(writer: IncrementalPdfFileWriter, random: Random) -> None:
    """For a signature that the first signer did not foresee."""
    box = (10, 10, 100 + random.randrange(50), 60)
    place = SigFieldSpec(f"signature-{3 + random.randrange(9)}", on_page=1, box=box)
    append_signature_field(writer, place)


def _fills_a_place_with_nothing(
    writer: IncrementalPdfFileWriter, random: Random
) -> None:
    """A signature's shape without a signature."""
    fields = writer.root["/AcroForm"]["/Fields"]
    field = fields[random.randrange(len(fields))]
    fake = DictionaryObject({pdf_name("/Type"): pdf_name("/Sig")})
    fake["/Filter"] = pdf_name("/Adobe.PPKLite")
    field["/V"] = writer.add_object(fake)
    writer.update_container(field)


EDITS: tuple[Edit, ...] = (
    _draws_over,
    _swaps_the_words,
    _adds_a_page,
    _takes_a_page,
    _turns_pages_about,
    _writes_a_note,
    _takes_the_notes,
    _attaches,
    _swaps_the_data,
    _takes_the_data,
    _takes_a_signature,
    _adds_a_place,
    _fills_a_place_with_nothing,
)
