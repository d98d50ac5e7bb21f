"""Bulletins of the Russian Ministry of Defence, in Russian and in the agencies' English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from wartoll.bulletins.languages import ENGLISH, RUSSIAN, Language
from wartoll.bulletins.lexicon import lexicon
from wartoll.bulletins.ministry.figures import FigureReader
from wartoll.bulletins.ministry.numbers import Figures, Item
from wartoll.bulletins.reading import Claim, Reading, Window, refused
from wartoll.bulletins.signs import join_outcomes, signs
from wartoll.bulletins.text import clean, undesignated, words
from wartoll.bulletins.windows import Times, periods
from wartoll.moments import MOSCOW, zone

_SCRAPE_LIMIT = 400
_LONG_LIST = 4


@dataclass(frozen=True)
class Shape:
    """What tells a bulletin from other texts in one language; patterns.

    Attributes
    ----------
    drone, down, agent, stopped : Pattern
        Drones; their end; who acts, or that an attempt was stopped. All must stand in it.
    attack : Pattern
        The attempt, told before its outcome.
    other : Pattern
        Words of briefings, recaps and captions.
    clock : Pattern
        A time of day left over when the window is blanked.
    passage : Pattern
        Where a further statement with a window of its own begins.
    """

    language: Language
    drone: re.Pattern[str]
    down: re.Pattern[str]
    agent: re.Pattern[str]
    stopped: re.Pattern[str]
    attack: re.Pattern[str]
    other: re.Pattern[str]
    clock: re.Pattern[str]
    passage: re.Pattern[str]


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_RU = Shape(
    RUSSIAN,
    drone=_pattern(r"бпла|беспилотн\w+|\bдрон\w*"),
    down=_pattern(r"уничтож|перехва|подавл|сбит"),
    agent=_pattern(
        r"(?:дежурн\w+|российск\w+)?\s*(?:средствами|силами|системами|расчетами|подразделениями)\s+"
        r"(?:и средствами\s+)?(?:ПВО|противовоздушной|радиоэлектронной|РЭБ)"
    ),
    stopped=_pattern(r"пресечен\w*\s+(?:очередн\w+\s+)?(?:ряд|попытк|террорист|атак)"),
    attack=_pattern(r"попытк|атак|применени"),
    other=_pattern(
        r"группировк|пресс-центр|сводка|главное за (?:день|неделю)|брифинг|кадры|видео|за сутки"
        r"|за неделю|в течение (?:суток|недели)|всего с начала|командующ\w+|\bэкипаж\w*|оператор\w*"
    ),
    clock=_pattern(r"\b\d{1,2}[.:]\d{2}\s*мск\b"),
    passage=_pattern(r"(?:Всего|Ранее)[^.¶]{0,40}(?:\bс|около|в период с|\bв)\s+\d{1,2}[.:]\d{2}"),
)
_EN = Shape(
    ENGLISH,
    drone=_pattern(r"\bdrones?\b|\buavs?\b|unmanned aerial"),
    down=_pattern(r"destroy|intercept|shot down|shoot down|down(?:ed|s)\b|suppress|eliminat|repel"),
    agent=_pattern(r"air[- ]defen[cs]e|ministry|destroyed|intercepted|shot down|suppressed"),
    stopped=_pattern(r"(?:thwarted|foiled|stopped|repelled)"),
    attack=_pattern(r"attempt|attack"),
    other=_pattern(
        r"battlegroup|special military operation|over the past day|in the past day|past 24 hours"
        r"|over the week|past week|briefing|footage|video|since the beginning|in all since|crews?\b"
    ),
    clock=_pattern(r"\b\d{1,2}(?::\d{2})?\s*[ap]\.?m\b"),
    passage=_pattern(r"(?!)"),
)
SHAPES = {"ru": _RU, "en": _EN}


def read(raw: str, posted: datetime, language: str = "ru") -> list[Reading]:
    """Read one text: a reading for each window that it states.

    Parameters
    ----------
    raw : str
        The text, with or without its markup. Nothing that stands in it raises.
    posted : datetime
        Time of posting, with its zone.
    language : {'ru', 'en'}
        Language of the text.
    """
    shape = SHAPES[language]
    text = clean(raw)
    reason = _no_bulletin(text, shape)
    if reason:
        return [refused(reason)]
    text = shape.language.plain(undesignated(text))
    said = posted.astimezone(zone(MOSCOW))
    starts = [m.start() for m in shape.passage.finditer(text)]
    ends = [*starts, len(text)]
    passages = [text[a:b] for a, b in zip([0, *starts], ends, strict=True)]
    cut = language == "ru" and len(raw) >= _SCRAPE_LIMIT
    last = len(passages) - 1
    found = [_passage(p, said, shape, cut=cut and i == last) for i, p in enumerate(passages)]
    whole = len(found) == 1 or all(r.status == "accepted" for r in found)
    return found if whole else [refused("two windows in one text")]


def _no_bulletin(text: str, shape: Shape) -> str:
    """Why a text is none; empty when it may be one."""
    if not shape.drone.search(text) or not shape.down.search(text):
        return "no drones, or nothing shot down or jammed"
    if not shape.agent.search(text) and not shape.stopped.search(text):
        return "no air defence that acts"
    other = shape.other.search(text)
    return f"not an air-defence bulletin: {other[0]}" if other else ""


def _passage(text: str, said: datetime, shape: Shape, *, cut: bool) -> Reading:
    if periods(text, shape.language) > 1:
        return refused("two windows in one text")
    times = Times(text, said, shape.language)
    blanked = times.blanked()
    if shape.clock.search(blanked):
        return refused("two times in one text")
    marks = [i for i in (blanked.find("§"), blanked.find("🔹")) if i >= 0]
    end = min(marks, default=len(blanked))
    cut = cut and not marks
    split = _body_start(blanked, shape)
    body = _whole_clauses(blanked[split:end]) if cut else blanked[split:end]
    found = _figures(blanked[:split], body, shape.language.code)
    if cut and len(found) > 1 and shape.down.search(re.split(r"[.¶]", body)[-1]):
        found[-1].total = None
    for figures in found:
        _part_city(figures.items)
        if cut and _names_all(figures):
            figures.total, figures.items[0].value = figures.items[0].value, None
        elif cut and (not figures.total_stated or figures.known > (figures.total or 0)):
            figures.total = None
    return _judge(found, times.window(), cut=cut)


def _body_start(text: str, shape: Shape) -> int:
    """Where the attack is told and the outcome begins: at the first thing shot down."""
    down, agent = shape.down.search(text), shape.agent.search(text)
    first = min((m.start() for m in (down, agent) if m), default=0)
    sentence = max(text.rfind(". ", 0, first), text.rfind("¶", 0, first)) + 1
    if shape.language is RUSSIAN and shape.attack.search(text, sentence, first):
        return agent.end() if agent and agent.start() == first else first
    return sentence


def _whole_clauses(body: str) -> str:
    """What stands before the last comma or stop of a text that is cut."""
    return re.split(r"[,;.¶](?=[^,;.¶]*$)", body)[0]


def _figures(header: str, body: str, language: str) -> list[Figures]:
    known = lexicon(f"ministry_{language}")
    head, told = words(header), words(body)
    announced = [
        int(s.value)
        for s, following in pairwise(signs(head, known))
        if s.kind == "number" and following.kind in ("drone", "")
    ]
    return FigureReader(told, join_outcomes(signs(told, known))).read(announced)


def _names_all(figures: Figures) -> bool:
    """Whether one number stands before a long list of places: the total, though the list is cut.

    In every bulletin of 2023 to 2026 that is whole and shares a number among four places or
    more, it is the total.
    """
    return len(figures.items) == 1 and len(figures.items[0].places) >= _LONG_LIST


def _part_city(items: list[Item]) -> None:
    """Moscow region is the region alone where the city has a number of its own."""
    if any(i.places == ["RU-MOW"] for i in items):
        for item in items:
            if item.places == ["group.RU-MOS+RU-MOW"]:
                item.places = ["RU-MOS"]


def _clashes(figures: Figures) -> bool:
    """Whether the places' numbers and the total cannot both be as read."""
    if figures.total is None or not figures.items:
        return False
    shared = [len(i.places) for i in figures.items if i.value in (None, figures.total)]
    unnumbered = [len(i.places) for i in figures.items if i.value is None]
    if unnumbered:
        return figures.known + sum(unnumbered) > figures.total
    return figures.known != figures.total or max(shared, default=0) > figures.total


