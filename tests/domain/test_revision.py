"""A revision's digest covers what it says and where it stands."""

from datetime import UTC, datetime
from typing import Any

from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.revision import content_digest, revision_digest

KEY = FieldKey("untoc.5.3", Field.VALUE, "ar")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SALT = "00" * 16


def digest(**changed: object) -> str:
    given: dict[str, Any] = {"id": "r1", "key": KEY, "parents": ("a", "b")}
    given |= {"author": "p", "time": NOON}
    given |= changed
    content = content_digest(str(given.pop("salt", SALT)), {"text": "نص"})
    signed = (given.pop("author"), given.pop("time"), content)
    return revision_digest(given["id"], given["key"], given["parents"], signed)


def test_every_part_counts() -> None:
    changed = [
        digest(),
        digest(id="r2"),
        digest(key=FieldKey("untoc.5.3", Field.VALUE, "en")),
        digest(parents=("a",)),
        digest(author="q"),
        digest(time=NOON.replace(hour=13)),
        digest(salt="01" * 16),
    ]

    assert len(set(changed)) == len(changed)


def test_the_order_in_which_parents_are_named_does_not_count() -> None:
    assert digest(parents=("a", "b")) == digest(parents=("b", "a"))


def test_the_salt_hides_a_short_content() -> None:
    assert content_digest("00" * 16, "yes") != content_digest("01" * 16, "yes")
