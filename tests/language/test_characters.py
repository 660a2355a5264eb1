"""Characters are named by number, and shown where there is something to show."""

from focalpoint_app.language.characters import named_characters
from focalpoint_app.language.isolates import isolate


def test_a_character_is_named_by_its_number_and_shown_apart() -> None:
    assert named_characters(("\U0001f600",)) == isolate(f"U+1F600 {isolate('😀')}")


def test_a_mark_without_a_letter_is_shown_on_a_circle() -> None:
    assert isolate("\u25cc\ua9e5") in named_characters(("\ua9e5",))


def test_what_nothing_can_show_is_named_by_number_alone() -> None:
    assert named_characters(("\ue000", "\u0378")) == isolate("U+E000, U+0378")


def test_of_many_the_first_eight_are_named() -> None:
    named = named_characters(tuple(chr(0x13000 + n) for n in range(20)))

    assert named.count("U+") == 8
    assert "…" in named
