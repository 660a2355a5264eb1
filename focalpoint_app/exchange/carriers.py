"""What kind of file a reply came in, by its content: names of files say little."""

from __future__ import annotations

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.archive import Archive
from focalpoint_app.exchange.packets.locking import is_locked

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of Office before 2007 begin, and locked ones of today."""

_STREAMS = {
    "EncryptedPackage": "reply.locked",
    "WordDocument": "reply.old_word",
    "Workbook": "reply.old_excel",
    "Book": "reply.old_excel",
}
_LOOKED_AT = 4 * 1024 * 1024


def carrier_of(content: bytes) -> Carrier:
    """
    Raises:
        AppError: ``reply.unknown_kind``; what an old or locked format is told with;
            ``reply.*`` as of any archive.
    """
    if is_locked(content):
        return Carrier.PACKET
    refuse_old(content)
    if not content.startswith(b"PK"):
        raise AppError("reply.unknown_kind")
    names = Archive(content).names
    for name, carrier in (
        ("word/document.xml", Carrier.WORD),
        ("xl/workbook.xml", Carrier.EXCEL),
        ("manifest.json", Carrier.PACKET),
    ):
        if name in names:
            return carrier
    raise AppError(
        "reply.opendocument" if "mimetype" in names else "reply.unknown_kind"
    )


def refuse_old(content: bytes) -> None:
    """Formats that say how they are to be saved anew; RTF is an old Word's too."""
    if content.startswith(b"{\\rtf"):
        raise AppError("reply.old_word")
    if not content.startswith(_COMPOUND):
        return
    for name, code in _STREAMS.items():
        if name.encode("utf-16-le") in content[:_LOOKED_AT]:
            raise AppError(code)
    raise AppError("reply.unknown_kind")
