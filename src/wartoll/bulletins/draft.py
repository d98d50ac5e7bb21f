"""From readings to rows of the tables, with the tables' own column names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from wartoll.bulletins.reading import Claim, Reading
from wartoll.package import installed

Row = dict[str, str]


@dataclass(frozen=True)
class Claimant:
    """What the rows of a claimant have in common."""

    clock: str
    channel: str
    language: str
    attacker: str
    weapon: str


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
        Rows of the tables of these names (claims: of drone_claims), cells as text. A
        statement for every window that the text states.
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
    readings: list[Reading], claimant: str, office: Claimant, said: datetime, source: Row
) -> Draft:
    """Make rows of the readings of one text.

    Parameters
    ----------
    readings : list of Reading
        One for each statement in the text.
    claimant : str
        Actor id of the office.
    office : Claimant
        What its rows have in common.
    said : datetime
        Time of posting on the claimant's clock.
    source : dict
        Row of sources.
    """
    first = readings[0]
    made = Draft(first.status, first.reason, unread=[u for r in readings for u in r.unread])
    if first.status == "refused":
        return made
    made.sources = [_row("sources", source)]
    for number, reading in enumerate(readings, 1):
        key = f"{claimant}-{said:%Y%m%dT%H%M}" + (f"-{number}" if number > 1 else "")
        made.statements.append(_statement(key, claimant, said, reading))
        made.relays.append(_relay(key, reading, made.sources[0], claimant))
        _add_claims(made, key, reading, office)
    return made


def own_post(claimant: str, office: Claimant, said: datetime, read_on: date) -> Row:
    """Cells of the claimant's own post; one without a known address has its channel's."""
    return {
        "source_id": f"{claimant}-{said:%Y%m%dT%H%M}",
        "publisher_id": claimant,
        "kind": "post",
        "url": office.channel,
        "language": office.language,
        "published": said.isoformat(timespec="minutes"),
        "read_on": read_on.isoformat(),
        "read_as": "copy",
    }


def _row(table: str, cells: Row) -> Row:
    """A row with all the table's columns in order."""
    return {f["name"]: cells.get(f["name"], "") for f in installed().schemas[table]["fields"]}


def _statement(key: str, claimant: str, said: datetime, reading: Reading) -> Row:
    window = reading.window
    cells = {
        "statement_id": key,
        "claimant_id": claimant,
        "stated": said.isoformat(timespec="minutes"),
        "as_of": window.as_of,
        "window_start": window.start,
        "window_end": window.end,
        "window_basis": window.basis,
        "review": "parsed" if reading.status == "accepted" else "candidate",
        "note": " ".join(n for n in (_sentence(reading.reason), reading.note) if n),
    }
    return _row("statements", cells)


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}." if reason else ""


def _relay(key: str, reading: Reading, source: Row, claimant: str) -> Row:
    whole = "original" if source["publisher_id"] == claimant else "complete"
    fidelity = "partial" if reading.status == "partial" else whole
    cells = {"statement_id": key, "source_id": source["source_id"], "fidelity": fidelity}
    return _row("relays", cells)


def _add_claims(made: Draft, key: str, reading: Reading, office: Claimant) -> None:
    for number, claim in enumerate(reading.claims, 1):
        cells = {
            "claim_id": f"{key}.{number:02d}",
            "statement_id": key,
            "source_id": made.sources[0]["source_id"],
            "attacker": office.attacker,
            "outcome": claim.outcome,
            "unit": claim.unit,
            "place_role": claim.role,
            "place_id": _place(made, claim),
            "weapon": office.weapon,
            "qualifier": claim.qualifier,
            "value": "" if claim.value is None else str(claim.value),
            "part_of": "" if claim.whole is None else f"{key}.{claim.whole + 1:02d}",
            "part_axis": claim.axis,
            "parts_complete": claim.complete,
            "note": claim.note,
        }
        made.claims.append(_row("drone_claims", cells))


def _place(made: Draft, claim: Claim) -> str:
    """Id of a claim's place; several places that share a number are a group."""
    if len(claim.places) == 1:
        return claim.places[0]
    members = sorted(m for p in claim.places for m in p.removeprefix("group.").split("+"))
    group = f"group.{'+'.join(members)}"
    if group not in {p["place_id"] for p in made.places}:
        made.places.append(_row("places", {"place_id": group, "kind": "group"}))
        made.place_groups += [{"group_id": group, "place_id": m} for m in members]
    return group
