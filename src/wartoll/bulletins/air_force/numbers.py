"""What the numbers of an Air Force bulletin count: drones with an outcome, locations, a part.

Every number of drones goes with the nearest outcome: the one before it that has no number
yet, or else the next.
"""

from __future__ import annotations

import re

from wartoll.bulletins.air_force.account import DOWN, FATES, LOOSE, VERBS, Number, Told
from wartoll.bulletins.air_force.state import Sentence

_NOUNS = {"drone", "other", "loc", "duration", "district", "apart"}
_PASSED = {"of", "times", "qualifier", "plain", "country", "known", "within"}
_QUOTES = {"«", "»", '"', "“", "”", "„", "(", ")", "'", "’", "/"}
_REACH = 9
_PLACES = ("hit", "debris")
_AT = {"на", "в", "у", "at", "in"}
_PLURAL = re.compile(r"(?:к[иі]|ків|ками|ках|тні|тень|тнями|s)$")
_THESE = {"цих", "таких", "these", "those"}
_TIMES = {"10": "tens", "12": "dozens", "100": "hundreds"}


def noun(sentence: Sentence, at: int) -> str:
    """Kind of the noun that a number counts; '' when it has none, '?' when it is unknown."""
    signs = sentence.signs
    for place in range(at + 1, min(at + _REACH, len(signs))):
        sign = signs[place]
        if sign.kind in _NOUNS:
            return sign.kind.replace("district", "duration")
        if place == at + 1 and sign.kind == "join" and _joined(sentence, place):
            return _joined(sentence, place)
        if sign.kind == "number" and signs[place - 1].kind in ("of", "qualifier", "country"):
            continue
        if sign.kind in _PASSED or sign.value in _QUOTES:
            continue
        return "" if sign.kind or not sign.value.isalpha() else "?"
    return ""


def _joined(sentence: Sentence, at: int) -> str:
    """Kind of what a word joins to the number before it: 35 were missiles and 185 were UAVs."""
    word, noun_at = sentence.words[sentence.signs[at].first].folded, at + 1
    typed = sentence.kind(noun_at) == "drone" and sentence.value(noun_at) == "type"
    counted = sentence.kind(noun_at) in ("other", "drone") and not typed
    return sentence.kind(noun_at) if word in {"were", "was", "are"} and counted else ""


def are_targets_before(sentence: Sentence, at: int) -> bool:
    """Whether targets are counted right before a verb, so that what follows lists them."""
    kinds = [s for s in sentence.signs[:at] if s.kind in ("number", "other", "drone", "verb")]
    return [s.value for s in kinds[-1:]] == ["targets"] and [s.kind for s in kinds[-2:-1]] == [
        "number"
    ]


def number(sentence: Sentence, at: int) -> None:
    """Read a number; tens after it multiply it."""
    sign = sentence.signs[at]
    after = sentence.signs[at + 1].value if sentence.kind(at + 1) == "times" else "1"
    value = int(sign.value) * int(after)
    _count(sentence, at, Number(value, sentence.qualifier or "exact", sentence.text(sign)))


def several(sentence: Sentence, at: int) -> None:
    """Read a number that the text does not give: several, or several tens."""
    after = sentence.signs[at + 1].value if sentence.kind(at + 1) == "times" else ""
    found = Number(None, _TIMES.get(after, "several"), sentence.text(sentence.signs[at]))
    _count(sentence, at, found)


def times(sentence: Sentence, at: int) -> None:
    """Read tens or hundreds without a number of them."""
    sign = sentence.signs[at]
    if sentence.kind(at - 1) in ("number", "several"):
        return
    if sentence.qualifier:
        found = Number(int(sign.value), sentence.qualifier, sentence.text(sign))
    elif not _PLURAL.search(sentence.words[sign.first].folded):
        sentence.leave(sign)
        return
    else:
        found = Number(None, _TIMES[sign.value], sentence.text(sign))
    _count(sentence, at, found)


