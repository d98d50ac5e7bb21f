"""Bulletins of the Air Force of Ukraine, in Ukrainian and in the agencies' English."""

from __future__ import annotations

import re
from datetime import datetime

from wartoll.bulletins.account import Account, Told
from wartoll.bulletins.air_force_figures import AccountReader
from wartoll.bulletins.languages import ENGLISH, UKRAINIAN
from wartoll.bulletins.lexicon import lexicon
from wartoll.bulletins.reading import Claim, Reading, refused
from wartoll.bulletins.signs import signs
from wartoll.bulletins.text import clean, words
from wartoll.bulletins.windows import Times
from wartoll.moments import KYIV, zone

_LANGUAGES = {"uk": UKRAINIAN, "en": ENGLISH}
_DRONE = re.compile(
    r"бпла|безпілотн|дрон|шахед|shahed|drone|\buavs?\b|unmanned|боєприпас", re.IGNORECASE
)
_OTHER = {
    "uk": re.compile(
        r"відколи|за (?:тиждень|місяць|минулу добу|добу)|протягом доби|минулого тижня"
        r"|від початку|з початку|курсом на|загроза|увага!|підсумк\w+ (?:тижня|місяця)|брифінг",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:over|in|during) the past (?:day|week|month|24 hours)|last (?:week|month)|this week"
        r"|since the (?:beginning|start)|heading for|threat of|monthly|weekly",
        re.IGNORECASE,
    ),
}
_CORRECTED = re.compile(
    r"уточнен|уточнил|виправлен|скоригован|clarified|corrected|correction|revised", re.IGNORECASE
)
_DESIGNATION = re.compile(
    r"\b((?:shahed|шахед\w*|х|x|kh|с|s|ту|tu|kn|су|su|міг|mig|орлан|orlan|зала|zala|іл|мерлін)"
    r"|(?:iskander|іскандер\w*)[-–]?[mм]?)[\"»”]?[-–\s]?\d{1,3}(?:[-–]?\w{1,3})?(?:/(?:\w{1,3}-)?\d{1,3}\w?)*",
    re.IGNORECASE,
)
_SHORT = (
    (re.compile(r"\bв\s*т\.\s?ч\.", re.IGNORECASE), "в тому числі"),
    (re.compile(r"\bобл\.", re.IGNORECASE), "області"),
    (re.compile(r"…|\.{3,}\s*$"), "…"),
    (re.compile(r"(?<=\d)\s(?=000\b)"), ""),
)
_PARTS = (
    "shot_down", "shot_down_or_suppressed", "suppressed", "lost_track", "left_airspace", "hit",
    "in_airspace",
)  # fmt: skip
_WHOLE_COUNTRY = "UA"


def read(raw: str, posted: datetime, language: str = "uk") -> list[Reading]:
    """Read one text.

    Parameters
    ----------
    raw : str
        The text, with or without its markup. Nothing that stands in it raises.
    posted : datetime
        Time of posting, with its zone.
    language : {'uk', 'en'}
        Language of the text.
    """
    text = _LANGUAGES[language].by_morning(_plain(clean(raw)))
    other = _OTHER[language].search(text)
    if not _DRONE.search(text):
        return [refused("no drones")]
    if other:
        return [refused(f"not an air-defence bulletin: {other[0]}")]
    if _CORRECTED.search(text):
        return [refused("a correction of earlier figures; code it as a revision")]
    times = Times(text, posted.astimezone(zone(KYIV)), _LANGUAGES[language])
    told = words(times.blanked())
    account = AccountReader(told, signs(told, lexicon(f"air_force_{language}"))).read()
    if not account.told:
        unread = f"; not understood: {', '.join(account.unread)}" if account.unread else ""
        return [refused(f"no figure of drones{unread}")]
    return [_judge(account, times, cut=text.endswith("…"))]


def _plain(text: str) -> str:
    """Abbreviations in full and designations of weapons without their numbers."""
    for pattern, full in _SHORT:
        text = pattern.sub(full, text)
    return _DESIGNATION.sub(r"\1", text)


