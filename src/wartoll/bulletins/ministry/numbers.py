"""What a ministry's bulletin says, and what its numbers count."""

from __future__ import annotations

from dataclasses import dataclass, field

from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.signs import DASHES

_ENDS = {"number", "place", "each", "over", "heading", "near"}


@dataclass
class Item:
    """One number of drones over one place, or over several places together.

    Attributes
    ----------
    places : list of str
        Place ids in the text's order.
    value : int or None
        None for places named without a number.
    """

    places: list[str]
    value: int | None


@dataclass
class Figures:
    """What a bulletin says of drones with one outcome.

    Attributes
    ----------
    outcome : str
        As in drone_claims.
    total : int or None
        The text's total, or its only number; None when it gives none.
    total_stated : bool
        Whether the total stands by itself, beside the places' numbers.
    items : list of Item
        In the text's order.
    headings : list of Item
        Drones that a part of an item flew toward a place.
    districts : list of str
        Names of districts as written; their figures stand at the region.
    unread : list of str
        Numbers and names that were not understood.
    notes : list of str
        What was understood and has no row.
    """

    outcome: str
    total: int | None = None
    total_stated: bool = False
    items: list[Item] = field(default_factory=list)
    headings: list[Item] = field(default_factory=list)
    districts: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def known(self) -> int:
        """What the places' numbers add up to."""
        return sum(i.value for i in self.items if i.value is not None)


@dataclass
class Number:
    """A number of the text: what it counts, and whether for each place or of a part.

    It is ``passed`` once a place after it has a number of its own: it is none of places.
    """

    value: int
    text: str
    noun: str
    each: str
    within: bool
    passed: bool = False


def noun_of(sentence: list[Sign], at: int) -> str:
    """Kind of the noun that a number counts: drone, other, area; '' when it has none."""
    for sign in sentence[at + 1 :]:
        if sign.kind in ("drone", "other", "area"):
            return sign.kind
        if sign.kind in _ENDS or sign.value in DASHES:
            return ""
    return ""


def is_measure(sentence: list[Sign], at: int) -> bool:
    """Whether a number counts hours or distance: one without a noun after it does not."""
    nouns = (s.value for s in sentence[at + 1 :] if s.kind in ("drone", "other", "area"))
    return noun_of(sentence, at) == "other" and next(nouns, "") == "measure"


def each(sentence: list[Sign], at: int) -> str:
    """Where the word stands by which a number is that of each place; '' when there is none.

    Two each, by two, two drones were downed each.
    """
    for near in (at - 1, at + 1):
        if _kind(sentence, near) == "each":
            return sentence[near].value
    for sign in sentence[at + 1 :]:
        if sign.kind in ("place", "number") or sign.value in (",", ";"):
            return ""
        if sign.kind == "each" and sign.value == "after":
            return sign.value
    return ""


def is_within(sentence: list[Sign], at: int) -> bool:
    """Whether a number is that of a part: of which five, five of them."""
    before = any(s.kind == "within" for s in sentence[max(at - 3, 0) : at])
    return before or _kind(sentence, at + 1) == "within"


def is_limited(sentence: list[Sign], at: int) -> bool:
    """Whether a word limits a number, so that it is none to count with: about, 20 or more."""
    before = sentence[at - 1] if at else None
    limited = before is not None and (before.kind in ("limit", "near") or before.value == "limit")
    return limited or _is_open(sentence, at)


def _is_open(sentence: list[Sign], at: int) -> bool:
    """Whether a number is that or more: 20+, 20 or more, but not: 20 and more than 5."""
    joins, more = (*sentence[at + 1 : at + 3], None, None)[:2]
    if joins is None or joins.value == "+":
        return joins is not None
    told = joins.kind == "join" or joins.value in ("or", "или")
    closed = _kind(sentence, at + 3) != "number"
    return told and closed and more is not None and (more.kind == "limit" or more.value == "more")


def _kind(sentence: list[Sign], at: int) -> str:
    return sentence[at].kind if 0 <= at < len(sentence) else ""
