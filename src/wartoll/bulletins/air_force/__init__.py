"""Bulletins of the Air Force of Ukraine, in Ukrainian and in the agencies' English."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import datetime, timedelta

from wartoll.bulletins.air_force.account import Account
from wartoll.bulletins.air_force.claims import claims, settle
from wartoll.bulletins.air_force.figures import account as account_of
from wartoll.bulletins.languages import ENGLISH, UKRAINIAN
from wartoll.bulletins.lexicon import lexicon
from wartoll.bulletins.reading import Reading, refused
from wartoll.bulletins.signs import join_outcomes, signs
from wartoll.bulletins.text import clean, undesignated, words
from wartoll.bulletins.windows import Times
from wartoll.moments import KYIV, zone

_LANGUAGES = {"uk": UKRAINIAN, "en": ENGLISH}
_DRONE = re.compile(
    r"бпла|безпілотн|дрон|шахед|shahed|drone|\buavs?\b|unmanned|боєприпас", re.IGNORECASE
)
#: What sentences with the window are about.
_TOLD = re.compile(
    _DRONE.pattern
    + r"|атак|наліт|напад|удар|ніч|ночі|збит|знищ|знешкод|ппо|протиповітр|ворог|противник"
    r"|attack|raid|night|shot down|down(?:ed)?\b|destroy|air defen|enemy|russia|launch|as of",
    re.IGNORECASE,
)
#: Words of texts that are no bulletins, in small letters.
_OTHER = {
    "uk": re.compile(
        r"відколи|за (?:тиждень|місяць)|минулого тижня"
        r"|у (?:січні|лютому|березні|квітні|травні|червні|липні|серпні|вересні|жовтні|листопаді"
        r"|грудні)(?! \d{1,2}\b)|за (?:січень|лютий|березень|квітень|травень|червень|липень|серпень"
        r"|вересень|жовтень|листопад|грудень)\b|відео роботи|на відео|кадри"
        r"|від початку|з початку|курсом на|загроза|увага!|підсумк\w+ (?:тижня|місяця)|брифінг",
    ),
    "en": re.compile(
        r"(?:over|in|during) (?:the )?past (?:week|month)|last (?:week|month)"
        r"|this week|\b(?:in|within|for|over|during) (?:a|the|one) (?:week|month)\b"
        r"|footage|caption|since the (?:beginning|start)|heading for|threat of|monthly|weekly",
    ),
}
#: Words of recaps of a day, which a bulletin may have beside its night.
_DAY = re.compile(
    r"за (?:минулу )?добу|протягом доби|(?:over|in|during) (?:the )?past (?:day|24 hours)",
    re.IGNORECASE,
)
#: A small jet munition that the bulletins count apart; its designations are no numbers.
_BANDEROL = re.compile(
    r"(?:(?:(?:баражуюч\w+ )?боєприпас\w+|loitering munitions?) (?:типу |of the )?)?(?:S-?8000 )?"
    r"[\"«“„”]?((?<!\w)бандерол\w*|banderols?\b|(?<!\w)(?:дань?|dan)-[tт]\b)[\"»”]?"
    r"(?:\s?/\s?[\"«“„]?(?:дань?|dan)-[tт]\b[\"»”]?)?",
    re.IGNORECASE,
)
_SHORT = (
    (re.compile(r"\bв\s*т\.\s?ч\.", re.IGNORECASE), "в тому числі"),
    (re.compile(r"\bобл\.", re.IGNORECASE), "області"),
    (re.compile(r"…|\.{3,}\s*$"), "…"),
    (re.compile(r"\b3[мm]\d\d\b", re.IGNORECASE), ""),
    (re.compile(r"(?<=іскандер|iskander)\s?[-–]\s?(?=[мmкk]\b)", re.IGNORECASE), "-"),
    (re.compile(r"(?<=[a-z])['’]s\b", re.IGNORECASE), ""),
)
#: How long before its cut-off a text may be posted: the round hour is set down beforehand.
_HASTE = timedelta(minutes=30)
#: A time of day inside a night says when it began, not when the figures end.
_ORDER = ("period", "start", "cut_off", "night", "moment")


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
    text = _LANGUAGES[language].plain(_plain(clean(raw)))
    other = _OTHER[language].search(text.lower())
    if not _DRONE.search(text):
        return [refused("no drones")]
    if other:
        return [refused(f"not an air-defence bulletin: {other[0]}")]
    times = Times(text, posted.astimezone(zone(KYIV)), _LANGUAGES[language], _TOLD)
    recap = times.beside(_DAY)
    if recap is None:
        return [refused(f"not an air-defence bulletin: {_DAY.findall(text)[0]}")]
    parted = _part(times, recap)
    if parted is None:
        return [refused("two nights in one text")]
    own, aside = parted
    times = times if not aside else Times(own, times.posted, times.language, _TOLD)
    known, told = lexicon(f"air_force_{language}"), words(times.blanked())
    found = join_outcomes(signs(told, known))
    if any(s.kind == "correction" for s in found):
        return [refused("a correction of earlier figures; code it as a revision")]
    account = account_of(told, found)
    beside = words(aside)
    account.unread += [
        " ".join(w.text for w in beside[s.first : s.last + 1])
        for s in signs(beside, known)
        if s.kind in ("number", "place", "macro")
    ]
    if not account.told:
        unread = f"; not understood: {', '.join(account.unread)}" if account.unread else ""
        reading = refused(f"no figure of drones{unread}")
        return [replace(reading, unread=account.unread)]
    return [_judge(account, times, cut=text.endswith("…"))]


def _part(times: Times, recap: list[tuple[int, int]]) -> tuple[str, str] | None:
    """The text without what it tells of other nights and days, and that; None if not clear."""
    asides = times.asides()
    if asides is None:
        return None
    asides = sorted({*asides, *recap})
    text, blanked = times.text, times.blanked()
    for start, end in asides:
        text = text[:start] + " " * (end - start) + text[end:]
    return text, " ¶ ".join(blanked[start:end] for start, end in asides)


def _plain(text: str) -> str:
    """Abbreviations in full and designations of weapons without their numbers."""
    for pattern, full in _SHORT:
        text = pattern.sub(full, text)
    if any(name in text.lower() for name in ("андерол", "anderol", "дань-", "дан-", "dan-")):
        text = _BANDEROL.sub(r"\1", text)
    return undesignated(_one_headline(text))


def _one_headline(text: str) -> str:
    """The text with the lines of capitals above it as one line."""
    lines = re.split(r"\s*¶\s*", text)
    above = list(itertools.takewhile(lambda line: line.upper() == line, lines))
    head = " ".join(line for line in above if any(map(str.isalnum, line)))
    return " ¶ ".join([head, *lines[len(above) :]]) if head else text


def _judge(account: Account, times: Times, *, cut: bool) -> Reading:
    """Accept what is understood to the last number and does not exceed what was launched."""
    reason = settle(account)
    if account.unread and not reason:
        reason = f"not understood: {', '.join(account.unread)}"
    elif cut and not reason:
        reason = "the text is cut"
    if times.misdated() and not reason:
        reason = f"its date lies after the posting: {times.misdated()}"
    late = times.late()
    if late and late - times.posted > _HASTE and not reason:
        reason = "its figures are as of a time after the posting"
    elif late:
        account.notes.append(f"Said to be as of {late:%H:%M}, after the posting.")
    notes = " ".join(dict.fromkeys(account.notes))
    made = claims(account, complete=not reason)
    status = "partial" if reason else "accepted"
    return Reading(status, reason, times.window(_ORDER), made, account.unread, notes)
