"""Written files, reopened."""

import re
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest

from focalpoint_app.document.blocks import (
    Attachment,
    Block,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Style,
    Table,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.demo import LONG, ar, arabic_document, case_table, cell, head
from tests.pdf.readers import by_mupdf, by_poppler, plainly


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.pdf"
    write_pdf(arabic_document(), path)
    return path


def written(tmp_path: Path, blocks: Sequence[Block], page_label: str = "") -> Path:
    path = tmp_path / "pages.pdf"
    write_pdf(Document("وثيقة", "ar", tuple(blocks), page_label=page_label), path)
    return path


def test_contents_name_the_pages_where_headings_stand(demo: Path) -> None:
    pages = [plainly(page) for page in by_poppler(demo)]
    listed = re.findall(r"المادة (\d): \S+ .*?\(participation\) (\d+)", pages[1])

    assert len(listed) == 9
    for article, number in listed:
        assert f"المادة {article}: تجريم" in pages[int(number) - 1]


def test_contents_and_bookmarks_lead_to_the_headings(demo: Path) -> None:
    with pikepdf.open(demo) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
        annotations = pdf.pages[1].obj["/Annots"]
        led = [annotation for annotation in annotations if "/Dest" in annotation]

        assert titles[-2:] == ["المصادر", "التوقيع"]
        assert len(outline.root[0].children) == 3
        assert len(led) == 14


def test_a_cited_source_and_its_address_are_links(demo: Path) -> None:
    with pikepdf.open(demo) as pdf:
        annotations = [
            a for page in pdf.pages for a in page.get("/Annots", pikepdf.Array())
        ]
        addresses = {str(a.A.URI) for a in annotations if "/A" in a}

    assert addresses == {"https://sherloc.unodc.org/law-5"}


def test_every_page_says_its_number_and_that_it_is_a_draft(demo: Path) -> None:
    pages = by_poppler(demo)

    for number, page in enumerate(pages, 1):
        assert f"صفحة {number} من {len(pages)}" in plainly(page)
        assert "مسودة" in page
        assert "SHA-256 4f1c09be" in plainly(page)


def test_the_watermark_does_not_mix_into_the_text(demo: Path) -> None:
    with pikepdf.open(demo) as pdf:
        assert all("/Watermark" in page.Resources.XObject for page in pdf.pages)

    assert all(page.count("مسودة") == 1 for page in by_mupdf(demo))


def test_all_fonts_are_embedded_and_map_back_to_text(demo: Path) -> None:
    with pikepdf.open(demo) as pdf:
        fonts = list(pdf.pages[0].Resources.Font.values())

        assert {str(font.Subtype) for font in fonts} == {"/Type0"}
        for font in fonts:
            (descendant,) = font.DescendantFonts
            assert "/FontFile2" in descendant.FontDescriptor
            blocks = re.findall(rb"(\d+) beginbfchar", font.ToUnicode.read_bytes())
            assert all(int(count) <= 100 for count in blocks)


def test_attachments_come_out_byte_for_byte(tmp_path: Path) -> None:
    content = bytes(range(256)) * 50
    attachment = Attachment("answers.json", content, "application/json", "data")
    path = tmp_path / "with.pdf"

    write_pdf(Document("x", "ar", (ar("نص"),), attachments=(attachment,)), path)

    with pikepdf.open(path) as pdf:
        (file,) = pdf.Root.AF
        assert pdf.attachments["answers.json"].get_file().read_bytes() == content
        assert str(file.AFRelationship) == "/Data"


def test_the_file_describes_itself_for_the_archive(demo: Path) -> None:
    with pikepdf.open(demo) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "3U"
        assert metadata["dc:title"] == str(pdf.docinfo.Title)
        assert str(pdf.Root.Lang) == "ar"
        assert pdf.Root.OutputIntents[0].DestOutputProfile.N == 3
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.ViewerPreferences.Direction) == "/R2L"


def test_a_digital_line_tells_where_its_field_goes(tmp_path: Path) -> None:
    done = write_pdf(arabic_document(), tmp_path / "demo.pdf")

    (place,) = done.places
    left, low, right, high = place.box
    assert (place.name, place.page) == ("expert", done.pages - 1)
    assert 0 < left < right < 596
    assert high - low > 30


