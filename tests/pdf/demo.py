"""Documents that hold, together, every kind of block and all six languages."""

from io import BytesIO

from PIL import Image, ImageDraw

from focalpoint_app.document.blocks import (
    Attachment,
    Block,
    Cell,
    Contents,
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
    Rule,
    Run,
    Section,
    SignaturePlace,
    Style,
    Table,
    Tick,
    WritingSpace,
)

LONG = (
    "تجرّم المادة 12 من القانون رقم (5) لسنة 2010 بشأن مكافحة الجريمة المنظمة "
    "كلَّ اتفاق بين شخصين أو أكثر على ارتكاب جريمة خطيرة، ويُعاقَب عليه بالسجن مدة لا "
    "تقل عن أربع سنوات. وقد عُدِّل النص بموجب المرسوم 14/2018 المنشور في الجريدة "
    "الرسمية (العدد 1187 مكرر)، تنفيذاً لأحكام اتفاقية UNTOC (المادة 5)، ودخل "
    "حيّز النفاذ في 1 كانون الثاني/يناير 2019. وللاطلاع على النص الكامل انظر "
    "https://sherloc.unodc.org/cld/en/legislation/xaa/law-5-2010.html، وكذلك "
    "قرار محكمة النقض رقم 45/2020 الذي قضى بأن «الجماعة الإجرامية المنظمة» لا "
    "يُشترط فيها عضوية محدّدة المدة (three or more persons) أو أدوار محدّدة رسمياً."
)


def ar(text: str, style: Style = Style.BODY) -> Paragraph:
    return Paragraph((Run(text, "ar"),), style, "ar")


def en(text: str, style: Style = Style.BODY) -> Paragraph:
    return Paragraph((Run(text, "en"),), style, "en")


def head(
    level: int, text: str, *, listed: bool = True, new_page: bool = False
) -> Heading:
    run = Run(text, "ar")
    return Heading(level, (run,), "ar", listed=listed, new_page=new_page)


def cell(text: str, *, header: bool = False, numeric: bool = False) -> Cell:
    return Cell((Paragraph((Run(text),)),), header, numeric)


def case_table(rows: int = 5) -> Table:
    header = tuple(
        cell(text, header=True, numeric=text != "السنة")
        for text in ("السنة", "البلاغات", "التحقيقات", "الملاحقات", "الإدانات")
    )
    body = tuple(
        (
            cell(str(2020 + n)),
            *(cell(f"{v:,}", numeric=True) for v in (1240 + n, 310, 88, 41 - n)),
        )
        for n in range(rows)
    )
    return Table(
        (header, *body),
        (2, 3, 3, 3, 3),
        1,
        ar("الجدول 1: مسار القضايا", Style.CAPTION),
        "ar",
    )


def question(number: str) -> Section:
    return Section(
        (
            Paragraph(
                (Run(f"المادة 5 ({number}) (أ) '1'", "ar"),),
                Style.PROVISION,
                "ar",
                keep_with_next=True,
            ),
            ar(
                "هل جُرّم الاتفاق مع شخص آخر أو أكثر على ارتكاب جريمة خطيرة لغرض له "
                "صلة مباشرة أو غير مباشرة بالحصول على منفعة مالية؟",
                Style.QUESTION,
            ),
            Section((ar("نعم", Style.ANSWER),), boxed=True),
        ),
        together=True,
    )


def arabic_document(parts: int = 3) -> Document:
    blocks: list[Block] = [
        ar("دولة XAA", Style.COVER_TITLE),
        ar("استبيان التقييم الذاتي: المجموعة الأولى", Style.COVER_TITLE),
        ar(
            "آلية استعراض تنفيذ اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر "
            "الوطنية",
            Style.COVER_LINE,
        ),
        Rule(),
        ar("22 تشرين الثاني/نوفمبر 2026", Style.COVER_LINE),
        ar("بصمة الإجابات (SHA-256)", Style.LABEL),
        Paragraph(
            (
                Run(
                    "4f1c09be77a3d5e2c1b0a99887766554433221100ffeeddccbbaa99887766554",
                    isolated=True,
                ),
            ),
            Style.DIGEST,
        ),
        ar("الصياغة الواردة هنا صياغتنا وليست النص الرسمي للاستبيان.", Style.NOTE),
        PageBreak(),
        Contents(head(1, "المحتويات", listed=False)),
    ]
    for part in range(1, parts + 1):
        blocks.append(
            head(
                1,
                f"الجزء {part}: اتفاقية مكافحة الجريمة المنظمة عبر الوطنية",
                new_page=True,
            )
        )
        for article in (2, 5, 6):
            blocks += [
                head(
                    2,
                    f"المادة {article}: تجريم المشاركة في جماعة إجرامية منظمة "
                    "(participation)",
                ),
                question("1"),
                ar(LONG, Style.NARRATIVE),
                en(
                    "The Organized Crime Act, No. 5 of 2010 (as amended), section "
                    "12(1)(a), covers conspiracy; see also the Penal Code.",
                    Style.NARRATIVE,
                ),
                ListBlock(
                    (
                        ListItem("(أ)", (ar("القانون رقم 5 لسنة 2010، المادة 12"),)),
                        ListItem("(ب)", (ar(LONG),)),
                        ListItem(
                            "(ج)",
                            (
                                Paragraph(
                                    (
                                        Run("انظر "),
                                        Run("القانون", link="#law-1"),
                                        Run(" و", bold=True),
                                        Run("5 (1) (a)", isolated=True, bold=True),
                                        Run(" كذلك"),
                                    )
                                ),
                            ),
                        ),
                    )
                ),
                case_table(6),
                ar("صعوبات التنفيذ", Style.LABEL),
                ar(LONG + " " + LONG),
            ]
    blocks += [
        head(1, "المصادر", new_page=True),
        Paragraph(
            (
                Run("القانون رقم 5 لسنة 2010 بشأن مكافحة الجريمة المنظمة. ", "ar"),
                Run(
                    "https://sherloc.unodc.org/law-5",
                    link="https://sherloc.unodc.org/law-5",
                ),
            ),
            anchor="law-1",
            language="ar",
        ),
        head(1, "التوقيع", new_page=True),
        SignaturePlace(
            "الخبير الحكومي",
            "د. سلمى المنصوري",
            "وزارة العدل",
            seal=True,
            field="expert",
            language="ar",
        ),
        SignaturePlace("جهة الاتصال", "", "", seal=False, field=None, language="ar"),
    ]
    return Document(
        title="استبيان التقييم الذاتي",
        language="ar",
        blocks=tuple(blocks),
        subject="إجابات",
        author="دولة XAA",
        head="دولة XAA · استبيان التقييم الذاتي",
        foot="SHA-256 4f1c09be",
        page_label="صفحة {page} من {pages}",
        watermark="مسودة",
        attachments=(
            Attachment("answers.json", b'{"a":1}', "application/json", "data"),
        ),
    )


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
