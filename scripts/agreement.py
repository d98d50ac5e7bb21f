"""How far two independent readings of the same pages agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pandas as pd

LABELS = Path(__file__).resolve().parents[1] / "tests" / "labels"
#: Lines of the table of agreement: name, kind, and which quantities.
LINES = {
    "Drones: a country's total or outcome": ("drones", ""),
    "Drones: number over a place, national office": ("region_count", ""),
    "Drones: place named in a list": ("region_list", ""),
    "Drones: number of an office of the region": ("office_count", ""),
    "People: killed": ("people", "killed$"),
    "People: injured": ("people", "injured$"),
    "People: killed or injured in one figure": ("people", "killed_or_injured$"),
    "People: subgroups (children, women, men ...)": ("people", ".* .*"),
}


def nominal(a: Any, b: Any) -> float:
    """Distance of two words."""
    return float(a != b)


def interval(a: float, b: float) -> float:
    """Distance of two numbers by their difference."""
    return (a - b) ** 2


def ratio(a: float, b: float) -> float:
    """Distance of two numbers by their proportion."""
    return ((a - b) / (a + b)) ** 2 if a + b else 0.0


def alpha(units: Iterable[Sequence[Any]], distance: Callable[[Any, Any], float]) -> float:
    """Krippendorff's alpha.

    Parameters
    ----------
    units : iterable of sequence
        The values that readers gave each unit; those with fewer than two count nothing.
    distance : callable
        One of this module's distances.

    Returns
    -------
    float
        1 when all agree, 0 when as by chance; not a number when all values are one.
    """
    paired = [unit for unit in units if len(unit) > 1]
    values = [value for unit in paired for value in unit]
    count = len(values)
    seen = sum(
        sum(distance(a, b) for a, b in permutations(unit, 2)) / (len(unit) - 1) for unit in paired
    )
    chance = sum(distance(a, b) for a, b in permutations(values, 2)) / (count - 1)
    return 1 - seen / chance if chance else float("nan")


def readings(month: pd.Period) -> pd.DataFrame:
    """Load the pairs of readings of a month.

    Parameters
    ----------
    month : Period
        The month.

    Returns
    -------
    DataFrame
        One row a figure, all text; blank where a reader did not give it.
    """
    file = LABELS / f"{month.strftime('%B_%Y').lower()}.csv"
    return pd.read_csv(file, dtype=str, keep_default_na=False)


def numbers(pairs: pd.DataFrame) -> list[tuple[int, int]]:
    """Values of the pairs in which both readers have one number."""
    told = pairs[["first", "second"]].apply(lambda cells: cells.str.extract(r" (\d+)$")[0]).dropna()
    return [*told.astype(int).itertuples(index=False, name=None)]


def line(rows: pd.DataFrame) -> dict[str, Any]:
    """Counts of one kind of figures, and alpha of their values."""
    both = rows[(rows["first"] != "") & (rows["second"] != "")]
    same = both["first"] == both["second"]
    values = numbers(both)
    return {
        "first": int((rows["first"] != "").sum()),
        "both": len(both),
        "same": int(same.sum()),
        "alike": int((same & (both["differs"] == "")).sum()),
        "only_second": int((rows["first"] == "").sum()),
        "interval": alpha(values, interval) if len(values) > 1 else float("nan"),
        "ratio": alpha(values, ratio) if len(values) > 1 else float("nan"),
    }


def figures(rows: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Agreement on figures by kind.

    Parameters
    ----------
    rows : DataFrame
        From `readings`.

    Returns
    -------
    dict of dict
        By name of the kind: ``first`` the figures that the first reader gave, ``both`` those of
        them that the second gave too, ``same`` those with the same number and limiting word,
        ``alike`` those that agree in place, day, office and subgroup as well, ``only_second``,
        and alpha of the values.
    """
    chosen = {
        name: rows[(rows["kind"] == kind) & rows["quantity"].str.fullmatch(pattern or ".*")]
        for name, (kind, pattern) in LINES.items()
    }
    return {name: line(part) for name, part in chosen.items() if len(part)}


def attributes(rows: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Agreement on what is said of a figure: the weapon, and who the people are.

    Parameters
    ----------
    rows : DataFrame
        From `readings`.

    Returns
    -------
    dict of dict
        By name: ``both``, ``same`` and nominal ``alpha``.
    """
    both = rows[(rows["kind"] == "people") & (rows["first"] != "") & (rows["second"] != "")]
    found = {}
    for name, stem in (("weapon", "weapon"), ("civilian, military or not said", "status")):
        pairs = [*zip(both[f"{stem}_first"], both[f"{stem}_second"], strict=True)]
        same = sum(a == b for a, b in pairs)
        found[name] = {"both": len(pairs), "same": same, "alpha": alpha(pairs, nominal)}
    return found