def _count(sentence: Sentence, at: int, found: Number) -> None:
    """Decide what a number counts by the noun after it, then by the verbs around it."""
    counted, sentence.qualifier = noun(sentence, at), ""
    of_others = sentence.others is not None and not counted
    theirs = of_others and "drone" not in sentence.kinds and _is_within(found, sentence.others)
    sentence.others = found if counted == "other" else sentence.others if theirs else None
    if counted == "duration":
        _districts(sentence, at, found)
    elif counted == "other" and _are_targets(sentence, at):
        unsure = sentence.account.alone if sentence.headline else None
        sentence.unread.append(found.text) if unsure is None else unsure.append(found)
    elif counted == "other":
        _pass(sentence, found)
        sentence.listing = bool(sentence.verb)
        if sentence.made and _after_mark(sentence, at):
            sentence.last = Told("missiles")
    elif theirs:
        _pass(sentence, found)
        sentence.listing = bool(sentence.verb)
    elif _are_missiles(sentence) and not counted:
        sentence.unread.append(found.text)
    elif sentence.apart or of_others or (counted in ("?", "apart") and not _of_these(sentence, at)):
        sentence.unread.append(found.text)
    elif counted == "loc" or _elliptical(sentence, at, counted):
        _locations(sentence, at, found)
    elif _is_mixed(sentence, at):
        sentence.unread.append(found.text)
    elif _is_named(sentence, at) and _are_of_targets(sentence, at):
        sentence.tell(found, sentence.heard)
    elif _is_bracketed(sentence, at) or _is_named(sentence, at):
        part(sentence, found)
    elif _is_part(sentence, at):
        _part(sentence, at, found)
    elif _is_whole(sentence, at):
        last, launched = sentence.last, sentence.account.find("launched")
        if launched is None or launched.value != found.value:
            sentence.tell(found, "launched")
        sentence.last = last or sentence.last
    else:
        _drones(sentence, at, found)


def _is_within(found: Number, whole: Number | None) -> bool:
    """Whether a number may be part of another: 354 targets, 158 of which shot down."""
    values = found.value, whole.value if whole else None
    return None not in values and (values[0] or 0) <= (values[1] or 0)


def _are_of_targets(sentence: Sentence, at: int) -> bool:
    """Whether drones are told apart from missiles among targets: of the targets downed, 90."""
    targets = any(s.value == "targets" for s in sentence.signs[:at])
    return targets and sentence.heard in DOWN and not sentence.verb


def _pass(sentence: Sentence, found: Number) -> None:
    """Remember a number that is understood and is no figure of drones."""
    sentence.account.passed |= set() if found.value is None else {found.value}


def _are_missiles(sentence: Sentence) -> bool:
    """Whether a sentence names missiles and neither drones nor locations."""
    named = any(s.kind == "other" and s.value != "targets" for s in sentence.signs)
    return named and not sentence.kinds & {"drone", "loc"}


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


def _are_targets(sentence: Sentence, at: int) -> bool:
    """Whether targets are counted in a text without missiles, so that they may be drones."""
    if sentence.account.missiles:
        return False
    following = (s.value for s in sentence.signs[at + 1 : at + _REACH] if s.kind == "other")
    return next(following, "") == "targets"


def _is_whole(sentence: Sentence, at: int) -> bool:
    """Whether a number is that of all: of 100, of Russia's 100, but not destruction of 100."""
    before = at - 2 if sentence.kind(at - 1) == "country" else at - 1
    return sentence.kind(before) == "of" and sentence.kind(before - 1) != "verb"


