"""Lists of stakeholders go to Excel and come back, however it left them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.domain.stakeholder import (
    Addressee,
    Category,
    Liaison,
    Route,
    Stakeholder,
)
from focalpoint_app.exchange.stakeholders_csv import (
    MOST,
    MOST_COLUMNS,
    read_stakeholders,
    unread_columns,
    write_stakeholders,
)
from focalpoint_app.language.names import OFFICIAL_LANGUAGES

LIVE = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
MINISTRY = Stakeholder(
    id="1b0a7e5e-6a1c-4a8e-9a53-000000000004",
    name="وزارة العدل",
    category=Category.GOVERNMENT,
    addressee=Addressee("وزير العدل", "معالي الوزير", "الأستاذ فلان"),
    liaison=Liaison("سارة العلي", "+20 2 555 0100", "s.ali@example.org"),
    route=Route.PRIME_MINISTER,
)
GROUP = Stakeholder(
    id="1b0a7e5e-6a1c-4a8e-9a53-000000000005",
    name="A-1B0A7E",
    category=Category.INDIVIDUALS,
    language="fr",
    is_anonymous=True,
    audience=Confidentiality.PUBLIC,
    marking="محدود",
)
TEXT = st.text(st.characters(exclude_categories=("C", "Z")), max_size=20)


@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_a_list_comes_back_whatever_its_language(language: str) -> None:
    content = write_stakeholders([MINISTRY, GROUP], language)

    assert read_stakeholders(content) == (MINISTRY, GROUP)


@given(st.lists(TEXT.filter(bool), min_size=1, max_size=5), TEXT, TEXT)
def test_any_text_comes_back(names: list[str], office: str, holder: str) -> None:
    sent = tuple(
        Stakeholder(
            f"1b0a7e5e-6a1c-4a8e-9a53-{number:012}",
            clean(name),
            Category.ACADEMIA,
            Addressee(clean(office), "", clean(holder)),
        )
        for number, name in enumerate(names)
        if clean(name)
    )
    assert read_stakeholders(write_stakeholders(sent, "ar")) == sent


def clean(text: str) -> str:
    """As lists keep it; an apostrophe before a sign is the writer's own."""
    from focalpoint_app.exchange.kept import kept_line

    return kept_line(text).lstrip("'")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    live = Stakeholder(MINISTRY.id, f"{start}HYPERLINK(1)", Category.GOVERNMENT)

    content = write_stakeholders([live], "en").decode("utf-8-sig")

    assert content.splitlines()[1].startswith(f"'{start}")
    assert read_stakeholders(content.encode()) == (live,)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "name",
    ["A;=B()", "A; =B()", 'A,"=B()', "A ;+1", "A,@B", "A|'=B", "A;＝B()", '"=B()'],
)
def test_nor_where_columns_are_parted_by_another_sign(name: str, language: str) -> None:
    live = Stakeholder(MINISTRY.id, name, Category.GOVERNMENT)

    content = write_stakeholders([live], language).decode("utf-8-sig")

    pieces = re.split("[,;|]", content.replace('"', ""))
    assert not [each for each in pieces if each.strip().startswith(LIVE)]
    assert read_stakeholders(content.encode()) == (live,)


def test_columns_may_stand_in_any_order_and_be_missing() -> None:
    content = "الفئة;ملاحظات;المؤسسة\nCivil society;x;جمعية\n;;نقابة\n"

    first, second = read_stakeholders(content.encode())

    assert (first.name, first.category) == ("جمعية", Category.CIVIL_SOCIETY)
    assert (second.name, second.category) == ("نقابة", Category.GOVERNMENT)
    assert first.id != second.id


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_way_that_excel_saves_is_read(mark: str, encoding: str) -> None:
    content = f"Institution{mark}Language\r\nوزارة{mark}العربية\r\n\r\n"

    (found,) = read_stakeholders(content.encode(encoding))

    assert (found.name, found.language) == ("وزارة", "ar")


def test_each_wrong_line_is_told_and_none_is_taken() -> None:
    content = "Institution,Category\nA,Nobody\n,Government\nB,Academia\n"

    with pytest.raises(RefusedEntriesError) as caught:
        read_stakeholders(content.encode())

    assert [(e.code, e.context["line"]) for e in caught.value.entries] == [
        ("stakeholder.unknown_word", 2),
        ("stakeholder.unnamed", 3),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "stakeholder.no_names"),
        (b"Category\nGovernment\n", "stakeholder.no_names"),
        (b"Institution,Institution\nA,B\n", "stakeholder.columns_twice"),
        ("المؤسسة\nوزارة".encode("cp1256"), "stakeholder.not_text"),
        (b'Institution\n"' + b"a" * 200_000, "stakeholder.not_text"),
        (b"Institution\n" + b"A\n" * (MOST + 1), "stakeholder.too_long"),
    ],
)
def test_what_is_no_list_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(AppError) as caught:
        read_stakeholders(content)
    assert caught.value.code == code


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    for each in (content, b"Institution;Category\n" + content):
        try:
            read_stakeholders(each)
        except AppError:
            continue


def test_a_heading_without_end_is_read_so_far_and_no_further() -> None:
    content = b"Institution" + b",a" * 1_000_000 + b"\nMinistry of Justice\n"

    (found,) = read_stakeholders(content)

    assert found.name == "Ministry of Justice"
    assert unread_columns(content) == ("a",) * (MOST_COLUMNS - 1)
