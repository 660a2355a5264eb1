"""Pages that say what the data say are believed, and any others are told."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.pdf.verifying.agreement import Agreement, Kind, Print, agreement
from focalpoint_app.pdf.verifying.expected import Expectation, ExpectedAnswer
from focalpoint_app.pdf.verifying.runs import Shown

TITLE = "Is participation criminalized?"
WHY = "How does domestic law give effect to this?"
PROSE = "Law No. 5 of 2010 punishes every agreement to commit a serious crime."
FOOT = Shown("Page 1 of 2", 40.0, decoration=True)
ANSWERS = (
    ExpectedAnswer("q.1", TITLE, is_main=True, texts=(("Yes",),)),
    ExpectedAnswer("q.1.narrative", WHY, texts=((PROSE, "It has four sections."),)),
    ExpectedAnswer("q.2", "Are there cases?", is_main=True, texts=(("No",),)),
)
KNOWN = (TITLE, WHY, "Article 5", "Are there cases?")


def lines(*texts: str, top: float = 700.0) -> tuple[Shown, ...]:
    """One run a line, squeezed as pages are read."""
    return tuple(
        Shown("".join(text.split()), top - 20 * place, decoration=False)
        for place, text in enumerate(texts)
    )


def compared(
    *pages: tuple[Shown, ...],
    answers: tuple[ExpectedAnswer, ...] = ANSWERS,
    known: tuple[str, ...] = KNOWN,
) -> Agreement:
    found = Expectation(answers, known)
    return agreement(Print(pages, b"", "en"), lambda _data, _language, _says: found)


FIRST = lines("Article 5", TITLE, "Yes", WHY, PROSE[:30], PROSE[30:])
SECOND = lines("It has four sections.", "Are there cases?", "No")


def test_pages_that_say_the_same_agree() -> None:
    found = compared((*FIRST, FOOT), (*SECOND, FOOT))
    assert found.agrees is True
    assert found.compared == ("q.1", "q.1.narrative", "q.2")


@pytest.mark.parametrize(
    ("replaced", "by", "question"),
    [
        ("Yes", "No", "q.1"),
        ("Yes", "Yes, in part", "q.1"),
        (PROSE[30:], PROSE[30:].replace("serious", "minor"), "q.1.narrative"),
        (PROSE[30:], "", "q.1.narrative"),
        (PROSE[:30], PROSE[:30].replace("2010", "2011"), "q.1.narrative"),
    ],
)
def test_other_words_are_told_with_their_question(
    replaced: str, by: str, question: str
) -> None:
    texts = ["Article 5", TITLE, "Yes", WHY, PROSE[:30], PROSE[30:]]
    texts[texts.index(replaced)] = by
    found = compared(lines(*filter(None, texts)), SECOND)
    assert found.agrees is False
    missing = [each for each in found.differences if each.kind is Kind.MISSING]
    assert missing[0].question == question


def test_words_that_nothing_accounts_for_are_told() -> None:
    more = lines("It is repealed in 2027.", top=400)
    found = compared((*FIRST, *more), SECOND)
    (added,) = found.differences
    assert (added.kind, added.question) == (Kind.ADDED, "")
    assert added.text == "Itisrepealedin2027."


def test_an_answer_under_another_question_is_not_taken_for_it() -> None:
    moved = lines(TITLE, WHY, PROSE, "It has four sections.", "Are there cases?", "Yes")
    found = compared(moved)
    assert {each.question for each in found.differences} == {"q.1", "q.2"}


def test_heads_and_feet_are_not_part_of_the_text() -> None:
    hidden = tuple(run._replace(decoration=True) for run in FIRST)
    assert compared(hidden, SECOND).agrees is False


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2)])
def test_a_line_of_two_directions_is_drawn_in_any_order(order: tuple[int, ...]) -> None:
    """A line's runs stand in their places; each of them keeps its own order."""
    assert compared(line_of(*order), answers=(ARTICLE,), known=()).agrees is True


@pytest.mark.parametrize("places", [(0, 3, 2, 1), (3, 2, 1, 0), (2, 1, 0, 3)])
def test_parts_exchanged_along_a_line_are_seen(places: tuple[int, ...]) -> None:
    """Drawn one after the other as they are said, and put elsewhere."""
    drawn = line_of(0, 1, 2, 3)
    moved = tuple(
        run._replace(x=drawn[place].x) for run, place in zip(drawn, places, strict=True)
    )
    found = compared(moved, answers=(ARTICLE,), known=())
    assert [each.kind for each in found.differences] == [Kind.MISSING]


ARTICLE = ExpectedAnswer("q.1", texts=(("المادة 5 من القانون 10",),), languages=("ar",))