def _drones(sentence: Sentence, at: int, found: Number) -> None:
    after = sentence.signs[at + 1] if at + 1 < len(sentence.signs) else None
    if after and after.kind == "verb" and after.value in VERBS:
        sentence.heard, sentence.verb = LOOSE.get(after.value, after.value), after.value
        sentence.signs[at + 1] = after._replace(kind="told")
    fates = [v for v in sentence.verbs_after(at) if LOOSE.get(v, v) in FATES]
    if sentence.verb == "noted" and fates:
        sentence.verb = fates[0]
    apart = "other" in sentence.kinds or "drone" not in sentence.kinds
    if sentence.verb == "hits" and apart and noun(sentence, at) != "drone":
        sentence.unread.append(found.text)
    if sentence.verb and sentence.listing and _has_verb_of_its_own(sentence, at):
        sentence.unread.append(found.text)
    if sentence.verb:
        sentence.tell(found, sentence.verb)
        sentence.verb, sentence.listing = "", False
        return
    if sentence.pending:
        sentence.unread.append(sentence.pending.text)
    sentence.pending = found


def _has_verb_of_its_own(sentence: Sentence, at: int) -> bool:
    """Whether another outcome follows a number that a verb of a list waits for."""
    verbs = {LOOSE.get(v, v) for v in sentence.verbs_after(at) if v in VERBS}
    return bool(verbs - {LOOSE.get(sentence.verb, sentence.verb), "launched"})


def _elliptical(sentence: Sentence, at: int, counted: str) -> bool:
    """Whether a number after debris leaves out the locations told just before."""
    told_before = any(s.kind == "loc" for s in sentence.signs[:at]) or _ends_at(sentence, at)
    debris = sentence.verb == "debris" or "debris" in sentence.verbs_after(at)
    return not counted and debris and told_before


def _ends_at(sentence: Sentence, at: int) -> bool:
    """Whether a clause ends in "at four", and locations were told of in a sentence before."""
    word = sentence.words[sentence.signs[at].first - 1].folded
    ends = at + 1 == len(sentence.signs) or sentence.mark(at + 1) in {",", ";"}
    return word in _AT and ends and sentence.account.located


def _is_part(sentence: Sentence, at: int) -> bool:
    """Whether a number is that of a part without an outcome of its own: N of them Shaheds."""
    marked = sentence.within or sentence.kind(at + 1) == "within" or _of_those(sentence, at)
    sentence.within = False
    return marked and not sentence.verb and not _outcome_follows(sentence, at)


