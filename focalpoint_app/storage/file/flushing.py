"""A long file written without holding up what others write on the same disk."""

from __future__ import annotations

import ctypes
import errno
import os
import sys

_WRITTEN = 7
"""SYNC_FILE_RANGE_WAIT_BEFORE | _WRITE | _WAIT_AFTER"""

_NOT_HERE = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ESPIPE)


def send_down(descriptor: int, at: int, length: int) -> None:
    """These bytes are with the disk, which has yet to be told to keep them.

    Linux flushes a file with whatever else its journal has begun, and a save that comes
    then waits for two such journeys; these bytes go alone.  Where it cannot be asked
    for, the file is flushed.

    Raises:
        OSError: as ``os.fsync``, which then does not say it again.
    """
    if sys.platform != "linux" or not _sent(descriptor, at, length):
        os.fsync(descriptor)


def _sent(descriptor: int, at: int, length: int) -> bool:
    call = getattr(ctypes.CDLL(None, use_errno=True), "sync_file_range", None)
    if call is None:  # Another C library.
        return False
    place, size = ctypes.c_int64(at), ctypes.c_int64(length)
    if call(descriptor, place, size, _WRITTEN) == 0:
        return True
    code = ctypes.get_errno()
    if code not in _NOT_HERE:
        raise OSError(code, os.strerror(code))
    return False
