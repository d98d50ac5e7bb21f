"""What a reader makes of a text, before it becomes rows: window, claims, what is unread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Window(NamedTuple):
    """When a statement's figures happened: ends as moments, where they come from, the cut-off."""

    start: str = ""
    end: str = ""
    basis: str = ""
    as_of: str = ""


@dataclass
class Claim:
    """One number, named place or quantity without a number, as in drone_claims.

    Attributes
    ----------
    places : list of str
        One place id, or several that share the number.
    whole : int or None
        Position of the claim that this one is a part of, among the reading's claims.
    """

    outcome: str
    places: list[str]
    value: int | None = None
    qualifier: str = "exact"
    unit: str = "drones"
    role: str = "over"
    whole: int | None = None
    axis: str = ""
    complete: str = ""
    note: str = ""


@dataclass
class Reading:
    """One statement of a text, or its refusal.

    Attributes
    ----------
    status : {'accepted', 'partial', 'refused'}
        A partial reading holds only what was understood.
    reason : str
        Why it is not accepted; empty when it is.
    window : Window
        As stated; blank ends where nothing was.
    claims : list of Claim
        Wholes before their parts.
    unread : list of str
        Numbers and names in the text that were not understood.
    note : str
        What was understood and has no row.
    """

    status: str
    reason: str = ""
    window: Window = field(default_factory=Window)
    claims: list[Claim] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    note: str = ""


def refused(reason: str) -> Reading:
    """A text that is no bulletin."""
    return Reading("refused", reason)
