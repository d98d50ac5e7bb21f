"""From what a ministry's bulletin tells to claims: totals, their places, what adds up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from wartoll.bulletins.ministry.numbers import Figures, Item
from wartoll.bulletins.reading import Claim, Reading, Window, refused

_LONG_LIST = 4


def settle_cut(found: list[Figures], *, listing: bool) -> None:
    """Keep the total of a text that is cut only where it stands by itself.

    Parameters
    ----------
    found : list of Figures
        What the text tells, by outcome.
    listing : bool
        Whether the text breaks off in a list of places, of which more may share a number.
    """
    if listing and found[-1].items and not _names_all(found[-1]):
        found[-1].items[-1].value = None
    for figures in found:
        if _names_all(figures):
            figures.total, figures.items[0].value = figures.items[0].value, None
        elif not figures.total_stated or figures.known > (figures.total or 0):
            figures.total = None


def _names_all(figures: Figures) -> bool:
    """Whether one number stands before a long list of places: the total, though the list is cut.

    In every bulletin of 2023 to 2026 that is whole and shares a number among four places or
    more, it is the total.
    """
    return len(figures.items) == 1 and len(figures.items[0].places) >= _LONG_LIST


def _part_city(items: list[Item]) -> None:
    """Moscow region is the region alone where the city has a number of its own."""
    if any(i.places == ["RU-MOW"] for i in items):
        for item in items:
            if item.places == ["group.RU-MOS+RU-MOW"]:
                item.places = ["RU-MOS"]


def _leave_repeated(figures: Figures) -> None:
    """Leave places that are named twice: with two numbers they cannot be told apart."""
    numbered = Counter(p for i in figures.items if i.value is not None for p in i.places)
    twice = {p for p, times in numbered.items() if times > 1}
    left = [i for i in figures.items if i.value is not None and twice & set(i.places)]
    figures.unread += [str(i.value) for i in left]
    kept = [i for i in figures.items if i not in left]
    figures.items = [i for i in kept if i.value is not None or not set(i.places) <= set(numbered)]


def _clashes(figures: Figures) -> bool:
    """Whether the places' numbers and the total cannot both be as read."""
    if figures.total is None or not figures.items:
        return False
    shared = [len(i.places) for i in figures.items if i.value in (None, figures.total)]
    unnumbered = [len(i.places) for i in figures.items if i.value is None]
    if unnumbered:
        return figures.known + sum(unnumbered) > figures.total
    return figures.known != figures.total or max(shared, default=0) > figures.total


def _untold(figures: Figures) -> Figures:
    """Nothing of a sum that does not close: which number is misread cannot be told."""
    numbers = [figures.total, *(i.value for i in figures.items)]
    return Figures(figures.outcome, unread=[str(n) for n in numbers if n is not None])


def _closes(figures: Figures) -> bool:
    """Whether the places have the whole of a total that stands by itself."""
    values = [i.value for i in figures.items]
    return figures.total_stated and None not in values and figures.known == figures.total


def judge(found: list[Figures], window: Window, *, cut: bool) -> Reading:
    """Accept what is understood to the last number and adds up.

    Parameters
    ----------
    found : list of Figures
        What the text tells, by outcome.
    window : Window
        When it happened.
    cut : bool
        Whether the text breaks off.
    """
    for figures in found:
        _part_city(figures.items)
        _leave_repeated(figures)
    unread = [u for f in found for u in f.unread]
    reason = ""
    if unread:
        reason = f"not understood: {', '.join(unread)}"
        found = [_untold(f) if f.total is not None and f.known > f.total else f for f in found]
    elif cut and not all(map(_closes, found)):
        reason = "the text is cut"
    elif any(map(_clashes, found)):
        clashing = next(f for f in found if _clashes(f))
        reason = f"the places add up to {clashing.known}, not {clashing.total}"
        found = [_untold(f) for f in found]
        unread = [u for f in found for u in f.unread]
    rows = _rows(found, complete=not reason)
    if not rows and not cut:
        return replace(refused(reason or "no figure"), unread=unread)
    status = "partial" if reason else "accepted"
    return Reading(status, reason, window, rows, unread, _note(found))


def _note(found: list[Figures]) -> str:
    """What was understood and has no row."""
    districts = [d for f in found for d in f.districts]
    said = [f"Said of districts: {', '.join(districts)}."] if districts else []
    return " ".join([*said, *(n for f in found for n in f.notes)])


def _rows(found: list[Figures], *, complete: bool) -> list[Claim]:
    """Claims of all outcomes, one after the other."""
    made: list[Claim] = []
    for figures in found:
        own = _claims(figures, complete=complete)
        shift = len(made)
        made += [c if c.whole is None else replace(c, whole=c.whole + shift) for c in own]
    return made


def _claims(figures: Figures, *, complete: bool) -> list[Claim]:
    """A total over the theatre, its parts by place, and parts of those by heading."""
    claims = _total(figures, complete=complete)
    whole = 0 if claims else None
    items = figures.items
    if whole is not None and _shares_all(items, figures.total):
        items = [replace(items[0], value=None)]
    for item in (i for several in items for i in _apart(several)):
        claims.append(_part(figures.outcome, item, whole, "place"))
    for item in figures.headings:
        near = [i for i, c in enumerate(claims) if _holds(c.places, item.places[0])]
        toward = _part(figures.outcome, item, near[0] if near else whole, "heading")
        claims.append(replace(toward, role="toward", places=item.places[:1]))
    return claims


def _shares_all(items: list[Item], total: int | None) -> bool:
    """Whether the only places, several, have the total's own number together."""
    return len(items) == 1 and len(items[0].places) > 1 and items[0].value in (None, total)


def _apart(item: Item) -> list[Item]:
    """Places without a number one by one: only a number is shared."""
    return [item] if item.value is not None else [replace(item, places=[p]) for p in item.places]


def _holds(places: list[str], place: str) -> bool:
    """Whether some places, or the members of their groups, hold another."""
    return place in (m for p in places for m in p.removeprefix("group.").split("+"))


def _part(outcome: str, item: Item, whole: int | None, axis: str) -> Claim:
    qualifier = "listed" if item.value is None else "exact"
    axis = axis if whole is not None else ""
    return Claim(outcome, item.places, item.value, qualifier, whole=whole, axis=axis)


def _total(figures: Figures, *, complete: bool) -> list[Claim]:
    if figures.total is None:
        return []
    closes = figures.known == figures.total or all(i.value is None for i in figures.items)
    ends = "place" if complete and closes and figures.items else ""
    return [Claim(figures.outcome, ["theatre"], figures.total, complete=ends)]
