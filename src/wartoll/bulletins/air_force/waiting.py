"""Numbers of drones that wait for their outcome: what they are when a clause or sentence ends."""

from __future__ import annotations

from dataclasses import replace

from wartoll.bulletins.air_force import parts
from wartoll.bulletins.air_force.account import FATES, LOOSE, VERBS, Number
from wartoll.bulletins.air_force.state import Sentence
from wartoll.bulletins.signs import DASHES

CLAUSE_ENDS = {",", ";", ":"}


def within(sentence: Sentence, at: int) -> None:
    """Read "of which": with an outcome after it, the number that waits is that of the whole."""
    sentence.within = True
    counted = sentence.kind(at - 1) in ("number", "all")
    if sentence.pending and not counted and _have_fate(sentence, at):
        _whole(sentence, sentence.pending)
        sentence.pending = None


def _have_fate(sentence: Sentence, at: int) -> bool:
    """Whether an outcome other than the launch stands before the next mark."""
    marks = (i for i in range(at, len(sentence.signs)) if sentence.mark(i) in CLAUSE_ENDS)
    clause = sentence.signs[at : next(marks, len(sentence.signs))]
    return any(s.kind == "verb" and LOOSE.get(s.value, s.value) in FATES for s in clause)


def _whole(sentence: Sentence, number: Number) -> None:
    """Take drones of which some have an outcome: they are those launched."""
    if number.drones:
        sentence.tell(number, "launched")
    else:
        sentence.unread.append(number.text)


def close(sentence: Sentence, at: int) -> None:
    """End a clause: a number that waits is of those launched, if it says where from."""
    start = max((i for i in range(at) if sentence.kind(i) == "number"), default=0)
    number, clause = sentence.pending, {s.kind for s in sentence.signs[start:at]}
    sentence.pending = None
    if number and "drone" in clause and clause & {"origin", "from"}:
        sentence.tell(number, "launched")
    elif number:
        sentence.unread.append(number.text)


def alone(sentence: Sentence) -> None:
    """Drones told without a verb: told before, or launched, with the places they came from."""
    number = sentence.pending
    if number is None:
        return
    verbs = {LOOSE.get(v, v) for v in sentence.verbs & VERBS}
    bare = "drone" in sentence.kinds and not verbs
    again = [t for t in sentence.account.told if t.exact == number.value and t.unit == "drones"]
    here = [t for t in again if any(t is m for m in sentence.made)]
    if (bare and again and number.qualifier == "exact") or here:
        sentence.last = again[-1]
    elif again and not verbs and not sentence.kinds & {"drone", "other"}:
        return
    elif "unclear" in sentence.verbs and not verbs:
        sentence.account.notes.append(f"Said of {number.value} that it is not clear yet.")
    elif bare and _is_of_type(sentence):
        parts.part(sentence, number)
    elif _are_launched(sentence, number, verbs):
        sentence.tell(number, "launched")
    elif bare and number.qualifier == "exact":
        sentence.account.alone.append(replace(number, drones=True))
    else:
        sentence.unread.append(number.text)


def _are_launched(sentence: Sentence, number: Number, verbs: set[str]) -> bool:
    """Whether a number is of those launched: it says where from, or an attack and nothing else."""
    if not verbs and "drone" in sentence.kinds:
        return bool(sentence.kinds & {"origin", "from"})
    return verbs == {"launched"} and number.drones and not sentence.account.find("launched")


def _is_of_type(sentence: Sentence) -> bool:
    """Whether drones are said to be others: about 70 drones were Shaheds."""
    signs = [s for s in sentence.signs if s.kind or s.value.isalpha() or s.value in DASHES]
    kinds = [s.kind or s.value for s in signs if s.kind != "qualifier"]
    joins = next((k == "join" or k in DASHES for k in reversed(kinds[:-1])), False)
    named = any(s.kind == "drone" and s.value == "type" for s in sentence.signs)
    first = next((s.value for s in signs if s.kind in ("drone", "number", "several")), "")
    last = kinds[-1] == "drone" or (first == "type" and kinds[-1] == "number")
    return named and joins and last and _are_some(sentence)


def _are_some(sentence: Sentence) -> bool:
    """Whether the number that waits is no more than that of all those launched."""
    launched, some = sentence.account.find("launched"), sentence.pending
    most = launched.value if launched else None
    return most is None or (some is not None and (some.value or 0) <= most)