def _judge(account: Account, times: Times, *, cut: bool) -> Reading:
    """Accept what is understood to the last number and does not exceed what was launched."""
    reason = ""
    if account.unread:
        reason = f"not understood: {', '.join(account.unread)}"
    elif cut:
        reason = "the text is cut"
    elif _excess(account):
        reason = f"the outcomes add up to {_excess(account)}, more than were launched"
        account = Account(notes=account.notes)
    notes = " ".join(dict.fromkeys(account.notes))
    claims = _claims(account, complete=not reason)
    window = times.window()
    status = "partial" if reason else "accepted"
    return Reading(status, reason, window, claims, account.unread, notes)


def _floor(told: Told) -> int:
    """Least number that a quantity stands for."""
    if told.value is None or told.qualifier in ("about", "at_most"):
        return 0
    return told.value


def _ends(account: Account) -> list[Told]:
    """Quantities that are parts of those launched."""
    found = [t for t in account.told if t.outcome in _PARTS and t.unit == "drones"]
    return [t for t in found if t.outcome != "in_airspace" or t.value is not None]


def _excess(account: Account) -> int:
    """Sum of the outcomes when it is more than was launched, else 0."""
    launched = account.find("launched")
    total = sum(_floor(t) for t in _ends(account))
    closed = launched is not None and launched.qualifier == "exact" and launched.value is not None
    return total if closed and launched and total > (launched.value or 0) else 0


def _claims(account: Account, *, complete: bool) -> list[Claim]:
    """Those launched, what became of them, and the places of each."""
    launched = account.find("launched")
    ends = _ends(account)
    claims: list[Claim] = []
    ordered = sorted(account.told, key=lambda t: t is not launched)
    for told in ordered:
        whole = 0 if launched and any(told is t for t in ends) else None
        claims.append(_quantity(told, whole))
        claims += _by_place(told, len(claims) - 1, complete=complete, into=claims[-1])
    exact = all(t.qualifier == "exact" for t in ends)
    if launched and ends and exact and complete and sum(_floor(t) for t in ends) == launched.value:
        claims[0].complete = "outcome"
    return claims


def _quantity(told: Told, whole: int | None) -> Claim:
    role = {"launched": "into", "left_airspace": "toward"}.get(told.outcome, "over")
    places, note = [_WHOLE_COUNTRY], ""
    if told.outcome == "left_airspace":
        known = told.places and not told.open
        places = told.places if known else ["theatre"]
        note = "" if known else "Where to is not told, or is no single country."
    if told.qualifier in ("several", "about", "withheld") and not note:
        note = f"Said to be {told.qualifier.replace('_', ' ')}."
    return Claim(
        told.outcome, places, told.value if told.qualifier != "several" else None, told.qualifier,
        told.unit, role, whole, "outcome" if whole is not None else "", note=note,
    )  # fmt: skip


def _by_place(told: Told, whole: int, *, complete: bool, into: Claim) -> list[Claim]:
    """Parts by place: with numbers, as most of the whole, or named only."""
    if told.outcome == "left_airspace" or told.unit != "drones":
        return []
    parts = []
    under = whole
    if len(told.most) > 1:
        parts.append(Claim(told.outcome, told.most, None, "most_of", whole=whole, axis="place"))
        parts[0].note = "Said to be most of them."
        under = whole + 1
    for place, value in told.counts.items():
        parts.append(Claim(told.outcome, [place], value, whole=whole, axis="place"))
    for place in dict.fromkeys([*told.most, *told.places]):
        if place not in told.counts:
            at = under if place in told.most else whole
            parts.append(Claim(told.outcome, [place], None, "listed", whole=at, axis="place"))
    regions = all("." not in p.places[0] for p in parts)
    if complete and parts and regions and not told.open and told.outcome in _PARTS[:3]:
        into.complete = "place"
    return parts
