"""What an outlet sets before a bulletin: its place, the day and its name."""

from __future__ import annotations

import re

#: The outlet's place, day and name before its first sentence: MOSCOW, July 16. /TASS/.
_DATELINE = re.compile(
    r"(?:^|(?<=¶ ))(?:[A-Z][A-Za-z]+\s?[.,]?\s+)?"
    r"(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+)?\s?[.,]?\s*"
    r"(?:/TASS/|\((?:Sputnik|Reuters|AFP|AP|TASS|Interfax(?:-Ukraine)?)\)"
    r"|(?i:INTERFAX(?:-UKRAINE)?|UKRINFORM)\s*(?=[-–—])|[A-Z]{3,}\s*(?=[-–—]))\.?\s*[-–—]?"
)
_CYRILLIC_DATELINE = re.compile(
    r"(?:^|(?<=¶ ))(?:"
    r"(?:[А-ЯІЇЄҐ][А-ЯІЇЄҐа-яіїєґ-]+[.,]\s+)?(?:\d{1,2} [а-яіїєґ]+\.?,?\s+)?(?:[–—-]\s+)?"
    r"(?:(?:УНН|ІНТЕРФАКС-УКРАЇНА|УКРІНФОРМ|ИНТЕРФАКС|INTERFAX(?:\.RU)?|ТАСС|РИА Новости)\s*[.–—-]"
    r"|/[^/¶\d]{2,30}/\.?)"
    r"|[А-ЯІЇЄҐ][А-ЯІЇЄҐа-яіїєґ-]+\.\s+\d{1,2} [а-яіїєґ]+\.)\s*"
)
_CITY_AND_DAY = re.compile(
    r"(?:^|(?<=¶ ))[A-Z]{3,},\s+(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+)\s*[-–—]\s*"
)
#: An agency's own line: its city and its name.
_OFFICE = re.compile(r"(?:^|(?<=¶ ))(?:Kyiv|Київ) ¶ (?:UNN|УНН)(?: ¶|$)")


def undated(text: str, *, cyrillic: bool) -> str:
    """A cleaned text without its datelines, whose places and days are none of the bulletin's."""
    text = _OFFICE.sub("", text)
    if cyrillic:
        return _CYRILLIC_DATELINE.sub("", text)
    return _CITY_AND_DAY.sub("", _DATELINE.sub("", text))
