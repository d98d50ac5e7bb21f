"""Numbers of an Air Force bulletin: each goes with what it counts and with an outcome.

Every number of drones goes with the nearest outcome: the one before it that has no number
yet, or else the next.
"""

from __future__ import annotations

import itertools
import re

from wartoll.bulletins.air_force import parts
from wartoll.bulletins.air_force.account import DOWN, FATES, LOOSE, VERBS, Number, Told
from wartoll.bulletins.air_force.locations import is_elliptical, locations
from wartoll.bulletins.air_force.nouns import NOUNS, REACH, are_missiles, may_be_drones, noun
from wartoll.bulletins.air_force.outcomes import is_alternative
from wartoll.bulletins.air_force.state import SCENES, Sentence
from wartoll.bulletins.signs import DASHES

_PLURAL = re.compile(r"(?:к[иі]|ків|ками|ках|тні|тень|тнями|s)$")
_HOURS = 2
#: Outcomes of drones that are neither shot down nor only launched.
_LAST = {"lost_track", "left_airspace", "in_airspace", "hit"}
_FURTHER = {"ще", "іще", "another", "additional", "further"}
_TIMES = {"10": "tens", "12": "dozens", "100": "hundreds"}


def number(sentence: Sentence, at: int) -> None:
    """Read a number; tens after it multiply it. An hour like 0830 is none."""
    sign = sentence.signs[at]
    if len(sign.value) > _HOURS and sign.value.startswith("0"):
        sentence.leave(sign)
        return
    after = sentence.signs[at + 1].value if sentence.kind(at + 1) == "times" else "1"
    value = int(sign.value) * int(after)
    limit = "at_least" if _is_open(sentence, at) else sentence.qualifier or "exact"
    _count(sentence, at, Number(value, limit, sentence.text(sign)))


def _is_open(sentence: Sentence, at: int) -> bool:
    """Whether a number is said to be that or more: 115+, 115 or more."""
    following = [sentence.word(s) for s in sentence.signs[at + 1 : at + 3]]
    joined = sentence.value(at + 1) == "or" and following[-1:] in (["більше"], ["more"])
    return following[:1] == ["+"] or joined


def several(sentence: Sentence, at: int) -> None:
    """Read a number that the text does not give: several, or several tens."""
    after = sentence.signs[at + 1].value if sentence.kind(at + 1) == "times" else ""
    found = Number(None, _TIMES.get(after, "several"), sentence.text(sentence.signs[at]))
    if sentence.scene in SCENES and "drone" not in sentence.kinds:
        return
    if not after and LOOSE.get(sentence.value(at + 1)) == "hit":
        sentence.heard = "hit"
        locations(sentence, at, found)
    else:
        _count(sentence, at, found)


def times(sentence: Sentence, at: int) -> None:
    """Read tens or hundreds without a number of them."""
    sign = sentence.signs[at]
    if sentence.kind(at - 1) in ("number", "several"):
        return
    if sentence.qualifier:
        found = Number(int(sign.value), sentence.qualifier, sentence.text(sign))
    elif not _PLURAL.search(sentence.word(sign)):
        sentence.leave(sign)
        return
    else:
        found = Number(None, _TIMES[sign.value], sentence.text(sign))
    _count(sentence, at, found)


def _count(sentence: Sentence, at: int, found: Number) -> None:
    """Decide what a number counts by the noun after it, then by the verbs around it."""
    counted, sentence.qualifier = noun(sentence, at), ""
    found.drones = counted == "drone"
    of_targets = sentence.account.targets and parts.of_these(sentence, at)
    sentence.account.targets = of_targets or _are_targets(sentence, at, counted)
    if of_targets:
        sentence.leave_out(found)
        sentence.listing = bool(sentence.verb)
        return
    if _is_of_others(sentence, at, found, counted):
        return
    vague = counted in ("?", "apart") and not parts.of_these(sentence, at)
    whole = parts.whole_of_kinds(sentence)
    if whole is not None and at != whole:
        parts.part(sentence, found)
    elif (sentence.apart and whole is None) or vague or _is_mixed(sentence, at):
        sentence.unread.append(found.text)
    elif counted == "loc" or is_elliptical(sentence, at, counted):
        locations(sentence, at, found)
    elif sentence.whole and not sentence.verb:
        parts.divide(sentence, at, found)
    elif parts.is_named(sentence, at) or parts.is_bracketed(sentence, at):
        parts.take(sentence, at, found, drones=parts.is_named(sentence, at))
    elif parts.is_part(sentence, at):
        parts.take_or_wait(sentence, at, found, drones=counted == "drone")
    elif _is_whole(sentence, at):
        _whole(sentence, found)
    else:
        _drones(sentence, at, found)