def _is_mixed(sentence: Sentence, at: int) -> bool:
    """Whether a number of hits is of drones and missiles together: 60 drones and missiles."""
    near = range(at + 1, min(at + _REACH, len(sentence.signs)))
    counted = next((i for i in near if sentence.kind(i) in _NOUNS), 0)
    pair = [sentence.kind(i) for i in range(counted, counted + 3)]
    return pair == ["drone", "join", "other"] and sentence.heard == "hit"


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether a number is said to be of a type: more than 80 were Shaheds."""
    kinds = sentence.kind(at + 1), sentence.kind(at + 2)
    return kinds == ("join", "drone") and sentence.value(at + 2) == "type" and not sentence.verb


def _is_bracketed(sentence: Sentence, at: int) -> bool:
    """Whether a number stands in brackets after the type that it counts: Shaheds (around 70)."""
    opened = at - 2 if sentence.kind(at - 1) == "qualifier" else at - 1
    before = {sentence.kind(opened - 1), sentence.kind(opened - 2)}
    brackets = sentence.mark(opened) == "(" and sentence.mark(at + 1) == ")"
    return brackets and "drone" in before


def _of_those(sentence: Sentence, at: int) -> bool:
    """Whether a number is said to be of those launched, or of these drones."""
    if sentence.kind(at) != "number" or sentence.kind(at + 1) != "of":
        return False
    these = sentence.words[sentence.signs[at + 2].first].folded if sentence.kind(at + 2) else ""
    return sentence.kind(at + 2) == "verb" or these in _THESE


def _outcome_follows(sentence: Sentence, at: int) -> bool:
    """Whether an outcome other than the launch stands between a number and the next mark."""
    verbs = [v for v in sentence.verbs_after(at) if v in VERBS]
    return any(v != "launched" for v in verbs)


def _of_these(sentence: Sentence, at: int) -> bool:
    """Whether a number is directly followed by "of them"."""
    return sentence.kind(at + 1) == "within"


def _part(sentence: Sentence, at: int, found: Number) -> None:
    """Keep the number of one place for it; that of one type has no row."""
    if any(s.kind in ("place", "macro") for s in sentence.clause_after(at)):
        sentence.pending = found
    else:
        part(sentence, found)


def part(sentence: Sentence, found: Number) -> None:
    """Note the number of a part that has no row."""
    whole = sentence.last if sentence.last and sentence.last.outcome != "missiles" else None
    of = (whole or sentence.account.find("launched") or Told(sentence.verb or "launched")).outcome
    about = "" if found.qualifier == "exact" else f"{found.qualifier.replace('_', ' ')} "
    value = "" if found.value is None else found.value
    note = f"Of those {of.replace('_', ' ')}, {about}{value} are told apart by type or means."
    sentence.account.notes.append(note.replace("  ", " "))


def _locations(sentence: Sentence, at: int, found: Number) -> None:
    outcome = sentence.verb if sentence.verb in _PLACES else sentence.heard or sentence.outcome()
    after = "" if sentence.verb or _awaited(sentence, at) else _told_after(sentence, at)
    outcome = after or outcome
    means = _means(sentence, at, after=bool(after))
    sentence.account.located = True
    if means != "missiles":
        sentence.verb = ""
    if outcome not in _PLACES:
        sentence.unread.append(found.text)
    elif outcome == "debris" or means == "drones":
        sentence.tell(found, outcome, "locations")
    elif means == "both":
        _pass(sentence, found)
        amount = found.qualifier if found.value is None else found.value
        sentence.account.notes.append(
            f"{amount} locations are said to be hit by missiles and drones together."
        )


def _told_after(sentence: Sentence, at: int) -> str:
    """Hits or debris told right after their locations: the verb is theirs; '' when none is."""
    for step, sign in enumerate(sentence.clause_after(at), at + 1):
        outcome = LOOSE.get(sign.value, sign.value)
        if sign.kind == "verb" and outcome in _PLACES:
            sentence.signs[step], sentence.heard = sign._replace(kind="known"), outcome
            return outcome
    return ""


def _awaited(sentence: Sentence, at: int) -> bool:
    """Whether hits or debris were told of that have no locations yet: on 5 locations."""
    if sentence.words[sentence.signs[at].first - 1].folded not in _AT:
        return False
    told = (*_PLACES, "hits")
    signs = [s for s in sentence.signs[:at] if s.kind in ("loc", "drone") or s.value in told]
    return bool(signs) and signs[-1].kind not in ("loc", "known")


def _means(sentence: Sentence, at: int, *, after: bool) -> str:
    """What hit locations: drones, missiles or both, as named since other locations were.

    "Means of attack" are drones in a text without missiles. Where nothing is named, the
    locations are those of the drones just told, or of all that the text tells of.
    """
    before = next((i for i in range(at - 1, -1, -1) if sentence.kind(i) == "loc"), -1)
    signs = sentence.signs[before + 1 : at]
    signs += sentence.clause_after(at) if after else []
    missiles = any(s.kind == "other" and s.value != "targets" for s in signs)
    drones = any(s.kind == "drone" for s in signs)
    if drones or missiles:
        return "both" if drones and missiles else "drones" if drones else "missiles"
    told = sentence.last is not None and sentence.last.unit == "drones" and not sentence.others
    targets = any(s.value == "targets" for s in signs)
    every = sentence.account.missiles and (targets or not told)
    return "both" if every else "drones"


def other(sentence: Sentence, _: int) -> None:
    """Read missiles: names before any number of drones are theirs, and the verb goes on."""
    sentence.listing = sentence.listing or bool(sentence.verb)
    sentence.last = sentence.last or Told("missiles")
