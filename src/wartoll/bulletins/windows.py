"""The window and cut-off that a bulletin states, and the text without them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta
from functools import cached_property

from wartoll.bulletins.languages import Language
from wartoll.bulletins.reading import Window


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _field(match: re.Match[str], *names: str) -> str:
    """First of some fields that the pattern has and the text fills."""
    found = match.groupdict()
    return next((found[n] for n in names if found.get(n)), "") or ""


def _day(match: re.Match[str], which: int, language: Language, posted: datetime) -> date | None:
    """Day that a date in the text means: the latest not after the posting, of half a year."""
    number = _field(match, f"d{which}", f"e{which}")
    if not number:
        return None
    month = _field(match, f"o{which}")
    word = _field(match, f"w{which}", f"v{which}")
    for year in (posted.year, posted.year - 1):
        try:
            day = date(year, int(month) if month else language.month(word), int(number))
        except ValueError:
            return None
        if day <= posted.date():
            return day if posted.date() - day < _MEMORY else None
    return None


def _named(match: re.Match[str]) -> bool:
    """Whether a date has its month in words: 6.05 alone may be a time."""
    return bool(_field(match, "w1", "v1"))


def _clock(match: re.Match[str], which: int) -> tuple[int, int] | None:
    if _field(match, f"z{which}"):
        return 0, 0
    hour = int(_field(match, f"h{which}"))
    minute = int(_field(match, f"m{which}", f"n{which}") or 0)
    half = _field(match, f"p{which}", f"q{which}").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour <= 24 and minute < 60 else None


def _latest(clock: tuple[int, int], day: date | None, before: datetime) -> datetime:
    """Last instant with this clock time not after another, or the one on a given day."""
    add = timedelta(hours=clock[0], minutes=clock[1])
    if day is not None:
        return datetime(day.year, day.month, day.day, tzinfo=before.tzinfo) + add
    midnight = before.replace(hour=0, minute=0, second=0, microsecond=0)
    found = midnight + add
    return found if found <= before else found - timedelta(days=1)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_named(match: re.Match[str]) -> str:
    return _blank(match) if _named(match) else match[0]


#: How old a day may be: one that seems older lies after the posting, or its year is not ours.
_MEMORY = timedelta(days=183)
#: How far after the posting a stated end may be taken for one of the same day.
_ROUNDING = timedelta(hours=1)
_STOP = re.compile(r"[.!?]\s+(?=[^\W\d_a-zа-яіїєґё])|¶")
#: Offices whose own figures have times of their own.
_OFFICES = re.compile(
    r"governor|authorities|mayor|губернатор|очільни|голова ова|мэр\b", re.IGNORECASE
)
#: Weapons whose hours are not those of the drones, in a sentence without any.
_WEAPONS = re.compile(r"atacms|boat|катер|бомб|bomb", re.IGNORECASE)
_DRONES = re.compile(r"drone|uav|unmanned|shahed|бпла|беспилот|безпілот|дрон|шахед", re.I)
_ANYTHING = re.compile("")
#: What decides on the window, first to last.
ORDER = ("period", "start", "cut_off", "moment", "night")


class Times:
    """Times of one text, read against the time of its posting on the claimant's clock."""

    def __init__(
        self,
        text: str,
        posted: datetime,
        language: Language,
        about: re.Pattern[str] = _ANYTHING,
    ) -> None:
        self.text, self.posted, self.language, self.about = text, posted, language, about
        self.present = {"day"}
        self.found = {n: self._first(n) for n in language.patterns if n != "day"}
        self.day = self._stated_day()

    def _first(self, name: str) -> re.Match[str] | None:
        """First match in a sentence that is about what the window is looked for."""
        for match in self.language.patterns[name].finditer(self.text):
            self.present.add(name)
            if self._is_about(match):
                return match
        return None

    @cached_property
    def bounds(self) -> list[int]:
        """Where sentences begin, and the end."""
        return [0, *(m.end() for m in _STOP.finditer(self.text)), len(self.text) + 1]

    def _is_about(self, match: re.Match[str]) -> bool:
        at = bisect_right(self.bounds, match.start())
        start, end = self.bounds[at - 1], self.bounds[bisect_left(self.bounds, match.end(), at)]
        about = self.about.search(self.text, start, end)
        drones = _DRONES.search(self.text, start, end)
        others = _OFFICES.search(self.text, start, end) or (
            not drones and _WEAPONS.search(self.text, start, end)
        )
        return bool(about) and not others

    def _stated_day(self) -> date | None:
        """The date with which the text begins."""
        named = (m for m in self.language.patterns["day"].finditer(self.text[:60]) if _named(m))
        match = next(named, None)
        return _day(match, 1, self.language, self.posted) if match else None

    def window(self, order: tuple[str, ...] = ORDER) -> Window:
        """Window as stated; a night without hours is 20:00 to the saying, by convention.

        Parameters
        ----------
        order : tuple of str
            Names of the patterns, the one that decides first.
        """
        read = {
            "period": self._period,
            "start": self._start,
            "cut_off": self._cut_off,
            "moment": self._at,
            "night": self._night,
        }
        for name in order:
            match = self.found[name]
            window = read[name](match) if match else None
            if window is not None:
                return window
        return Window()

    def _period(self, match: re.Match[str]) -> Window:
        first, last = _clock(match, 1), _clock(match, 2)
        if first is None or last is None:
            return Window()
        day = _day(match, 2, self.language, self.posted)
        if day and last < first and _field(match, "z2"):
            last = (24, 0)
        end = _latest(last, day or self._rounded(last), self.posted)
        end -= timedelta(days=1) if last == (24, 0) and end > self.posted else timedelta()
        start = self._before(first, match, end)
        if not start < end <= self.posted:
            return Window()
        return Window(_moment(start), _moment(end), "stated", self._as_of())

    def _rounded(self, clock: tuple[int, int]) -> date | None:
        """The day of the posting for an end that lies up to an hour after it."""
        soon = self.posted + _ROUNDING
        at = _latest(clock, None, soon)
        return at.date() if self.posted < at else None

    def _before(self, clock: tuple[int, int], match: re.Match[str], end: datetime) -> datetime:
        day = _day(match, 1, self.language, self.posted)
        return _latest(clock, day, end - timedelta(minutes=1))

    def _cut(self) -> datetime | None:
        """The time that the claimant names for its figures."""
        match = self.found["cut_off"]
        clock = _clock(match, 1) if match else None
        if match is None or clock is None:
            return None
        day = _day(match, 1, self.language, self.posted) or self._own_day()
        at = _latest(clock, day, self.posted)
        return at if at <= self.posted else None

    def late(self) -> datetime | None:
        """The cut-off that the text names, where it lies after the posting: one is wrong."""
        match = self.found["cut_off"]
        clock = _clock(match, 1) if match else None
        if match is None or clock is None or self._cut() is not None:
            return None
        day = _day(match, 1, self.language, self.posted) or self._own_day()
        return _latest(clock, day, self.posted) if day == self.posted.date() else None

    def _as_of(self) -> str:
        cut = self._cut()
        return _moment(cut) if cut else ""

    def _night_day(self) -> date | None:
        match = self.found["night"]
        return _day(match, 1, self.language, self.posted) if match else None

    def _own_day(self) -> date | None:
        """The day of a time without one: that of the night, or of the period's end."""
        period = self.found["period"]
        end = _day(period, 2, self.language, self.posted) if period else None
        return self._night_day() or end

    def _start(self, match: re.Match[str]) -> Window | None:
        clock, cut = _clock(match, 1), self._cut()
        if clock is None:
            return None
        end = cut or self.posted
        start = self._before(clock, match, end)
        dated = _day(match, 1, self.language, self.posted) is not None
        late = self.found["night"] is not None and 5 <= clock[0] < 12 and not dated
        if late or not start < end <= self.posted:
            return None
        basis = "stated" if cut else "convention"
        return Window(_moment(start), _moment(end), basis, self._as_of())

    def _cut_off(self, _: re.Match[str]) -> Window | None:
        cut = self._cut()
        if cut is None:
            return None
        if self.found["night"] is None:
            return Window("", _moment(cut), "stated", _moment(cut))
        return Window(_moment(_evening(cut)), _moment(cut), "convention", _moment(cut))

    def _at(self, match: re.Match[str]) -> Window | None:
        every = self.language.patterns["moment"].finditer(self.text)
        clock = _clock(match, 1)
        if clock is None or {_clock(m, 1) for m in every if self._is_about(m)} != {clock}:
            return None
        day = _day(match, 1, self.language, self.posted) or self.day
        at = _latest(clock, day, self.posted)
        return Window("", _moment(at), "stated") if at <= self.posted else Window()

    def _night(self, match: re.Match[str]) -> Window:
        day = _day(match, 1, self.language, self.posted) or self._day_before()
        if day == self.posted.date():
            return Window(_moment(_evening(self.posted)), _moment(self.posted), "convention")
        morning = datetime(day.year, day.month, day.day, tzinfo=self.posted.tzinfo)
        return Window(_moment(_evening(morning)), day.isoformat(), "convention")

    def _day_before(self) -> date:
        """The day of a night without a date: the posting's, or a much older one told first."""
        today = self.posted.date()
        old = self.day is not None and self.day < today - timedelta(days=1)
        return self.day if self.day and old else today

    def named(self, name: str) -> list[tuple[int, date]]:
        """Where the text has a pattern with a day, and the day: a night, or a day itself."""
        matches = self.language.patterns[name].finditer(self.text) if name in self.present else ()
        told = (m for m in matches if name != "day" or _named(m))
        days = ((m.start(), _day(m, 1, self.language, self.posted)) for m in told)
        return [(at, day) for at, day in days if day is not None]

    def stated_days(self) -> set[date | None]:
        """Days of the window and the cut-off that the text states, and the day it begins with."""
        stated = [m for n in ("period", "start", "cut_off") if (m := self.found[n])]
        window = {_day(m, i, self.language, self.posted) for m in stated for i in (1, 2)}
        return {*window, self.day}

    def misdated(self) -> str:
        """A day of the text that is none of the half year before the posting; empty for none."""
        named = (m for m in self.language.patterns["day"].finditer(self.text) if _named(m))
        odd = (m[0] for m in named if _day(m, 1, self.language, self.posted) is None)
        return next(odd, "").strip()

    def blanked(self) -> str:
        """The text, as long as before, with dates and times blanked: what is left are figures."""
        text = self.text
        for name, pattern in self.language.patterns.items():
            if name in self.present:
                text = pattern.sub(_blank_named if name == "day" else _blank, text)
        return text


def _evening(end: datetime) -> datetime:
    """20:00 before a night that ends at a time."""
    evening = (end - timedelta(hours=12)).replace(hour=20, minute=0)
    return evening if evening < end else evening - timedelta(days=1)


def periods(text: str, language: Language) -> int:
    """How many periods a text states: more than one stand for more than one statement."""
    return len(language.patterns["period"].findall(text))