def _are_targets(sentence: Sentence, at: int, counted: str) -> bool:
    """Whether a number counts targets in a text with missiles."""
    near = (s.value for s in sentence.signs[at + 1 : at + REACH] if s.kind == "other")
    return counted == "other" and sentence.account.missiles and next(near, "") == "targets"


def _is_of_others(sentence: Sentence, at: int, found: Number, counted: str) -> bool:
    """Read a number of missiles, targets, hours or districts; False for any other."""
    whole, sentence.others = sentence.others, None
    including = counted == "?" and sentence.kind(at - 1) == "within"
    of_others = whole is not None and (not counted or including)
    drones = "drone" in sentence.kinds
    theirs = of_others and not drones and _is_within(found, whole)
    theirs = theirs or (of_others and not counted and sentence.kind(at - 1) == "of")
    if counted == "duration":
        _districts(sentence, at, found)
    elif counted == "other" and may_be_drones(sentence, at):
        above = sentence.headline or not sentence.verbs & VERBS
        unsure = sentence.account.alone if above else None
        sentence.unread.append(found.text) if unsure is None else unsure.append(found)
    elif counted == "other" or theirs:
        sentence.others = whole if theirs else found
        sentence.leave_out(found)
        sentence.listing = bool(sentence.verb)
        if counted and sentence.made and _after_mark(sentence, at):
            sentence.last = Told("missiles")
    elif not counted and are_missiles(sentence) and _is_item(sentence, at):
        sentence.leave_out(found)
    elif not counted and (of_others or are_missiles(sentence)):
        sentence.unread.append(found.text)
    else:
        return False
    return True


def _is_item(sentence: Sentence, at: int) -> bool:
    """Whether a line is of one weapon and its number, after a dash."""
    numbers = sum(s.kind == "number" for s in sentence.signs)
    return numbers == 1 and sentence.mark(at - 1) in DASHES


def _whole(sentence: Sentence, found: Number) -> None:
    """Take the number of all those launched, if it was not told before."""
    last, launched = sentence.last, sentence.account.find("launched")
    if launched is None or launched.value != found.value:
        sentence.tell(found, "launched")
    sentence.last = last or sentence.last


def _is_within(found: Number, whole: Number | None) -> bool:
    """Whether a number may be part of another: 354 targets, 158 of which shot down."""
    values = found.value, whole.value if whole else None
    return None not in values and (values[0] or 0) <= (values[1] or 0)


def _after_mark(sentence: Sentence, at: int) -> bool:
    """Whether a comma or semicolon comes right before a number, articles aside."""
    before = next((i for i in range(at - 1, -1, -1) if sentence.kind(i) != "plain"), 0)
    return sentence.mark(before) in {",", ";"}


def _districts(sentence: Sentence, at: int, found: Number) -> None:
    """Note how many districts have debris; other numbers of districts or hours say nothing."""
    nouns = {s.kind for s in sentence.signs[at + 1 : at + 4]}
    if "district" in nouns and "debris" in sentence.verbs:
        amount = found.qualifier if found.value is None else found.value
        sentence.account.notes.append(f"Debris is said to be in {amount} districts.")


def _is_mixed(sentence: Sentence, at: int) -> bool:
    """Whether a number of hits is of drones and missiles together: 60 drones and missiles."""
    near = range(at + 1, min(at + REACH, len(sentence.signs)))
    counted = next((i for i in near if sentence.kind(i) in NOUNS), 0)
    pair = [sentence.kind(i) for i in range(counted, counted + 3)]
    return pair == ["drone", "join", "other"] and sentence.heard == "hit"


