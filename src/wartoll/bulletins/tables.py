"""Rows of the tables that drafts touch, as text, by key."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial

from wartoll.bulletins.draft import Row
from wartoll.canonical import encode
from wartoll.package import DataPackage

TOUCHED = ("sources", "statements", "relays", "drone_claims", "places", "place_groups")


class Tables:
    """Rows of the tables that drafts touch, as text, by key."""

    def __init__(self, package: DataPackage) -> None:
        self.package = package
        self.rows = {name: list(self._read(name)) for name in TOUCHED}
        self._by_key = {n: {self._key(n, r): r for r in self.rows[n]} for n in TOUCHED}

    def _read(self, name: str) -> Iterator[Row]:
        text = self.package.file(name).read_text("utf-8")
        yield from csv.DictReader(io.StringIO(text, newline=""))

    def _key(self, name: str, row: Row) -> tuple[str, ...]:
        return tuple(row[column] for column in self.package.schemas[name]["primaryKey"])

    def has(self, name: str, row: Row) -> bool:
        """Whether a row with this key is there."""
        return self._key(name, row) in self._by_key[name]

    def add(self, name: str, rows: Iterable[Row]) -> None:
        """Add rows whose key is not there yet."""
        for row in rows:
            if not self.has(name, row):
                self.rows[name].append(row)
                self._by_key[name][self._key(name, row)] = row

    def encoded(self) -> dict[str, bytes]:
        """Canonical bytes by path inside the package."""
        made = {}
        for name, rows in self.rows.items():
            columns = [f["name"] for f in self.package.schemas[name]["fields"]]
            ordered = sorted(rows, key=partial(self._key, name))
            cells = [[row[c] for c in columns] for row in ordered]
            made[self.package.relative(name)] = encode(columns, cells)
        return made

    def with_id(self, name: str, key: str) -> Row | None:
        """Row with an id, in a table whose key is one column."""
        return self._by_key[name].get((key,))
