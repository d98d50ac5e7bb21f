"""Numbers of an Air Force bulletin that are parts of others: of a type, of targets, of a place."""

from __future__ import annotations

import itertools

from wartoll.bulletins.air_force.account import DOWN, VERBS, Number, Told
from wartoll.bulletins.air_force.nouns import QUOTES
from wartoll.bulletins.air_force.state import Sentence
from wartoll.bulletins.signs import DASHES

_TWO = 2
_THESE = {"цих", "таких", "these", "those"}


def part(sentence: Sentence, found: Number) -> None:
    """Note the number of a part that has no row."""
    whole = sentence.last if sentence.last and sentence.last.outcome != "missiles" else None
    of = (whole or sentence.account.find("launched") or Told(sentence.verb or "launched")).outcome
    about = "" if found.qualifier == "exact" else f"{found.qualifier.replace('_', ' ')} "
    value = "" if found.value is None else found.value
    note = f"Of those {of.replace('_', ' ')}, {about}{value} are told apart by type or means."
    sentence.account.notes.append(note.replace("  ", " "))


def take(sentence: Sentence, at: int, found: Number, *, drones: bool) -> None:
    """Take drones told apart from missiles among targets; any other part is a note."""
    if drones and _are_of_targets(sentence, at):
        sentence.tell(found, sentence.heard)
    else:
        part(sentence, found)


def take_or_wait(sentence: Sentence, at: int, found: Number, *, drones: bool) -> None:
    """Keep the number of one place for it; that of one type has no row."""
    if any(s.kind in ("place", "macro") for s in sentence.clause_after(at)):
        sentence.pending = found
    else:
        take(sentence, at, found, drones=drones)


def divide(sentence: Sentence, at: int, found: Number) -> None:
    """Read a line of a list that divides a number told above, or tells it again."""
    if sentence.whole and found.value == sentence.whole.value:
        sentence.last = sentence.whole
    elif any(s.kind in ("place", "macro") for s in sentence.signs[:at]):
        sentence.unread.append(found.text)
    else:
        take_or_wait(sentence, at, found, drones=False)


def is_part(sentence: Sentence, at: int) -> bool:
    """Whether a number is that of a part without an outcome of its own: N of them Shaheds."""
    marked = sentence.within or sentence.kind(at + 1) == "within" or _of_those(sentence, at)
    sentence.within = False
    waits = bool(sentence.verb) and not _is_of_launched(sentence, at)
    return marked and not waits and not _outcome_follows(sentence, at)


def _is_of_launched(sentence: Sentence, at: int) -> bool:
    """Whether fewer drones are said to be launched than were told before."""
    launched, sign = sentence.account.find("launched"), sentence.signs[at]
    if sentence.verb != "launched" or launched is None or sign.kind != "number":
        return False
    return launched.exact is not None and int(sign.value) < launched.exact


def is_named(sentence: Sentence, at: int) -> bool:
    """Whether a number is said to be of a type: more than 80 were Shaheds."""
    joins = sentence.kind(at + 1) == "join" or sentence.mark(at + 1) in DASHES
    quoted = sentence.mark(at + 2) in QUOTES
    noun = at + 3 if quoted else at + 2
    named = sentence.kind(noun) == "drone" and sentence.value(noun) == "type"
    return joins and named and not sentence.verb


def is_bracketed(sentence: Sentence, at: int) -> bool:
    """Whether a number stands in brackets after the type that it counts: Shaheds (around 70)."""
    opened = at - 2 if sentence.kind(at - 1) == "qualifier" else at - 1
    before = {sentence.kind(opened - 1), sentence.kind(opened - 2)}
    clause = itertools.takewhile(lambda s: s.value != ")", sentence.signs[at + 1 :])
    plain = all(s.kind in ("", "plain", "drone", "within", "join") for s in clause)
    return sentence.mark(opened) == "(" and plain and "drone" in before


def whole_of_kinds(sentence: Sentence) -> int | None:
    """Index of a number that those after it divide, small drones among them; None for none.

    Eight drones, among them six Shaheds and two reconnaissance drones.
    """
    numbers = [i for i, s in enumerate(sentence.signs) if s.kind == "number"]
    first, *rest = numbers or [0]
    others = sentence.kinds & {"other", "place", "macro", "apart_office", "recall", "supposed"}
    if len(rest) < _TWO or others or "apart" not in sentence.kinds:
        return None
    value, *kinds = (int(sentence.signs[i].value) for i in numbers)
    return first if sum(kinds) == value else None


def are_division(sentence: Sentence, at: int) -> bool:
    """Whether a number is one of those after a colon that add up to the drones told before it."""
    whole = sentence.last.exact if sentence.last and sentence.last.unit == "drones" else None
    colon = next((i for i in range(at) if sentence.mark(i) == ":"), None)
    if whole is None or colon is None or sentence.kind(at) != "number":
        return False
    after = sentence.signs[colon:]
    told = any(s.kind in ("place", "macro", "other") or s.value in VERBS for s in after)
    return not told and sum(int(s.value) for s in after if s.kind == "number") == whole


def _of_those(sentence: Sentence, at: int) -> bool:
    """Whether a number is said to be of those launched, or of these drones."""
    if sentence.kind(at) != "number" or sentence.kind(at + 1) != "of":
        return False
    of_launched = sentence.kind(at + 2) == "drone" and sentence.value(at + 3) == "launched"
    these = sentence.kind(at + 2) and sentence.word(sentence.signs[at + 2]) in _THESE
    return sentence.kind(at + 2) == "verb" or bool(these) or of_launched


def of_these(sentence: Sentence, at: int) -> bool:
    """Whether a number is directly followed by "of them"."""
    return sentence.kind(at + 1) == "within"


def _outcome_follows(sentence: Sentence, at: int) -> bool:
    """Whether an outcome other than the launch stands between a number and the next mark."""
    verbs = [v for v in sentence.verbs_after(at) if v in VERBS]
    return any(v != "launched" for v in verbs)


def _are_of_targets(sentence: Sentence, at: int) -> bool:
    """Whether drones are told apart from missiles among targets: of the targets downed, 90."""
    targets = any(s.value == "targets" for s in sentence.signs[:at])
    return targets and sentence.heard in DOWN and not sentence.verb
