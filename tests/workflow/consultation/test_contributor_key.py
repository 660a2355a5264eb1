"""One key for all of a contributor's replies; a damaged one is told and renewed."""

import json
import os
import stat

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import keys_folder
from focalpoint_app.workflow.consultation.contributor_key import (
    contributor_key,
    opening_key,
)

FILE = "contributor.json"


def test_the_key_is_made_once_and_stays_the_same() -> None:
    first = contributor_key()
    assert contributor_key().key == first.key
    assert first.warning is None


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps profiles apart")
def test_only_its_owner_may_read_it() -> None:
    contributor_key()
    assert stat.S_IMODE((keys_folder() / FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "spoiled",
    [b"", b"{", b"[]", b'{"secret": "00"}', b'{"secret": 5}', b"[" * 60_000],
)
def test_a_damaged_key_is_renewed_told_and_kept_aside(spoiled: bytes) -> None:
    before = contributor_key().key
    (keys_folder() / FILE).write_bytes(spoiled)
    renewed = contributor_key()
    assert renewed.key != before
    assert renewed.warning is not None
    assert renewed.warning.code == "packet.key_renewed"
    assert (keys_folder() / "contributor.damaged").read_bytes() == spoiled
    assert contributor_key().key == renewed.key
    assert contributor_key().warning is None


def test_one_letter_changed_is_damage_and_not_another_key() -> None:
    contributor_key()
    path = keys_folder() / FILE
    kept = json.loads(path.read_text())
    first = "0" if kept["secret"][0] != "0" else "1"
    path.write_text(json.dumps({**kept, "secret": first + kept["secret"][1:]}))
    assert contributor_key().was_renewed


def test_the_key_that_opens_packets_is_another_and_stays_too() -> None:
    first = opening_key()
    assert first.recipient.startswith("age1")
    assert opening_key() == first
    assert (keys_folder() / "opening.json").is_file()


def test_a_damaged_key_that_opens_packets_is_renewed() -> None:
    first = opening_key()
    (keys_folder() / "opening.json").write_text(
        '{"secret": "AGE-SECRET", "public": "x"}'
    )
    assert opening_key() != first


def test_a_key_that_cannot_be_read_is_told_and_left_alone() -> None:
    (keys_folder() / FILE).mkdir()
    with pytest.raises(AppError) as told:
        contributor_key()
    assert told.value.code == "file.unreadable"
