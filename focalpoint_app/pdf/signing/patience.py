"""HTTP answers that must be whole by a moment, however slowly they drip in.

A socket's own time limit begins anew with every byte.
"""

from __future__ import annotations

import time
import urllib.request
from functools import partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from io import BufferedReader, RawIOBase
from typing import Any


class _Until(RawIOBase):
    """What a socket receives before ``until`` (monotonic seconds)."""

    def __init__(self, socket: Any, file: Any, until: float) -> None:
        self._socket = socket
        self._file = file
        self._until = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """
        Raises:
            TimeoutError: and what else a socket raises.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._socket.settimeout(left)
        return int(self._socket.recv_into(buffer))

    def close(self) -> None:
        self._file.close()
        super().close()


class _Answer(HTTPResponse):
    def __init__(self, until: float, socket: Any, *rest: Any, **more: Any) -> None:
        super().__init__(socket, *rest, **more)
        self.fp = BufferedReader(_Until(socket, self.fp, until))


class HTTPUntil(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    """Also a proxy's own answer, where one stands between."""

    def __init__(self, until: float) -> None:
        super().__init__()
        self._until = until

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self._open(HTTPConnection, req)

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        return self._open(HTTPSConnection, req)

    def _open(self, kind: type[HTTPConnection], req: Any) -> HTTPResponse:
        def connection(host: str, **rest: Any) -> HTTPConnection:
            made = kind(host, **rest)
            vars(made)["response_class"] = partial(_Answer, self._until)
            return made

        opening: Any = self.do_open
        answer: HTTPResponse = opening(connection, req)
        return answer
