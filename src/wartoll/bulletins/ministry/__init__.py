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
from wartoll.bulletins.text import clean, words
from wartoll.bulletins.windows import Times, periods
from wartoll.moments import MOSCOW, zone

_SCRAPE_LIMIT = 400


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
    text = shape.language.by_morning(clean(raw))
    reason = _no_bulletin(text, shape)
    if reason:
        return [refused(reason)]
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
    figures = _figures(blanked[:split], body, shape.language.code)
    _part_city(figures.items)
    if cut and (not figures.total_stated or _known(figures) > (figures.total or 0)):
        figures.total = None
    return _judge(figures, times.window(), cut=cut)


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


def _figures(header: str, body: str, language: str) -> Figures:
    known = lexicon(f"ministry_{language}")
    head, told = words(header), words(body)
    announced = [
        int(s.value)
        for s, following in pairwise(signs(head, known))
        if s.kind == "number" and following.kind in ("drone", "")
    ]
    return FigureReader(told, join_outcomes(signs(told, known))).read(announced)


def _part_city(items: list[Item]) -> None:
    """Moscow region is the region alone where the city has a number of its own."""
    if any(i.places == ["RU-MOW"] for i in items):
        for item in items:
            if item.places == ["group.RU-MOS+RU-MOW"]:
                item.places = ["RU-MOS"]


def _known(figures: Figures) -> int:
    """What the places' numbers add up to."""
    return sum(i.value for i in figures.items if i.value is not None)


def _clashes(figures: Figures) -> bool:
    """Whether the places' numbers and the total cannot both be as read."""
    if figures.total is None or not figures.items:
        return False
    shared = [len(i.places) for i in figures.items if i.value in (None, figures.total)]
    unnumbered = [len(i.places) for i in figures.items if i.value is None]
    if unnumbered:
        return _known(figures) + sum(unnumbered) > figures.total
    return _known(figures) != figures.total or max(shared, default=0) > figures.total


def _untold(figures: Figures) -> Figures:
    """Nothing of a sum that does not close: which number is misread cannot be told."""
    numbers = [figures.total, *(i.value for i in figures.items)]
    return Figures(unread=[str(n) for n in numbers if n is not None])


def _judge(figures: Figures, window: Window, *, cut: bool) -> Reading:
    """Accept what is understood to the last number and adds up."""
    values = [i.value for i in figures.items]
    known = _known(figures)
    if not figures.items and figures.total is None and not figures.unread and not cut:
        return replace(refused("no figure"), window=window)
    closes = figures.total_stated and None not in values and known == figures.total
    if figures.unread:
        reason = f"not understood: {', '.join(figures.unread)}"
        if figures.total is not None and known > figures.total:
            figures = replace(_untold(figures), unread=figures.unread)
    elif cut and not closes:
        reason = "the text is cut"
    elif _clashes(figures):
        reason = f"the places add up to {known}, not {figures.total}"
        figures = _untold(figures)
    else:
        reason = ""
    status = "partial" if reason else "accepted"
    claims = _claims(figures, complete=not reason)
    note = f"Said of districts: {', '.join(figures.districts)}." if figures.districts else ""
    return Reading(status, reason, window, claims, figures.unread, note)


def _claims(figures: Figures, *, complete: bool) -> list[Claim]:
    """A total over the theatre, its parts by place, and parts of those by heading."""
    claims = _total(figures, complete=complete)
    whole = 0 if claims else None
    items = figures.items
    if whole is not None and len(items) == 1 and len(items[0].places) > 1:
        items = [replace(items[0], value=None)]
    for item in (i for several in items for i in _apart(several)):
        claims.append(_part(item, item.value, whole, "place"))
    for item in figures.headings:
        near = [i for i, c in enumerate(claims) if _holds(c.places, item.places[0])]
        toward = _part(item, item.value, near[0] if near else whole, "heading")
        claims.append(replace(toward, role="toward", places=item.places[:1]))
    return claims


def _apart(item: Item) -> list[Item]:
    """Places without a number one by one: only a number is shared."""
    return [item] if item.value is not None else [replace(item, places=[p]) for p in item.places]


def _holds(places: list[str], place: str) -> bool:
    """Whether some places, or the members of their groups, hold another."""
    return place in (m for p in places for m in p.removeprefix("group.").split("+"))


def _part(item: Item, value: int | None, whole: int | None, axis: str) -> Claim:
    qualifier = "listed" if value is None else "exact"
    return Claim(
        item.outcome,
        item.places,
        value,
        qualifier,
        whole=whole,
        axis=axis if whole is not None else "",
    )


def _total(figures: Figures, *, complete: bool) -> list[Claim]:
    items, outcomes = figures.items, {i.outcome for i in figures.items}
    if figures.total is None or len(outcomes) > 1:
        return []
    closes = _known(figures) == figures.total or all(i.value is None for i in items)
    outcome = outcomes.pop() if outcomes else "shot_down"
    ends = "place" if complete and closes and items else ""
    return [Claim(outcome, ["theatre"], figures.total, complete=ends)]
