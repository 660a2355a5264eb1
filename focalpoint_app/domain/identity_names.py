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
    "سميرة|نادية|هالة|سالم|وليد|باسم|هشام|فادي|وائل|عماد|آدم|شادي|لمى|غادة|نجلاء|"
    "مازن|غسان|مروان|عدنان|سليمان|موسى|عيسى|يحيى|أنس|إياد|زكريا|رقية|سلوى|رشا"
)
_YOUNG_AR = "القاصرة?|الطفلة?"
_TITLE_AR = "(?:السيدة?|الآنسة|الدكتورة?)"
_OFFICE_AR = (
    "وزير|رئيس|مدير|نائب|أمين|مدع|ممثل|مقرر|سفير|قاض|مستشار|مفوض|عضو|محافظ|وال|عميد|"
    "لواء|مندوب|وكيل|مساعد|ضابط|مراقب|منسق|محام|مفت|صاحب|كاتب|معاون|المدعي|القاضي|"
    "المحامي|المفتي|الوالي|الوصي|الولي|الثاني|المعني|الجاني|المشتكي"
)
"""What stands behind *Mr* and is nobody's name; a family's ends as الخطابي does."""
_CALLED = "المدعوة|المدعو|يدعى|تدعى|اسمه|اسمها|المسمى|المسماة"
_WHICH = "الأولى?|الثانية?|الثالثة?|الرابعة?|السيدة?"
ARABIC: Final = re.compile(
    rf"\b(?:{_PERSON_AR})\s*[(:،]?\s*(?:[\u0621-\u064a]\s*\.\s*){{2,}}"
    rf"|\b(?:{_PERSON_AR}|{_YOUNG_AR})(?:\s+|\s*[(:/]\s*)(?:(?:{_WHICH})\s+)?"
    rf"(?:{_GIVEN})\s+{_WORD}"
    rf"|\b(?:{_PERSON_AR})\s+{_WORD}\s+(?:بن|بنت|ابن|ابنة)\s+{_WORD}"
    rf"|\b(?:{_ANYONE})\s+و?(?:{_CALLED})\s+{_NO_NAME_AR}{_WORD}\s+{_WORD}"
    rf"|\b(?:المدعوة|المدعو)\s+{_NO_NAME_AR}{_WORD}\s+{_WORD}"
    rf"|\b{_TITLE_AR}\s*[/:]?\s+(?:{_GIVEN})\s+{_WORD}"
    rf"|\b(?:السيدة?|الآنسة)(?:\s*/\s*|\s+)(?!{_OFFICE_AR})"
    rf"(?:ال[\u0621-\u064a]{{2,}}ي\b|{_NO_NAME_AR}{_WORD}\s+{_WORD})"
    rf"|\bو?(?:اسمه|اسمها)\s+(?:{_GIVEN})\b"
)

_PERSON_LATIN = (
    "[Vv]ictims?|[Ww]itness(?:es)?|[Aa]ccused|[Ss]uspects?|[Dd]efendants?|"
    "[Cc]omplainants?|traffickers?|smugglers?|minors?|convicted|"
    "[Vv]ictimes?|[Tt]émoins?|[Aa]ccusée?s?|[Pp]révenue?s?|[Ii]nculpée?s?|"
    "[Ss]uspectes?|[Pp]laignante?s?|mineure?s?|condamnée?s?|passeurs?|"
    "[Vv]íctimas?|[Tt]estigos?|[Aa]cusad[oa]s?|[Ii]mputad[oa]s?|[Pp]rocesad[oa]s?|"
    "[Ss]ospechos[oa]s?|[Dd]enunciantes?|menor(?:es)?|condenad[oa]s?"
)
_BY_NAME = "named|called|one|(?:pré|dé)?nommée?s?|llamad[oa]s?|de nombre"
_ANYBODY = (
    "girl|boy|woman|man|child|person|fille|garçon|femme|homme|enfant|mineure?|personne|"
    "niñ[oa]|joven|mujer|hombre|menor|persona"
)
_A_CERTAIN = "[Ll]e nommé|[Ll]a nommée|[Uu]n certain|[Uu]ne certaine|[Uu]na? tal"
_MISTER = (
    r"(?:Mr|Mrs|Ms|Miss|Dr)\.?|MM?\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle|"
    r"Sra?\.|Srta\.|Dña\.|[Ss]eñor(?:a|ita)?"
)
_SAID = (
    "testified|pleaded|appealed|stated|confessed|was|were|a été|ont été|a déposé|"
    "a témoigné|a déclaré|a avoué|declaró|confesó|fue|tenía|testificó"
)
"""What one who was only called by one name did, or had done to them."""
_DON = "[Dd]on|[Dd]oña"
_OFFICE = (
    "President|Chair|Minister|Justice|Judge|Speaker|Secretary|Ambassador|Attorney|"
    "Director|Commissioner|Rapporteu|Delegate|Registrar|Senator|Member|Vice|"
    "Président|Ministre|Procureur|Juge|Directeur|Directrice|Secrétaire|Ambassad|"
    "Délégu|Greffi|Haut|Conseill|"
    "Ministr[oa]|Fiscal|Juez|Secretari[oa]|Embajador|Relator|Magistrad|Defensor|"
    "Alt[oa]|Delegad|Conseje"
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
    rf"\b(?=[VvWwAaSsDdCcTtPpIim])(?:{_PERSON_LATIN})"
    rf"(?:,?\s+(?:an?\s+\w+\s+)?(?:{_BY_NAME})|,)?\s+(?:(?:{_MISTER}|{_DON})\s+)?"
    rf"(?:{_CAPITAL}\s+(?:{_PARTICLE}{_CAPITAL}|(?:{_SAID})\b)|(?:[A-Z]\.\s?){{2,}})"
    rf"|\b(?=[MSDs])(?<![A-Z]\.)(?<![A-Z]\.\s)(?:{_MISTER})\s+"
    rf"(?!(?:{_OFFICE})){_CAPITAL}"
    rf"|\b(?=[gbwmcpfhenj])(?:{_ANYBODY})\s+(?:{_BY_NAME})\s+{_CAPITAL}"
    rf"|\b(?=[LlUu])(?:{_A_CERTAIN})\s+{_CAPITAL}\s+{_CAPITAL}"
    rf"|\b(?=[Dda])(?:{_DON}|alias)\s+[“\"«‘]?{_CAPITAL}\s+{_CAPITAL}"
    rf"|\b(?=[él])(?:époux|la dame|le sieur)\s+{_CAPITAL}"
)

