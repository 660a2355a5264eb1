"""A request as the file that is sent: Word, Excel, or a packet."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.contribution import Sent
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.passphrase import is_empty
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.workflow.consultation.asking import (
    Ask,
    keep_request,
    prepared_request,
)
from focalpoint_app.workflow.consultation.packet_keys import round_key, signing_key
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.outputs import refuse_same, refuse_unwritable

if TYPE_CHECKING:
    from focalpoint_app.exchange.packets.keys import SigningKey


@dataclass(frozen=True, slots=True)
class PacketLock:
    """How a packet is locked: a passphrase, an age key (``age1…``), or not at all.

    A packet that goes out ``plain`` also asks for a plain reply.
    """

    passphrase: str | None = field(default=None, repr=False)
    recipients: tuple[str, ...] = ()
    plain: bool = False


PLAIN_PACKET = PacketLock(plain=True)


def send_request(
    desk: Desk, ask: Ask, target: Path, lock: PacketLock = PLAIN_PACKET
) -> Sent:
    """Write the file and remember what it asks.

    Raises:
        AppError: as ``prepared_request``, ``request.no_passphrase``,
            ``packet.wrong_recipient``, ``file.same``, ``file.unwritable``.
    """
    refuse_same(desk.path, target)
    refuse_unwritable(target)
    sent = prepared_request(desk, ask)
    content = request_content(desk, sent, lock)
    keep_request(desk, sent)
    publish(content, target)
    return sent


def send_first_request(desk: Desk, ask: Ask, target: Path, lock: PacketLock) -> Sent:
    """As ``send_request``; its round, and who is asked, are kept with it.

    What is refused leaves neither behind.
    """
    refuse_same(desk.path, target)
    refuse_unwritable(target)
    sent = prepared_request(desk, ask)
    content = request_content(desk, sent, lock)
    known = {each.id for each in desk.workspace.stakeholders()}
    new = () if ask.stakeholder.id in known else (ask.stakeholder,)
    desk.workspace.add_round(ask.round, (sent,), new)
    publish(content, target)
    return sent


@dataclass(frozen=True, slots=True)
class PacketKeys:
    """The workspace's own; ``reply_to`` opens the replies, None for plain ones."""

    signer: SigningKey
    reply_to: str | None


def packet_keys(desk: Desk, round_id: str, lock: PacketLock) -> PacketKeys:
    """Made where there are none yet.

    Raises:
        AppError: ``request.no_passphrase``, ``passphrase.empty``.
    """
    if not (lock.plain or lock.passphrase or lock.recipients):
        raise AppError("request.no_passphrase")
    if lock.passphrase and is_empty(lock.passphrase):
        raise AppError("passphrase.empty")
    signer = signing_key(desk)
    return PacketKeys(
        signer, None if lock.plain else round_key(desk, round_id).recipient
    )


def request_content(desk: Desk, sent: Sent, lock: PacketLock = PLAIN_PACKET) -> bytes:
    """The file's bytes, whichever kind it is; a meeting or a letter has none."""
    keys = None
    if sent.carrier is Carrier.PACKET:
        keys = packet_keys(desk, sent.request.round, lock)
    return content_of(sent, lock, keys)


def content_of(sent: Sent, lock: PacketLock, keys: PacketKeys | None) -> bytes:
    """As ``request_content``, without a desk: the worker may do it.

    Raises:
        AppError: ``reply.unknown_kind``, ``packet.wrong_recipient``.
    """
    match sent.carrier:
        case Carrier.WORD:
            from focalpoint_app.exchange.word.writing import write_word

            return write_word(sent.request)
        case Carrier.EXCEL:
            from focalpoint_app.exchange.excel.writing import write_excel

            return write_excel(sent.request)
        case Carrier.PACKET if keys is not None:
            return _packet(sent, lock, keys)
    raise AppError("reply.unknown_kind")


def _packet(sent: Sent, lock: PacketLock, keys: PacketKeys) -> bytes:
    from focalpoint_app.exchange.packets.locking import Lock
    from focalpoint_app.exchange.packets.requests import write_packet

    if keys.reply_to is None:
        return write_packet(sent.request, keys.signer)
    locked = Lock(None if lock.recipients else lock.passphrase, lock.recipients)
    return write_packet(sent.request, keys.signer, locked, keys.reply_to)
