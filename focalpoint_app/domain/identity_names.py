"""How the six languages name a person in a case, as patterns over plain text."""

import re
from typing import Final

_WORD = "[\u0621-\u064a]{2,}"
_PERSON_AR = (
    "المجني عليها|المجني عليه|المجني عليهما|الضحية|الضحيتين|الضحيتان|الشاهدة|الشاهد|"
    "الشاهدين|الشاهدان|المتهمة|المتهم|المتهمين|المتهمان|المشتبه فيه|المشتبه فيها|"
    "المشتبه به|المشتبه بها|المحكوم عليه|المحكوم عليها|المدعوة|المدعو"
)
_ANYONE = f"{_PERSON_AR}|شخص|الشخص|امرأة|المرأة|طفلة?|الطفلة?|القاصرة?|قاصرة?"
_NO_NAME_AR = (
    r"(?!(?:ال|لل|بال|وال|كال)\w"
    r"|(?:إلى|الى|من|في|على|عن|أن|أنه|أنها|أنهم|كي|أو|ثم|بعد|قبل)\b)"
)
"""An article or a particle: "invited to take part", not "called Salim Barakat"."""

# Given names that are no other word of legal Arabic; three words rarely are a
# name by chance, so without one of these or a lineage initials must decide.
_GIVEN = (
    "محمد|أحمد|محمود|مصطفى|خالد|عمر|عثمان|يوسف|إبراهيم|ابراهيم|إسماعيل|اسماعيل|"
    "حسين|ياسر|طارق|سامي|سمير|سامر|رامي|أيمن|أسامة|حمزة|بلال|زياد|طلال|فيصل|فهد|"
    "عبد|أبو|فاطمة|عائشة|مريم|خديجة|زينب|سارة|ليلى|سلمى|رنا|لينا|هند|ريم|سعاد|"
    "سميرة|نادية|هالة|سالم|وليد|باسم|هشام"
)
_CALLED = "المدعوة|المدعو|يدعى|تدعى|اسمه|اسمها|المسمى|المسماة"
_WHICH = "الأولى?|الثانية?|الثالثة?|الرابعة?|السيدة?"
ARABIC: Final = re.compile(
    rf"\b(?:{_PERSON_AR})\s*[(:،]?\s*(?:[\u0621-\u064a]\s*\.\s*){{2,}}"
    rf"|\b(?:{_PERSON_AR})(?:\s+|\s*[(:/]\s*)(?:(?:{_WHICH})\s+)?(?:{_GIVEN})\s+{_WORD}"
    rf"|\b(?:{_PERSON_AR})\s+{_WORD}\s+(?:بن|بنت|ابن|ابنة)\s+{_WORD}"
    rf"|\b(?:{_ANYONE})\s+و?(?:{_CALLED})\s+{_NO_NAME_AR}{_WORD}\s+{_WORD}"
    rf"|\b(?:المدعوة|المدعو)\s+{_NO_NAME_AR}{_WORD}\s+{_WORD}"
    rf"|\b(?:السيدة?|الآنسة)\s+(?:{_GIVEN})\s+{_WORD}"
)

