"""Sources are quoted whole, each address on a line of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focalpoint_app.document.blocks import plain_text
from focalpoint_app.document.source_list import addresses, as_one, described
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.language.catalogue import Catalogue

ENGLISH = Wording(Catalogue("en"))
ACT = Source("act", SourceKind.LAW, {"en": "Act of 2015"}, number="5", year=2015)


def quoted(source: Source) -> str:
    return plain_text(described(source, ENGLISH).runs)


def test_a_number_is_not_lost_where_its_digits_stand_in_the_year() -> None:
    assert quoted(ACT) == "Act of 2015, No. 5 of 2015"


@pytest.mark.parametrize("title", ["Act No. 5 of 2015", "Act 5/2015", "Act (5)"])
def test_a_number_that_the_title_says_is_not_said_again(title: str) -> None:
    assert quoted(replace(ACT, title={"en": title})) == title


def test_what_is_said_of_a_source_stays_together() -> None:
    source = replace(ACT, sherloc="https://a.b/1", url="https://a.b/2")

    found = as_one([described(source, ENGLISH), *addresses(source, ENGLISH)])

    assert [each.keep_with_next for each in found] == [True, True, False]
    assert as_one([described(ACT, ENGLISH)]) == (described(ACT, ENGLISH),)


def test_each_address_has_its_line_and_none_comes_twice() -> None:
    other = replace(ACT, sherloc="https://a.b/1", url="https://a.b/2")
    same = replace(ACT, sherloc="https://a.b/1", url="https://a.b/1")

    links = [plain_text(p.runs) for p in addresses(other, ENGLISH)]
    assert links == ["https://a.b/1", "https://a.b/2"]
    assert len(list(addresses(same, ENGLISH))) == 1
