"""Writing zip files that are the same bytes for the same parts."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment that zip files know
_READABLE = 0o644 << 16


def zipped(parts: Mapping[str, bytes], *, is_packed: bool = True) -> bytes:
    """The parts in their order, without times; unpacked ones are the same bytes
    whatever the version of zlib."""
    method = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _BEGINNING)
            info.compress_type = method
            info.create_system = 3  # said of Windows too, where it would differ
            info.external_attr = _READABLE
            archive.writestr(info, content)
    return target.getvalue()
