"""Intervals from qualifiers, and exact bounds over the sum trees.

A statement is a forest of sums: ``part_of`` ties a figure to its whole along one axis.
On a tree with unit coefficients one pass up and one pass down give the smallest and
largest integer every figure can have (the constraint graph has no cycle, so bounds that
agree along every edge are attained together); no solver is needed.

Intervals are pairs of float64 columns, ``low`` and ``high``; ``inf`` is an open end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

OPEN = np.inf
#: Smallest count of the words that stand for one; the floors follow ACLED's published rule.
FLOORS = {"listed": 1, "several": 2, "tens": 10, "dozens": 12, "hundreds": 100, "withheld": 0}


def half_width(value: np.ndarray) -> np.ndarray:
    """Half-width of "about": half of 10^(trailing zeros), or 5 % rounded up if larger."""
    unit = np.ones_like(value)
    for power in range(1, 9):
        unit = np.where((value % 10**power == 0) & (value > 0), 10.0**power, unit)
    return np.ceil(np.maximum(unit / 2, value / 20))


def _about(value: np.ndarray, _: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    half = half_width(np.nan_to_num(value))
    return np.maximum(value - half, 0), value + half


#: Both ends of the interval by qualifier, from the cells value and value_max.
_ENDS: dict[str, Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]] = {
    "exact": lambda value, _: (value, value),
    "at_least": lambda value, _: (value, value + OPEN),
    "more_than": lambda value, _: (value + 1, value + OPEN),
    "at_most": lambda value, _: (value * 0, value),
    "fewer_than": lambda value, _: (value * 0, value - 1),
    "about": _about,
    "range": lambda value, top: (value, top),
}


def intervals(claims: pd.DataFrame) -> pd.DataFrame:
    """Interval each figure stands for by itself.

    Parameters
    ----------
    claims : DataFrame
        Rows of drone_claims, casualty_claims or cumulative_claims as `load` gives them.

    Returns
    -------
    DataFrame
        Same index: ``low`` and ``high``, float64, ``inf`` for an open end, missing where
        the cells do not fit the qualifier. The rule is the table in docs/methodology.md;
        ``most_of`` takes its whole's interval, so the whole must be among the rows.
    """
    return Forest(claims).intervals


def _most_of(majority: np.ndarray, whole: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
    """Fill the rows that are most of their whole; repeated, as a whole can be one itself."""
    rows = np.flatnonzero(majority & (whole >= 0))
    for _ in range(len(rows)):
        before = low[rows].copy()
        low[rows] = np.floor(low[whole[rows]] / 2) + 1
        high[rows] = high[whole[rows]]
        if np.array_equal(before, low[rows], equal_nan=True):
            break


def _wholes(claims: pd.DataFrame, keys: pd.Index | None = None) -> np.ndarray:
    """Position of each row's whole; -1 where it has none among the rows."""
    keys = pd.Index(claims["claim_id"].to_numpy(dtype=object)) if keys is None else keys
    if not keys.is_unique:
        raise ValueError("claim_id is not unique")
    codes, wanted = pd.factorize(claims["part_of"].to_numpy(dtype=object))
    whole: np.ndarray = np.append(keys.get_indexer(wanted), -1)[codes]
    return whole


def _depths(whole: np.ndarray) -> np.ndarray:
    depth = np.zeros(len(whole), dtype=int)
    at = whole.copy()
    while (at >= 0).any():
        depth[at >= 0] += 1
        at = np.where(at >= 0, whole[at], -1)
        if depth.max(initial=0) > len(whole):
            raise ValueError("part_of runs in a circle")
    return depth


@dataclass
class _Sums:
    """The sums of one depth: parts, their whole, and which (whole, axis) they belong to."""

    parts: np.ndarray
    group: np.ndarray
    whole: np.ndarray
    complete: np.ndarray

    def totals(self, ends: np.ndarray) -> np.ndarray:
        return np.bincount(self.group, weights=ends[self.parts], minlength=len(self.whole))

    def others(self, ends: np.ndarray) -> np.ndarray:
        """For every part the sum of its siblings' ends."""
        mine = ends[self.parts]
        open_ = np.isinf(mine)
        finite = np.where(open_, 0.0, mine)
        count = np.bincount(self.group, weights=open_, minlength=len(self.whole))
        total = np.bincount(self.group, weights=finite, minlength=len(self.whole))
        return np.where(count[self.group] - open_ > 0, OPEN, total[self.group] - finite)


def _levels(claims: pd.DataFrame, whole: np.ndarray) -> list[_Sums]:
    depth = _depths(whole)
    axis, axes = pd.factorize(claims["part_axis"], use_na_sentinel=False)
    said = claims["parts_complete"].to_numpy(dtype=object)
    levels = []
    for level in range(1, depth.max(initial=0) + 1):
        parts = np.flatnonzero(depth == level)
        group, keys = pd.factorize(whole[parts] * len(axes) + axis[parts])
        wholes, of_axis = keys // len(axes), axes[keys % len(axes)]
        pairs = zip(of_axis, said[wholes], strict=True)
        complete = np.array([isinstance(s, str) and a in s.split() for a, s in pairs], dtype=bool)
        levels.append(_Sums(parts, group, wholes, complete))
    return levels


def roots(claims: pd.DataFrame) -> np.ndarray:
    """Position of the root of every row's tree.

    Raises
    ------
    ValueError
        When claim_id is not unique or part_of runs in a circle.
    """
    return Forest(claims).roots


def _roots(whole: np.ndarray) -> np.ndarray:
    root = np.arange(len(whole))
    while (whole[root] >= 0).any():
        root = np.where(whole[root] >= 0, whole[root], root)
    return root


