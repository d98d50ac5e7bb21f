"""Derived tables: pure functions of the curated ones, the same bytes on every run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from wartoll.canonical import to_csv
from wartoll.derive import casualties, contradictions, coverage, drones
from wartoll.derive.facts import Facts
from wartoll.package import DataPackage

TABLES: dict[str, Callable[[Facts], pd.DataFrame]] = {
    "drones_by_night": drones.by_night,
    "drones_by_region": drones.by_region,
    "casualties_by_city": casualties.by_city,
    "contradictions": contradictions.pairs,
    "coverage": coverage.by_day,
}


def derive(package: DataPackage, frames: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """Make every derived table.

    Parameters
    ----------
    package : DataPackage
        Whose schemas the tables follow.
    frames : mapping of DataFrame
        Its curated tables by name, as `load` gives them, free of errors.

    Returns
    -------
    dict of bytes
        Canonical CSV by table name.
    """
    facts = Facts(frames)
    return {name: to_csv(make(facts), package.schemas[name]) for name, make in TABLES.items()}
