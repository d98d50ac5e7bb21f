"""What a bulletin of the Air Force of Ukraine tells: quantities of drones, with their places."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Outcomes that are numbers of drones, as in drone_claims but for the last.
OUTCOMES = {
    "launched", "shot_down", "suppressed", "shot_down_or_suppressed", "lost_track",
    "left_airspace", "in_airspace", "hit", "debris", "lost_or_suppressed",
}  # fmt: skip
#: One number for two outcomes that are no one outcome of drone_claims: it is a note.
EITHER = "lost_or_suppressed"
DOWN = ("shot_down", "shot_down_or_suppressed", "suppressed")
#: Words that stand for an outcome under a condition: neutralised, unless the text says how;
#: flew, toward a country; noted, where no other outcome is; hits, of drones alone; struck, but
#: not with them; in the sky, if they are not said to be shot down there.
LOOSE = {
    "down": "shot_down_or_suppressed", "flew": "left_airspace", "noted": "launched", "hits": "hit",
    "struck": "hit", "sky": "in_airspace",
}  # fmt: skip
VERBS = OUTCOMES | set(LOOSE)
#: Outcomes that need a number before another outcome is told.
FATES = (*DOWN, "lost_track", "left_airspace", "hit", EITHER)


@dataclass
class Number:
    """A number of the text that waits for its outcome; ``drones`` if it is said to be of them."""

    value: int | None
    qualifier: str
    text: str
    drones: bool = False

    def fits(self, values: set[int]) -> bool:
        """Whether one of some exact numbers is what this one says less exactly, or the same."""
        told = Told("", self.value, self.qualifier)
        return self.value in values or any(told.yields_to(Told("", v)) for v in values)


@dataclass
class Told:
    """One quantity: an outcome with its number, qualifier and places.

    Attributes
    ----------
    counts : dict
        Numbers of places, or of places together, parts of this quantity.
    most : list of str
        Places that together have most of it.
    open : bool
        Whether the text says that it does not name all places.
    loose : bool
        Whether the word for the outcome does not tell shot down from suppressed.
    said : int
        How many times the text says it.
    """

    outcome: str
    value: int | None = None
    qualifier: str = "exact"
    unit: str = "drones"
    places: list[str] = field(default_factory=list)
    counts: dict[tuple[str, ...], int] = field(default_factory=dict)
    most: list[str] = field(default_factory=list)
    open: bool = False
    loose: bool = False
    said: int = 1

    @property
    def amount(self) -> tuple[int | None, str]:
        """The number and its limiting word."""
        return self.value, self.qualifier

    @property
    def vague(self) -> bool:
        """Whether it is a quantity without a number: several, tens."""
        return self.value is None and self.qualifier != "withheld"

    @property
    def exact(self) -> int | None:
        """The number where it is an exact one."""
        return self.value if self.qualifier == "exact" else None

    @property
    def where(self) -> tuple[list[str], dict[tuple[str, ...], int], list[str], bool]:
        """A copy of its places, of their numbers, of those with most, and if there are more."""
        return [*self.places], {**self.counts}, [*self.most], self.open

    def yields_to(self, other: Told) -> bool:
        """Whether another quantity tells the same more closely: over a hundred, 110."""
        if self.vague or other.exact is None or self.value is None:
            return self.vague and not other.vague
        near = abs(other.exact - self.value) * 10 <= self.value
        fits = {
            "more_than": other.exact > self.value,
            "at_least": other.exact >= self.value,
            "at_most": other.exact <= self.value,
            "about": near,
        }
        return fits.get(self.qualifier, False)

    def least(self) -> int:
        """Least number that it stands for."""
        if self.qualifier == "more_than":
            return (self.value or 0) + 1
        return (self.value or 0) if self.qualifier in ("exact", "at_least") else 0

    def unnumbered(self) -> list[str]:
        """Its places that have no number."""
        counted = {p for places in self.counts for p in places}
        return [p for p in dict.fromkeys([*self.most, *self.places]) if p not in counted]

    def crowded(self) -> bool:
        """Whether its places need more drones than it has."""
        if self.exact is None:
            return False
        return sum(self.counts.values()) + len(self.unnumbered()) > self.exact


@dataclass
class Account:
    """What a text tells, in its order.

    Attributes
    ----------
    told : list of Told
        Quantities.
    notes : list of str
        What was understood and has no row, in our own words.
    unread : list of str
        Numbers and names that were not understood.
    contested : set of tuple
        Outcome and unit of quantities for which the text gives different numbers.
    missiles : bool
        Whether the text tells of anything but drones.
    alone : list of Number
        Numbers of drones without an outcome, which another sentence has to give.
    passed : set of int
        Numbers that are understood and are no figures of drones.
    joint : bool
        Whether the text speaks of shot down or suppressed together.
    targets : bool
        Whether the last number counts targets: missiles and drones together.
    located : bool
        Whether locations have been told of.
    areas : list of tuple
        Places where air defence worked, told before what it shot down: id and as written.
    """

    told: list[Told] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    contested: set[tuple[str, str]] = field(default_factory=set)
    missiles: bool = False
    alone: list[Number] = field(default_factory=list)
    passed: set[int] = field(default_factory=set)
    joint: bool = False
    targets: bool = False
    located: bool = False
    areas: list[tuple[str, str]] = field(default_factory=list)

    def find(self, *outcomes: str) -> Told | None:
        """First quantity of drones with one of some outcomes."""
        return next((t for t in self.told if t.outcome in outcomes and t.unit == "drones"), None)

    def is_of_one_region(self) -> bool:
        """Whether it has nothing but drones shot down in one place."""
        only = self.told[0] if len(self.told) == 1 else None
        return only is not None and only.outcome in DOWN and len(only.places) == 1

    def drop(self, told: Told) -> None:
        """Leave out a quantity that another one tells better."""
        self.told = [t for t in self.told if t is not told]

    def give_up(self, *quantities: Told) -> None:
        """Leave quantities that contradict each other: which is misread cannot be told."""
        self.told = [t for t in self.told if not any(t is q for q in quantities)]
        self.contested |= {(q.outcome, q.unit) for q in quantities}
        self.unread += [str(q.value) for q in quantities if q.value is not None]
