"""How each language writes days and hours: patterns with numbered fields.

A date has the fields d (day), o (month as a number) and w (month as a word); a time of
day h, m and n (hour, minutes, minutes after a word), p (a.m. or p.m.) and z (midnight).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_LATIN = re.compile("[A-Za-z]+")
#: What says nothing of the window: the same hours on another clock, other years.
_ASIDE = {
    "en": re.compile(
        r"\s*[\[(][^\[\]()]*\b(?:GMT|UTC)\b[^\[\]()]*[\])]|\s+of (?:the current|this) year\b"
        r"|\b(?:in|since) (?:19|20)\d\d\b|\bhalf past \w+"
    ),
    "uk": re.compile(r"\b(?:[ву]|з) (?:19|20)\d\d (?:році|року)\b|\bпів на \w+", re.IGNORECASE),
}
#: Hours and days in words or without their month, as in the other dates: 20 o'clock on the 5th.
_HOUR = re.compile(
    r"(?<![\w.:])((?:з|із|від|до|по|о|об) )(\d{1,2}) (?:годин\w*|ранку\b)", re.IGNORECASE
)
#: Hours as soldiers write them: 0830, and 1800 on a day or to another hour.
_MILITARY = re.compile(
    r"(?<![\w.:])(?:(0\d)|(1\d|2[0-3]))([0-5]\d)(?!\d|[.,:]\d|\s*(?:drone|uav))"
    r"(?(2)(?=\s*(?:on\s|to\s+\d|until|local|hours|hrs|kyiv|moscow)))(?:\s*hrs\b)?",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(r"(?<=[.:]\d\d) (?:вечора|ранку|ночі)\b")
_SHARED_MONTH = re.compile(
    r"(?<=[.:]\d\d )(\d{1,2})(?= (?:до|по) (?:\d{1,2}[.:]\d\d|опівночі) \d{1,2} ([а-яіїєґ]+))"
)
_TWO_DAYS = re.compile(r"\d[^\d.]{0,12}(?:[-–]|\bto\b|\band\b)", re.IGNORECASE)
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ёъыэЁЪЫЭ]")
_DAYNAME = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_WEEKDAY = {
    "en": r"(?:(?:on\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+)?",
    "uk": r"(?:(?:понеділ|вівтор|сере|четвер|п.?ятниц|субот|неділ)\w*,?\s+)?",
}


@dataclass(frozen=True)
class Language:
    """Patterns of one language.

    Attributes
    ----------
    code : str
        Two letters, as in sources.language.
    months : str
        Names as they stand in dates, in order, space-separated.
    day, clock : str
        A date and a time of day, ``@`` for the number of their fields.
    period, start, cut_off, moment, night : str
        From one time to another, from a time on, as of, at, in the night; ``<day1>``
        and ``<clock1>`` stand for a date and a time.
    """

    code: str
    months: str
    day: str
    clock: str
    period: str
    start: str
    cut_off: str
    moment: str
    night: str

    def _compile(self, pattern: str) -> re.Pattern[str]:
        months = "|".join(self.months.split())
        for number in "12":
            day = self.day.replace("@", number).replace("<months>", months)
            pattern = pattern.replace(f"<day{number}>", day)
            pattern = pattern.replace(f"<clock{number}>", self.clock.replace("@", number))
        pattern = pattern.replace("<dayname>", _DAYNAME).replace("<months>", months)
        return re.compile(pattern.replace("<weekday>", _WEEKDAY.get(self.code, "")), re.IGNORECASE)

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Compiled patterns by name, in the order in which they are looked for."""
        names = ("period", "start", "cut_off", "moment", "night")
        made = {name: self._compile(getattr(self, name)) for name in names}
        return made | {"day": self._compile(r"(?<!\d)<day1>(?!\w)")}

    @cached_property
    def _spans(self) -> list[re.Pattern[str]]:
        months = "|".join(self.months.split())
        end = r"(?!\s*[ap]\.?m|[.:]?\d|,?\s*\d)"
        to = r"\s*(?:[-–]|to|and)\s*"
        return [
            re.compile(rf"\b()\d{{1,2}}\s+(?:{months}){to}(\d{{1,2}}\s+(?:{months}))", re.I),
            re.compile(rf"\b()(?:{months})\s+\d{{1,2}}{to}((?:{months})\s+\d{{1,2}})", re.I),
            re.compile(rf"\b({months})\s+\d{{1,2}}\s*(?:[-–]|to|and)\s*(\d{{1,2}}){end}", re.I),
            re.compile(rf"\b()\d{{1,2}}\s*(?:[-–]|to|and)\s*(\d{{1,2}}\s+(?:{months}))", re.I),
        ]

    def plain(self, text: str) -> str:
        """Leave out asides and name each night by its morning."""
        aside = _ASIDE.get(self.code)
        if self.code == "en":
            text = _MILITARY.sub(lambda m: f"{m[1] or m[2]}:{m[3]}", text)
        elif self.code == "uk":
            text = _PART_OF_DAY.sub("", _HOUR.sub(r"\1\2.00", text))
            text = _SHARED_MONTH.sub(r"\1 \2", text)
        return self._by_morning(aside.sub("", text) if aside else text)

    def _by_morning(self, text: str) -> str:
        """Name a night of two days by the later one: October 21-22 is that of October 22."""
        if not _TWO_DAYS.search(text):
            return text
        for pattern in self._spans:
            text = pattern.sub(r"\1 \2", text)
        return text

    def month(self, word: str) -> int:
        """Number of a month by its name; three letters tell all of them apart."""
        names = self.months.replace("(", "").split()
        return 1 + next(i for i, n in enumerate(names) if n[:3] == word[:3].lower())


