"""`wartoll read --write`: drafts into the tables, checked before anything is replaced."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from wartoll.bulletins.draft import Draft, Row
from wartoll.canonical import encode, format_package, to_files
from wartoll.check import check
from wartoll.derive import derive
from wartoll.findings import Finding
from wartoll.loading import load_curated
from wartoll.package import DESCRIPTOR, DataPackage
from wartoll.transaction import replace_all

_TABLES = {
    "sources": "sources",
    "statements": "statements",
    "relays": "relays",
    "drone_claims": "claims",
    "places": "places",
    "place_groups": "place_groups",
}
_SAME = ("outcome", "unit", "place_role", "place_id", "qualifier", "value", "value_max")


class Tables:
    """Rows of the tables that drafts touch, as text, by key."""

    def __init__(self, package: DataPackage) -> None:
        self.package = package
        self.rows = {name: list(self._read(name)) for name in _TABLES}
        self._keys = {name: {self._key(name, r) for r in self.rows[name]} for name in _TABLES}

    def _read(self, name: str) -> Iterator[Row]:
        text = self.package.file(name).read_text("utf-8")
        yield from csv.DictReader(io.StringIO(text, newline=""))

    def _key(self, name: str, row: Row) -> tuple[str, ...]:
        return tuple(row[column] for column in self.package.schemas[name]["primaryKey"])

    def has(self, name: str, row: Row) -> bool:
        """Whether a row with this key is there."""
        return self._key(name, row) in self._keys[name]

    def add(self, name: str, rows: Iterable[Row]) -> None:
        """Add rows whose key is not there yet."""
        for row in rows:
            if not self.has(name, row):
                self.rows[name].append(row)
                self._keys[name].add(self._key(name, row))

    def encoded(self) -> dict[str, bytes]:
        """Canonical bytes by path inside the package."""
        made = {}
        for name, rows in self.rows.items():
            columns = [f["name"] for f in self.package.schemas[name]["fields"]]
            ordered = sorted(rows, key=partial(self._key, name))
            cells = [[row[c] for c in columns] for row in ordered]
            made[self.package.relative(name)] = encode(columns, cells)
        return made


def write(package: DataPackage, drafts: Iterable[Draft]) -> tuple[list[str], list[Finding]]:
    """Add accepted drafts to the tables, derive, check, and replace the files together.

    A bulletin that is there already adds the document as a relay, or nothing.

    Parameters
    ----------
    package : DataPackage
        The package to write to.
    drafts : iterable of Draft
        Others than accepted ones are left out.

    Returns
    -------
    list of str
        Paths that changed; empty when nothing was new or the check found an error.
    list of Finding
        What the check found on the tables with the new rows.
    """
    tables = Tables(package)
    for draft in drafts:
        if draft.status == "accepted":
            _add(tables, draft)
    with tempfile.TemporaryDirectory() as folder:
        staged = _stage(package, Path(folder), tables)
        findings = check(staged.root)
        if any(f.level == "error" for f in findings):
            return [], findings
        changed = _differing(package, staged)
        replace_all(package.root, changed)
    return list(changed), findings


def _add(tables: Tables, draft: Draft) -> None:
    known = {said["statement_id"]: _same(tables, said, draft) for said in draft.statements}
    new = [s for s in draft.statements if not known[s["statement_id"]]]
    ids = {s["statement_id"] for s in new}
    tables.add("places", (_named(tables, row, draft) for row in draft.places))
    tables.add("place_groups", draft.place_groups)
    tables.add("statements", new)
    tables.add("drone_claims", (c for c in draft.claims if c["statement_id"] in ids))
    for relay in draft.relays:
        there = known[relay["statement_id"]] or relay["statement_id"]
        if not _carries(tables, there, draft.sources[0]):
            tables.add("sources", draft.sources)
            tables.add("relays", [relay | {"statement_id": there}])


def _carries(tables: Tables, statement: str, source: Row) -> bool:
    """Whether a statement has a relay in this document already, by id or by address."""
    ids = {r["source_id"] for r in tables.rows["relays"] if r["statement_id"] == statement}
    own = source["publisher_id"] + source["published"]
    return any(
        s["source_id"] in ids
        and (
            s["source_id"] == source["source_id"]
            or (s["url"] == source["url"] and s["publisher_id"] + s["published"] == own)
        )
        for s in tables.rows["sources"]
    )


def _figures(claims: Iterable[Row], statement: str) -> set[tuple[str, ...]]:
    mine = (c for c in claims if c["statement_id"] == statement)
    return {tuple(c[column] for column in _SAME) for c in mine}


def _same(tables: Tables, said: Row, draft: Draft) -> str:
    """Id of a statement in the tables that is this one: same office, day and figures."""
    if tables.has("statements", said):
        return said["statement_id"]
    figures = _figures(draft.claims, said["statement_id"])
    for there in tables.rows["statements"]:
        near = there["claimant_id"] == said["claimant_id"] and _meet(there, said)
        if near and there["stated"][:10] == said["stated"][:10] and not _later(there, said, draft):
            told = _figures(tables.rows["drone_claims"], there["statement_id"])
            if told == figures:
                return there["statement_id"]
    return ""


def _meet(one: Row, other: Row) -> bool:
    """Whether windows can be the same: neither is stated, or both alike."""
    stated = [r["window_basis"] == "stated" for r in (one, other)]
    ends = [(r["window_start"], r["window_end"]) for r in (one, other)]
    return not any(stated) or ends[0] == ends[1]


def _later(there: Row, said: Row, draft: Draft) -> bool:
    """Whether the claimant itself posted again, without a stated window that is the same."""
    own = draft.sources[0]["publisher_id"] == said["claimant_id"]
    timed = "T" in there["stated"] and there["stated"] != said["stated"]
    return own and timed and said["window_basis"] != "stated"


def _named(tables: Tables, row: Row, draft: Draft) -> Row:
    """A new group of places with its name and the place that contains all its members."""
    members = [g["place_id"] for g in draft.place_groups if g["group_id"] == row["place_id"]]
    places = {p["place_id"]: p for p in tables.rows["places"]}
    parents = {places[m]["parent_id"] for m in members}
    names = [places[m]["name_en"] for m in members]
    name = f"{', '.join(names[:-1])} and {names[-1]}"
    return row | {"name_en": name, "parent_id": parents.pop() if len(parents) == 1 else "theatre"}


def _stage(package: DataPackage, folder: Path, tables: Tables) -> DataPackage:
    """A copy of the package with the new rows, derived and with a fresh descriptor."""
    for name in ("data", "schemas"):
        shutil.copytree(package.root / name, folder / name)
    shutil.copy(package.root / DESCRIPTOR, folder)
    staged = DataPackage.open(folder)
    replace_all(folder, tables.encoded())
    replace_all(folder, to_files(staged, format_package(staged)))
    made = derive(staged, load_curated(staged))
    replace_all(folder, to_files(staged, {staged.relative(n): raw for n, raw in made.items()}))
    return staged


def _differing(package: DataPackage, staged: DataPackage) -> dict[str, bytes]:
    files = [*(package.relative(n) for n in package.schemas), DESCRIPTOR]
    new = {f: (staged.root / f).read_bytes() for f in files}
    return {f: raw for f, raw in new.items() if (package.root / f).read_bytes() != raw}