_PERSON_LATIN = (
    "[Vv]ictims?|[Ww]itness(?:es)?|[Aa]ccused|[Ss]uspects?|[Dd]efendants?|"
    "[Cc]omplainants?|"
    "[Vv]ictimes?|[Tt]émoins?|[Aa]ccusée?s?|[Pp]révenue?s?|[Ii]nculpée?s?|"
    "[Ss]uspectes?|[Pp]laignante?s?|"
    "[Vv]íctimas?|[Tt]estigos?|[Aa]cusad[oa]s?|[Ii]mputad[oa]s?|[Pp]rocesad[oa]s?|"
    "[Ss]ospechos[oa]s?|[Dd]enunciantes?"
)
_BY_NAME = "named|called|nommée?s?|dénommée?s?|llamad[oa]s?|de nombre"
_MISTER = r"(?:Mr|Mrs|Ms|Miss)\.?|MM?\.|Mmes?|Mlles?|Sra?\.|Srta\.|Dña\."
_DON = "[Dd]on|[Dd]oña"
_OFFICE = (
    "President|Chair|Minister|Justice|Judge|Speaker|Secretary|Ambassador|Attorney|"
    "Director|Commissioner|"
    "Président|Ministre|Procureur|Juge|Directeur|Directrice|"
    "Ministr[oa]|Fiscal|Juez|Secretari[oa]|Embajador"
)
_NO_NAME_LATIN = (
    "(?!(?:The|An?|In|On|Of|Acts?|Laws?|Code|Ordinance|Bill|Rules?|Regulations?|"
    "Policy|Guidelines|Courts?|Persons?|Protection|Support|Assistance|Funds?|"
    "Programmes?|Programs?|Units?|Centres?|Centers?|Committee|Ministry|Article|"
    "Section|States?|Statements?|Rights|Charter|Services?|Offices?|Department|"
    "Convention|Protocol|Compensation|National|Supreme|Social|Public|Criminal|Penal|"
    "United|European|African|Arab|High|International|Interpol|Anti|Police|"
    "Cour|Loi|État|Ministère|Tribunal|Nations|Union|Conseil|Haut|Parquet|Direction|"
    "Ley|Código|Corte|Estado|Ministerio|Fiscalía|Policía|Unidad|Audiencia|Consejo|"
    r"Comisión|Naciones|Unión|Guardia|Instituto|Defensoría|Procuraduría)\b)"
)
"""Words that laws and authorities are named by, and people are not."""
_CAPITAL = rf"{_NO_NAME_LATIN}[A-ZÀ-ÖØ-Þ][\w'’-]+"
_PARTICLE = r"(?:(?:de|del|de la|de las|de los|da|dos|van|von|bin|ibn|al|el)\s+)?"
LATIN: Final = re.compile(
    rf"\b(?=[VvWwAaSsDdCcTtPpIi])(?:{_PERSON_LATIN})(?:,?\s+(?:an?\s+\w+\s+)?(?:{_BY_NAME})|,)?\s+"
    rf"(?:(?:{_MISTER}|{_DON})\s+)?"
    rf"(?:{_CAPITAL}\s+{_PARTICLE}{_CAPITAL}|(?:[A-Z]\.\s?){{2,}})"
    rf"|\b(?=[MSD])(?<![A-Z]\.)(?<![A-Z]\.\s)(?:{_MISTER})\s+"
    rf"(?!(?:{_OFFICE})){_CAPITAL}"
)

_PERSON_RU = (
    r"[Пп]отерпевш\w+|[Сс]видетел(?!ьств)\w+|[Оо]бвиняем\w+|[Пп]одозреваем\w+|"
    r"[Оо]сужд[её]нн\w+|[Пп]одсудим\w+"
)
_CAPITAL_RU = (
    "(?!Российск|Верховн|Уголовн|Конституц|Республик|Министерств|Генеральн|"
    "Федеральн|Конвенци|Протокол|Закон|Кодекс|Суд|Организац|Государств|Стать|"
    "Следственн|Фонд|Комитет|Комисси|Международн|Европейск|Управлени|Прокуратур)"
    "[А-ЯЁ][а-яё-]+"
)
_INITIALS_RU = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
RUSSIAN: Final = re.compile(
    rf"\b(?=[А-я])(?:{_PERSON_RU}),?\s+(?:граждан\w+\s+|по имени\s+)?"
    rf"(?:{_INITIALS_RU}|{_CAPITAL_RU}\s+(?:[А-ЯЁ]\.|{_CAPITAL_RU}))"
    r"|\bг-(?:на?|ну|ном|жа|жи|же|жу|жой)\s+(?!Президент|Министр|Председател)[А-ЯЁ]\w+"
)

# Family names that few other words begin with; those of the law are left out.
_FAMILY_ZH = (
    "王李张刘陈杨赵黄吴徐孙朱胡郭林罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎潘杜戴钟汪田姜谭廖邹熊陆郝孔崔毛邱秦顾侯邵孟汤尹黎贺赖龚"
)
_NO_NAME_ZH = "(?!陈述|陈诉|张贴|黄金|罗马|陆续|顾虑|顾及|郑重|谢绝|董事|杜绝|林业)"
CHINESE: Final = re.compile(
    "(?:被害人|受害人|证人|犯罪嫌疑人|嫌疑人|被告人|上诉人)(?:姓名为|名叫)?[（(：:]?"
    f"{_NO_NAME_ZH}(?:[{_FAMILY_ZH}]|欧阳|司马|上官|诸葛)[\u4e00-\u9fff]{{1,2}}"
    r"(?=[\s，。、；：（）()于在与和被的是因将向已称说证供犯]|$)"
)
