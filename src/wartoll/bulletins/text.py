"""Text of a bulletin: cleaned of markup and look-alikes, cut into words with their places."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from wartoll.bulletins.datelines import undated

#: Longest text that is taken for a bulletin.
MAX_LENGTH = 20_000
#: Latin letters that stand in for Cyrillic ones in words that are otherwise Cyrillic.
_LOOKALIKES = str.maketrans("aceiopxykmthbACEIOPXYKMTHB", "асеіорхукмтнвАСЕІОРХУКМТНВ")
#: Line ends and double spaces, which stand for them, unless the sentence goes on after them:
#: in small letters, after a preposition, or with a name after a comma.
_LINE_END = re.compile(
    r"[▪▫◽◾◼◻🔸🔻•●■□➖]+|\n\s*\n\s*"
    r"|\n\s*(?!(?<=,\n)[А-ЯЁІЇЄҐ])(?![а-яёіїєґa-z\s]|б[Пп]ЛА|Б[Пп]ЛА|ПВО|РЭБ|РЕБ)"
    r"|[^\S\n](?<!территорией\s)(?<!территориями\s)(?<!акваторией\s)(?<!над\s)[^\S\n]+"
    r"(?!(?<=,\s\s)[А-ЯЁІЇЄҐ])(?![-–—а-яёіїєґa-z\s]|б[Пп]ЛА|Б[Пп]ЛА)"
)
#: The number of an item in a list: 2) 99 drones.
_ITEM = re.compile(r"(^|[¶,;:] )\d{1,2}\)\s+(?=[\w«\"])")
#: Decimals of a percentage, whose point is no end of a sentence.
_DECIMALS = re.compile(r"[.,](?<=\d[.,])\d+(?=\s?(?:%|per ?cent|відсот|процент))", re.IGNORECASE)
#: A link to another outlet of the channel.
_OUTLET = re.compile(r"\[[^\]\[]*[^\W\d_][^\]\[]*\]\(https?://max\.ru[^()\s]*\)?")
#: A preposition and the number after it stay together, with or without their space.
_PREPOSITION = re.compile(r"\b([свкзіуна]{1,2}(?=\s|\d+[.:]\d\d)|на)\s*(?=\d)", re.IGNORECASE)
#: A word and a number that lack their space.
_UNSPACED = re.compile(r"\d(?<=[а-яіїєґ]{4}\d)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’ʼ`‘](?<=[\u0400-\u04ff].)(?=[\u0400-\u04ff])")
#: An ending after digits: 24-ма, 38-ми.
_ENDING = re.compile(r"-(?<=\d-)[а-яіїєґА-ЯІЇЄҐ]{1,3}\b")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\((?:[^()\s]|\([^()]*\))*\)?")
#: The channel's signature at the end: a link to itself or to its other outlets.
_SIGNATURE = re.compile(r"(?:Миноб|Мы в|MAX|МАХ|Канал|Подпис)[^.]{0,60}(?:\]\(|\)|$)")
_BEFORE_SIGNATURE = "🔹◽▫\ufe0f*_[ \n\t"
#: A headline is one when most of its longer words begin with capitals.
_SHORT, _TITLED = 3, 0.7
_THOUSANDS = re.compile(r"[ \u00a0\u202f](?<=\d.)(?=\d{3}(?!\d))")
_ENGLISH_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|¶|[^\w\s]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
#: Digits of other scripts.
_DIGIT = re.compile(r"[^\D0-9]")
#: Marks after which a sentence goes on.
_GOES_ON = {",", ";", "(", "–", "—", "-", "/", "’", "'"}
#: Those of them that begin a line of a list.
_BULLETS = {"–", "—", "-"}
_MIXED = re.compile(r"[^\W\d_]+")
#: Digits of a designation go with its letters by a hyphen; only names of types have a space.
_DESIGNATION = re.compile(
    r"\b(?:((?:shahed|шахед\w*|gerans?|герань|герані|(?:iskander|іскандер\w*)(?:[-–][mм])?)[\"»”]?)[-–\s]?"
    r"|((?:бм|bm|rm|х|x|kh|с|s|ту|tu|kn|су|su|міг|mig|орлан|orlan|зала|zala|іл|мерлін)[\"»”]?)[-–]"
    r"|(х|x|kh|ту|tu|су|su|міг|mig)(?=\d))"
    r"\d{1,3}(?:[-–]?\w{1,3})?(?:/(?:\w{1,3}-)?\d{1,3}\w?)*",
    re.IGNORECASE,
)
#: What a designation has: a number after a hyphen or a letter, or a name that needs neither.
_DESIGNATED = re.compile(r"[-–][мМmM]?\d|(?<=[а-яіїєґa-z])\d", re.IGNORECASE)
_NUMBERED = ("shahed", "шахед", "geran", "герань", "герані", "iskander", "іскандер")


class Word(NamedTuple):
    """A word, number or mark, as written and folded for look-up, and where it begins."""

    text: str
    folded: str
    start: int


def clean(raw: str) -> str:
    """Drop markup, unseen characters and look-alikes.

    ``¶`` stands for a new line or bullet, ``§`` for the signature.
    """
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", raw))
    signature = _SIGNATURE.search(text)
    if signature:
        text = text[: signature.start()].rstrip(_BEFORE_SIGNATURE) + " § "
    text = _LINK.sub(r"\1", _OUTLET.sub(" § ", text))
    text = re.sub(r"[*_`~]+|#\w+", "", _APOSTROPHE.sub("", text))
    text = _UNSPACED.sub(r" \g<0>", _ENDING.sub("", _PREPOSITION.sub(r"\1 ", text)))
    text = _LINE_END.sub(" ¶ ", text)
    text = _THOUSANDS.sub("", _DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), text))
    text = _ITEM.sub(r"\1", _DECIMALS.sub("", " ".join(text.split())))
    if not _CYRILLIC.search(text):
        return _untitled(undated(_ENGLISH_THOUSANDS.sub("", text), cyrillic=False))
    text = undated(text, cyrillic=True)
    return _MIXED.sub(_to_cyrillic, text) if _LATIN.search(text) else text


def _untitled(text: str) -> str:
    """A headline of capitals without them, so that they are not taken for names."""
    head, line_end, rest = text.partition("¶")
    named = [w for w in _MIXED.findall(head) if len(w) > _SHORT]
    titled = sum(w[0].isupper() for w in named) > _TITLED * len(named)
    return (head.lower() if titled and line_end else head) + line_end + rest


def _to_cyrillic(match: re.Match[str]) -> str:
    word = match[0]
    if _CYRILLIC.search(word) or word in ("c", "C", "o", "O", "a", "A"):
        return word.translate(_LOOKALIKES)
    return word


def undesignated(text: str) -> str:
    """Designations of weapons without their numbers: Shahed-136, Kh-101."""
    if not _DESIGNATED.search(text) and not any(name in text.lower() for name in _NUMBERED):
        return text
    return _DESIGNATION.sub(lambda m: m[1] or m[2] or m[3], text)


def digits(word: str) -> int | None:
    """Value of a word of plain digits."""
    return int(word) if word.isascii() and word.isdigit() else None


def fold(word: str) -> str:
    """Form of a word for look-up."""
    return word.casefold().replace("ё", "е")


def begins(words: list[Word], index: int) -> bool:
    """Whether a word begins a sentence, a quotation or a line, so that its capital says nothing."""
    before = words[index - 1].text if index else "."
    bullet = before in _BULLETS and (index == 1 or words[index - 2].text == "¶")
    return bullet or (not before.isalnum() and before not in _GOES_ON)


def words(text: str) -> list[Word]:
    """Cut cleaned text into words, numbers and marks."""
    return [Word(m[0], fold(m[0]), m.start()) for m in _WORD.finditer(text)]
