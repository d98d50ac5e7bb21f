"""Bulletins of the Russian Ministry of Defence, in Russian and in the agencies' English."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise

from wartoll.bulletins.languages import RUSSIAN
from wartoll.bulletins.lexicon import lexicon
from wartoll.bulletins.ministry.claims import judge, settle_cut
from wartoll.bulletins.ministry.figures import FigureReader
from wartoll.bulletins.ministry.numbers import Figures
from wartoll.bulletins.ministry.shapes import SHAPES, Shape, no_bulletin
from wartoll.bulletins.reading import Reading, refused
from wartoll.bulletins.signs import join_outcomes, signs
from wartoll.bulletins.text import clean, undesignated, words
from wartoll.bulletins.windows import Times, periods
from wartoll.moments import MOSCOW, zone

_SCRAPE_LIMIT = 400


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
    reason = no_bulletin(text, shape)
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


def _passage(text: str, said: datetime, shape: Shape, *, cut: bool) -> Reading:
    if periods(text, shape.language) > 1:
        return refused("two windows in one text")
    times = Times(text, said, shape.language, shape.told)
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
    if cut:
        settle_cut(found)
    return judge(found, times.window(), cut=cut)


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
