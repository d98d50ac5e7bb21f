"""What a bulletin of the Air Force of Ukraine tells: quantities of drones, with their places."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Told:
    """One quantity: an outcome with its number, qualifier and places.

    Attributes
    ----------
    counts : dict
        Numbers of single places, parts of this quantity.
    most : list of str
        Places that together have most of it.
    open : bool
        Whether the text says that it does not name all places.
    """

    outcome: str
    value: int | None = None
    qualifier: str = "exact"
    unit: str = "drones"
    places: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    most: list[str] = field(default_factory=list)
    open: bool = False


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
    """

    told: list[Told] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def find(self, *outcomes: str) -> Told | None:
        """First quantity of drones with one of some outcomes."""
        return next((t for t in self.told if t.outcome in outcomes and t.unit == "drones"), None)
