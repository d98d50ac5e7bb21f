"""Numbers of places in an Air Force bulletin: before them, or after a dash or in brackets.

A number of several places joined by "and" is theirs together, unless the text says each.
Places in a row with commas alone leave open which of them share it: it is unread.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from wartoll.bulletins.air_force.account import DOWN
from wartoll.bulletins.air_force.state import AND, Sentence
from wartoll.bulletins.signs import DASHES

_REST = {"решта", "решту", "rest"}
_EACH = {"each", "apiece"}
#: Kyiv and its region.
_AROUND = ("област", "region", "oblast")
_BETWEEN = {"join", "plain", "duration"}
_PLACES = {"place", "macro"}
_ENDS = {",", ";", ")"}


class _Run(NamedTuple):
    """Places named together: their indexes and the first after them.

    They are joined if the last two are, and open if it cannot be told which are meant.
    """

    places: list[int]
    end: int
    joined: bool
    open: bool


def take_before(sentence: Sentence, at: int) -> None:
    """Give the number that waits to the place at an index and to those named with it."""
    number, last = sentence.pending, sentence.last
    sentence.pending = None
    run = _run(sentence, at)
    if number is None or last is None or last.outcome not in DOWN or number.qualifier != "exact":
        sentence.leave(sentence.signs[at])
        return
    index = max(i for i in range(at) if sentence.kind(i) == "number")
    _give(sentence, run, number.value or 0, each=_is_each(sentence, index, run.end))


def take_after(sentence: Sentence, at: int) -> bool:
    """Give places the number that follows them; False when none does.

    A number after a dash is of all places joined before it, one in brackets of the last.
    """
    last = sentence.last
    if last is None or last.outcome not in DOWN or sentence.scene or sentence.pending:
        return False
    run = _run(sentence, at)
    opens = sentence.mark(run.end)
    index = run.end + 1
    if opens not in {*DASHES, "("} or sentence.kind(index) != "number":
        return False
    after = index + 2 if sentence.kind(index + 1) == "drone" else index + 1
    each = sentence.words[sentence.signs[after - 1].last + 1 :][:1]
    after += bool(each) and each[0].folded in _EACH
    closed = sentence.mark(after) == ")" if opens == "(" else _is_end(sentence, after)
    if not closed:
        return False
    if opens == "(" and len(run.places) > 1:
        return False
    number = sentence.signs[index]
    sentence.signs[index] = number._replace(kind="known")
    _give(sentence, run, int(number.value), each=_is_each(sentence, index, after))
    return True


def _run(sentence: Sentence, at: int) -> _Run:
    """Places from an index on with no more than marks and joining words between them."""
    places, end, joined = [at], at + 1, False
    between: list[str] = []
    for index in range(at + 1, len(sentence.signs)):
        sign = sentence.signs[index]
        word = sentence.word(sign)
        if sign.kind in _PLACES and sign.value and {*between} & {*AND, ","}:
            places.append(index)
            end, joined, between = index + 1, bool({*between} & AND), []
        elif word not in _REST and (sign.kind in _BETWEEN or sign.value == ","):
            between.append(word)
            end += not {*between} & {*AND, ","}
        else:
            break
    around = any(a in AND and b.startswith(_AROUND) for a, b in pairwise(between))
    return _Run(places, end, joined, around or (len(places) > 1 and not joined))


def _is_each(sentence: Sentence, number: int, end: int) -> bool:
    """Whether a number is that of each place: by four, four each."""
    first, last = sentence.signs[number].first, sentence.signs[min(end, len(sentence.signs)) - 1]
    before, around = sentence.words[:first][-1:], sentence.words[first : last.last + 2]
    return any(w.folded == "по" for w in before) or any(w.folded in _EACH for w in around)


def _is_end(sentence: Sentence, at: int) -> bool:
    """Whether an item of a list ends: with a mark, the sentence, or another place."""
    joins = sentence.kind(at) == "join" and sentence.kind(at + 1) in _PLACES
    return at >= len(sentence.signs) or sentence.mark(at) in _ENDS or joins


def _is_no_total(sentence: Sentence) -> bool:
    """Whether the number told before is that of a place itself: 15 over Odesa, 3 over Sumy."""
    last = sentence.last
    if last is None or not any(last is m for m in sentence.made) or not last.unnumbered():
        return False
    divided = any(sentence.mark(i) in {":", "("} for i in range(len(sentence.signs)))
    if divided or "within" in sentence.kinds:
        return False
    sentence.unread.append(str(last.value))
    return True


def _give(sentence: Sentence, run: _Run, value: int, *, each: bool) -> None:
    """Keep a number for its places; what cannot be told apart is left."""
    signs = [sentence.signs[i] for i in run.places]
    for index, sign in zip(run.places, signs, strict=True):
        sentence.signs[index] = sign._replace(kind="known")
    counts = sentence.last.counts if sentence.last else {}
    values = [s.value for s in signs]
    known = {p for places in counts for p in places}
    if known & set(values) or (run.open and not each) or _is_no_total(sentence):
        sentence.unread += [sentence.text(s) for s in signs]
    elif each:
        counts.update({(p,): value for p in values})
    else:
        counts[tuple(values)] = value
