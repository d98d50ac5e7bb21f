"""Words that a reader knows, from the tables in grammar/: kinds, stems and what they mean.

A stem matches words that begin with it, one that ends in ``=`` the whole word only; a
stem of several words matches as many words in a row. The longest match wins.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from wartoll.bulletins.text import Word

#: Words of which a lexicon remembers what they begin.
_MEMORY = 20_000
COLUMNS = ["kind", "stem", "value"]


class Sign(NamedTuple):
    """A run of words that the grammar knows: kind, meaning, first and last word."""

    kind: str
    value: str
    first: int
    last: int


class Lexicon:
    """Stems of one grammar table, by the first letters of their first word."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._stems: dict[str, list[tuple[list[str], str, str]]] = {}
        self._seen: dict[str, list[tuple[list[str], str, str]]] = {}
        for row in sorted(rows, key=lambda r: (-len(r["stem"].split()), -len(r["stem"]))):
            stem = row["stem"].split()
            self._stems.setdefault(stem[0].rstrip("=")[:2], []).append(
                (stem, row["kind"], row["value"])
            )

    def at(self, words: list[Word], index: int) -> Sign | None:
        """Find the longest known run of words that begins at an index."""
        for rest, kind, value in self._beginning(words[index].folded):
            last = index + len(rest)
            if last < len(words) and all(
                _matches(words[index + i].folded, s) for i, s in enumerate(rest, 1)
            ):
                return Sign(kind, value, index, last)
        return None

    def _beginning(self, word: str) -> list[tuple[list[str], str, str]]:
        """Stems that a word begins, without their first word; remembered."""
        found = self._seen.get(word)
        if found is None:
            stems = self._stems.get(word[:2], ())
            found = [(s[1:], kind, value) for s, kind, value in stems if _matches(word, s[0])]
            if len(self._seen) < _MEMORY:
                self._seen[word] = found
        return found

    def values(self, kind: str) -> set[str]:
        """All meanings of a kind."""
        return {v for stems in self._stems.values() for _, k, v in stems if k == kind}


def _matches(word: str, stem: str) -> bool:
    return word == stem[:-1] if stem.endswith("=") else word.startswith(stem)


@cache
def lexicon(name: str) -> Lexicon:
    """Load a grammar table once."""
    text = (files("wartoll.bulletins") / "grammar" / f"{name}.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return Lexicon(rows)
