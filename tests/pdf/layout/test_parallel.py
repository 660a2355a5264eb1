"""Two languages side by side."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.document.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Parallel,
    Run,
    Section,
    Style,
)
from focalpoint_app.pdf.layout.bands import Band, Bond
from focalpoint_app.pdf.layout.paging import paginated
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.demo import LONG, ar, en
from tests.pdf.readers import boxes_by_mupdf, by_mupdf, by_poppler, plainly

ROOM = 100.0
SIDE = st.lists(
    st.builds(
        Band,
        height=st.floats(1, 60),
        before=st.floats(0, 20),
        bond=st.sampled_from(Bond),
    ),
    max_size=20,
).map(tuple)
ENGLISH = "Section 12 of the Organized Crime Act makes every agreement an offence. "


def row(*sides: tuple[Band, ...], before: float = 0.0) -> Band:
    tallest = max(sum(band.height for band in side) for side in sides)
    return Band(tallest, before=before, sides=sides)


def written(folder: Path, *rows: tuple[tuple[Block, ...], tuple[Block, ...]]) -> Path:
    path = folder / "parallel.pdf"
    write_pdf(Document("وثيقة", "ar", (Parallel(rows),), page_label=""), path)
    return path


@given(st.lists(st.tuples(SIDE, SIDE).filter(any), max_size=5))
def test_each_side_keeps_all_its_bands_in_order(
    rows: list[tuple[tuple[Band, ...], tuple[Band, ...]]],
) -> None:
    pages = paginated([row(*sides) for sides in rows], ROOM)

    heights = [placed.band.height for page in pages for placed in page.bands]
    of_rows = [band.height for sides in rows for side in sides for band in side]
    assert sorted(heights) == sorted(of_rows)
    assert all(page.filled <= ROOM + 0.01 for page in pages if len(page.bands) > 1)


@given(SIDE.filter(bool), SIDE.filter(bool))
def test_a_row_starts_level(one: tuple[Band, ...], other: tuple[Band, ...]) -> None:
    level = tuple((Band(5), *side[1:]) for side in (one, other))
    pages = paginated([Band(50), row(*level)], ROOM)

    tops = [
        (number, placed.top)
        for number, page in enumerate(pages)
        for placed in page.bands
        if placed.band.height == 5
    ]
    assert tops[0] == next(top for top in tops[1:] if top[1] == tops[0][1])


def test_what_follows_goes_below_the_longer_side() -> None:
    bands = [row((Band(10),), (Band(20), Band(30))), Band(7)]

    (page,) = paginated(bands, ROOM)

    assert [placed.top for placed in page.bands] == [0, 0, 20, 50]


def test_each_side_is_cut_at_its_own_last_line_that_fits() -> None:
    sides = (tuple(Band(30) for _ in range(5)), tuple(Band(45) for _ in range(3)))

    pages = paginated([row(*sides)], ROOM)

    heights = [[placed.band.height for placed in page.bands] for page in pages]
    assert heights == [[30, 30, 30, 45, 45], [30, 30, 45]]


def test_a_row_of_headings_goes_with_the_next_row() -> None:
    heading = Band(10, bond=Bond.STUCK)
    titles = Band(10, bond=Bond.STUCK, sides=((heading,), (heading,)))
    lines = tuple(Band(20) for _ in range(3))

    pages = paginated([Band(75), titles, row(lines, lines)], ROOM)

    assert [len(page.bands) for page in pages] == [1, 8]


def test_both_languages_stand_level_on_the_page(tmp_path: Path) -> None:
    path = written(tmp_path, ((ar("أول"),), (en("First"),)))

    right, left = sorted(boxes_by_mupdf(path), reverse=True)

    assert right[0] > 297 > left[2]
    assert abs((right[1] + right[3]) - (left[1] + left[3])) < 8


def test_each_side_is_set_in_its_own_direction(tmp_path: Path) -> None:
    item = ListItem("a)", (en("item"),))
    path = written(tmp_path, ((ar("أول"),), (ListBlock((item,)),)))

    words = boxes_by_mupdf(path)

    assert min(word[0] for word in words) < 66  # the label, at the left


def test_long_rows_break_and_lose_nothing(tmp_path: Path) -> None:
    arabic = [f"كلمة{n}" for n in range(900)]
    english = [f"word{n}" for n in range(2000)]
    path = written(tmp_path, ((ar(" ".join(arabic)),), (en(" ".join(english)),)))

    read = plainly(" ".join(by_mupdf(path))).split()

    assert [word for word in read if word.startswith("word")] == english
    assert [word for word in read if word.startswith("كلمة")] == arabic


def test_a_side_may_be_empty_and_blocks_may_nest(tmp_path: Path) -> None:
    boxed = Section((en(ENGLISH * 9, Style.ANSWER),), together=True, boxed=True)
    nested = Parallel((((ar("داخل"),), (en("inner"),)),))
    title = Heading(1, (Run("عنوان", "ar"),), "ar", new_page=True)
    rows = ((title,), ()), ((), (boxed,)), ((ar(LONG), nested), ())
    path = written(
        tmp_path, *rows, ((), (Paragraph((Run("end", "en"),), language="en"),))
    )

    text = plainly(" ".join(by_poppler(path)))

    assert all(word in text for word in ("عنوان", "داخل", "inner", "end"))