_PERSON_RU = (
    r"[Пп]отерпевш\w+|[Сс]видетел(?!ьств)\w+|[Оо]бвиняем\w+|[Пп]одозреваем\w+|"
    r"[Оо]сужд[её]нн\w+|[Пп]одсудим\w+|[Нн]есовершеннолетн\w+"
)
_CITIZEN_RU = r"[Гг]раждан(?:ин(?:а|у|ом|е)?|к(?:а|и|е|у|ой))|[Гг]р\."
_CAPITAL_RU = (
    "(?!Российск|Верховн|Уголовн|Конституц|Республик|Министерств|Генеральн|"
    "Федеральн|Конвенци|Протокол|Закон|Кодекс|Суд|Организац|Государств|Стать|"
    "Следственн|Фонд|Комитет|Комисси|Международн|Европейск|Управлени|Прокуратур)"
    "[А-ЯЁ][а-яё-]+"
)
_FAMILY_RU = (
    "(?!Граждан|Украин|Бенин|Берлин|Женев|Кишин|Сторон)[А-ЯЁ][а-яё-]+"
    r"(?:(?:[оеё]в|[иы]н)(?:а|у|ой|ым|е)?|енко|дзе|швили|ский|ская)\b(?!\s+[А-ЯЁ][а-яё])"
)
"""By their endings; a land's adjective has the land's next word behind it."""
_OFFICE_RU = (
    "Президент|Министр|Председател|Генеральн|Докладчик|Пос[ло]л|Секретар|Директор|"
    "Координатор|Представител|Комиссар|Судь|Прокурор|Депутат|Спикер|Верховн|Специальн|"
    "Заместител|Адвокат|Сопредседател|Постоянн"
)
_INITIALS_RU = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
RUSSIAN: Final = re.compile(
    rf"\b(?=[А-я])(?:{_PERSON_RU}),?\s+(?:граждан\w+\s+|по имени\s+)?"
    rf"(?:{_INITIALS_RU}|{_CAPITAL_RU}\s+(?:[А-ЯЁ]\.|{_CAPITAL_RU}))"
    rf"|\b(?=[А-я])(?:{_PERSON_RU}|{_CITIZEN_RU})\s+{_FAMILY_RU}"
    r"|\b(?:[Гг]-(?:на?|ну|ном|жа|жи|же|жу|жой)|[Гг]осподин\w*|[Гг]оспож\w+)\s+"
    rf"(?!{_OFFICE_RU})[А-ЯЁ]\w+"
    r"|\b(?:девоч|девуш|мальчи|женщин|мужчин|реб[её]н)\w*\s+по имени\s+[А-ЯЁ]"
)

# Family names that few other words begin with; those of the law are left out.
_FAMILY_ZH = (
    "王李张刘陈杨赵黄吴徐孙朱胡郭林罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎潘杜戴钟汪田姜谭廖邹熊陆郝孔崔毛邱秦顾侯邵孟汤尹黎贺赖龚"
)
_NO_NAME_ZH = (
    "(?!陈述|陈诉|张贴|黄金|罗马|陆续|顾虑|顾及|郑重|谢绝|董事|杜绝|林业|林地|王国)"
)
_CASE_ZH = (
    "被害人|受害人|证人|犯罪嫌疑人|嫌疑人|被告人|上诉人|"
    "罪犯|犯罪分子|未成年人|男子|女子|名叫"
)
_TITLE_ZH = "(?:先生|女士|小姐)(?!们)"
CHINESE: Final = re.compile(
    f"(?:{_CASE_ZH})(?:姓名为|名叫)?[（(：:]?"
    f"{_NO_NAME_ZH}(?:[{_FAMILY_ZH}]|欧阳|司马|上官|诸葛)[\u4e00-\u9fff]{{1,2}}"
    r"(?=[\s，。、；：（）()于在与和被的是因将向已称说证供犯认出提作]|$)"
    f"|[{_FAMILY_ZH}](?:某{{1,2}}(?![些种个国一])"
    f"|[^席长理事官员使们，。、\\s]{{0,2}}{_TITLE_ZH})"
)
