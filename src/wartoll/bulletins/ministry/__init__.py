"""Bulletins of the Russian Ministry of Defence, in Russian and in the agencies' English."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from wartoll.bulletins.asides import part
from wartoll.bulletins.languages import RUSSIAN
from wartoll.bulletins.lexicon import lexicon
from wartoll.bulletins.ministry.claims import judge, settle_cut
from wartoll.bulletins.ministry.figures import FigureReader
from wartoll.bulletins.ministry.numbers import Figures, is_limited, noun_of
from wartoll.bulletins.ministry.shapes import SHAPES, Shape, no_bulletin
from wartoll.bulletins.reading import Reading, refused
from wartoll.bulletins.signs import join_outcomes, named, signs
from wartoll.bulletins.text import clean, undesignated, words
from wartoll.bulletins.windows import Times, periods
from wartoll.moments import MOSCOW, zone

#: The word with which a further statement begins; elsewhere it recalls another one.
_EARLIER = re.compile(r"^Ранее,?")
_SCRAPE_LIMIT = 400
_DRONES = ("drone", "")
#: The place of the last number is cut off.
_PLACELESS = re.compile(r"\bнад(?:\s+[^\s,;:.¶]+){0,2}\s*$", re.IGNORECASE)
#: Several places that share a number begin, and nothing after them tells where they end.
_LISTING = re.compile(
    r"(?:^|[,;:.¶]|\bи\b)(?![^,;:.¶]*\bпо\s+\w+)[^,;:.¶]*(?:территориями|акваториями)[^.;:¶)\d]*$",
    re.IGNORECASE,
)


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
    headline, text = _headline(text) if language == "en" else ("", text)
    starts = [m.start() for m in shape.passage.finditer(text)]
    ends = [*starts, len(text)]
    passages = [_EARLIER.sub("", text[a:b]) for a, b in zip([0, *starts], ends, strict=True)]
    cut = language == "ru" and len(raw) >= _SCRAPE_LIMIT
    last = len(passages) - 1
    found = [_passage(p, said, shape, cut=cut and i == last) for i, p in enumerate(passages)]
    whole = len(found) == 1 or all(r.status == "accepted" for r in found)
    if not whole:
        return [refused("two windows in one text")]
    return [_beside(headline, found[0], language), *found[1:]] if headline else found


def _headline(text: str) -> tuple[str, str]:
    """The line above the text, if it has no stop, and the text."""
    head, line_end, rest = text.partition("¶")
    above = line_end and not re.search(r"[.!?]|:\s*$", head)
    return (head, rest) if above else ("", text)


def _beside(headline: str, reading: Reading, language: str) -> Reading:
    """A reading whose text does not give a number of its headline is not accepted."""
    sums = sum(c.value or 0 for c in reading.claims if c.whole is None)
    known = {sums, *(c.value for c in reading.claims)}
    found = signs(words(headline), lexicon(f"ministry_{language}"))
    numbers = [
        s for i, s in enumerate(found) if s.kind == "number" and noun_of(found, i) in _DRONES
    ]
    rounded = [s for i, s in enumerate(found) if is_limited(found, i)]
    unread = [s.value for s in numbers if not _fits(int(s.value), known, about=s in rounded)]
    if not unread or reading.status == "refused":
        return reading
    reason = reading.reason or f"not understood: {', '.join(unread)} in the headline"
    return replace(reading, status="partial", reason=reason, unread=[*reading.unread, *unread])


def _fits(value: int, known: set[int | None], *, about: bool) -> bool:
    """Whether a text gives a number, or one within a tenth of a number that is limited."""
    near = (abs(value - k) * 10 <= value for k in known if k is not None)
    return value in known or (about and any(near))


def _passage(text: str, said: datetime, shape: Shape, *, cut: bool) -> Reading:
    if periods(text, shape.language) > 1:
        return refused("two windows in one text")
    times = Times(text, said, shape.language, shape.told)
    parted = part(times)
    if parted.reason:
        return refused(parted.reason)
    times = Times(parted.own, said, shape.language, shape.told) if parted.aside else times
    blanked = times.blanked()
    if shape.clock.search(blanked):
        return refused("two times in one text")
    marks = [i for i in (blanked.find("§"), blanked.find("🔹")) if i >= 0]
    end = min(marks, default=len(blanked))
    cut = cut and not marks
    split = _body_start(blanked, shape)
    body = _whole_clauses(blanked[split:end]) if cut else blanked[split:end]
    found = _figures(blanked[:split], body, shape.language.code)
    if not found:
        return refused("no drones")
    if cut and len(found) > 1 and shape.down.search(re.split(r"[.¶]", body.lower())[-1]):
        found[-1].total = None
    if cut and _PLACELESS.search(body) and not found[-1].items:
        found[-1].total = None
    if cut:
        settle_cut(found, listing=bool(_LISTING.search(body)))
    found[0].unread += named(parted.aside, lexicon(f"ministry_{shape.language.code}"))
    reading, odd = judge(found, times.window(), cut=cut), times.misdated()
    if not odd or reading.status != "accepted":
        return reading
    reason = f"a date not of the half year before the posting: {odd}"
    return replace(reading, status="partial", reason=reason)


def _body_start(text: str, shape: Shape) -> int:
    """Where the attack is told and the outcome begins: at the first thing shot down."""
    text = text.lower() if len(text.lower()) == len(text) else text
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
    above, below = signs(head, known), join_outcomes(signs(told, known))
    if not any(s.kind == "drone" for s in (*above, *below)):
        return []
    announced = [
        int(s.value)
        for s, following in pairwise(above)
        if s.kind == "number" and following.kind in ("drone", "")
    ]
    return FigureReader(told, below).read(announced)