RUSSIAN = Language(
    code="ru",
    months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    day=(
        r"(?:(?P<d@>\d{1,2})(?:\.(?P<o@>\d{2})(?:\.(?:20)?\d{2})?(?!\d)|\s+(?P<w@><months>))"
        r"(?:\s+(?:20\d\d\s*(?:года|г\.?)|т\.\s?г\.|с\.\s?г\.))?)"
    ),
    clock=(
        r"(?:(?P<h@>\d{1,2})(?:\s?[.:]\s?(?P<m@>\d{2})|\s+час\w*(?:\s+(?P<n@>\d{1,2})\s+минут\w*)?)"
        r"|(?P<z@>полуночи))(?:\s*\(?(?:мск|по московскому времени)\.?\)?)?"
    ),
    period=(
        r"\b(?:(?:в|за)\s+период\s+)?(?:времени\s+)?с\s+<clock1>(?:\s*<day1>)?"
        r"(?:\s*\(?(?:мск|по московскому времени)\.?\)?)?(?:\s+вчерашнего дня)?\s+(?:до|по)\s+"
        r"<clock2>(?:\s*<day2>)?(?:\s*\(?(?:мск|по московскому времени)\.?\)?)?"
    ),
    start=r"\b(?:(?:в\s+период|начиная)\s+)?с\s+<clock1>(?:,?\s*<day1>)?(?!\s*(?:до|по)\b)",
    cut_off=r"\bпо\s+состоянию\s+на\s+<clock1>(?:,?\s*<day1>)?",
    moment=(
        r"\b(?:около|примерно в|ориентировочно в|в районе|в|к)\s+<clock1>"
        r"(?P<d1>(?!))?(?P<o1>(?!))?(?P<w1>(?!))?"
    ),
    night=(
        r"\b(?:в\s+течение\s+)?(?:прошедшей|минувшей|прошлой)?\s*(?:сегодня\s+)?"
        r"(?:в\s+)?ноч(?:ь|ью|и|ное|ные)\b"
        r"(?:(?:\s+с(?:о)?\s+\d{1,2}(?:\s+(?:<months>))?)?\s+на\s+<day1>)?"
    ),
)

