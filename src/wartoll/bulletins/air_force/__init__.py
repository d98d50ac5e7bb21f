"""Bulletins of the Air Force of Ukraine, in Ukrainian and in the agencies' English."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from wartoll.bulletins.air_force.account import Account
from wartoll.bulletins.air_force.claims import claims, settle
from wartoll.bulletins.air_force.figures import account as account_of
from wartoll.bulletins.air_force.shapes import RECAP, TOLD, no_bulletin, plain
from wartoll.bulletins.asides import part
from wartoll.bulletins.languages import ENGLISH, UKRAINIAN
from wartoll.bulletins.lexicon import lexicon
from wartoll.bulletins.reading import Reading, refused
from wartoll.bulletins.signs import join_outcomes, named, signs
from wartoll.bulletins.text import clean, words
from wartoll.bulletins.windows import Times
from wartoll.moments import KYIV, zone

_LANGUAGES = {"uk": UKRAINIAN, "en": ENGLISH}
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
    text = _LANGUAGES[language].plain(plain(clean(raw)))
    reason = no_bulletin(text, language)
    if reason:
        return [refused(reason)]
    times = Times(text, posted.astimezone(zone(KYIV)), _LANGUAGES[language], TOLD)
    parted = part(times, RECAP)
    if parted.reason:
        return [refused(parted.reason)]
    if parted.aside:
        times = Times(parted.own, times.posted, times.language, TOLD)
    known, told = lexicon(f"air_force_{language}"), words(times.blanked())
    found = join_outcomes(signs(told, known))
    if any(s.kind == "correction" for s in found):
        return [refused("a correction of earlier figures; code it as a revision")]
    account = account_of(told, found)
    account.unread += named(parted.aside, known)
    if account.is_of_one_region() and any(s.kind == "apart_office" for s in found):
        return [refused("a count of one region, with another office named")]
    if not account.told:
        unread = f"; not understood: {', '.join(account.unread)}" if account.unread else ""
        reading = refused(f"no figure of drones{unread}")
        return [replace(reading, unread=account.unread)]
    return [_judge(account, times, cut=text.endswith("…"))]


def _judge(account: Account, times: Times, *, cut: bool) -> Reading:
    """Accept what is understood to the last number and does not exceed what was launched."""
    reason = settle(account)
    if account.unread and not reason:
        reason = f"not understood: {', '.join(account.unread)}"
    elif cut and not reason:
        reason = "the text is cut"
    late, odd = times.late(), times.misdated()
    if odd and not reason:
        reason = f"a date not of the half year before the posting: {odd}"
    if late and late - times.posted > _HASTE and not reason:
        reason = "its figures are as of a time after the posting"
    elif late:
        account.notes.append(f"Said to be as of {late:%H:%M}, after the posting.")
    notes = " ".join(dict.fromkeys(account.notes))
    made = claims(account, complete=not reason)
    status = "partial" if reason else "accepted"
    return Reading(status, reason, times.window(_ORDER), made, account.unread, notes)
