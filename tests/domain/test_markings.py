"""Who may read what, by national markings."""

import pytest

from focalpoint_app.domain.markings import Marking, Markings

KNOWN = Markings((Marking("low", {"en": "LOW"}), Marking("high", {"en": "HIGH"})))


@pytest.mark.parametrize(
    ("level", "read"),
    [
        ("", [""]),
        ("low", ["", "low"]),
        ("HIGH", ["", "low", "high"]),
        ("none at all", [""]),
        ("maktum", ["", "maktum"]),
        (" Maktum ", ["", "maktum"]),
    ],
)
def test_a_level_that_no_list_has_opens_its_own_words_alone(
    level: str, read: list[str]
) -> None:
    """Whatever a list of institutions says in that column."""
    found = [e for e in ("", "low", "high", "maktum") if KNOWN.permits(level, e)]
    assert found == read


def test_a_marking_in_one_language_is_printed_in_every_other() -> None:
    own = Markings((Marking("maktum", {"ar": "مكتوم"}),))
    assert [own.printed("maktum", each) for each in ("ar", "en", "fr")] == ["مكتوم"] * 3


def test_an_identifier_in_capitals_is_known_by_itself() -> None:
    own = Markings((Marking("INT", {"en": "Internal"}), Marking("TS", {"en": "Top"})))

    assert [own.rank(each) for each in ("INT", "TS", "ts", "Top")] == [1, 2, 2, 2]
    assert own.permits("TS", "INT")
    assert own.highest(["INT", "TS"]) == "TS"
    assert own.printed("TS", "en") == "Top"