def _is_whole(sentence: Sentence, at: int) -> bool:
    """Whether a number is that of all: of 100, of Russia's 100, but not destruction of 100."""
    before = at - 2 if sentence.kind(at - 1) == "country" else at - 1
    return sentence.kind(before) == "of" and sentence.kind(before - 1) != "verb"


def _drones(sentence: Sentence, at: int, found: Number) -> None:
    after = sentence.signs[at + 1] if at + 1 < len(sentence.signs) else None
    if after and after.kind == "verb" and after.value in VERBS:
        sentence.unread += [found.text] if is_alternative(sentence, at + 1) else []
        sentence.heard, sentence.verb = LOOSE.get(after.value, after.value), after.value
        sentence.signs[at + 1], sentence.scene = after._replace(kind="told"), ""
    fates = [v for v in sentence.verbs_after(at) if LOOSE.get(v, v) in FATES]
    if sentence.verb == "noted" and fates:
        sentence.verb = fates[0]
    apart = "other" in sentence.kinds or "drone" not in sentence.kinds
    if sentence.verb == "hits" and apart and noun(sentence, at) != "drone":
        sentence.unread.append(found.text)
    goes_on = sentence.listing or LOOSE.get(sentence.verb, sentence.verb) in _LAST
    goes_on = goes_on or _ends_in_its_verb(sentence, at)
    if sentence.verb and goes_on and _has_verb_of_its_own(sentence, at):
        sentence.unread.append(found.text)
    if _is_further(sentence, at):
        sentence.unread.append(found.text)
    if sentence.verb:
        sentence.tell(found, sentence.verb)
        sentence.verb, sentence.listing = "", False
        return
    if parts.are_division(sentence, at):
        parts.part(sentence, found)
        return
    if sentence.pending:
        sentence.unread.append(sentence.pending.text)
    sentence.pending = found


def _is_further(sentence: Sentence, at: int) -> bool:
    """Whether more drones are said to be shot down in places, and not how many before."""
    near = {sentence.word(s) for s in sentence.signs[max(at - 1, 0) : at + 2]}
    account = sentence.account
    before = account.find(*DOWN) or (sentence.kinds & {"other"})
    clause = {s.kind for s in sentence.clause_after(at)}
    return bool(near & _FURTHER) and bool(clause & {"place", "macro"}) and not before


def _ends_in_its_verb(sentence: Sentence, at: int) -> bool:
    """Whether an outcome ends the clause of a number, and no other number waits for it."""
    clause = sentence.clause_after(at)
    told = [s for s in clause if s.kind or s.value.isalpha()]
    counted = sentence.kind(at + 1 + len(clause)) == "number"
    return not counted and bool(told) and told[-1].kind == "verb" and told[-1].value in VERBS


def _has_verb_of_its_own(sentence: Sentence, at: int) -> bool:
    """Whether another outcome follows a number, or missiles beside it, that a list waits for."""
    following = at
    while noun(sentence, _next_number(sentence, following)) == "other":
        following = _next_number(sentence, following)
    beyond = itertools.takewhile(
        lambda s: s.value not in DASHES, sentence.clause_after(following) if following > at else []
    )
    told = [*sentence.verbs_after(at), *(s.value for s in beyond if s.kind == "verb")]
    verbs = {LOOSE.get(v, v) for v in told if v in VERBS}
    return bool(verbs - {LOOSE.get(sentence.verb, sentence.verb), "launched"})


def _next_number(sentence: Sentence, at: int) -> int:
    """Index of the number that ends the clause after another one; beyond the end for none."""
    end = at + 1 + len(sentence.clause_after(at))
    return end if sentence.kind(end) == "number" else len(sentence.signs)


def other(sentence: Sentence, _: int) -> None:
    """Read missiles: names before any number of drones are theirs, and the verb goes on."""
    sentence.listing = sentence.listing or bool(sentence.verb)
    sentence.last = sentence.last or Told("missiles")
