"""A window in which one types and then locks, and all its memory each time; run as a
program.

What is typed comes letter by letter from a seed, so that no word of it stands anywhere
but where the program puts it.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import random
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.platform.settings import Settings
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import OTHER
from tests.gui.typing import type_text
from tests.gui.unlocking import secured_desk

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LENGTH = struct.Struct("q")
_PIECE = 1 << 20


def letters(seed: int, count: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(count):
        yield chance.choice(LETTERS)


def main() -> int:
    folder, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    os.environ["FOCALPOINT_HOME"] = str(folder)
    # Before the first key: with one the system shows the process to nobody.
    memory = os.open("/proc/self/mem", os.O_RDONLY)
    with using(Keyring()):
        show_and_lock(secured_desk(folder), memory, letters(seed, count))
    os._exit(0)


def show_and_lock(desk: Desk, memory: int, said: Iterator[str]) -> None:
    prepared([], "light")
    program = Program(Settings(language="ar", scheme="light"))
    program.window.show()
    program.show_desk(desk)
    page = program.window.page
    if not isinstance(page, QuestionnairePlace):
        raise TypeError(type(page))
    page.show_question(OTHER)
    field = program.window.focusWidget()
    if not isinstance(field, TextArea):
        raise TypeError(type(field))
    for letter in said:
        type_text(field, letter)
    print_memory(memory)
    program.locking.lock()
    print_memory(memory)


def print_memory(memory: int) -> None:
    """Every page that may be read and written, but for the one it is copied through."""
    piece = mmap.mmap(-1, _PIECE)
    own = ctypes.addressof(ctypes.c_char.from_buffer(piece))
    for start, end in tuple(written_pages()):
        for at in range(start, end, _PIECE):
            if at < own + _PIECE and own < min(at + _PIECE, end):
                continue
            copy(memory, at, min(_PIECE, end - at), memoryview(piece))
    os.write(1, LENGTH.pack(0))


def copy(memory: int, at: int, length: int, piece: memoryview) -> None:
    try:
        read = os.preadv(memory, [piece[:length]], at)
    except OSError:  # The system's own page.
        return
    os.write(1, LENGTH.pack(read))
    left = piece[:read]
    while left:
        left = left[os.write(1, left) :]


def written_pages() -> Iterator[tuple[int, int]]:
    for line in Path("/proc/self/maps").read_text().splitlines():
        place, rights = line.split()[:2]
        if rights.startswith("rw"):
            start, end = place.split("-")
            yield int(start, 16), int(end, 16)


if __name__ == "__main__":
    sys.exit(main())
