"""What is fuzzed: each reader takes any bytes, and may refuse them in words alone.

Only what a reader needs is imported, and that when it is asked for: the fuzzer watches
what is imported under its eyes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

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


READERS: Mapping[str, Callable[[], Reader]] = {
    each.__name__: each
    for each in (
        answers, stakeholders, replies, word_parts, sheets, forms, catalogues,
        compiled_catalogues, verdicts, damaged_workspaces, workspaces, emblems,
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
    folder = Path(tempfile.mkdtemp(prefix="focalpoint-fuzz-"))

    def read_as_file(content: bytes) -> None:
        path = folder / name
        path.write_bytes(content)
        with suppress(refusal):
            read(path)

    return read_as_file


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
}