UKRAINIAN = Language(
    code="uk",
    months="січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    day=(r"(?:(?P<d@>\d{1,2})(?P<o@>(?!))?\s+(?P<w@><months>)(?:\s+20\d\d(?:\s*(?:року|р\.?))?)?)"),
    clock=(
        r"(?:(?P<h@>\d{1,2})\s?[.:]\s?(?P<m@>\d{2})(?P<n@>(?!))?|(?P<z@>опівночі))"
        r"(?:\s*год(?:ин\w*|\.)?(?!\w))?"
    ),
    period=(
        r"\b(?:починаючи\s+)?(?:з|із|від)\s+<clock1>(?:,?\s*<day1>)?\s*(?:(?:і|та|й)\s+)?(?:до|по|-|–)"
        r"\s*<clock2>(?:,?\s*<day2>)?"
    ),
    start=(
        r"\b(?:починаючи\s+)?(?:з|із|від)\s+\(?<clock1>(?:,?\s*(?:вечора\s+)?(?:<weekday>,?\s*<day1>"
        r"|(?:минулої|попередньої) доби|(?:понеділ|вівтор|сере|четвер|п.?ятниц|субот|неділ)\w*))?"
    ),
    cut_off=r"\b(?:станом\s+)?на\s+<clock1>(?:,?\s*<weekday><day1>)?",
    moment=r"\b(?:близько|приблизно|орієнтовно)?\s*(?:о|об)?\s*<clock1>(?:,?\s*<day1>)?",
    night=(
        r"\b(?:[уву]|за|упродовж|впродовж|протягом|про)?\s*(?:цієї\s+|минулої\s+)?"
        r"(?:ніч|ночі|нічної атаки|уночі|вночі)\b(?:\s+(?:проти|на|із|зі|з)\b)?\s*<weekday>"
        r"(?:(?:\d{1,2}(?:\s+(?:<months>))?\s+(?:на|проти)\s+)?<day1>)?"
    ),
)

ENGLISH = Language(
    code="en",
    months="jan(?:uary|\\.)? feb(?:ruary|\\.)? mar(?:ch|\\.)? apr(?:il|\\.)? may june? july?"
    " aug(?:ust|\\.)? sep(?:tember|t\\.|\\.)? oct(?:ober|\\.)? nov(?:ember|\\.)? dec(?:ember|\\.)?",
    day=(
        r"(?:(?P<w@><months>)\s+(?P<d@>\d{1,2})(?:st|nd|rd|th)?(?P<o@>(?!))?(?:,?\s*20\d\d)?(?!\d|:\d)"
        r"|(?P<e@>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<v@><months>)\b(?:,?\s*20\d\d)?)"
    ),
    clock=(
        r"(?:(?P<h@>\d{1,2})(?:[:.](?P<m@>\d{2})(?:\s*(?P<p@>[ap])\.?m\b\.?)?|\s*(?P<q@>[ap])\.?m\b\.?)"
        r"(?P<n@>(?!))?|(?P<z@>midnight))"
        r"(?:\s*(?:\(?(?:moscow|kyiv|local|msk)(?:\s+time)?\)?))?"
    ),
    period=(
        r"\b(?:from|between)\s+<clock1>(?:,?\s*(?:on\s+)?(?:<weekday><day1>|<dayname>))?\s*"
        r"(?:to|until|till|and|through|-|–)\s*<clock2>(?:,?\s*(?:on\s+)?(?:<weekday><day2>|<dayname>))?"
    ),
    start=(
        r"\b(?:from|since|after|starting\s+(?:at|from)|beginning\s+at)\s+<clock1>"
        r"(?:,?\s*(?:on\s+)?<weekday><day1>|\s+(?:on\s+)?"
        r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday))?(?:\s+on\b)?"
    ),
    cut_off=r"\b(?:as\s+of|by)\s+<clock1>(?:,?\s*(?:on\s+)?<weekday><day1>)?",
    moment=r"\b(?:(?:at|around|about|at\s+about|at\s+around)\s+)?<clock1>(?:,?\s*(?:on\s+)?<weekday><day1>)?",
    night=(
        r"\b(?:overnight(?:\s+(?:on|into|to))?|(?:(?:on|in|during|for)\s+)?(?:the\s+)?(?:past|last|this)?\s*"
        r"night(?!\s+before)(?:\s+(?:of|to|into|on))?|tonight)\b(?:\s*<weekday>"
        r"(?:<day1>)?)?"
    ),
)


def language_of(text: str, usual: str) -> str:
    """Code of the language by its letters: Ukrainian, Russian or English.

    Parameters
    ----------
    text : str
        Any text.
    usual : str
        The claimant's own language, for Cyrillic text without a letter of one alone.
    """
    cyrillic = sum(map(len, _CYRILLIC.findall(text)))
    if cyrillic <= sum(map(len, _LATIN.findall(text))):
        return "en"
    if len(_UKRAINIAN.findall(text)) * 100 > cyrillic:
        return "uk"
    return "ru" if _RUSSIAN.search(text) else usual
