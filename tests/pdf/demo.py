"""A document of answers as a State sends them, in Arabic and in English."""

from focalpoint_app.document.blocks import (
    Attachment,
    Block,
    Cell,
    Contents,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Rule,
    Run,
    Section,
    SignaturePlace,
    Style,
    Table,
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


def _cover() -> list[Block]:
    return [
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


def _article(number: int) -> list[Block]:
    return [
        head(
            2,
            f"المادة {number}: تجريم المشاركة في جماعة إجرامية منظمة (participation)",
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


def _end(signers: int) -> list[Block]:
    return [
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
        SignaturePlace(
            "جهة الاتصال",
            field="focal-point" if signers > 1 else None,
            language="ar",
        ),
    ]


def _part(number: int) -> list[Block]:
    title = f"الجزء {number}: اتفاقية مكافحة الجريمة المنظمة عبر الوطنية"
    articles = (block for each in (2, 5, 6) for block in _article(each))
    return [head(1, title, new_page=True), *articles]


def arabic_document(parts: int = 3, signers: int = 1) -> Document:
    inner = (block for part in range(1, parts + 1) for block in _part(part))
    return Document(
        title="استبيان التقييم الذاتي",
        language="ar",
        blocks=(*_cover(), *inner, *_end(signers)),
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
