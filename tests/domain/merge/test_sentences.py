"""A text falls into sentences and words without losing a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.merge.sentences import sentences, words
from tests.domain.merge.texts import PROSE


@given(st.text() | PROSE)
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text
    assert "".join(words(text)) == text
    assert "" not in sentences(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("يعاقب الفاعل. ويعاقب الشريك؟ نعم؛ بالعقوبة نفسها", 4),
        ("وفقاً للمادة 5. 2 من القانون رقم 3.5 لسنة 2010.", 2),
        ("See art. 5, para. 2 and No. 7 of J. Smith. Then stop.", 2),
        ("1. First. 2. Second.", 2),
        ("سطر\nسطر", 2),
        ("Selon l'art. 12 du Code. « Oui. » Non.", 3),
        ("Согласно ст. 5 и п. 3. Да.", 2),
        ("第五条规定。第二句！“完。”", 3),
        ("Véase el núm. 4. Sí.", 2),
        ("https://sherloc.unodc.org/cld is not three sentences.", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_each_chinese_character_is_a_word() -> None:
    assert words("第五条 shall") == ("第", "五", "条 ", "shall")
