"""Words and sayings that programs which guess passphrases try before all others."""

from __future__ import annotations

from focalpoint_app.domain.search_text import folded

_WORDS = (
    "password passwort pass admin administrator welcome letmein login user root test"
    " qwerty qwertyuiop asdf asdfgh zxcvbn azerty abc abcd iloveyou monkey dragon love"
    " secret untoc unodc office ministry justice government focal point focalpoint"
    " motdepasse bonjour contraseña clave hola parola changeme master sunshine"
    " пароль привет москва россия любовь 密码 我爱你 你好 中国 woaini"
    " محمد احمد علي حسن حسين عمر خالد فاطمه عبد الله عبدالله مريم نور سلام السلام بسم"
    " الرحمن الرحيم مرحبا حبيبي كلمه السر المرور سري مصر السعوديه العراق الاردن لبنان"
    " المغرب تونس الجزائر قطر الكويت وزاره العدل الداخليه الاتفاقيه"
    # What every sentence is made of.
    " the of and to in is it a i my me we you he she they our your his her not or be"
    " are was for on at by as with from that this all no yes will have has do god can"
    " who le la les de du des un une et en que qui je tu il nous vous mon ma mes"
    " est pas ne el los las y o yo mi tu es no se por para con del al una uno lo su"
    " dios viva vive"
    " и в во не на я мы ты он она они что с со как мой моя мои твой наш нас мне из за"
    " по от до у о об это все всех бог мама мир"
    " من في على الى عن ما لا لن هو هي انا انت نحن يا ان كل لك لي لنا قد هذا هذه ذلك"
    " بن ابن ابو ام ولا او حتى رب ربي بلادي وطني موطني حبي مفتاح"
    " la ilaha illa allah allahu akbar bismillah alhamdulillah inshallah habibi rabbi"
    " muhammad mohammed mohamed mohammad ahmed ali hassan fatima rasul rasulullah salam"
    " rahman rahim rabbil alamin hamdu lillah subhan subhanallah ya wa bi al ar bin abu"
    # What States are called.
    " republic republique republica république república democratic democratique people"
    " kingdom united states nations nation federation federal union islamic arab"
    " африка республика федерация российская народная объединенные нации королевство"
    " جمهوريه المملكه العربيه الاسلاميه المتحده الديمقراطيه الشعبيه دوله سلطنه امارات"
    " الامارات الامم الوطنيه سوريا السوريه اليمن السودان ليبيا عمان البحرين فلسطين"
)
_SAYINGS = (
    "correct horse battery staple",
    "to be or not to be",
    "in god we trust",
    "god save the king",
    "god save the queen",
    "the quick brown fox",
    "may the force be with you",
    "open sesame",
    "liberté égalité fraternité",
    "je pense donc je suis",
    "en un lugar de la mancha",
    "быть или не быть",
    "пролетарии всех стран соединяйтесь",
    "لا اله الا الله محمد رسول الله",
    "لا اله الا الله",
    "محمد رسول الله",
    "الحمد لله رب العالمين",
    "قل هو الله احد",
    "اعوذ بالله من الشيطان الرجيم",
    "ان شاء الله",
    "العدل اساس الملك",
    "لا حول ولا قوه الا بالله",
    "انا لله وانا اليه راجعون",
    "اياك نعبد واياك نستعين",
    "سبحان الله وبحمده",
    "الصبر مفتاح الفرج",
    "ابجد هوز حطي كلمن",
    "la ilaha illa allah muhammad",
    "i will always love you",
    "imagine all the people",
    "twinkle twinkle little star",
    "happy birthday to you",
    "never gonna give you up",
    "our father who art in heaven",
    "the lord is my shepherd",
    "it was the best of times",
    "allons enfants de la patrie",
    "longtemps je me suis couché de bonne heure",
    "el pueblo unido",
    "hasta la victoria siempre",
    "besame mucho",
    "я помню чудное мгновенье",
    "мой дядя самых честных правил",
    "в лесу родилась елочка",
    "расцветали яблони и груши",
    "союз нерушимый республик",
    "россия священная наша держава",
    "united nations convention against transnational organized crime",
)
USUAL_WORDS = frozenset(map(folded, _WORDS.split()))
SAYINGS = tuple(map(folded, _SAYINGS))

_WRITTEN_AS = str.maketrans("@4031!5$7", "aaoeiisst")
_VOWELS = frozenset("aeiouy")
_SHORTEST = 5


def spelled_out(said: str) -> tuple[str, int]:
    """With its letters for the figures and signs that stand for them, and how many."""
    small = said.lower()
    letters = small.translate(_WRITTEN_AS)
    return letters, sum(one != to for one, to in zip(small, letters, strict=True))


def is_like_a_word(said: str, letters: str) -> bool:
    """Could be said aloud, and is written small after its first letter."""
    vowels = sum(each in _VOWELS for each in letters)
    is_plain = not any(each.isupper() for each in said[1:])
    mostly = 2 * sum(each.isalpha() for each in said) > len(said)
    return (
        letters.isascii()
        and len(letters) >= _SHORTEST
        and is_plain
        and mostly
        and 4 * vowels >= len(letters)
    )
