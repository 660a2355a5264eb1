"""Bytes that go to the disk by themselves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from focalpoint_app.storage.file.flushing import send_down


def test_what_was_sent_down_is_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "long"
    with path.open("wb", buffering=0) as file:
        for at in range(0, 40_960, 4096):
            file.write(bytes([at // 4096]) * 4096)
            send_down(file.fileno(), at, 4096)
    assert path.read_bytes() == b"".join(bytes([each]) * 4096 for each in range(10))


def test_a_disk_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with (tmp_path / "gone").open("wb") as file:
        descriptor = file.fileno()
    with pytest.raises(OSError, match="descriptor"):
        send_down(descriptor, 0, 1)


def test_what_takes_no_bytes_alone_is_flushed_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    reading, writing = os.pipe()
    try:
        send_down(writing, 0, 1)
    finally:
        os.close(reading)
        os.close(writing)
    assert flushed == [writing]
