"""A request as a packet, which the same program opens in contributor mode."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

from focalpoint_app.domain.consultation import Request
from focalpoint_app.domain.consultation_data import request_from_data, request_to_data
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.packets.container import (
    Binding,
    PacketKind,
    disclosed,
    enclosed,
)
from focalpoint_app.exchange.packets.keys import SigningKey
from focalpoint_app.exchange.packets.locking import (
    EMPTY_HANDED,
    UNLOCKED,
    Lock,
    Opener,
    locked,
    unlocked,
)
from focalpoint_app.exchange.packets.schemas import REQUEST, refuse_misshapen
from focalpoint_app.exchange.request_digest import request_digest

SUFFIX = ".fpacket"
_PACKETS = UUID("a6b9e0c2-2f0f-4a3e-8d0a-3c8b0a2f6d11")


@dataclass(frozen=True, slots=True)
class Packet:
    """``sender`` is the public key that signed it, in hex; ``reply_to`` the age key
    for which the reply is to be locked, empty where it is to go unlocked."""

    request: Request
    sender: str
    reply_to: str = ""

    @property
    def reply_lock(self) -> Lock:
        return Lock(recipients=(self.reply_to,)) if self.reply_to else UNLOCKED


def write_packet(
    request: Request, signer: SigningKey, lock: Lock = UNLOCKED, reply_to: str = ""
) -> bytes:
    """An ``.fpacket``; the same bytes for the same request before it is locked.

    Raises:
        AppError: ``packet.wrong_recipient``.
    """
    digest = request_digest(request)
    binding = Binding(
        id=str(uuid5(_PACKETS, digest)),
        kind=PacketKind.REQUEST,
        review=request.review,
        round=request.round,
        recipient=request.stakeholder,
        request=request.id,
        digest=digest,
        reply_to=reply_to,
    )
    return locked(enclosed(binding, request_to_data(request), signer), lock)


def open_packet(content: bytes, opener: Opener = EMPTY_HANDED) -> Packet:
    """
    Raises:
        AppError: ``packet.*``, or ``reply.*`` where it is no packet at all.
    """
    found = disclosed(unlocked(content, opener))
    if found.binding.kind is not PacketKind.REQUEST:
        raise AppError("packet.not_a_request")
    refuse_misshapen(found.entry, REQUEST)
    try:
        request = request_from_data(found.entry)
    except (KeyError, TypeError, ValueError, AttributeError) as exc:
        raise AppError("packet.damaged") from exc
    named = request.review, request.round, request.stakeholder, request.id
    binding = found.binding
    if named != (binding.review, binding.round, binding.recipient, binding.request):
        raise AppError("packet.damaged")
    return Packet(request, found.signer, binding.reply_to)
