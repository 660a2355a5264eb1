"""What our own writers write, for fuzzing to begin with."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path


def _answers() -> Iterator[bytes]:
    yield (
        b'{"questionnaire": "cluster-1", "version": "1", "sources": [{"id": "law-1",'
        b' "kind": "law", "number": "5", "year": 2010, "title": {"ar": "a"}, "date":'
        b' "2010-01-31", "url": "https://a.example/"}], "answers": {"untoc.5.1.a.i":'
        b' {"value": "yes", "cites": [{"source": "law-1", "provision": "1"}],'
        b' "confidentiality": "public"}, "untoc.5.3": {"skipped": "x"}}}'
    )


def _stakeholders() -> Iterator[bytes]:
    from focalpoint_app.domain.stakeholder import Category, Stakeholder
    from focalpoint_app.exchange.stakeholders_csv import write_stakeholders

    one = Stakeholder("0" * 8, "وزارة العدل", Category.GOVERNMENT)
    for language in ("ar", "en"):
        yield write_stakeholders([one], language)


def _replies() -> Iterator[bytes]:
    from focalpoint_app.exchange.excel.writing import write_excel
    from focalpoint_app.exchange.packets.keys import SigningKey
    from focalpoint_app.exchange.packets.requests import write_packet
    from focalpoint_app.exchange.word.writing import write_word
    from tests.exchange.requests import REQUEST

    yield write_word(REQUEST)
    yield write_excel(REQUEST)
    yield write_packet(REQUEST, SigningKey(bytes(32)))


def _part(name: str) -> Callable[[], Iterator[bytes]]:
    def seeds_of_part() -> Iterator[bytes]:
        from tests.exchange.word.filling import parts_of

        for content in list(_replies())[:2]:
            found = parts_of(content).get(name)
            if found:
                yield found

    return seeds_of_part


def _form() -> Iterator[bytes]:
    from tests.forms.small_form import MAIN, PART

    yield MAIN.encode()
    yield PART.encode()


_PO = (
    b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    b'#: a:1\nmsgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
)


def _catalogue() -> Iterator[bytes]:
    yield _PO


def _compiled() -> Iterator[bytes]:
    from focalpoint_app.language.messages import compiled_bytes

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ar.po"
        path.write_bytes(_PO)
        yield compiled_bytes(path)


def _pdf() -> Iterator[bytes]:
    from tests.pdf.signing_samples import submission

    yield submission(b'{"a": 1}', "0" * 64, "0" * 16)


def _workspace() -> Iterator[bytes]:
    from focalpoint_app.workflow.review.opening import NewReview, new_review

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.focalpoint"
        new_review(path, NewReview("KEN", parts=("untoc",))).close()
        yield path.read_bytes()


def _emblem() -> Iterator[bytes]:
    from io import BytesIO

    from PIL import Image

    for form in ("PNG", "JPEG"):
        target = BytesIO()
        Image.new("RGB", (8, 8), "red").save(target, form)
        yield target.getvalue()


def _letters() -> Iterator[bytes]:
    from email.message import EmailMessage

    from tests.exchange.incoming.outlook_samples import (
        attached,
        compound,
        message,
        sub,
        wide,
    )

    mail = EmailMessage()
    mail["From"] = "a@b.example"
    mail.set_content("نص")
    mail.add_alternative("<p>نص", subtype="html")
    mail.add_attachment(b"x", "application", "pdf", filename="a.pdf")
    yield mail.as_bytes()
    words = (sub("0037001F"), wide("a")), (sub("1000001F"), wide("نص"))
    inner = (sub("3701000D"), message(*words, head=24))
    parts = (sub("3707001F"), wide("a.pdf")), (sub("37010102"), b"x")
    yield compound(message(*words, attached(0, *parts), attached(1, inner)))
    yield b"<!doctype html><p>a"


def _scans() -> Iterator[bytes]:
    from io import BytesIO

    from PIL import Image

    page = Image.new("1", (16, 8), 1)
    for form in ("TIFF", "PNG"):
        target = BytesIO()
        more = {"append_images": [page], "save_all": True} if form == "TIFF" else {}
        page.save(target, form, **more)
        yield target.getvalue()


def _drawn_pages() -> Iterator[bytes]:
    import zlib

    from focalpoint_app.pdf.scans.letter_pages import _HEAD, _PAGE, WIDTH

    packed, said = zlib.compress(bytes(WIDTH * 4)), "نص".encode()
    yield _PAGE + _HEAD.pack(len(said), WIDTH, 4, len(packed)) + said + packed
    yield b'R["scan.too_large", {"file": "a"}]'


SEEDS: Mapping[str, Callable[[], Iterator[bytes]]] = {
    "answers": _answers,
    "stakeholders": _stakeholders,
    "replies": _replies,
    "word_parts": _part("word/document.xml"),
    "sheets": _part("xl/worksheets/sheet1.xml"),
    "forms": _form,
    "catalogues": _catalogue,
    "compiled_catalogues": _compiled,
    "verdicts": _pdf,
    "damaged_workspaces": _workspace,
    "workspaces": _workspace,
    "emblems": _emblem,
    "letters": _letters,
    "scans": _scans,
    "drawn_pages": _drawn_pages,
}
