"""The order of names in a list, as readers of each script look them up."""

import unicodedata

_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "Й": "И\uffff", "й": "и\uffff"})
"""Short i is a letter of its own that follows i, not an i with an accent."""

_FIRST_CHINESE = "\u2e80"
_SOUNDS = {"斐": "飞", "瑙": "脑", "汶": "文", "秘鲁": "必鲁"}
"""Characters that GB 2312 has by their strokes, or under another sound of theirs, with
one of everyday use that sounds as they do."""


def alphabetical(name: str) -> str:
    """A key to sort by: Arabic's article, hamza and all accents do not count.

    Chinese names go by sound (pinyin), in the order in which GB 2312 has the 3,755
    characters of everyday use; rarer ones follow, by their strokes.
    """
    if name[:1] >= _FIRST_CHINESE:
        return _by_sound(name)
    bare = name.removeprefix("ال").translate(_LETTERS)
    parted = unicodedata.normalize("NFKD", bare)
    return "".join(
        each for each in parted if not unicodedata.combining(each)
    ).casefold()


def _by_sound(name: str) -> str:
    for written, sound in _SOUNDS.items():
        name = name.replace(written, sound)
    return name.encode("gb18030", "replace").decode("latin-1")
