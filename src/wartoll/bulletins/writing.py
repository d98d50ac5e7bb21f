"""`wartoll read --write`: drafts into the tables, checked before anything is replaced."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from wartoll.bulletins.draft import Draft, Row
from wartoll.bulletins.matching import carries, same, unclashed
from wartoll.bulletins.tables import Tables
from wartoll.canonical import format_package, to_files
from wartoll.check import check
from wartoll.derive import derive
from wartoll.findings import Finding
from wartoll.loading import load_curated
from wartoll.package import DESCRIPTOR, DataPackage
from wartoll.transaction import replace_all


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
            _add(tables, unclashed(tables, draft))
    with tempfile.TemporaryDirectory() as folder:
        staged = _stage(package, Path(folder), tables)
        findings = check(staged.root)
        if any(f.level == "error" for f in findings):
            return [], findings
        changed = _differing(package, staged)
        replace_all(package.root, changed)
    return list(changed), findings


def _add(tables: Tables, draft: Draft) -> None:
    known = {said["statement_id"]: same(tables, said, draft) for said in draft.statements}
    new = [s for s in draft.statements if not known[s["statement_id"]]]
    ids = {s["statement_id"] for s in new}
    tables.add("places", (_named(tables, row, draft) for row in draft.places))
    tables.add("place_groups", draft.place_groups)
    tables.add("statements", new)
    tables.add("drone_claims", (c for c in draft.claims if c["statement_id"] in ids))
    for relay in draft.relays:
        there = known[relay["statement_id"]] or relay["statement_id"]
        if not carries(tables, there, draft.sources[0]):
            tables.add("sources", draft.sources)
            tables.add("relays", [relay | {"statement_id": there}])


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