def line_of(*order: int) -> tuple[Shown, ...]:
    """From the right: an article, its number, a law, its number; so drawn."""
    parts = ("المادة", "5", "منالقانون", "10")
    return tuple(
        Shown(parts[at], 700.0, decoration=False, x=400.0 - 100 * at) for at in order
    )


def test_words_exchanged_within_a_run_are_seen() -> None:
    wanted = ExpectedAnswer("q.1", texts=(("المدعي ضد المتهم",),))
    found = compared(lines("المتهم ضد المدعي"), answers=(wanted,), known=())
    assert found.agrees is False


def test_what_is_not_known_to_print_is_not_compared() -> None:
    answers = (ExpectedAnswer("q.1", is_known=False),)
    found = compared(FIRST, answers=answers)
    assert (found.agrees, found.unknown) == (None, ("q.1",))


TABLE = ExpectedAnswer(
    "q.3", "Figures?", is_main=True, rows=(("2023", "12", "3"), ("2024", "15", "4"))
)


@pytest.mark.parametrize(
    "cells",
    [
        ("2023", "12", "3", "2024", "15", "4"),
        ("2023", "2024", "12", "15", "3", "4"),  # turned
    ],
)
def test_a_table_is_found_whichever_way_it_lies(cells: tuple[str, ...]) -> None:
    found = compared(lines("Figures?", *cells), answers=(TABLE,), known=())
    assert found.agrees is True


@pytest.mark.parametrize(
    "cells",
    [
        ("2023", "13", "3", "2024", "15", "4"),
        ("2023", "15", "3", "2024", "12", "4"),
        ("2023", "12", "2024", "15", "4"),
    ],
)
def test_a_figure_altered_moved_or_left_out_is_told(cells: tuple[str, ...]) -> None:
    found = compared(lines("Figures?", *cells), answers=(TABLE,), known=())
    assert found.agrees is False


def test_a_cell_is_followed_between_its_neighbours_lines() -> None:
    rows = (("Law No. 24 of 2018, article 14", "Two years, and five in a group"),)
    wanted = ExpectedAnswer("q.3", "Figures?", is_main=True, rows=rows)
    texts = ("Law No. 24", "Two years, and", "of 2018,", "five in a", "article 14")
    found = compared(lines("Figures?", *texts, "group"), answers=(wanted,), known=())
    assert found.agrees is True


WORDS = st.lists(st.sampled_from(["law", "قانون", "5", "法律", "(a)", "of", "وفي"]),
                 min_size=3, max_size=40)  # fmt: skip


@given(WORDS, st.integers(0, 1000))
def test_a_text_is_found_however_it_is_broken_into_lines(
    words: list[str], seed: int
) -> None:
    random = Random(seed)
    pages: list[tuple[Shown, ...]] = []
    rest = list(words)
    while rest:
        count = random.randint(1, 6)
        line = lines("".join(rest[:count]), top=random.randint(1, 50) * 10.0)
        pages.append((FOOT, *line) if random.random() < 0.3 else line)
        rest = rest[count:]
    wanted = ExpectedAnswer("q", texts=((" ".join(words),),))
    assert compared(*pages, answers=(wanted,), known=()).agrees is True


@given(WORDS, st.integers(0, 39))
def test_a_text_that_lost_a_word_is_told(words: list[str], place: int) -> None:
    wanted = ExpectedAnswer("q", texts=((" ".join(words),),))
    kept = [*words[: place % len(words)], *words[place % len(words) + 1 :]]
    found = compared(lines("".join(kept)), answers=(wanted,), known=())
    assert found.agrees is False


def test_columns_that_go_down_at_their_own_pace_keep_their_own_numbers() -> None:
    """The lines of two languages abreast do not stand level."""
    texts = (("1- الوقف", "2- التجميد"), ("1- Suspension of it", "2- Freezing"))
    wanted = ExpectedAnswer("q", texts=texts)
    page = tuple(
        Shown(text, y, decoration=False)
        for text, y in (
            ("1-", 459.0), ("الوقف", 459.0), ("1-", 453.0), ("Suspension", 453.0),
            ("ofit", 437.0), ("2-", 369.0), ("التجميد", 369.0), ("2-", 383.0),
            ("Freezing", 383.0),
        )
    )  # fmt: skip
    assert compared(page, answers=(wanted,), known=()).agrees is True


def test_an_answer_above_its_question_is_not_taken_for_it() -> None:
    title, answer = (
        Shown("Figures?", 500.0, decoration=False),
        Shown("Yes", 520.0, decoration=False),
    )
    wanted = ExpectedAnswer("q", "Figures?", is_main=True, texts=(("Yes",),))
    below = answer._replace(y=480.0)
    assert compared((title, below), answers=(wanted,), known=()).agrees is True
    assert compared((title, answer), answers=(wanted,), known=()).agrees is False
