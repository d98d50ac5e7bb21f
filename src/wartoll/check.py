"""`wartoll check`: every table against every rule, all findings at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd

from wartoll.derive import derive
from wartoll.findings import Finding
from wartoll.package import DESCRIPTOR, DataPackage, UnusableInput, installed
from wartoll.reading import TextTable, read_table
from wartoll.rules import RULES
from wartoll.rules.cells import check_cells
from wartoll.rules.derived import FRESH
from wartoll.rules.registry import Hit, Tables, UnreadTable, declare
from wartoll.tableschema import cast

DESCRIPTOR_FRESH = declare(
    "descriptor-fresh",
    "error",
    "The descriptor gives every table's size and hash.",
    "run `wartoll format`",
)


def open_for_check(root: Path | None) -> DataPackage:
    """Open the package to check; its schemas must be the ones the rules were written for.

    Raises
    ------
    UnusableInput
        When the folder holds no such package.
    """
    if root is None:
        root = Path.cwd() if Path(DESCRIPTOR).is_file() else installed().root
    package = DataPackage.open(root.parent if root.name == DESCRIPTOR else root)
    for name, schema in installed().schemas.items():
        if package.schemas.get(name) != schema:
            raise UnusableInput(
                f"{package.root}: the schema of {name} is not the one this version of wartoll "
                "knows; restore schemas/, or install the version that goes with these data"
            )
    return package


def check(
    path: str | Path | None = None,
    /,
    *,
    today: date | None = None,
    release: str | Path | None = None,
) -> list[Finding]:
    """Check a data package against every rule.

    Parameters
    ----------
    path : path, optional
        Folder with a ``datapackage.json``; the current folder if it has one, else the
        package that came with this code.
    today : date, optional
        Day to measure future dates and the embargo against; today's date by default.
    release : path, optional
        Folder of the last release's package, for the rules on released ids.

    Returns
    -------
    list of Finding
        Sorted by file, line, column and rule; empty when nothing was found.

    Raises
    ------
    UnusableInput
        When there is no data package, or its schemas are not the ones known here.
    """
    package = open_for_check(Path(path) if path is not None else None)
    texts = {name: read_table(package, name) for name in package.schemas}
    found = [f for text in texts.values() for f in text.findings]
    frames, rejected = {}, set()
    read = {name: text.frame for name, text in texts.items() if text.frame is not None}
    for name, text in read.items():
        cell_findings = check_cells(package, name, text)
        found += cell_findings
        rejected |= {(name, f.line, f.column) for f in cell_findings}
        frames[name] = _typed(package, name, text, cell_findings)
    tables = Tables(package, frames, read, today or date.today(), _released(release), rejected)
    found += [f for rule_id in list(RULES) for f in _apply(tables, rule_id)]
    if not any(f.level == "error" for f in found):
        found += _stale(package, frames)
    found += _descriptor(package)
    return sorted(set(found))


def _typed(
    package: DataPackage, name: str, frame: pd.DataFrame, findings: list[Finding]
) -> pd.DataFrame:
    """The frame with exact types; cells that broke a rule are missing."""
    frame = frame.astype(dict.fromkeys((f.column for f in findings), object))
    for finding in findings:
        frame.at[finding.line, finding.column] = ""
    return cast(frame, package.schemas[name])


def _released(root: str | Path | None) -> dict[str, pd.DataFrame]:
    if root is None:
        return {}
    package = DataPackage.open(Path(root))
    texts: dict[str, TextTable] = {n: read_table(package, n) for n in package.curated}
    return {n: t.frame.astype(object) for n, t in texts.items() if t.frame is not None}


def _apply(tables: Tables, rule_id: str) -> Iterator[Finding]:
    """Findings of one rule; it is skipped where it needs a table that was not read."""
    rule = RULES[rule_id]
    if rule.check is None:
        return
    try:
        for hit in rule.check(tables):
            if hit[:3] not in tables.rejected:
                yield _finding(tables.package, rule_id, hit)
    except UnreadTable:
        return


def _finding(package: DataPackage, rule_id: str, hit: Hit) -> Finding:
    file = package.relative(hit.table)
    return RULES[rule_id].finding(file, hit.line, hit.column, hit.message)


def _stale(package: DataPackage, frames: dict[str, pd.DataFrame]) -> Iterator[Finding]:
    """Derived tables that differ from what the curated ones make."""
    for name, content in derive(package, frames).items():
        made = content.split(b"\n")
        kept = package.file(name).read_bytes().split(b"\n")
        if made != kept:
            pairs = zip(made, kept, strict=False)
            line = next(
                (i for i, (a, b) in enumerate(pairs, 1) if a != b), min(len(made), len(kept))
            )
            yield FRESH.finding(
                package.relative(name), line, "-", "differs from what the curated tables make"
            )


def _descriptor(package: DataPackage) -> Iterator[Finding]:
    lines = (package.root / DESCRIPTOR).read_text("utf-8").split("\n")
    for resource in package.descriptor["resources"]:
        file = package.file(resource["name"])
        raw = file.read_bytes() if file.is_file() else b""
        says = {"bytes": len(raw), "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}"}
        stale = [k for k, v in says.items() if resource.get(k) != v]
        if stale:
            line = next((i for i, t in enumerate(lines, 1) if f'"{resource["path"]}"' in t), 1)
            yield DESCRIPTOR_FRESH.finding(
                DESCRIPTOR,
                line,
                "-",
                f"{' and '.join(stale)} of {resource['path']} are not those of the file",
            )
