"""Figures, times, offices and documents in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

import wartoll

SIDES = {"RU": "Russia", "UA": "Ukraine"}
UNTOLD = "not stated"


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: ``a, b and c``."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def side(row: Any) -> str:
    """Name of the attacker in a row."""
    return SIDES.get(row["attacker"], "a side that is not stated")


def silent(attackers: Iterable[str]) -> list[str]:
    """Sentences about the sides on whose drones a night holds nothing."""
    missing = [name for code, name in SIDES.items() if code not in set(attackers)]
    return [f"No statement on drones of {name} is in the data: that is not 0." for name in missing]


def span(low: Any, high: Any) -> str:
    """Print an interval: one number, a range, or a floor.

    Parameters
    ----------
    low, high : int or NA
        Bounds; a missing high is open.

    Returns
    -------
    str
        Such as ``66``, ``2–6`` or ``≥13``; ``not stated`` without a low, and for the
        interval from 0 to open, which says nothing and is never shown as 0.
    """
    if pd.isna(low) or (low == 0 and pd.isna(high)):
        return UNTOLD
    if pd.isna(high):
        return f"≥{low}"
    return f"{low}" if low == high else f"{low}–{high}"


def day(moment: Any, form: str = "%B %Y") -> str:
    """Print a day, such as ``28 October 2024``; ``form`` is what follows its number."""
    stamp = pd.Timestamp(moment)
    return f"{stamp.day} {stamp.strftime(form)}".strip()


def clock(moment: Any) -> str:
    """Print a moment of a table.

    Parameters
    ----------
    moment : str or NA
        A cell such as ``2024-10-28T10:30+02:00`` or ``2024-10-28``.

    Returns
    -------
    str
        Such as ``28 Oct 10:30 (UTC+2)`` or ``28 Oct``; ``not stated`` for a blank.
    """
    if pd.isna(moment):
        return UNTOLD
    if len(moment) == 10:
        return day(moment, "%b")
    hours = moment[16:].replace(":00", "").replace("+0", "+").replace("-0", "-")
    return f"{day(moment[:10], '%b')} {moment[11:16]} (UTC{hours})"


def window(row: Any) -> str:
    """Print the period that a row of drones_by_night covers, and its as-of time.

    Parameters
    ----------
    row : Series
        A row of the table.

    Returns
    -------
    str
        One sentence without its full stop.
    """
    start, end = clock(row["window_start"]), clock(row["window_end"])
    if " (" in start and start.split(" (")[1] == end.split(" (")[-1]:
        start = start.split(" (")[0]
    basis = {"stated": "as stated", "convention": "hours by convention", "inferred": "inferred"}
    told = f"Window {start} to {end}, {basis.get(row['window_basis'], 'basis not stated')}"
    return f"{told}; as-of time {clock(row['as_of'])}"


def read_in(claim_ids: Iterable[str]) -> str:
    """Name the publishers of the documents that carry each claimant's figures.

    Parameters
    ----------
    claim_ids : iterable of str
        Cells of claim ids.

    Returns
    -------
    str
        One paragraph for the foot of a chart.
    """
    found = wartoll.sources_of(claim_ids)
    parts = []
    for claimant, rows in found.groupby("claimant", sort=False):
        publishers = ", ".join(rows["publisher"].unique())
        parts.append(f"{claimant}: {_documents(rows)} ({publishers})")
    return f"Carried by {_documents(found)}. {'; '.join(parts)}. Data: wartoll, CC BY 4.0."


def read_in_short(claim_ids: Iterable[str]) -> str:
    """Name the publishers of the documents, without their claimants where these are many.

    Parameters
    ----------
    claim_ids : iterable of str
        Cells of claim ids.

    Returns
    -------
    str
        One paragraph for the foot of a chart.
    """
    found = wartoll.sources_of(claim_ids)
    counts = found.drop_duplicates("source_id")["publisher"].value_counts()
    order = counts.reset_index().sort_values(["count", "publisher"], ascending=[False, True])
    names = [f"{name}{f' ({n})' * (n > 1)}" for name, n in order.itertuples(index=False)]
    offices = f"{found['claimant'].nunique()} offices"
    return (
        f"{offices}, carried by {_documents(found)}: {', '.join(names)}. Data: wartoll, CC BY 4.0."
    )


def _documents(found: pd.DataFrame) -> str:
    count = found["source_id"].nunique()
    altered = found["source_id"][found["fidelity"] == "altered"].nunique()
    end = f", {altered} altered" if altered else ""
    return f"{count} document{'s' * (count > 1)}{end}"


def rows_of(table: str, night: pd.Timestamp) -> pd.DataFrame:
    """Load a derived table's rows of one night.

    Parameters
    ----------
    table : str
        A table with a column ``night``.
    night : Timestamp
        The morning's date.

    Returns
    -------
    DataFrame
        At least one row.

    Raises
    ------
    SystemExit
        When the table holds none.
    """
    rows = wartoll.load(table)
    chosen = rows[rows["night"] == night]
    if chosen.empty:
        ends = f"{rows['night'].min():%Y-%m-%d} to {rows['night'].max():%Y-%m-%d}"
        raise SystemExit(f"{table}: no row for {night:%Y-%m-%d}; it has nights from {ends}")
    return chosen


def of_month(table: str, month: pd.Period) -> pd.DataFrame:
    """Load a derived table's rows of one month.

    Parameters
    ----------
    table : str
        A table with a column ``night`` or ``day``.
    month : Period
        The month.

    Returns
    -------
    DataFrame
        At least one row.

    Raises
    ------
    SystemExit
        When the table holds none.
    """
    rows = wartoll.load(table)
    day = rows["night" if "night" in rows else "day"]
    chosen = rows[day.dt.to_period("M") == month]
    if chosen.empty:
        raise SystemExit(
            f"{table}: no row for {month}; it has {day.min():%Y-%m} to {day.max():%Y-%m}"
        )
    return chosen
