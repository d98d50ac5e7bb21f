"""The window that a bulletin of the Russian ministry states, and the text without it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

MOSCOW = timezone(timedelta(hours=3))
_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
)  # fmt: skip
_CLOCK = (
    r"(?:(?P<h{0}>\d{{1,2}})(?:\s?[.:]\s?(?P<m{0}>\d{{2}})|\s+час\w*(?:\s+(?P<n{0}>\d{{1,2}})\s+минут\w*)?)"
    r"|(?P<z{0}>полуночи))"
)
_DATE = (
    r"(?:(?P<d{0}>\d{{1,2}})(?:\.(?P<o{0}>\d{{2}})(?:\.(?:20)?\d{{2}})?(?!\d)|\s+(?P<w{0}>"
    + "|".join(_MONTHS)
    + r"))(?:\s+(?:20\d\d\s*(?:года|г\.?)|т\.\s?г\.|с\.\s?г\.))?)"
)
_NAMED_DATE = (
    r"(?P<d1>\d{1,2})(?P<o1>(?!))?\s+(?P<w1>"
    + "|".join(_MONTHS)
    + r")(?:\s+(?:20\d\d\s*(?:года|г\.?)|т\.\s?г\.|с\.\s?г\.))?"
)
_ZONE = r"(?:\s*\(?(?:мск|по московскому времени)\.?\)?)?"
_PERIOD = re.compile(
    r"\b(?:(?:в|за)\s+период\s+)?(?:времени\s+)?с\s+" + _CLOCK.format(1) + _ZONE
    + r"(?:\s*" + _DATE.format(1) + r")?" + _ZONE + r"(?:\s+вчерашнего дня)?\s+(?:до|по)\s+"
    + _CLOCK.format(2) + _ZONE + r"(?:\s*" + _DATE.format(2) + r")?" + _ZONE,
    re.IGNORECASE,
)  # fmt: skip
_MOMENT = re.compile(
    r"\b(?:около|примерно в|ориентировочно в|в районе|в|к)\s+" + _CLOCK.format(1) + _ZONE,
    re.IGNORECASE,
)
_DAY = re.compile(r"\b" + _NAMED_DATE + r"(?=\s)", re.IGNORECASE)
_NIGHT = re.compile(
    r"\b(?:в\s+течение\s+)?(?:прошедшей|минувшей|прошлой)?\s*(?:сегодня\s+)?"
    r"(?:в\s+)?ноч(?:ь|ью|и|ное|ные)\b(?:\s+на\s+" + _DATE.format(1) + r")?",
    re.IGNORECASE,
)


class Window(NamedTuple):
    """When a statement's figures happened: ends as moments, where they come from, the zone."""

    start: str
    end: str
    basis: str


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _day(match: re.Match[str], which: int, posted: datetime) -> date | None:
    """Day that a date in the text means: the latest not after the posting."""
    number = match[f"d{which}"]
    if not number:
        return None
    month = match[f"o{which}"]
    month_number = int(month) if month else _MONTHS.index(match[f"w{which}"].lower()) + 1
    for year in (posted.year, posted.year - 1):
        try:
            day = date(year, month_number, int(number))
        except ValueError:
            return None
        if day <= posted.date():
            return day
    return None


def _clock(match: re.Match[str], which: int) -> tuple[int, int] | None:
    if match[f"z{which}"]:
        return 0, 0
    hour, minute = int(match[f"h{which}"]), int(match[f"m{which}"] or match[f"n{which}"] or 0)
    return (hour, minute) if hour <= 24 and minute < 60 else None


def _latest(clock: tuple[int, int], day: date | None, before: datetime) -> datetime:
    """Last instant with this clock time not after another, or the one on a given day."""
    add = timedelta(hours=clock[0], minutes=clock[1])
    if day is not None:
        return datetime(day.year, day.month, day.day, tzinfo=MOSCOW) + add
    midnight = before.replace(hour=0, minute=0, second=0, microsecond=0)
    found = midnight + add
    return found if found <= before else found - timedelta(days=1)


def find_window(text: str, posted: datetime) -> tuple[Window, str]:
    """Read the window, and blank its words out of the text.

    Parameters
    ----------
    text : str
        Cleaned text.
    posted : datetime
        Time of posting, on Moscow's clock.

    Returns
    -------
    Window
        Blank ends where the text states none; a night without hours is 20:00 to the
        posting, by convention.
    str
        The text, as long as before, with the window's words blanked.
    """
    day = _DAY.match(text) or _DAY.search(text[:60])
    stated = _day(day, 1, posted) if day else None
    period = _PERIOD.search(text)
    window = _period(period, stated, posted) if period else _other(text, stated, posted)
    return window, _blank(text)


def _period(match: re.Match[str], stated: date | None, posted: datetime) -> Window:
    first, last = _clock(match, 1), _clock(match, 2)
    if first is None or last is None:
        return Window("", "", "")
    end = _latest(last, _day(match, 2, posted), posted)
    start = _latest(first, _day(match, 1, posted), end - timedelta(minutes=1))
    return (
        Window(_moment(start), _moment(end), "stated")
        if start < end <= posted
        else Window("", "", "")
    )


def _other(text: str, stated: date | None, posted: datetime) -> Window:
    moment = _MOMENT.search(text)
    clock = _clock(moment, 1) if moment else None
    if clock:
        at = _latest(clock, stated, posted)
        return Window("", _moment(at), "stated") if at <= posted else Window("", "", "")
    if _NIGHT.search(text):
        evening = (posted - timedelta(hours=12)).replace(hour=20, minute=0)
        if evening >= posted:
            evening -= timedelta(days=1)
        return Window(_moment(evening), _moment(posted), "convention")
    return Window("", "", "")


def _blank(text: str) -> str:
    """Blank out dates and times, so that what is left are figures."""
    for pattern in (_PERIOD, _MOMENT, _DAY):
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    return text


def ambiguous(text: str) -> bool:
    """Whether the text states more than one period: one bulletin, two windows."""
    return len(_PERIOD.findall(text)) > 1
