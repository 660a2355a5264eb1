"""Keys made of passphrases, each of them once."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest


@contextmanager
def derived_once() -> Iterator[None]:
    """A passphrase and a salt give one key: no test waits for it a second time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashlib, "pbkdf2_hmac", cache(hashlib.pbkdf2_hmac))
        yield
