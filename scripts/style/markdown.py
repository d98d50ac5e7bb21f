"""Numbers, days and tables in Markdown."""

from __future__ import annotations

from typing import Any

import pandas as pd

from style.words import listed


def grid(names: list[str], rows: list[list[Any]]) -> str:
    """A table in Markdown."""
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(map(str, cells))} |" for cells in lines)


def count(number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}"


def span(low: int, high: Any) -> str:
    """A sum from low to high, with its thousands apart."""
    return f"≥{low:,}" if pd.isna(high) else f"{low:,}–{high:,}" if low != high else f"{low:,}"


def dates(days: pd.Series, month: pd.Period) -> str:
    """Days of the month in words."""
    numbers_only = listed(str(day.day) for day in sorted(days))
    return f"{numbers_only} {month:%B}" if len(days) else "none"


def plural(number: int, noun: str) -> str:
    """A number and its noun."""
    return f"{number:,} {noun}{'s' * (number != 1)}"
