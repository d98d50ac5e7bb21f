"""Locations that an Air Force bulletin counts: where drones hit, and where debris fell."""

from __future__ import annotations

from wartoll.bulletins.air_force.account import LOOSE, Number
from wartoll.bulletins.air_force.nouns import noun
from wartoll.bulletins.air_force.state import AND, Sentence
from wartoll.bulletins.signs import DASHES

_PLACES = ("hit", "debris")
_AT = {"на", "в", "у", "at", "in"}
_BETWEEN = {"known", "loc", "other", "plain", "join", "verb"}
_CLAUSES = {",", ";", ":", *DASHES}


def locations(sentence: Sentence, at: int, found: Number) -> None:
    """Take a number of locations; where missiles hit too it is a note."""
    outcome = sentence.verb if sentence.verb in _PLACES else sentence.heard or sentence.outcome()
    after = "" if sentence.verb or _awaited(sentence, at) else _told_after(sentence, at)
    outcome = after or outcome
    debris = outcome == "debris"
    means = _debris_of(sentence, at) if debris else _means(sentence, at, after=bool(after))
    sentence.account.located = True
    follow = bool(after) and not debris and _hits_follow(sentence, at)
    if follow and means == "missiles":
        means = "both"
    if means != "missiles":
        sentence.verb = outcome if follow else ""
    if outcome not in _PLACES:
        sentence.unread.append(found.text)
    elif means == "drones":
        sentence.tell(found, outcome, "locations")
    else:
        _leave_out(sentence, found, outcome if means == "both" else "")


def _leave_out(sentence: Sentence, found: Number, outcome: str) -> None:
    """Pass over locations of missiles; those of missiles and drones together are noted."""
    sentence.leave_out(found)
    amount = found.qualifier if found.value is None else found.value
    said = {"hit": "be hit by missiles and drones", "debris": "have debris of missiles and drones"}
    if outcome:
        note = f"{amount} locations are said to {said[outcome]} together."
        sentence.account.notes.append(note)


def is_elliptical(sentence: Sentence, at: int, counted: str) -> bool:
    """Whether a number after hits or debris leaves out the locations told just before."""
    before, ends = any(s.kind == "loc" for s in sentence.signs[:at]), _ends_at(sentence, at)
    debris = sentence.verb == "debris" or "debris" in sentence.verbs_after(at)
    hits = sentence.outcome() == "hit" and before and ends
    return not counted and (hits or (debris and (before or ends)))


def _ends_at(sentence: Sentence, at: int) -> bool:
    """Whether "at four" needs no noun, as locations were told of in a sentence before."""
    before = [w.folded for w in sentence.words[: sentence.signs[at].first][-2:]]
    word = before[0] if before[-1:] == ["another"] else before[-1] if before else ""
    ends = at + 1 == len(sentence.signs) or sentence.mark(at + 1) in {",", ";", "."}
    ends = ends or sentence.kind(at + 1) == "verb"
    return word in _AT and ends and sentence.account.located


def _told_after(sentence: Sentence, at: int) -> str:
    """Hits or debris told right after their locations: the verb is theirs; '' when none is."""
    for step, sign in enumerate(sentence.clause_after(at), at + 1):
        if sentence.word(sign) in AND:
            return ""
        outcome = LOOSE.get(sign.value, sign.value)
        if sign.kind == "verb" and outcome in _PLACES:
            sentence.signs[step], sentence.heard = sign._replace(kind="known"), outcome
            return outcome
    return ""


def _hits_follow(sentence: Sentence, at: int) -> bool:
    """Whether the drones that hit are counted after their locations: hits of five UAVs."""
    clause = sentence.clause_after(at)
    end = at + 1 + len(clause)
    near = all(s.kind in _BETWEEN or s.value == "є" for s in clause)
    return near and sentence.kind(end) == "number" and noun(sentence, end) == "drone"


def _awaited(sentence: Sentence, at: int) -> bool:
    """Whether hits or debris were told of that have no locations yet: on 5 locations."""
    if sentence.word_before(sentence.signs[at]) not in _AT:
        return False
    if any((t.outcome, t.unit) == ("hit", "locations") for t in sentence.made):
        return False
    told = (*_PLACES, "hits")
    signs = [s for s in sentence.signs[:at] if s.kind in ("loc", "drone") or s.value in told]
    return bool(signs) and signs[-1].kind not in ("loc", "known")


def _debris_of(sentence: Sentence, at: int) -> str:
    """Whose debris it is: of drones, unless missiles are named after its verb."""
    verbs = (i for i in range(_last_location(sentence, at) + 1, at) if _is_debris(sentence, i))
    signs = sentence.signs[next(verbs, at) : at]
    missiles = any(s.kind == "other" and s.value != "targets" for s in signs)
    drones = any(s.kind == "drone" for s in signs)
    return "drones" if not missiles else "both" if drones else "missiles"


def _is_debris(sentence: Sentence, at: int) -> bool:
    return sentence.kind(at) == "verb" and sentence.value(at) == "debris"


def _last_location(sentence: Sentence, at: int) -> int:
    """Index of the locations told before a word, or -1."""
    return next((i for i in range(at - 1, -1, -1) if sentence.kind(i) == "loc"), -1)


def _means(sentence: Sentence, at: int, *, after: bool) -> str:
    """What hit locations: drones, missiles or both, as named since other locations were.

    "Means of attack" are drones in a text without missiles. Where nothing is named, the
    locations are those of the drones just told, or of all that the text tells of.
    """
    before = _last_location(sentence, at)
    if any(s.value == "together" for s in sentence.signs[before + 1 : at]):
        return "both"
    signs = sentence.signs[max(before + 1, _clause_of_hits(sentence, at)) : at]
    signs += sentence.clause_after(at) if after else []
    missiles = any(s.kind == "other" and s.value != "targets" for s in signs)
    drones = any(s.kind == "drone" for s in signs)
    if drones or missiles:
        return "both" if drones and missiles else "drones" if drones else "missiles"
    told = sentence.outcome() == "hit" and sentence.last and sentence.last.unit == "drones"
    targets = any(s.value == "targets" for s in signs)
    every = sentence.account.missiles and (targets or not told)
    return "both" if every else "drones"


def _clause_of_hits(sentence: Sentence, at: int) -> int:
    """Where the clause begins that tells of hits: drones before it were not said to hit."""
    verbs = [i for i in range(at) if LOOSE.get(sentence.value(i), sentence.value(i)) == "hit"]
    marks = [i for i in range(verbs[0] if verbs else 0) if sentence.mark(i) in _CLAUSES]
    return marks[-1] + 1 if marks else 0
