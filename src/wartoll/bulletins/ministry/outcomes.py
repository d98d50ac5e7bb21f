"""Which numbers of a ministry's bulletin are totals: of one outcome, or of each of two."""

from __future__ import annotations

from itertools import pairwise

from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.ministry.numbers import Figures, Number


def by_outcome(sentence: list[Sign]) -> list[list[Sign]]:
    """Cut a sentence with several outcomes into clauses, each with one and with its numbers.

    Returns
    -------
    list of list of Sign
        Empty when it cannot be cut so: nine destroyed, 33 jammed; but not: 42 destroyed
        and jammed over two regions.
    """
    verbs = [i for i, s in enumerate(sentence) if s.kind == "verb"]
    clauses, start = [], 0
    for before, after in pairwise(verbs):
        if sentence[before].value == sentence[after].value:
            continue
        cut = _cut(sentence, before, after)
        if cut is None:
            return []
        clauses.append(sentence[start:cut])
        start = cut + 1
    clauses = [part for c in [*clauses, sentence[start:]] for part in _announcement(c)]
    counted = all(any(s.kind == "number" for s in c) for c in clauses)
    return clauses if counted else []


def _cut(sentence: list[Sign], before: int, after: int) -> int | None:
    """Last mark or joining word between two verbs that has no more than a number after it."""
    for index in range(after - 1, before, -1):
        sign = sentence[index]
        if sign.kind == "place":
            return None
        if sign.value in (",", ";") or sign.kind == "join":
            return index
    return None


def _announcement(clause: list[Sign]) -> list[list[Sign]]:
    """Cut off what stands before a colon and has no outcome: 42 drones were detected."""
    colon = next((i for i, s in enumerate(clause) if s.value == ":"), None)
    if colon is None or any(s.kind == "verb" for s in clause[:colon]):
        return [clause]
    return [clause[:colon], clause[colon + 1 :]]


def settle_one(
    found: list[Figures], announced: list[int], loose: dict[str, list[Number]], *, single: bool
) -> list[Figures]:
    """Decide which number is the total of the only outcome.

    Parameters
    ----------
    found : list of Figures
        What the text tells, without totals.
    announced : list of int
        Numbers of the header.
    loose : dict
        By outcome, numbers that have no place; '' for sentences without an outcome.
    single : bool
        Whether one drone is meant where no number stands.
    """
    (figures,) = found
    every = [n for several in loose.values() for n in several]
    numbers = [n for n in every if not n.within]
    told = {n.value for n in numbers}
    figures.unread += [n.text for n in every if n.within and n.value not in told]
    apart = [n for n in numbers if n.each]
    values = [i.value for i in figures.items]
    if [n.value for n in numbers] == [figures.known] and None in values:
        pass  # The sum of the places with numbers alone: it is not that of the others.
    elif apart:
        figures.unread += [n.text for n in numbers]
        figures.items, figures.headings = [], []
    elif len(numbers) == 1 or _is_repeated(figures, told):
        figures.total, figures.total_stated = numbers[0].value, True
    elif numbers:
        figures.unread += [n.text for n in numbers]
        figures.items, figures.headings = [], []
    elif len(figures.items) == 1 and values[0] is not None and not figures.unread:
        figures.total = values[0]
    elif not figures.items and not announced and single:
        figures.total = 1
    if not figures.items:
        figures.unread += figures.districts
    _announced(figures, announced)
    return found


def _is_repeated(figures: Figures, told: set[int]) -> bool:
    """Whether one number told again is the total: that of no place, or of more than one."""
    places = sum(len(i.places) for i in figures.items)
    covers = len(told) == 1 and places != 1 and min(told) > figures.known
    return covers or told == {figures.known}


def _announced(figures: Figures, announced: list[int]) -> None:
    """Use the header's number of attacking drones where the body gives none."""
    if not announced:
        return
    told = [i.value for i in figures.items if i.value is not None]
    if len(set(announced)) > 1:
        figures.unread += [str(a) for a in announced]
    elif figures.total is None and not told and len(figures.items) <= 1 and not figures.unread:
        figures.total, figures.total_stated = announced[0], True
        for item in figures.items:
            item.value = announced[0]
    elif announced[0] not in (figures.total, sum(told)):
        figures.unread += [str(n) for n in (announced[0], figures.total) if n is not None]
        figures.total = None
    elif figures.total is None:
        figures.total, figures.total_stated = announced[0], True


def settle_apart(
    found: list[Figures], announced: list[int], loose: dict[str, list[Number]], *, single: bool
) -> list[Figures]:
    """Give each outcome its own total; a number of all must be their sum.

    Parameters
    ----------
    found, announced, loose, single
        As for `settle_one`; one drone is never meant without a number here.
    """
    del single
    first = found[0]
    for figures in found:
        numbers = loose.get(figures.outcome, [])
        if len(numbers) == 1:
            figures.total, figures.total_stated = numbers[0].value, True
        elif numbers or not figures.items:
            first.unread += [n.text for n in numbers] or [figures.outcome]
    every = [*announced, *(n.value for n in loose.get("", []))]
    totals = sum(f.total or f.known for f in found)
    first.unread += [str(n) for n in every if n != totals]
    if not every:
        first.unread += [n.text for several in loose.values() for n in several if n.within]
    if every and not first.unread:
        first.notes.append(f"Said to be {totals} in all.")
    return found
