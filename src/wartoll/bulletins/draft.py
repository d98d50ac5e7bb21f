"""From a reading to rows of the tables, with the tables' own column names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from wartoll.bulletins.figures import Figures, Item
from wartoll.bulletins.ru_mod import CHANNEL, Reading
from wartoll.bulletins.windows import MOSCOW
from wartoll.package import installed

Row = dict[str, str]


@dataclass
class Draft:
    """Rows that a bulletin gives, or the reason why it gives none.

    Attributes
    ----------
    status : {'accepted', 'partial', 'refused'}
        A partial draft holds only what was understood.
    reason : str
        Why it is not accepted; empty when it is.
    statements, claims, sources, relays, places, place_groups : list of dict
        Rows of the tables of these names (claims: of drone_claims), cells as text.
    unread : list of str
        Numbers and names in the text that were not understood.
    """

    status: str
    reason: str = ""
    statements: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    relays: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    place_groups: list[Row] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def draft(
    reading: Reading, claimant: str, posted: datetime, source: Row | None, read_on: date
) -> Draft:
    """Make rows of a reading.

    Parameters
    ----------
    reading : Reading
        What the bulletin says.
    claimant : str
        Actor id of the office.
    posted : datetime
        Time of posting, with its zone.
    source : dict, optional
        Row of sources, or the part of it that is known; by default the claimant's own
        post at that time.
    read_on : date
        Day of reading.
    """
    if reading.status == "refused":
        return Draft("refused", reading.reason, unread=reading.figures.unread)
    said = posted.astimezone(MOSCOW)
    statement = f"{claimant}-{said:%Y%m%dT%H%M}"
    document = _source(statement, claimant, said, source, read_on)
    made = Draft(reading.status, reading.reason, unread=reading.figures.unread, sources=[document])
    made.statements = [_statement(statement, claimant, said, reading)]
    fidelity = "partial" if reading.status == "partial" else "original"
    relay = {"statement_id": statement, "source_id": document["source_id"], "fidelity": fidelity}
    made.relays = [_row("relays", relay)]
    _Claims(made, statement, document["source_id"], reading).fill()
    return made


def _source(
    statement: str, claimant: str, said: datetime, source: Row | None, read_on: date
) -> Row:
    """Cells of the document; a post without a known address of its own has its channel's."""
    own = {
        "source_id": statement,
        "publisher_id": claimant,
        "kind": "post",
        "url": CHANNEL,
        "language": "ru",
        "published": said.isoformat(timespec="minutes"),
        "read_on": read_on.isoformat(),
        "read_as": "copy",
    }
    return _row("sources", own | (source or {}))


def _row(table: str, cells: Row) -> Row:
    """A row with all the table's columns in order."""
    return {f["name"]: cells.get(f["name"], "") for f in installed().schemas[table]["fields"]}


def _statement(statement: str, claimant: str, said: datetime, reading: Reading) -> Row:
    cells = {
        "statement_id": statement,
        "claimant_id": claimant,
        "stated": said.isoformat(timespec="minutes"),
        "window_start": reading.window.start,
        "window_end": reading.window.end,
        "window_basis": reading.window.basis,
        "review": "parsed" if reading.status == "accepted" else "candidate",
        "note": reading.reason,
    }
    return _row("statements", cells)


class _Claims:
    """The claims of one statement: a total, and its parts by place and heading."""

    def __init__(self, made: Draft, statement: str, source: str, reading: Reading) -> None:
        self.made, self.statement, self.source = made, statement, source
        self.figures: Figures = reading.figures
        self.accepted = reading.status == "accepted"

    def fill(self) -> None:
        items = self.figures.items
        whole = self._total(items)
        shares_total = len(items) == 1 and len(items[0].places) > 1 and whole
        for item in items:
            if shares_total:
                for place in item.places:
                    self._add(place, item.outcome, None, whole)
            else:
                self._add(self._place(item.places), item.outcome, item.value, whole)
        for item in self.figures.headings:
            self._heading(item, whole)

    def _heading(self, item: Item, whole: str) -> None:
        """Drones that flew toward a place: part of the figure over its surroundings."""
        near = [
            c["claim_id"] for c in self.made.claims if item.places[0] in c["place_id"].split("+")
        ]
        row = self._add(item.places[0], item.outcome, item.value, near[0] if near else whole)
        row["place_role"] = "toward"
        if row["part_of"]:
            row["part_axis"] = "heading"

    def _total(self, items: list[Item]) -> str:
        total, outcomes = self.figures.total, {i.outcome for i in items}
        if total is None or len(outcomes) > 1:
            return ""
        row = self._add("theatre", outcomes.pop() if outcomes else "shot_down", total, "")
        closes = sum(i.value or 0 for i in items) == total and len(items) > 0
        if self.accepted and (closes or all(i.value is None for i in items)) and items:
            row["parts_complete"] = "place"
        return row["claim_id"]

    def _place(self, places: list[str]) -> str:
        if len(places) == 1:
            return places[0]
        members = sorted(m for p in places for m in p.removeprefix("group.").split("+"))
        group = f"group.{'+'.join(members)}"
        self.made.places.append({"place_id": group, "kind": "group"})
        self.made.place_groups += [{"group_id": group, "place_id": m} for m in members]
        return group

    def _add(self, place: str, outcome: str, value: int | None, whole: str) -> Row:
        cells = {
            "claim_id": f"{self.statement}.{len(self.made.claims) + 1:02d}",
            "statement_id": self.statement,
            "source_id": self.source,
            "attacker": "UA",
            "outcome": outcome,
            "unit": "drones",
            "place_role": "over",
            "place_id": place,
            "weapon": "drone",
            "qualifier": "listed" if value is None else "exact",
            "value": "" if value is None else str(value),
            "part_of": whole,
            "part_axis": "place" if whole else "",
        }
        self.made.claims.append(_row("drone_claims", cells))
        return self.made.claims[-1]
