"""From what an Air Force bulletin tells to claims: sums closed, parts under their wholes."""

from __future__ import annotations

from wartoll.bulletins.air_force.account import DOWN, EITHER, Account, Told
from wartoll.bulletins.reading import Claim

_ENDS = (*DOWN, "lost_track", "left_airspace", "hit", "in_airspace", EITHER)
_WHOLE_COUNTRY = "UA"
_ROLES = {"launched": "into", "left_airspace": "toward"}
_VAGUE = ("several", "tens", "dozens", "hundreds", "about", "withheld")


def settle(account: Account) -> str:
    """Bring quantities that repeat or contain each other together; why they cannot be, if so."""
    _settle_loose(account)
    _settle_joint(account)
    both, down = account.find(DOWN[1]), account.find(DOWN[0])
    if both and down:
        _settle_both(account, both, down)
    for told in account.told:
        _leave_directions(account, told)
    crowded = [t for t in account.told if t.crowded()]
    if crowded:
        account.give_up(*crowded)
        return "the places need more drones than are told"
    excess = _excess(account)
    if excess:
        account.give_up(*account.told)
        return f"the outcomes add up to {excess}, more than were launched"
    _note_either(account)
    return ""


def _note_either(account: Account) -> None:
    """Note drones said to be lost from radar or suppressed: no outcome has both."""
    for told in (t for t in account.told if t.outcome == EITHER):
        account.drop(told)
        limit = "" if told.qualifier == "exact" else f"{told.qualifier.replace('_', ' ')} "
        amount = "" if told.value is None else told.value
        account.notes.append(f"{limit}{amount} are said to be lost from radar or suppressed.")


def _leave_directions(account: Account, told: Told) -> None:
    """Note directions of the country beside regions whose numbers add up to the whole."""
    around = [p for p in told.unnumbered() if "." in p]
    if around and sum(told.counts.values()) == told.exact:
        account.notes += [f"Said to be over: {p}." for p in around]
        told.places = [p for p in told.places if p not in around]
        told.most = [p for p in told.most if p not in around]


def _settle_loose(account: Account) -> None:
    """Drop drones said to be neutralised where the text says how many were shot down."""
    loose = next((t for t in account.told if t.loose), None)
    told = [t for t in account.told if t.unit == "drones" and not t.loose and t.exact is not None]
    known = [t for o in (*DOWN, "lost_track") for t in told if t.outcome == o]
    if loose is None or not known:
        return
    either, down = account.find(EITHER), account.find(DOWN[0])
    if either and down and loose.exact == (either.exact or 0) + (down.exact or 0):
        loose.loose = False
        return
    sums = {sum(t.exact or 0 for t in known[:n]) for n in range(1, len(known) + 1)}
    account.told = [t for t in account.told if t is not loose]
    same = next((t for t in known if t.exact == loose.exact), None)
    if same:
        _join_places(same, loose)
    else:
        account.unread += loose.places
    if loose.exact not in sums and not any(loose.yields_to(Told("", v)) for v in sums):
        account.told.append(loose)
        account.give_up(loose, *known)


def _join_places(told: Told, other: Told) -> None:
    """Give a quantity the places of another that is the same."""
    told.places += [p for p in other.places if p not in told.places]
    told.most, told.open = told.most or other.most, told.open or other.open
    told.counts = told.counts or other.counts


def _settle_joint(account: Account) -> None:
    """Shot down is also suppressed where the text speaks of both together and of neither alone."""
    down = account.find(DOWN[0])
    if down and account.joint and not account.find(DOWN[1], DOWN[2]):
        down.outcome = DOWN[1]


def _settle_both(account: Account, both: Told, down: Told) -> None:
    """One number for shot down or suppressed beside one for shot down."""
    suppressed = account.find("suppressed") or account.find(EITHER)
    if suppressed is None and both.exact is not None and both.exact == down.exact:
        _join_places(both, down)
        account.told = [t for t in account.told if t is not down]
        return
    parts = (suppressed.exact if suppressed else None, down.exact)
    if None in (*parts, both.exact) or sum(p or 0 for p in parts) != both.exact:
        account.give_up(both, down, *([suppressed] if suppressed else []))


