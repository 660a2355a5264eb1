"""Replies as files: read whatever they are, or written by a contributor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.consultation import (
    Carrier,
    Given,
    Register,
    Reply,
    Request,
    Respondent,
)
from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.domain.source import Source
from focalpoint_app.exchange.answers_in import parsed
from focalpoint_app.exchange.archive import refuse_large
from focalpoint_app.exchange.carriers import carrier_of
from focalpoint_app.exchange.incoming.mail import is_mail
from focalpoint_app.exchange.incoming.outlook import outlook_file
from focalpoint_app.exchange.kept import kept_line
from focalpoint_app.exchange.packets.beside import cite_data
from focalpoint_app.exchange.packets.locking import Opener, asks_passphrase
from focalpoint_app.exchange.packets.replies import open_reply, write_reply
from focalpoint_app.exchange.packets.requests import open_packet
from focalpoint_app.exchange.source_entry import source_of
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.pdf.scans.sheets import media_type_of
from focalpoint_app.workflow.consultation.contributor_key import contributor_key
from focalpoint_app.workflow.consultation.packet_keys import round_identities
from focalpoint_app.workflow.consultation.receiving import Arrival, known_requests
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.outputs import refuse_same

_REPLIES = UUID("b9f4a0aa-14d4-4bd3-8d5e-6f3e1e0a2b77")
_LARGEST = 32 * 1024 * 1024 + 1
"""Bytes read of a file; one more than any reply may have."""


def read_replies(
    desk: Desk, files: Sequence[Path], passphrase: str | None = None
) -> Iterator[Arrival]:
    """One after the other; what a file is refused for is in its ``Arrival``."""
    known = known_requests(desk)
    opener = Opener(passphrase, round_identities(desk))
    for path in files:
        try:
            content = file_content(path)
            reply = read_reply(content, known, opener)
        except AppError as exc:
            yield Arrival(told_name(path), refusal=exc)
        else:
            yield Arrival(told_name(path), reply, content)


def read_reply(content: bytes, known: Mapping[str, Request], opener: Opener) -> Reply:
    """
    Raises:
        AppError: ``reply.*``, ``packet.*``.
    """
    match _carrier(content):
        case Carrier.WORD:
            from focalpoint_app.exchange.word.reading import read_word

            return read_word(content, known)
        case Carrier.EXCEL:
            from focalpoint_app.exchange.excel.reading import read_excel

            return read_excel(content, known)
    return open_reply(content, known, opener)


def _carrier(content: bytes) -> Carrier:
    try:
        return carrier_of(content)
    except AppError as exc:
        if exc.code == "reply.unknown_kind" and _is_letter(content):
            raise AppError("reply.is_letter") from exc
        raise


def _is_letter(content: bytes) -> bool:
    """What institutions write where they fill in no form."""
    if is_mail(content) or media_type_of(content):
        return True
    try:
        return outlook_file(content) is not None
    except AppError:  # Damaged, whatever it was.
        return False


def told_name(path: Path) -> str:
    """One line that can be kept and shown: a name on a disk may be any bytes."""
    return kept_line(path.name)


def file_content(path: Path) -> bytes:
    """
    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``reply.too_large``.
    """
    try:
        if path.exists() and not path.is_file():  # Of a pipe no end might come.
            raise AppError("file.unreadable", file=told_name(path))
        with path.open("rb") as file:
            content = file.read(_LARGEST)
    except FileNotFoundError as exc:
        raise AppError("file.missing", file=told_name(path)) from exc
    except OSError as exc:
        raise AppError("file.unreadable", file=told_name(path)) from exc
    refuse_large(content)
    return content


def is_locked_by_passphrase(path: Path) -> bool:
    return asks_passphrase(file_content(path))


def answer_packet(
    packet: Path, answers: Path, target: Path, passphrase: str | None
) -> tuple[int, AppError | None]:
    """The contributor's side: answers JSON as the reply to a packet; how many.

    Beside the number stands what the contributor is to be told of their key, if
    anything.

    Raises:
        AppError: ``packet.*``, ``answers.*``, ``file.*``.
    """
    for source in (packet, answers):
        refuse_same(source, target)
    opened = open_packet(file_content(packet), Opener(passphrase))
    document = parsed(file_content(answers))
    given = tuple(_given(document, opened.request))
    reply = _reply(document, opened.request, given)
    own = contributor_key()
    publish(write_reply(opened, reply, own.key), target)
    return len(given), own.warning


def _given(document: Any, request: Request) -> Iterator[Given]:
    answers = document.get("answers") if isinstance(document, Mapping) else None
    if not isinstance(answers, Mapping):
        raise AppError("answers.wrong_shape")
    asked = {each.id for each in request.questions}
    _refuse_entries(answers, asked)
    sources = {each.id: each for each in map(source_of, _listed(document, "sources"))}
    for question, entry in answers.items():
        found = _said(entry or {}, sources)
        if found:
            yield Given(question, found)


def _said(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> dict[str, Any]:
    """The answer, the sources it cites in full, or why there is none."""
    found = {n: entry[n] for n in ("value", "skipped") if entry.get(n) is not None}
    cites = [_cite(each, sources) for each in _listed(entry, "cites")]
    return {**found, "cites": cites} if cites else found


def _cite(cite: Any, sources: Mapping[str, Source]) -> dict[str, Any]:
    """
    Raises:
        AppError: ``answers.unknown_source``, ``answers.wrong_shape``.
    """
    if not isinstance(cite, Mapping):
        raise AppError("answers.wrong_shape")
    name, provision = str(cite.get("source", ""))[:100], str(cite.get("provision", ""))
    if name not in sources:
        raise AppError("answers.unknown_source", question="", source=name)
    return cite_data(sources[name], provision)


def _listed(data: Mapping[str, Any], name: str) -> list[Any]:
    found = data.get(name) or []
    if not isinstance(found, list):
        raise AppError("answers.wrong_shape")
    return found


def _refuse_entries(answers: Mapping[str, Any], asked: set[str]) -> None:
    refused = [
        AppError("answers.unknown_question", question=question[:100])
        for question in answers
        if question not in asked
    ]
    refused += [
        AppError("answers.wrong_entry", question=question[:100])
        for question, entry in answers.items()
        if not isinstance(entry, Mapping | None)
    ]
    if refused:
        raise RefusedEntriesError("answers.refused", tuple(refused))


def _reply(document: Any, request: Request, given: tuple[Given, ...]) -> Reply:
    said = {each.question: each.entry for each in given}
    name = sha256_hex(canonical_json([request.id, said]))
    return Reply(
        id=str(uuid5(_REPLIES, name)),
        request=request.id,
        carrier=Carrier.PACKET,
        given=given,
        respondent=_respondent(document.get("respondent")),
        register=_register(document.get("register")),
    )


def _respondent(data: Any) -> Respondent:
    """Who answers, where the file says so: name, role, women, men."""
    known = data if isinstance(data, Mapping) else {}
    women, men = (_count(known.get(name)) for name in ("women", "men"))
    name, role = (str(known.get(each, "")) for each in ("name", "role"))
    return Respondent(name, role, women, men)


def _count(number: Any) -> int | None:
    """Heads; whatever is no number of them is not said."""
    is_count = isinstance(number, Decimal) and 0 <= number < 1_000_000
    return int(number) if is_count else None


def _register(data: Any) -> Register:
    known = data if isinstance(data, Mapping) else {}
    outgoing, day = (str(known.get(name, "")) for name in ("outgoing", "date"))
    return Register(outgoing=outgoing, date=day)
