"""What a ministry's bulletin says, and what its numbers count."""

from __future__ import annotations

from dataclasses import dataclass, field

from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.text import Word

_NUMBERS = {"number", "taken"}
DASHES = {"–", "-", "—"}
#: What a line of a list has that names places alone.
_LISTED = {"place", "over", "join", "area"}
#: Words and marks after which something else is told.
_GOES_ON = {",", ";", "и", "а", "также", "and"}
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
    """A number of the text: what it counts, and whether for each place or of a part."""

    value: int
    text: str
    noun: str
    each: str
    within: bool


def noun_of(sentence: list[Sign], at: int) -> str:
    """Kind of the noun that a number counts: drone, other, area; '' when it has none."""
    for sign in sentence[at + 1 :]:
        if sign.kind in ("drone", "other", "area"):
            return sign.kind
        if sign.kind in _ENDS or sign.value in DASHES:
            return ""
    return ""


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
    """Whether a word limits a number, so that it is none to count with: about, at least."""
    before = sentence[at - 1] if at else None
    return before is not None and (before.kind == "limit" or before.value == "limit")


def names_places(sentence: list[Sign]) -> bool:
    """Whether a line has places alone, which go on the list of the line before."""
    return all(s.kind in _LISTED or s.value in (",", ";") for s in sentence)


def number_after(words: list[Word], sentence: list[Sign], at: int) -> int | None:
    """Index of the number that follows a place: over the Kursk region five."""
    first = all(s.kind in _LISTED for s in sentence[:at])
    counted = [i for i in range(at, len(sentence)) if sentence[i].kind == "number"]
    alone = not any(s.kind == "place" for s in sentence[at + 1 :])
    if first and alone and len(counted) == 1:
        return counted[0]
    for index in range(at + 1, len(sentence)):
        sign = sentence[index]
        if sign.kind == "number":
            return index
        unknown = not sign.kind and sign.value.isalpha()
        joins = unknown or words[sign.first].folded in _GOES_ON
        if sign.kind == "place" or (joins and _kind(sentence, index + 1) != "verb"):
            return None
    return None


def noun_before(sentence: list[Sign], at: int) -> str:
    """What a place goes with: a noun before it, or the number of the place before."""
    kinds = {s.kind for s in sentence}
    if "other" in kinds and "drone" not in kinds:
        return "other"
    last = next((i for i in range(at - 1, -1, -1) if sentence[i].kind in _NUMBERS), -1)
    since = {s.kind for s in sentence[last + 1 : at]}
    if last >= 0 and "place" in since and not _begins_anew(sentence, last, at):
        return "number"
    nouns = [s.kind for s in sentence[:at] if s.kind in ("drone", "other")]
    return nouns[-1] if nouns else ""


def _begins_anew(sentence: list[Sign], number: int, at: int) -> bool:
    """Whether something else is told after the places of a number: a verb or a noun."""
    first = next(i for i in range(number, at) if sentence[i].kind == "place")
    return bool({s.kind for s in sentence[first:at]} & {"verb", "drone", "other"})


def _kind(sentence: list[Sign], at: int) -> str:
    return sentence[at].kind if 0 <= at < len(sentence) else ""