def _inner(account: Account) -> list[Told]:
    """Shot down and suppressed, where one number for both stands above them."""
    if account.find(DOWN[1]) is None:
        return []
    return [t for t in (account.find(DOWN[0]), account.find(DOWN[2]), account.find(EITHER)) if t]


def _ends(account: Account) -> list[Told]:
    """Quantities that are parts of those launched."""
    inner = _inner(account)
    found = [t for t in account.told if t.outcome in _ENDS and t.unit == "drones"]
    known = [t for t in found if t.outcome != "in_airspace" or t.value is not None]
    return [t for t in known if not any(t is i for i in inner)]


def _excess(account: Account) -> int:
    """Sum of the outcomes when it is more than was launched, else 0."""
    launched = account.find("launched")
    total = sum(t.least() for t in _ends(account))
    most = launched.value if launched and launched.qualifier in ("exact", "at_most") else None
    return total if most is not None and total > most else 0


def claims(account: Account, *, complete: bool) -> list[Claim]:
    """Those launched, what became of them, and the places of each."""
    launched = account.find("launched")
    ends, inner = _ends(account), _inner(account)
    made: list[Claim] = []
    both = -1
    for told in sorted(account.told, key=_order):
        whole = 0 if launched and any(told is t for t in ends) else None
        whole = both if any(told is t for t in inner) else whole
        both = len(made) if told.outcome == DOWN[1] else both
        made.append(_quantity(told, whole))
        made += _by_place(told, made[-1], len(made) - 1, complete=complete)
    exact = all(t.exact is not None for t in ends)
    rest = (launched.exact or 0) - sum(map(Told.least, ends)) if launched and ends else 0
    if launched and ends and exact and complete and rest == 0:
        made[0].complete = "outcome"
    elif complete and rest > 0:
        made[0].note = "What became of all of them is not told in numbers."
    if inner and complete and sum(t.exact or 0 for t in inner) == made[both].value:
        made[both].complete = " ".join(filter(None, ("outcome", made[both].complete)))
    return made


def _order(told: Told) -> int:
    """Wholes stand before their parts."""
    return {"launched": 0, DOWN[1]: 1}.get(told.outcome, 2)


def _quantity(told: Told, whole: int | None) -> Claim:
    places, note = [_WHOLE_COUNTRY], ""
    if told.outcome == "left_airspace":
        known = told.places and not told.open
        places = told.places if known else ["theatre"]
        note = "" if known else "Where to is not told, or is not in one country alone."
    if told.qualifier in _VAGUE and not note:
        note = f"Said to be {told.qualifier}."
    return Claim(
        told.outcome, places, told.value, told.qualifier, told.unit,
        _ROLES.get(told.outcome, "over"), whole, "outcome" if whole is not None else "", note=note,
    )  # fmt: skip


def _by_place(told: Told, into: Claim, whole: int, *, complete: bool) -> list[Claim]:
    """Parts by place: with numbers, as most of the whole, or named only."""
    if told.outcome not in (*DOWN, "lost_track"):
        return []
    parts = []
    under = whole
    if len(told.most) > 1:
        note = "Said to be most of them."
        parts.append(
            Claim(told.outcome, told.most, None, "most_of", whole=whole, axis="place", note=note)
        )
        under = whole + 1
    for places, value in told.counts.items():
        parts.append(Claim(told.outcome, list(places), value, whole=whole, axis="place"))
    for place in told.unnumbered():
        at = under if place in told.most else whole
        parts.append(Claim(told.outcome, [place], None, "listed", whole=at, axis="place"))
    if complete and _exhausts(told, parts):
        into.complete = "place"
    return parts


def _exhausts(told: Told, parts: list[Claim]) -> bool:
    """Whether the places are a complete list of regions."""
    regions = all("." not in p.places[0] for p in parts)
    counted = sum(told.counts.values())
    closed = not told.counts or bool(told.unnumbered()) or counted == told.exact
    return bool(parts) and regions and closed and not told.open and told.outcome in DOWN
