"""Documents of hands, machines, two languages, six scripts and odd characters."""

from io import BytesIO

from PIL import Image, ImageDraw

from focalpoint_app.document.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    Letterhead,
    ListBlock,
    ListItem,
    MachineCode,
    PageBreak,
    Paragraph,
    Parallel,
    Run,
    Section,
    Style,
    Table,
    Tick,
    WritingSpace,
)
from tests.pdf.demo import LONG, ar, cell, head, question


def emblem() -> bytes:
    """A round emblem that lets the page through at its edges, as PNG."""
    image = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 190, 190), fill=(20, 90, 60, 255))
    draw.ellipse((40, 40, 160, 160), fill=(230, 200, 90, 200))
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def two_languages(rows: int = 4) -> Parallel:
    def side(
        language: str, provision: str, words: str, times: int
    ) -> tuple[Block, ...]:
        def text(said: str, style: Style) -> Paragraph:
            return Paragraph((Run(said, language),), style, language)

        return (
            text(provision, Style.PROVISION),
            text(words, Style.QUESTION),
            Section((text(words.split()[0], Style.ANSWER),), boxed=True),
            text(" ".join([words] * times), Style.NARRATIVE),
        )

    french = (
        "L’article 12 de la loi n° 5 de 2010 incrimine tout accord conclu entre deux "
        "ou plusieurs personnes en vue de commettre une infraction grave."
    )
    return Parallel(
        tuple(
            (
                side("ar", f"المادة 5 ({row})", LONG, 1 + row % 3),
                side("fr", f"Article 5, paragraphe {row}", french, 2 + row % 2),
            )
            for row in range(1, rows + 1)
        )
    )


def figures_document() -> Document:
    """Letterhead, marking, boxes to tick, lines to write on, a code, two languages."""
    code = MachineCode(
        "FOCALPOINT:1:0B3F5D6E-1111-4222-8333-444455556666:" + "A1" * 32,
        "رمز يحمل معرّف التسليم",
        beside=(ar("رمز التسليم", Style.LABEL), ar("معرّف التسليم", Style.NOTE)),
    )
    return Document(
        title="نموذج يُملأ باليد",
        language="ar",
        blocks=(
            ar("دولة XAA", Style.COVER_TITLE),
            ar("وزارة العدل", Style.COVER_LINE),
            PageBreak(),
            head(1, "أسئلة"),
            question("1"),
            Tick((Run("نعم", "ar"),), "ar"),
            Tick((Run(f"نعم، جزئياً: {LONG}", "ar"),), "ar"),
            Tick((Run("No", "en"),), "en"),
            WritingSpace(6),
            Figure(emblem(), 90, "شعار الدولة", "ar"),
            code,
            PageBreak(),
            two_languages(),
            ar("بعد النصين"),
        ),
        head="رأس",
        foot="SHA-256 4f1c",
        page_label="صفحة {page} من {pages}",
        marking="مقيّد – RESTRICTED",
        letterhead=Letterhead(("دولة XAA", "وزارة العدل"), emblem(), "ar"),
    )


def odd_document() -> Document:
    """Characters that no font has, that steer, that are none; nothing at all."""
    odd = (
        "\ufffe\uffff\U0001fffe",
        "\ufeff\u200f\u200d",
        "\U0001f600\U0001f468\u200d\U0001f469",
        "\u0301\u064b",
        "\u00ad\u034f\ufe0f",
        "\ue000\U000f0000\ud800",
        "a\u200eb\u061cج",
        "\u2066x\u2069\u202e\u2067",
        "",
        " ",
        "ك\u0640\u200cك",
        "x" * 300,
        "\x00\x07\t\x85",
    )
    paragraphs = [Paragraph((Run(text),)) for text in odd]
    listed = tuple(Heading(2, (Run(text),)) for text in odd)
    figure = Figure(emblem(), 30, "\ud800\x00\ufffe")
    long = Heading(1, (Run("عنوان " * 8000, "ar", link="https://example.org/ا b"),))
    texts = tuple(cell(text, header=place == 0) for place, text in enumerate(odd))
    table = Table((texts, texts), tuple(1.0 for _ in odd))
    title = "\x00\ud800\ufeffعنوان " + "x" * 40000
    lists = ListBlock(()), ListBlock((ListItem("", ()),))
    blocks: tuple[Block, ...] = (long, *paragraphs, table, *lists, *listed, figure)
    return Document(title, "ar", blocks, foot="\ufffe", head="\u200f", marking=" ")


def many_scripts_document() -> Document:
    """Chinese, Russian, French and Arabic in a document in Chinese."""
    texts = {
        "zh": "根据《联合国打击跨国有组织犯罪公约》第五条（参加集团的刑事定罪）。",
        "ru": "Закон № 5 от 2010 года о борьбе с организованной преступностью.",
        "fr": "Loi n° 5 de 2010 relative à la lutte contre la criminalité organisée.",
        "ar": LONG,
        "en": "See https://example.org/法律, and smile: \U0001f600.",
    }
    paragraphs = [
        Paragraph((Run(text, language, bold=bold),), language=language)
        for language, text in texts.items()
        for bold in (False, True)
    ]
    mixed = Paragraph(tuple(Run(text, language) for language, text in texts.items()))
    address = "https://example.org/法律"
    link = Paragraph((Run("见 ", "zh"), Run(address, "en", link=address)))
    title = Heading(1, (Run("自评问卷", "zh"),), "zh")
    return Document("自评问卷", "zh", (title, *paragraphs, mixed, link))
