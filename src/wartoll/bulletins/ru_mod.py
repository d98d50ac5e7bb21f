"""Bulletins of the Russian Ministry of Defence, in Russian."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from wartoll.bulletins.figures import FigureReader, Figures, signs
from wartoll.bulletins.lexicon import lexicon
from wartoll.bulletins.text import clean, words
from wartoll.bulletins.windows import MOSCOW, Window, ambiguous, find_window

GRAMMAR = "ru"
#: Address of the ministry's public channel, as in actors.
CHANNEL = "https://t.me/mod_russia"
_AGENT = re.compile(
    r"(?:дежурн\w+|российск\w+)?\s*(?:средствами|силами|системами|расчетами|подразделениями)\s+"
    r"(?:и средствами\s+)?(?:ПВО|противовоздушной|радиоэлектронной|РЭБ)",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"пресечен\w*\s+(?:очередн\w+\s+)?(?:ряд|попытк|террорист|атак)", re.IGNORECASE
)
_ATTACK = re.compile(r"попытк|атак|применени", re.IGNORECASE)
_OTHER = re.compile(
    r"группировк|пресс-центр|сводка|главное за (?:день|неделю)|брифинг|кадры|видео|за сутки"
    r"|за неделю|в течение (?:суток|недели)|всего с начала|командующ\w+|\bэкипаж\w*|оператор\w*",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\s*мск\b", re.IGNORECASE)
_DRONE = re.compile(r"бпла|беспилотн\w+|\bдрон\w*", re.IGNORECASE)
_DOWN = re.compile(r"уничтож|перехва|подавл|сбит", re.IGNORECASE)
_SCRAPE_LIMIT = 400


@dataclass(frozen=True)
class Reading:
    """A bulletin read, or refused.

    Attributes
    ----------
    status : {'accepted', 'partial', 'refused'}
        Partial drafts say only what was understood.
    reason : str
        Why it is not accepted; empty when it is.
    window : Window
        As stated; blank ends where nothing was.
    figures : Figures
        Totals and items.
    """

    status: str
    reason: str
    window: Window
    figures: Figures


def _refused(reason: str) -> Reading:
    return Reading("refused", reason, Window("", "", ""), Figures())


def read(raw: str, posted: datetime) -> Reading:
    """Read one text; never raises for what stands in it.

    Parameters
    ----------
    raw : str
        The text, with or without its markup.
    posted : datetime
        Time of posting, with its zone.
    """
    text = clean(raw)
    if not _DRONE.search(text) or not _DOWN.search(text):
        return _refused("no drones, or nothing shot down or jammed")
    if not _AGENT.search(text) and not _STOPPED.search(text):
        return _refused("no air defence that acts")
    other = _OTHER.search(text)
    if other:
        return _refused(f"not an air-defence bulletin: {other[0]}")
    if ambiguous(text):
        return _refused("two windows in one text")
    window, blanked = find_window(text, posted.astimezone(MOSCOW))
    if _CLOCK.search(blanked):
        return _refused("two times in one text")
    end = (
        len(blanked)
        if "§" not in blanked and "🔹" not in blanked
        else min(i for i in (blanked.find("§"), blanked.find("🔹")) if i >= 0)
    )
    cut = end == len(blanked) and len(raw) >= _SCRAPE_LIMIT
    split = _body_start(blanked)
    figures = _figures(blanked[:split], _whole_clauses(blanked[split:end], cut))
    if cut and (not figures.total_stated or _known(figures) > (figures.total or 0)):
        figures.total = None
    return _judge(figures, window, cut=cut)


def _body_start(text: str) -> int:
    """Where the attack is told and the outcome begins: at the first thing shot down."""
    down = _DOWN.search(text)
    agent = _AGENT.search(text)
    first = min(m.start() for m in (down, agent) if m)
    sentence = max(text.rfind(". ", 0, first), text.rfind("¶", 0, first)) + 1
    if _ATTACK.search(text, sentence, first):
        return agent.end() if agent and agent.start() == first else first
    return sentence


def _whole_clauses(body: str, cut: bool) -> str:
    """The body; of a text that is cut only what stands before its last comma or stop."""
    return re.split(r"[,;.¶](?=[^,;.¶]*$)", body)[0] if cut else body


def _figures(header: str, body: str) -> Figures:
    known = lexicon(GRAMMAR)
    head, told = words(header), words(body)
    marks = signs(head, known)
    announced = [
        int(s.value)
        for s, following in pairwise(marks)
        if s.kind == "number" and following.kind in ("drone", "")
    ]
    return FigureReader(told, signs(told, known)).read(announced)


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
        return Reading("refused", "no figure", window, figures)
    closes = figures.total_stated and None not in values and known == figures.total
    if figures.unread:
        reason = f"not understood: {', '.join(figures.unread)}"
    elif cut and not closes:
        reason = "the text is cut"
    elif _clashes(figures):
        reason = f"the places add up to {known}, not {figures.total}"
        figures = _untold(figures)
    else:
        reason = ""
    return Reading("partial" if reason else "accepted", reason, window, figures)
