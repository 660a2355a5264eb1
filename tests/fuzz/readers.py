"""What is fuzzed: each reader takes any bytes, and may refuse them in words alone.

Only what a reader needs is imported, and that when it is asked for: the fuzzer watches
what is imported under its eyes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from tests.fuzz.own import SEEDS

CORPUS = Path(__file__).parent / "corpus"
Reader = Callable[[bytes], None]


def answers() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.exchange.answers_in import read_answers
    from focalpoint_app.workflow.review.shipped import questionnaire_of

    form = questionnaire_of(1)

    def read(content: bytes) -> None:
        with suppress(AppError):
            read_answers(content, form, ("law-1",))

    return read


def stakeholders() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.exchange.stakeholders_csv import read_stakeholders

    def read(content: bytes) -> None:
        with suppress(AppError):
            read_stakeholders(content)

    return read


def replies() -> Reader:
    """Packets, Word, Excel and whatever else a mail may bring."""
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.exchange.packets.locking import EMPTY_HANDED
    from focalpoint_app.workflow.consultation.reply_files import read_reply
    from tests.exchange.requests import KNOWN

    def read(content: bytes) -> None:
        with suppress(AppError):
            read_reply(content, KNOWN, EMPTY_HANDED)

    return read


def word_parts() -> Reader:
    """The text of a Word form, packed as it would come."""
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.exchange.word.reading import read_word
    from focalpoint_app.exchange.word.writing import write_word
    from focalpoint_app.exchange.zipping import zipped
    from tests.exchange.requests import KNOWN, REQUEST
    from tests.exchange.word.filling import BODY, parts_of

    parts = parts_of(write_word(REQUEST))

    def read(content: bytes) -> None:
        with suppress(AppError):
            read_word(zipped({**parts, BODY: content}, is_packed=False), KNOWN)

    return read


def sheets() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.exchange.excel.reading import read_excel
    from focalpoint_app.exchange.excel.writing import write_excel
    from focalpoint_app.exchange.zipping import zipped
    from tests.exchange.requests import KNOWN, REQUEST
    from tests.exchange.word.filling import parts_of

    parts = parts_of(write_excel(REQUEST))

    def read(content: bytes) -> None:
        changed = {**parts, "xl/worksheets/sheet1.xml": content}
        with suppress(AppError):
            read_excel(zipped(changed, is_packed=False), KNOWN)

    return read


def forms() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.forms.entries import read_entries

    return _of_files("untoc.yaml", read_entries, AppError)


def catalogues() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.forms.wording import read_wordings

    return _of_files("ar.po", read_wordings, AppError)


def compiled_catalogues() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.forms.wording import read_wordings

    def read(path: Path) -> object:
        return read_wordings(path.with_suffix(".po"))

    return _of_files("ar.mo", read, AppError)


def verdicts() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.pdf.verifying.verdict import verify

    return _of_files("submission.pdf", verify, AppError)


def damaged_workspaces() -> Reader:
    from focalpoint_app.storage.repair.salvaging import salvaged

    def read(content: bytes) -> None:
        salvaged(content)

    return read


def workspaces() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.workflow.review.opening import open_review

    def read(path: Path) -> None:
        open_review(path, writing=False).close()

    return _of_files("review.focalpoint", read, AppError)


def emblems() -> Reader:
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.domain.letterhead import Letterhead, refuse_unprintable
    from focalpoint_app.pdf.layout.pictures import picture

    def read(content: bytes) -> None:
        with suppress(AppError):
            refuse_unprintable(Letterhead(picture=content))
            picture(content, 60)

    return read


def letters() -> Reader:
    """E-mails, Outlook's own too, web pages, texts."""
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.exchange.incoming.reading import read_written

    def read(content: bytes) -> None:
        with suppress(AppError):
            read_written(content, "ar")

    return read


def scans() -> Reader:
    """Pictures alone, a copier's TIFF too: PDFium is lost in a process of its own."""
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.pdf.scans.sheets import media_type_of, sheets

    def read(content: bytes) -> None:
        media_type = media_type_of(content)
        if media_type.startswith("image/"):
            with suppress(AppError):
                for sheet in sheets(content, media_type, "scan"):
                    sheet.drawn(200)

    return read


def drawn_pages() -> Reader:
    """What the process that drew a stranger's pages says, should it be taken over."""
    from focalpoint_app.domain.errors import AppError
    from focalpoint_app.pdf.scans.letter_pages import pages_said
    from focalpoint_app.pdf.scans.processes import Said

    def read(content: bytes) -> None:
        with suppress(AppError):
            pages_said(Said(content, is_whole=True), "letter")

    return read


READERS: Mapping[str, Callable[[], Reader]] = {
    each.__name__: each
    for each in (
        answers, stakeholders, replies, word_parts, sheets, forms, catalogues,
        compiled_catalogues, verdicts, damaged_workspaces, workspaces, emblems,
        letters, scans, drawn_pages,
    )
}  # fmt: skip


def seeds(reader: str) -> Iterator[bytes]:
    """Where a fuzzer begins: what lies in the corpus, and what our writers write."""
    for path in kept(reader):
        yield path.read_bytes()
    yield from SEEDS[reader]()


def kept(reader: str) -> list[Path]:
    """Inputs that are read again with every run of the tests."""
    folder = CORPUS / reader
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _of_files(
    name: str, read: Callable[[Path], object], refusal: type[Exception]
) -> Reader:
    def read_as_file(content: bytes) -> None:
        with tempfile.TemporaryDirectory(prefix="focalpoint-fuzz-") as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            with suppress(refusal):
                read(path)

    return read_as_file
