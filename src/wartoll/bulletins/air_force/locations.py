"""Locations that an Air Force bulletin counts: where drones hit, and where debris fell."""

from __future__ import annotations

from wartoll.bulletins.air_force.account import LOOSE, Number
from wartoll.bulletins.air_force.state import DASHES, Sentence

_PLACES = ("hit", "debris")
_AT = {"на", "в", "у", "at", "in"}
_CLAUSES = {",", ";", ":", *DASHES}


def locations(sentence: Sentence, at: int, found: Number) -> None:
    """Take a number of locations; where missiles hit too it is a note."""
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
        sentence.leave_out(found)
        amount = found.qualifier if found.value is None else found.value
        sentence.account.notes.append(
            f"{amount} locations are said to be hit by missiles and drones together."
        )


def is_elliptical(sentence: Sentence, at: int, counted: str) -> bool:
    """Whether a number after debris leaves out the locations told just before."""
    told_before = any(s.kind == "loc" for s in sentence.signs[:at]) or _ends_at(sentence, at)
    debris = sentence.verb == "debris" or "debris" in sentence.verbs_after(at)
    return not counted and debris and told_before


def _ends_at(sentence: Sentence, at: int) -> bool:
    """Whether "at four" needs no noun, as locations were told of in a sentence before."""
    word = sentence.words[sentence.signs[at].first - 1].folded
    ends = at + 1 == len(sentence.signs) or sentence.mark(at + 1) in {",", ";"}
    ends = ends or sentence.kind(at + 1) == "verb"
    return word in _AT and ends and sentence.account.located


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
