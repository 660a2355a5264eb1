from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.pdf.layout.bands import Band, Bond, Modules
from focalpoint_app.pdf.layout.elements import Element, Role
from focalpoint_app.pdf.layout.paging import Page, paginated

ROOM = 100.0
BANDS = st.lists(
    st.builds(
        Band,
        height=st.floats(1, 120),
        before=st.floats(0, 20),
        bond=st.sampled_from(Bond),
        new_page=st.booleans(),
    ),
    max_size=40,
)


def heights(pages: list[Page]) -> list[list[float]]:
    return [[placed.band.height for placed in page.bands] for page in pages]


@given(BANDS)
def test_every_band_lies_on_one_page_in_order(bands: list[Band]) -> None:
    pages = paginated(bands, ROOM)

    assert [placed.band for page in pages for placed in page.bands] == bands


@given(BANDS)
def test_no_page_is_overfull_unless_one_band_is(bands: list[Band]) -> None:
    for page in paginated(bands, ROOM):
        assert page.filled <= ROOM + 0.01 or len(page.bands) == 1


@given(BANDS)
def test_only_the_document_may_be_without_a_band(bands: list[Band]) -> None:
    assert all(page.bands for page in paginated(bands, ROOM)) or not bands


def test_stuck_bands_move_on_together() -> None:
    bands = [Band(80), Band(10, bond=Bond.STUCK), Band(30)]

    assert heights(paginated(bands, ROOM)) == [[80], [10, 30]]


def test_a_soft_bond_gives_way_where_the_whole_is_too_tall() -> None:
    bands = [Band(40, bond=Bond.TOGETHER) for _ in range(4)]

    assert heights(paginated(bands, ROOM)) == [[40, 40], [40, 40]]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    pages = paginated([Band(60, before=20), Band(60, before=20)], ROOM)

    assert [page.bands[0].top for page in pages] == [0, 0]


def test_headers_are_repeated_and_take_room() -> None:
    header = Band(20, bond=Bond.STUCK, anchors=("table",))
    rows = [Band(30, repeated=(header,)) for _ in range(5)]

    pages = paginated([header, *rows], ROOM)

    assert heights(pages) == [[20, 30, 30], [20, 30, 30], [20, 30]]
    anchors = [placed.band.anchors for page in pages for placed in page.bands]
    assert anchors.count(("table",)) == 1


def test_a_repeated_head_is_told_once() -> None:
    tag = Element(Role.FIGURE, "en")
    code = Modules(0, 0, 1, ((True,),), tag)
    shown = [mark.tag for mark in _marks(Band(20, (code,)), Modules)]

    assert shown == [tag, None, None]


def _marks(head: Band, kind: type[Modules]) -> list[Modules]:
    bands = [Band(60, repeated=(head,)) for _ in range(3)]
    pages = paginated([head, *bands], ROOM)
    marks = [m for page in pages for placed in page.bands for m in placed.band.marks]
    return [mark for mark in marks if isinstance(mark, kind)]
