"""What a rule is, and the list of all rules.

A rule that needs whole tables is a function from `Tables` to hits, registered with
``@rule``. Rules that hold while a file is being read are declared with `declare` and
reported by `wartoll.reading`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import numpy as np
import pandas as pd

from wartoll.findings import Finding, Level
from wartoll.package import DataPackage

T = TypeVar("T")
CLAIMS = ("drone_claims", "casualty_claims", "cumulative_claims")


class Hit(NamedTuple):
    """Where a rule is broken: table, line, column, and what is wrong."""

    table: str
    line: int
    column: str
    message: str


class UnreadTable(Exception):
    """A rule asked for a table that could not be read."""


@dataclass
class Tables:
    """All tables of a package with exact types, one row per line of the file.

    Attributes
    ----------
    package : DataPackage
        Where they come from.
    frames : dict of DataFrame
        By table name, as `wartoll.load` gives them; the index is the line number. Cells
        that break a cell rule are missing here.
    texts : dict of DataFrame
        The same as text, in categories.
    today : date
        The day to measure the embargo and future dates against.
    release : dict of DataFrame
        The tables of the last release, as text; empty when none was given.
    rejected : set of tuple
        Table, line and column of the cells that broke a cell rule; no rule reports them again.
    """

    package: DataPackage
    frames: dict[str, pd.DataFrame]
    texts: dict[str, pd.DataFrame]
    today: date
    release: dict[str, pd.DataFrame] = field(default_factory=dict)
    rejected: set[tuple[str, int, str]] = field(default_factory=set)
    _known: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def once(self, name: tuple[str, ...], make: Callable[[], T]) -> T:
        """What ``make`` returns, computed at the first call with this name."""
        if name not in self._known:
            self._known[name] = make()
        found: T = self._known[name]
        return found

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self.frames:
            raise UnreadTable(name)
        return self.frames[name]

    @property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """Schemas of the tables that could be read, by name."""
        return {n: s for n, s in self.package.schemas.items() if n in self.frames}

    @cached_property
    def claims(self) -> pd.DataFrame:
        """Rows of the three claim tables one under another, with ``table`` and ``line``."""
        rows = [self[n].assign(table=n, line=self[n].index) for n in CLAIMS]
        return pd.concat(rows, ignore_index=True)

    def distinct(self, table: str, column: str) -> tuple[np.ndarray, pd.Index]:
        """Codes of a text column's cells, -1 where missing, and the distinct texts."""
        return self.once(("distinct", table, column), lambda: self._distinct(table, column))

    def _distinct(self, table: str, column: str) -> tuple[np.ndarray, pd.Index]:
        cells = self[table][column]
        if (table, column) in {(name, of) for name, _, of in self.rejected}:
            codes, texts = pd.factorize(cells)
            return codes, pd.Index(texts.to_numpy(dtype=object))
        coded = self.texts[table][column].cat
        blank = coded.categories.get_indexer([""])[0]
        return np.where(coded.codes == blank, -1, coded.codes), coded.categories

    def ids(self, table: str, column: str) -> pd.Index:
        """Distinct cells of a key column, to look others up in."""
        return self.distinct(table, column)[1]

    def is_lost(self, table: str, column: str, other: str, key: str) -> np.ndarray:
        """Whether each filled cell of a column is not in the key column of another table."""
        codes, texts = self.distinct(table, column)
        lost: np.ndarray = np.append(self.ids(other, key).get_indexer(texts) < 0, False)[codes]
        return lost

    def is_claim(self, cells: pd.Series) -> np.ndarray:
        """Whether each cell is the id of a row of one of the three claim tables."""
        found = [self.ids(name, "claim_id").get_indexer(cells) >= 0 for name in CLAIMS]
        known: np.ndarray = np.any(found, axis=0)
        return known

    def column(self, table: str, key: str, value: str) -> pd.Series:
        """One column of a table by its key; the first row wins where a key is doubled."""
        frame = self[table][[key, value]].dropna(subset=[key]).drop_duplicates(key)
        return pd.Series(frame[value].to_numpy(), index=frame[key].to_numpy())


Check = Callable[[Tables], Iterable[Hit]]


@dataclass(frozen=True)
class Rule:
    """One rule of the check.

    Attributes
    ----------
    id : str
        Name, as printed in findings.
    level : {'error', 'warning'}
        An error blocks; a warning asks for a note.
    states : str
        What holds when the rule is kept.
    advice : str
        What to do when it is broken.
    check : callable, optional
        Finds what breaks it; absent for rules that hold while a file is read.
    """

    id: str
    level: Level
    states: str
    advice: str
    check: Check | None = None

    def finding(self, file: str, line: int, column: str, message: str, advice: str = "") -> Finding:
        """Make a finding of this rule."""
        return Finding(file, line, column, self.id, message, advice or self.advice, self.level)


RULES: dict[str, Rule] = {}


def declare(id: str, level: Level, states: str, advice: str, check: Check | None = None) -> Rule:
    """Add a rule to the list."""
    if id in RULES:
        raise ValueError(f"two rules named {id}")
    RULES[id] = Rule(id, level, states, advice, check)
    return RULES[id]


def rule(id: str, level: Level, states: str, advice: str) -> Callable[[Check], Check]:
    """Register a function as the check of a rule."""

    def register(check: Check) -> Check:
        declare(id, level, states, advice, check)
        return check

    return register


def hits(table: str, rows: pd.DataFrame, column: str, message: str) -> Iterator[Hit]:
    """One hit per row of a frame; the message is a format string over its columns.

    The line is the row's ``line`` where there is such a column, else its index.
    """
    for row in rows.itertuples() if len(rows) else ():
        line = int(getattr(row, "line", row.Index))
        cells = {
            n: "blank" if v is None or v is pd.NA or v != v else v for n, v in row._asdict().items()
        }
        text = message.format(**cells)
        yield Hit(table, line, column, text)


def claim_hits(rows: pd.DataFrame, column: str, message: str) -> Iterator[Hit]:
    """Hits on rows of `Tables.claims`, each in the table it came from."""
    for table, part in rows.groupby("table", sort=False):
        yield from hits(str(table), part, column, message)
