"""The zip inside a packet: a signed manifest, and entries that it vouches for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.archive import Archive
from focalpoint_app.exchange.json_marks import is_crowded
from focalpoint_app.exchange.packets.keys import SigningKey, refuse_unsigned
from focalpoint_app.exchange.packets.schemas import MANIFEST, refuse_misshapen
from focalpoint_app.exchange.zipping import zipped

FORMAT = "focalpoint-packet"
VERSION = "1"
_MANIFEST, _SIGNATURE = "manifest.json", "manifest.sig"
_DOMAIN = b"focalpoint packet manifest\n"
"""Signed before the manifest, so that no signature fits anything else."""


class PacketKind(StrEnum):
    REQUEST = "request"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Binding:
    """What a packet belongs to; ``digest`` is that of the request as it was sent.

    ``id`` is the packet's own; ``recipient`` the stakeholder's; ``reply_to`` the age
    key for which replies are locked, empty where they are not.
    """

    id: str
    kind: PacketKind
    review: str
    round: str
    recipient: str
    request: str
    digest: str
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a packet held, its signature and digests having been found right.

    ``digest`` is that of the manifest: of the content and of what it is bound to.
    """

    binding: Binding
    entry: Mapping[str, Any]
    signer: str
    digest: str


def enclosed(binding: Binding, entry: Mapping[str, Any], signer: SigningKey) -> bytes:
    """The zip, unpacked and without times: the same content is the same bytes."""
    name = f"{binding.kind}.json"
    content = canonical_json(entry)
    manifest = canonical_json(
        {
            **asdict(binding),
            "format": FORMAT,
            "version": VERSION,
            "signer": signer.public,
            "entries": {name: {"sha256": sha256_hex(content), "size": len(content)}},
        }
    )
    parts = {
        _MANIFEST: manifest,
        _SIGNATURE: signer.signature(_DOMAIN + manifest),
        name: content,
    }
    return zipped(parts, is_packed=False)


def disclosed(content: bytes) -> Contents:
    """
    Raises:
        AppError: ``packet.damaged``, ``packet.newer``, ``packet.bad_signature``, and
            ``reply.*`` as of any archive.
    """
    archive = Archive(content)
    if not {_MANIFEST, _SIGNATURE} <= archive.names:
        raise AppError("reply.unknown_kind")
    raw = archive.read(_MANIFEST)
    manifest = canonical_object(raw)
    if manifest.get("format") != FORMAT or manifest.get("version") != VERSION:
        raise AppError("packet.newer")
    refuse_misshapen(manifest, MANIFEST)
    refuse_unsigned(manifest["signer"], archive.read(_SIGNATURE), _DOMAIN + raw)
    entry = _entry(archive, manifest)
    fields = {name: manifest[name] for name in Binding.__dataclass_fields__}
    binding = Binding(**{**fields, "kind": PacketKind(manifest["kind"])})
    return Contents(binding, entry, manifest["signer"], sha256_hex(raw))


def _entry(archive: Archive, manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    name = f"{manifest['kind']}.json"
    if archive.names != {_MANIFEST, _SIGNATURE, name} or {name} != set(
        manifest["entries"]
    ):
        raise AppError("packet.damaged")
    content, listed = archive.read(name), manifest["entries"][name]
    told = listed["sha256"], listed["size"]
    if told != (sha256_hex(content), str(len(content))):
        raise AppError("packet.damaged")
    return canonical_object(content)


def canonical_object(content: bytes) -> Mapping[str, Any]:
    """The object, if these are its canonical bytes; else ``packet.damaged``."""
    if is_crowded(content):
        raise AppError("reply.overblown")
    try:
        found = json.loads(
            content.decode("utf-8"),
            parse_int=str,
            parse_float=str,
            parse_constant=str,  # NaN and its like are in no canonical bytes.
        )
        is_canonical = canonical_json(found) == content
    except (ValueError, RecursionError) as exc:
        raise AppError("packet.damaged") from exc
    if not is_canonical or not isinstance(found, dict):
        raise AppError("packet.damaged")
    return found