def _untold(figures: Figures) -> Figures:
    """Nothing of a sum that does not close: which number is misread cannot be told."""
    numbers = [figures.total, *(i.value for i in figures.items)]
    return Figures(figures.outcome, unread=[str(n) for n in numbers if n is not None])


def _closes(figures: Figures) -> bool:
    """Whether the places have the whole of a total that stands by itself."""
    values = [i.value for i in figures.items]
    return figures.total_stated and None not in values and figures.known == figures.total


def _judge(found: list[Figures], window: Window, *, cut: bool) -> Reading:
    """Accept what is understood to the last number and adds up."""
    unread = [u for f in found for u in f.unread]
    told = any(f.items or f.total is not None for f in found)
    if not told and not unread and not cut:
        return replace(refused("no figure"), window=window)
    reason = ""
    if unread:
        reason = f"not understood: {', '.join(unread)}"
        found = [_untold(f) if f.total is not None and f.known > f.total else f for f in found]
    elif cut and not all(map(_closes, found)):
        reason = "the text is cut"
    elif any(map(_clashes, found)):
        clashing = next(f for f in found if _clashes(f))
        reason = f"the places add up to {clashing.known}, not {clashing.total}"
        found = [_untold(f) for f in found]
        unread = [u for f in found for u in f.unread]
    status = "partial" if reason else "accepted"
    return Reading(status, reason, window, _rows(found, complete=not reason), unread, _note(found))


