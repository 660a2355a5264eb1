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