@dataclass
class Forest:
    """The sum trees of whole statements; what they say is computed once.

    Attributes
    ----------
    claims : DataFrame
        Whole statements of drone_claims or casualty_claims as `load` gives them.
    keys : Index, optional
        Their claim_id, when it is at hand.
    """

    claims: pd.DataFrame
    keys: pd.Index | None = None

    @cached_property
    def whole(self) -> np.ndarray:
        """Position of each row's whole; -1 where it has none among the rows."""
        return _wholes(self.claims, self.keys)

    @cached_property
    def intervals(self) -> pd.DataFrame:
        """What `intervals` returns."""
        q = pd.Categorical(self.claims["qualifier"])
        v, top = (self.claims[c].astype("float64").to_numpy() for c in ("value", "value_max"))
        low, high = np.full(len(q), np.nan), np.full(len(q), np.nan)
        for code, word in enumerate(q.categories):
            rows = np.flatnonzero(q.codes == code)
            if word in FLOORS:
                low[rows], high[rows] = FLOORS[word], OPEN
            elif word in _ENDS and len(rows):
                low[rows], high[rows] = _ENDS[word](v[rows], top[rows])
        majority = q == "most_of"
        if "part_of" in self.claims and majority.any():
            _most_of(majority, self.whole, low, high)
        return pd.DataFrame({"low": low, "high": high}, index=self.claims.index)

    @cached_property
    def roots(self) -> np.ndarray:
        """Position of the root of every row's tree."""
        _depths(self.whole)
        return _roots(self.whole)

    @cached_property
    def levels(self) -> list[_Sums]:
        """The sums, those of the roots first."""
        return _levels(self.claims, self.whole)

    @cached_property
    def bounds(self) -> pd.DataFrame:
        """What `propagate` returns."""
        own = self.intervals
        low = own["low"].fillna(0).to_numpy().copy()
        high = own["high"].fillna(OPEN).to_numpy().copy()
        for sums in reversed(self.levels):
            np.maximum.at(low, sums.whole, sums.totals(low))
            capped = np.where(sums.complete, sums.totals(high), OPEN)
            np.minimum.at(high, sums.whole, capped)
        broken = np.zeros(len(low), dtype=bool)
        broken[self.roots[low > high]] = True
        feasible = ~broken[self.roots]
        for sums in self.levels:
            _tighten(sums, low, high, feasible)
        columns = {"low": low, "high": high, "feasible": feasible}
        return pd.DataFrame(columns, index=self.claims.index)

    @cached_property
    def residuals(self) -> pd.DataFrame:
        """What `residuals` returns."""
        rows = [self._left(sums) for sums in self.levels]
        columns = ["claim_id", "part_axis", "low", "high", "feasible"]
        return pd.concat(rows, ignore_index=True) if rows else pd.DataFrame(columns=columns)

    def _left(self, sums: _Sums) -> pd.DataFrame:
        low, high = self.bounds["low"].to_numpy(), self.bounds["high"].to_numpy()
        first = sums.parts[np.unique(sums.group, return_index=True)[1]]
        rest_low = np.maximum(low[sums.whole] - sums.totals(high), 0)
        rest_high = high[sums.whole] - sums.totals(low)
        return pd.DataFrame(
            {
                "claim_id": self.claims["claim_id"].to_numpy(dtype=object)[sums.whole],
                "part_axis": self.claims["part_axis"].to_numpy(dtype=object)[first],
                "low": np.where(sums.complete, 0.0, rest_low),
                "high": np.where(sums.complete, 0.0, rest_high),
                "feasible": self.bounds["feasible"].to_numpy()[sums.whole],
            }
        )


def propagate(claims: pd.DataFrame) -> pd.DataFrame:
    """Exact bounds of every figure under all the sums of its tree.

    Parameters
    ----------
    claims : DataFrame
        Whole statements of drone_claims or casualty_claims as `load` gives them.

    Returns
    -------
    DataFrame
        Same index: ``low`` and ``high`` (float64, ``inf`` open) and ``feasible`` (bool):
        False on every row of a tree whose figures cannot hold together; the bounds of
        such a tree are those at the first contradiction and mean nothing more.

    Raises
    ------
    ValueError
        When claim_id is not unique or part_of runs in a circle.
    """
    return Forest(claims).bounds


def _tighten(sums: _Sums, low: np.ndarray, high: np.ndarray, feasible: np.ndarray) -> None:
    """Pass the wholes' bounds down to their parts, in trees that can hold together."""
    other_low, other_high = sums.others(low), sums.others(high)
    above = sums.whole[sums.group]
    ceiling = high[above] - other_low
    with np.errstate(invalid="ignore"):
        floor = np.where(sums.complete[sums.group], low[above] - other_high, 0.0)
    good = feasible[sums.parts]
    parts = sums.parts[good]
    high[parts] = np.minimum(high[parts], ceiling[good])
    low[parts] = np.maximum(low[parts], np.nan_to_num(floor[good], nan=0.0, neginf=0.0))


def residuals(claims: pd.DataFrame) -> pd.DataFrame:
    """What each sum leaves unaccounted for.

    Parameters
    ----------
    claims : DataFrame
        Whole statements of drone_claims or casualty_claims as `load` gives them.

    Returns
    -------
    DataFrame
        One row per whole and axis with parts: ``claim_id``, ``part_axis``, ``low`` and
        ``high`` of whole minus parts (float64, ``inf`` open; 0 on a complete axis) and
        ``feasible``.

    Raises
    ------
    ValueError
        When claim_id is not unique or part_of runs in a circle.
    """
    return Forest(claims).residuals