def _note(found: list[Figures]) -> str:
    """What was understood and has no row."""
    districts = [d for f in found for d in f.districts]
    said = [f"Said of districts: {', '.join(districts)}."] if districts else []
    return " ".join([*said, *(n for f in found for n in f.notes)])


def _rows(found: list[Figures], *, complete: bool) -> list[Claim]:
    """Claims of all outcomes, one after the other."""
    made: list[Claim] = []
    for figures in found:
        own = _claims(figures, complete=complete)
        shift = len(made)
        made += [c if c.whole is None else replace(c, whole=c.whole + shift) for c in own]
    return made


def _claims(figures: Figures, *, complete: bool) -> list[Claim]:
    """A total over the theatre, its parts by place, and parts of those by heading."""
    claims = _total(figures, complete=complete)
    whole = 0 if claims else None
    items = figures.items
    if whole is not None and _shares_all(items, figures.total):
        items = [replace(items[0], value=None)]
    for item in (i for several in items for i in _apart(several)):
        claims.append(_part(figures.outcome, item, whole, "place"))
    for item in figures.headings:
        near = [i for i, c in enumerate(claims) if _holds(c.places, item.places[0])]
        toward = _part(figures.outcome, item, near[0] if near else whole, "heading")
        claims.append(replace(toward, role="toward", places=item.places[:1]))
    return claims


def _shares_all(items: list[Item], total: int | None) -> bool:
    """Whether the only places, several, have the total's own number together."""
    return len(items) == 1 and len(items[0].places) > 1 and items[0].value in (None, total)


def _apart(item: Item) -> list[Item]:
    """Places without a number one by one: only a number is shared."""
    return [item] if item.value is not None else [replace(item, places=[p]) for p in item.places]


def _holds(places: list[str], place: str) -> bool:
    """Whether some places, or the members of their groups, hold another."""
    return place in (m for p in places for m in p.removeprefix("group.").split("+"))


def _part(outcome: str, item: Item, whole: int | None, axis: str) -> Claim:
    qualifier = "listed" if item.value is None else "exact"
    axis = axis if whole is not None else ""
    return Claim(outcome, item.places, item.value, qualifier, whole=whole, axis=axis)


def _total(figures: Figures, *, complete: bool) -> list[Claim]:
    if figures.total is None:
        return []
    closes = figures.known == figures.total or all(i.value is None for i in figures.items)
    ends = "place" if complete and closes and figures.items else ""
    return [Claim(figures.outcome, ["theatre"], figures.total, complete=ends)]
