"""What a bulletin tells of other nights and days than its own, to be set aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from wartoll.bulletins.windows import Times

_DAY = timedelta(days=1)
_NEVER = re.compile(r"(?!)")
#: Patterns that say of which night or hours a text tells.
_OWN = ("night", "start", "period")


@dataclass(frozen=True)
class Parted:
    """A text in two: what it tells of its own night, and the rest.

    Attributes
    ----------
    own, aside : str
        The text with the rest blanked; the rest without its dates.
    reason : str
        Why it cannot be parted; empty when it is.
    """

    own: str = ""
    aside: str = ""
    reason: str = ""


def part(times: Times, recap: re.Pattern[str] = _NEVER) -> Parted:
    """Part a text.

    Parameters
    ----------
    times : Times
        The text's times.
    recap : Pattern
        Words of recaps in small letters, which a bulletin may have after its night.
    """
    recaps = list(recap.finditer(times.text.lower()))
    early = _before_the_night(times, recaps)
    if early:
        return Parted(reason=f"not an air-defence bulletin: {early}")
    nights = _nights(times)
    told = set().union(*nights.values())
    own = next(iter(told)) if len(told) == 1 else times.posted.date()
    mixed = any(len(days) > 1 for days in nights.values())
    if len(told) > 1 and (next(iter(nights.values())) != {own} or mixed):
        return Parted(reason="two nights in one text")
    sentences = [*_of_other_days(times, own), *(_sentence(times, m.start()) for m in recaps)]
    spans = {*_of_other_nights(times, nights, own), *((_span(times, i)) for i in sentences)}
    if not spans:
        return Parted(times.text)
    text, blanked = times.text, times.blanked()
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return Parted(text, " ¶ ".join(blanked[start:end] for start, end in sorted(spans)))


def _sentence(times: Times, at: int) -> int:
    """Number of the sentence that a position is in."""
    return min(bisect_right(times.bounds, at), len(times.bounds) - 1) - 1


def _span(times: Times, sentence: int) -> tuple[int, int]:
    return times.bounds[sentence], times.bounds[sentence + 1] - 1


def _before_the_night(times: Times, recaps: list[re.Match[str]]) -> str:
    """Words of a recap that stand before any sentence which names the night or its hours."""
    named = [m.start() for n in _OWN if (m := times.found[n])]
    night = _sentence(times, min(named)) if named else len(times.bounds)
    found = (m for m in recaps if _sentence(times, m.start()) <= night)
    first = next(found, None)
    return first[0] if first else ""


def _nights(times: Times) -> dict[int, set[date]]:
    """Days of the nights that each sentence names."""
    nights: dict[int, set[date]] = {}
    for at, day in times.named("night"):
        nights.setdefault(_sentence(times, at), set()).add(day)
    return nights


def _of_other_nights(
    times: Times, nights: dict[int, set[date]], own: date
) -> list[tuple[int, int]]:
    """Sentences on other nights, each to its paragraph's end or to one on the text's own."""
    ours = [times.bounds[i] for i, days in nights.items() if days == {own}]
    others = [times.bounds[i] for i, days in nights.items() if days != {own}]
    ends = [*ours, *(m.start() for m in re.finditer("¶|$", times.text))]
    return [(start, min(e for e in ends if e > start)) for start in others]


def _of_other_days(times: Times, own: date) -> list[int]:
    """Sentences that name a day other than those of the night, the window, the posting."""
    posted = times.posted.date()
    known = {own, own - _DAY, posted, posted - _DAY, *times.stated_days()}
    return [_sentence(times, at) for at, day in times.named("day") if day not in known]