def test_header_rows_are_repeated_where_a_table_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path, [case_table(120)])

    pages = by_poppler(path)

    assert len(pages) > 2
    assert all("البلاغات" in page for page in pages)


def test_a_row_longer_than_a_page_breaks_and_loses_nothing(tmp_path: Path) -> None:
    words = [f"كلمة{n}" for n in range(1500)]
    table = Table(
        (
            (cell("عنوان", header=True), cell("نص", header=True)),
            (cell("1"), cell(" ".join(words))),
        ),
        (1, 3),
    )

    pages = by_poppler(written(tmp_path, [table]))

    read = plainly(" ".join(pages))
    assert len(pages) > 2
    assert all(word in read for word in words)


def test_the_first_column_stands_at_the_right_in_arabic(tmp_path: Path) -> None:
    page = plainly(by_poppler(written(tmp_path, [case_table(1)]))[0])

    assert page.index("السنة") < page.index("الإدانات")


def test_a_heading_never_ends_a_page(tmp_path: Path) -> None:
    blocks: list[Block] = []
    for _ in range(60):
        blocks += [head(2, "عنوان قصير"), ar(LONG)]

    pages = by_poppler(written(tmp_path, blocks, page_label=""))

    assert all(not plainly(page).endswith("عنوان قصير") for page in pages)


def test_what_belongs_together_stays_on_one_page(tmp_path: Path) -> None:
    block = Section((ar("أول الكتلة"), ar(LONG), ar("آخر الكتلة")), together=True)

    pages = by_poppler(written(tmp_path, [ar(LONG), block] * 20))

    for page in pages:
        assert page.count("أول الكتلة") == page.count("آخر الكتلة")


def test_page_breaks_and_new_pages_make_pages(tmp_path: Path) -> None:
    blocks = (ar("أ"), PageBreak(), ar("ب"), Heading(1, (Run("ج"),), new_page=True))

    assert len(by_poppler(written(tmp_path, blocks))) == 3


def test_a_full_cover_keeps_to_its_page(tmp_path: Path) -> None:
    cover = [ar("دولة XAA", Style.COVER_TITLE), *[ar("سطر", Style.COVER_LINE)] * 18]

    pages = by_poppler(written(tmp_path, [*cover, PageBreak(), ar("نص")]))

    assert len(pages) == 2
    assert pages[0].count("سطر") == 18


def test_a_contents_block_of_an_empty_document_is_only_a_title(tmp_path: Path) -> None:
    path = written(tmp_path, [Contents(head(1, "المحتويات", listed=False))])

    assert "المحتويات" in by_poppler(path)[0]


def test_characters_without_a_font_are_drawn_and_told(tmp_path: Path) -> None:
    text = Paragraph((Run("رمز \U0001f600 و 㐂"),))

    done = write_pdf(Document("x", "ar", (text,)), tmp_path / "x.pdf")

    assert done.missing == ("㐂", "\U0001f600")
    assert "\U0001f600" in by_mupdf(tmp_path / "x.pdf")[0]


def test_progress_reaches_its_end_in_order(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    write_pdf(
        arabic_document(),
        tmp_path / "x.pdf",
        progress=lambda done, of: heard.append((done, of)),
    )

    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]


def test_cancelling_leaves_the_target_untouched(tmp_path: Path) -> None:
    target = tmp_path / "old.pdf"
    target.write_bytes(b"old")
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 30

    with pytest.raises(AppError) as caught:
        write_pdf(arabic_document(), target, cancelled=cancelled)

    assert caught.value.code == "task.cancelled"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_the_users_to_mend(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        write_pdf(arabic_document(1), tmp_path / "none" / "x.pdf")

    assert caught.value.code == "file.unwritable"


def test_english_documents_run_from_the_left(tmp_path: Path) -> None:
    text = Paragraph((Run("Answer", "en"),), Style.BODY, "en")
    path = tmp_path / "en.pdf"

    write_pdf(Document("Answers", "en", (text,)), path)

    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.ViewerPreferences.Direction) == "/L2R"
    assert plainly(by_poppler(path)[0]).startswith("Answer")
