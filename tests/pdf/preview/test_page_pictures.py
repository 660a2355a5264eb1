"""Pages as pictures, and words found on them."""

from collections.abc import Iterator

import pytest

from focalpoint_app.document.blocks import Document, PageBreak, Paragraph, Run
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.preview.finding import Found, Searchable
from focalpoint_app.pdf.preview.page_letters import Letters
from focalpoint_app.pdf.preview.page_pictures import PagePictures
from tests.pdf.paragraphs import HARD, questionnaire_paragraphs

LONG = (
    "تجرّم المادة 12 من القانون رقم (5) لسنة 2010 كلَّ اتفاق بين شخصين أو أكثر على "
    "ارتكاب جريمة خطيرة، وفقاً لاتفاقية UNTOC (المادة 5)، ويُعاقَب عليه بالسجن."
)


def pages_of(*texts: str) -> PagePictures:
    blocks: list[Paragraph | PageBreak] = []
    for text in texts:
        blocks += [Paragraph((Run(text),)), PageBreak()]
    content, _ = pdf_content(Document("t", "ar", tuple(blocks), page_label=""))
    return PagePictures(content)


@pytest.fixture(scope="module")
def pages() -> Iterator[PagePictures]:
    found = pages_of(LONG, "صفحة ثانية", "ثلاث كلمات متتالية. " * 40)
    yield found
    found.close()


def found_on(pages: PagePictures, page: int, wanted: str) -> list[Found]:
    return list(Searchable(page, pages.letters(page)).find(wanted))


def test_a_page_is_drawn_as_wide_as_asked(pages: PagePictures) -> None:
    picture = pages.picture(0, 600)

    assert (picture.width, picture.height) == (600, 849)
    assert len(picture.pixels) == picture.stride * picture.height


def test_paper_is_white_and_letters_are_not(pages: PagePictures) -> None:
    picture = pages.picture(0, 600)

    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert min(picture.pixels) < 80


@pytest.mark.parametrize(
    "wanted",
    [
        "كل اتفاق بين",  # without its harakat
        "كلَّ اتفاق",
        "القانون رقم (5) لسنة 2010",
        "القانون رقم (٥) لسنة ٢٠١٠",
        "لاتفاقية untoc (المادة 5)، ويعاقب",
        "إتفاق بين",  # another hamza
    ],
)
def test_words_are_found_however_they_are_spelt(
    pages: PagePictures, wanted: str
) -> None:
    assert len(found_on(pages, 0, wanted)) == 1


def test_what_is_found_lies_on_its_line(pages: PagePictures) -> None:
    (first,) = found_on(pages, 0, "تجرم المادة")
    (second,) = found_on(pages, 0, "المادة 12")

    (box,) = first.boxes
    assert box[2] > second.boxes[0][2]  # the first word stands rightmost
    assert 60 < box[1] < box[3] < 120


def test_words_are_found_across_the_end_of_a_line(pages: PagePictures) -> None:
    found = found_on(pages, 2, "متتالية. ثلاث")

    assert len(found) == 39
    broken = [each for each in found if each.boxes[0][1] != each.boxes[-1][1]]
    assert broken, "no place reaches over a line's end"


@pytest.mark.parametrize("wanted", ["", "  ", "\u200f", "لا توجد"])
def test_nothing_is_found_of_nothing(pages: PagePictures, wanted: str) -> None:
    assert found_on(pages, 0, wanted) == []


def test_every_three_words_of_hard_paragraphs_are_found() -> None:
    texts = [*HARD[:8], *questionnaire_paragraphs(12)]
    pages = pages_of(*texts)
    lost = []
    for page, text in enumerate(texts):
        words = text.split()
        searchable = Searchable(page, pages.letters(page))
        for start in range(len(words) - 2):
            phrase = " ".join(words[start : start + 3])
            if not list(searchable.find(phrase)):
                lost.append(phrase)
    pages.close()

    assert lost == []


def test_a_letter_without_a_box_is_no_place() -> None:
    letters = Letters("ab", ((0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 5.0, 9.0)))

    (found,) = Searchable(0, letters).find("ab")

    assert found.boxes == ((1.0, 1.0, 5.0, 9.0),)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\njunk", b"\0" * 4096])
def test_what_is_no_pdf_is_told(content: bytes) -> None:
    with pytest.raises(AppError, match=r"pdf\.unreadable"):
        PagePictures(content)
