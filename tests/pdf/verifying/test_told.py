"""Restricted text is found wherever a file hides it, however it is disguised."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from focalpoint_app.document.blocks import Document, Paragraph, Parallel, Run
from focalpoint_app.domain.leaks import leaked
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.verifying.told import everything_told, rows_turned

SECRETS = {
    "ar": "يُعاقَبُ بالسجنِ مدةً لا تقلُّ عن 15 سنةً كلُّ موظفٍ سهّل نشاطَ الجماعة",
    "en": "A public official who aids the group is liable to imprisonment of 15 years",
    "es": "El funcionario que facilite su actuación será sancionado con 15 años",
    "fr": "Le fonctionnaire qui facilite son activité encourt une peine de 15 années",
    "ru": "Должностное лицо, содействующее этой группе, наказывается лишением свободы",
    "zh": "国家工作人员包庇该有组织犯罪集团的，处十五年以上有期徒刑并没收其全部财产",
}  # fmt: skip

Hide = Callable[[Pdf, str], object]


def attachment_described(pdf: Pdf, text: str) -> None:
    pdf.attachments["a.json"] = b"{}"
    pdf.attachments["a.json"].obj.Desc = String(text)


def attachment_named(pdf: Pdf, text: str) -> None:
    pdf.attachments[text] = b"{}"


def attached(encoding: str) -> Hide:
    def hide(pdf: Pdf, text: str) -> None:
        pdf.attachments["a.txt"] = text.encode(encoding, "replace")

    return hide


def attached_as_json(pdf: Pdf, text: str) -> None:
    pdf.attachments["a.json"] = json.dumps({"value": text}).encode()


def bookmark(pdf: Pdf, text: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(text, 0))


def metadata(pdf: Pdf, text: str) -> None:
    with pdf.open_metadata() as xmp:
        xmp["dc:description"] = text


def metadata_in_numbers(pdf: Pdf, text: str) -> None:
    numbers = "".join(f"&#{ord(sign)};" for sign in text)
    pdf.Root.Metadata = Stream(pdf, f"<x>{numbers}</x>".encode())


def structure(key: str) -> Hide:
    def hide(pdf: Pdf, text: str) -> None:
        element = pdf.make_indirect(Dictionary(S=Name.P))
        element[key] = String(text)
        pdf.Root.StructTreeRoot = Dictionary(K=Array([element]))

    return hide


def font_named(pdf: Pdf, text: str) -> None:
    pdf.Root.Lost = Dictionary(BaseFont=Name(f"/ABCDEF+{text}"))


def key_named(pdf: Pdf, text: str) -> None:
    pdf.Root.Lost = Dictionary({f"/{text}": 1})


def font_program(pdf: Pdf, text: str) -> None:
    program = pdf.make_indirect(Stream(pdf, b"\0name" + text.encode("utf-16-be")))
    pdf.Root.Lost = Dictionary(FontFile2=program)


def said_otherwise(pdf: Pdf, text: str) -> None:
    """In the marked content of a page, as a string of figures."""
    figures = (b"\xfe\xff" + text.encode("utf-16-be")).hex()
    drawn = f"/Span <</ActualText <{figures}>>> BDC EMC".encode()
    pdf.pages[0].Contents = Stream(pdf, drawn)


def said_otherwise_in_letters(pdf: Pdf, text: str) -> None:
    raw = b"\xfe\xff" + text.encode("utf-16-be")
    escaped = "".join(f"\\{byte:03o}" for byte in raw)
    drawn = f"/Span <</Alt ({escaped})>> BDC EMC".encode()
    pdf.pages[0].Contents = Stream(pdf, drawn)


HIDDEN: dict[str, Hide] = {
    "attachment's description": attachment_described,
    "attachment's name": attachment_named,
    "attached utf-8": attached("utf-8"),
    "attached utf-16 big": attached("utf-16-be"),
    "attached utf-16 little": attached("utf-16-le"),
    "attached escaped": attached_as_json,
    "bookmark": bookmark,
    "metadata": metadata,
    "metadata in numbers": metadata_in_numbers,
    "ActualText": structure("/ActualText"),
    "Alt": structure("/Alt"),
    "E": structure("/E"),
    "T": structure("/T"),
    "font's name": font_named,
    "key": key_named,
    "font program": font_program,
    "marked content": said_otherwise,
    "marked content, escaped": said_otherwise_in_letters,
}


def with_hidden(hide: Hide, text: str) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    hide(pdf, text)
    made = BytesIO()
    pdf.save(made, fix_metadata_version=False)
    return made.getvalue()


def gives_away(told: bytes, secret: str) -> bool:
    return bool(leaked(everything_told(told), [secret], []))


@pytest.mark.parametrize("language", SECRETS)
@pytest.mark.parametrize("place", HIDDEN)
def test_restricted_text_is_found_wherever_it_is(place: str, language: str) -> None:
    secret = SECRETS[language]
    assert gives_away(with_hidden(HIDDEN[place], secret), secret)


def bare(text: str) -> str:
    """Without vowel signs."""
    return "".join(c for c in text if unicodedata.category(c) != "Mn")


def in_other_figures(text: str) -> str:
    return "".join(chr(0x660 + int(c)) if c.isascii() and c.isdigit() else c
                   for c in text)  # fmt: skip


DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "soft hyphens": lambda text: "\u00ad".join(text),
    "lines": lambda text: text.replace(" ", "\r\n  "),
    "stretched": lambda text: text.replace("ا", "ا\u0640\u0640"),
    "without vowel signs": bare,
    "other figures": in_other_figures,
    "direction marks": lambda text: "\u200f" + text.replace(" ", " \u200e"),
    "capitals": str.upper,
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "divided words": lambda text: "-\n".join(
        text[at : at + 9] for at in range(0, len(text), 9)
    ),
}


@pytest.mark.parametrize("language", SECRETS)
@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguise_hides_no_restricted_text(disguise: str, language: str) -> None:
    secret = SECRETS[language]
    told = DISGUISES[disguise](secret)
    assert leaked([told], [secret], [])
    assert not leaked([told], [secret], [secret])


def test_a_column_beside_arabic_hides_nothing_though_its_words_come_turned() -> None:
    secret = "qui a vu le chef de la mafia au port de"
    sides = (spoken("نص عربي قصير جداً في العمود الأول", "ar"), spoken(secret, "fr"))
    document = Document("t", "ar", (Parallel((sides,)),))
    assert leaked(rows_turned(pdf_content(document)[0]), [secret], [])


def spoken(text: str, language: str) -> tuple[Paragraph]:
    return (Paragraph((Run(text, language),), language=language),)


@pytest.mark.parametrize("language", SECRETS)
def test_a_fifth_of_it_in_its_middle_is_enough(language: str) -> None:
    secret = SECRETS[language]
    part = secret[len(secret) // 3 :][:16]
    assert gives_away(with_hidden(bookmark, f"xyz {part} xyz"), secret)


@pytest.mark.parametrize("place", HIDDEN)
def test_a_file_that_says_something_else_gives_nothing_away(place: str) -> None:
    told = with_hidden(HIDDEN[place], SECRETS["en"])
    for language in ("ar", "es", "fr", "ru", "zh"):
        assert not gives_away(told, SECRETS[language])
