"""Each of the six languages in its own letters, there and back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from focalpoint_app.document.blocks import Document, Paragraph, Run, Style
from focalpoint_app.language.places import bundled
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.glyphs.faces import Face
from focalpoint_app.pdf.glyphs.lettering import Lettering
from focalpoint_app.pdf.layout.look import HEADINGS, STYLES
from focalpoint_app.pdf.pages import Written, write_pdf
from tests.pdf.readers import by_mupdf, by_poppler, by_pypdf, plainly

SENTENCES = {
    "ar": "تلتزم الدول الأطراف بتنفيذ أحكام الاتفاقية، وتُجرّم كلَّ مشاركة فيها.",
    "zh": "缔约国应当将“参加有组织犯罪集团”（UNTOC第5条第1款）规定为犯罪；是否已定罪？",
    "en": "Each State Party shall adopt “such measures” as may be necessary (5(1)(a)).",
    "fr": "« L’État partie » a-t-il adopté cette mesure ; œuvre, 25 % des cas, no 5 ?",
    "ru": "Каждое Государство-участник принимает «такие меры» — № 5, в 2010 году.",
    "es": "¿Ha tipificado el Estado parte «la participación»? Sí; año 2010, núm. 5.",
}
READERS = {"poppler": by_poppler, "mupdf": by_mupdf, "pypdf": by_pypdf}
# Radicals and compatibility forms that look like ideographs must not take their place.
ALIKE = "一二人入八儿几口口日曰目土士己已巳未末"


def written(text: str, language: str, path: Path) -> Written:
    paragraph = Paragraph((Run(text, language),), Style.NARRATIVE, language)
    document = Document("six", language, (paragraph,), page_label="")
    return write_pdf(document, path)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_of_each_language_comes_back(
    language: str, reader: str, tmp_path: Path
) -> None:
    read: Callable[[Path], list[str]] = READERS[reader]

    done = written(SENTENCES[language], language, tmp_path / "x.pdf")

    assert done.missing == ()
    wanted = plainly(SENTENCES[language])
    found = plainly(read(tmp_path / "x.pdf")[0])
    if language == "zh":  # where a line ends within a sentence, a reader puts a blank
        wanted, found = wanted.replace(" ", ""), found.replace(" ", "")
    assert found == wanted


def test_ideographs_that_look_alike_stay_apart(tmp_path: Path) -> None:
    written(ALIKE, "zh", tmp_path / "x.pdf")

    for read in READERS.values():
        assert plainly(read(tmp_path / "x.pdf")[0]) == ALIKE


def test_the_chinese_face_holds_gb_2312_but_is_a_small_file() -> None:
    path = bundled("resources") / "fonts" / "NotoSansSC-Regular.ttf"
    face = Face(path)
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(161, 255))
    ideographs = "".join(pair.decode("gb2312", "ignore") for pair in rows)

    assert len(ideographs) == 6763
    assert all(face.covers(char) for char in ideographs)
    assert path.stat().st_size < 3_000_000


def faces_of(lettering: Lettering, text: str) -> list[str]:
    return [pen.face.name for pen, _ in lettering.glyphs(text, rtl=False)]


def test_a_document_without_chinese_asks_for_no_chinese_face() -> None:
    fonts = Fonts()
    lettering = fonts.lettering(STYLES[Style.BODY])

    lettering.words(["المادة ", "5 "], rtl=True)
    lettering.words(["“Law” ", "Закон ", "état…"], rtl=False)

    assert [codes.face.name for codes in fonts.used] == [
        "NotoNaskhArabic-Regular",
        "NotoSerif-Regular",
    ]


def test_signs_that_latin_shares_are_set_in_the_face_of_the_ideograph() -> None:
    lettering = Fonts().lettering(STYLES[Style.BODY])

    assert faces_of(lettering, "“法律”") == ["NotoSansSC-Regular"]
    assert faces_of(lettering, "——") == ["NotoSansSC-Regular"]
    assert faces_of(lettering, "“law”—") == ["NotoSerif-Regular"]


def test_bold_ideographs_have_the_width_of_plain_ones_and_more_ink() -> None:
    fonts = Fonts()
    plain = fonts.lettering(STYLES[Style.BODY]).word("犯罪", rtl=False)
    bold = fonts.lettering(STYLES[Style.BODY], bold=True).word("犯罪", rtl=False)

    (pen, glyphs), *_ = fonts.lettering(HEADINGS[1]).glyphs("犯", rtl=False)

    assert bold.width == pytest.approx(plain.width)
    assert pen.face.name == "NotoSansSC-Bold"
    assert len(glyphs[0].outline.parts) == 4


def test_an_ideograph_no_font_holds_is_reported(tmp_path: Path) -> None:
    assert written("\u3402", "zh", tmp_path / "x.pdf").missing == ("\u3402",)


def test_a_dash_known_from_latin_text_is_chinese_beside_another() -> None:
    lettering = Fonts().lettering(STYLES[Style.BODY])
    lettering.word("—", rtl=False)

    together = lettering.word("——", rtl=False)

    assert [piece.pen.face.name for piece in together.pieces] == ["NotoSansSC-Regular"]
