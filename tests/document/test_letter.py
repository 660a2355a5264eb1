"""A letter on paper: its parts stand apart, names keep their own direction."""

from focalpoint_app.document.blocks import Block, Paragraph, Style, plain_text
from focalpoint_app.document.letter import LetterText, letter_page
from focalpoint_app.language.catalogue import Catalogue

TEXT = LetterText(
    subject="استعراض",
    addressee="معالي A. B.\nC. D.",
    body="نرجو الرد.\nوتفضلوا بقبول الاحترام.",
    signatory="A. B.\nجهة الوصل",
    copies="نسخة إلى: وزارة الخارجية",
)


def paragraphs(text: LetterText = TEXT) -> list[Paragraph]:
    blocks: tuple[Block, ...] = letter_page(text, "XAA", Catalogue("ar")).blocks
    return [each for each in blocks if isinstance(each, Paragraph)]


def test_names_stand_in_their_own_direction() -> None:
    named = [each for each in paragraphs() if ". B." in plain_text(each.runs)]
    assert len(named) == 2
    assert all(run.isolated for each in named for run in each.runs)
    assert {each.language for each in named} == {"ar"}


def test_there_is_room_for_a_signature_above_whoever_signs() -> None:
    styles = [each.style for each in paragraphs()]
    assert styles.count(Style.SIGNED) == 1
    (signed,) = (each for each in paragraphs() if each.style is Style.SIGNED)
    assert plain_text(signed.runs) == "A. B."
    unsigned = LetterText("s", "a", "b")
    assert Style.SIGNED not in [each.style for each in paragraphs(unsigned)]


def test_a_signature_stays_with_the_last_words_of_its_letter() -> None:
    closing = next(e for e in paragraphs() if "الاحترام" in plain_text(e.runs))
    assert closing.keep_with_next


def test_whoever_gets_a_copy_is_named_below() -> None:
    assert plain_text(paragraphs()[-1].runs) == TEXT.copies
    assert paragraphs()[-1].style is Style.NOTE
