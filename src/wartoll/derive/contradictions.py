"""contradictions: pairs of claimants with no common value for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pandas as pd

from wartoll.derive.facts import DOWNED, Facts, interval
from wartoll.moments import instants

_DRONE_KEY = ["day", "attacker", "thing", "unit", "place_role", "place_id"]
_HARM_KEY = ["strike", "attacker", "harm", "person_status", "demographic", "place_id"]


def pairs(facts: Facts) -> pd.DataFrame:
    """Rows of contradictions; see schemas/contradictions.json."""
    apart = [
        pair
        for told, key in ((_drones(facts), _DRONE_KEY), (_harms(facts), _HARM_KEY))
        for pair in _apart(told, key)
    ]
    said = facts["statements"]
    involved = {fact.statement_id for pair in apart for fact in pair}
    times = _times(said[said["statement_id"].isin(involved)])
    places = facts["places"].set_index("place_id")["name_en"]
    return pd.DataFrame([_row(a, b, times) | {"place": places[a.place_id]} for a, b in apart])


def _apart(told: pd.DataFrame, key: list[str]) -> Iterator[tuple[Any, Any]]:
    """Pairs of claimants' figures with the same key and no common value."""
    claimants = told.groupby(key, dropna=False, observed=True)["claimant_id"]
    several = told[claimants.transform("nunique") > 1]
    for _, figures in several.groupby(key, dropna=False, observed=True):
        for a, b in combinations(figures.sort_values("claim_id").itertuples(), 2):
            if a.claimant_id != b.claimant_id and max(a.low, b.low) > min(a.high, b.high):
                yield a, b


def _drones(facts: Facts) -> pd.DataFrame:
    """Latest drone figures of every claimant's night.

    Shot down is compared with shot down or suppressed where the claimant of the former
    gives no figure for suppressed or lost drones: then it has one figure for all.
    """
    told = facts.told_nights.assign(subject=lambda f: f["outcome"])
    apart = told[told["subject"].isin(("suppressed", "lost_track"))]["chain"]
    one_figure = told["subject"].isin(DOWNED) & ~told["chain"].isin(apart)
    return told.assign(day=told["night"], thing=told["subject"].where(~one_figure, "downed"))


def _harms(facts: Facts) -> pd.DataFrame:
    """Latest figures of every claimant about each strike."""
    told = facts.casualties
    told = told[told["strike"].notna() & ~told["part_axis"].isin(("weapon",))]
    return told.assign(
        day=pd.to_datetime(told["strike"].str.slice(0, 10)), subject=told["harm"].astype(object)
    )


def _times(statements: pd.DataFrame) -> pd.DataFrame:
    """Instants of windows and as-of times, where they are known to the minute."""
    stamp = statements["as_of"].fillna(statements["stated"])
    known = {"start": statements["window_start"], "end": statements["window_end"], "as_of": stamp}
    frame = pd.DataFrame(
        {n: instants(m.where(m.str.len() > 10))["earliest"] for n, m in known.items()}
    )
    return frame.set_index(statements["statement_id"])


def _hours(*gaps: pd.Timedelta) -> object:
    """Sum of the gaps that are known; missing when none is."""
    known = [abs(gap).total_seconds() for gap in gaps if pd.notna(gap)]
    return round(sum(known) / 3600, 2) if known else pd.NA


def _row(a: Any, b: Any, times: pd.DataFrame) -> dict[str, Any]:
    mine, other = times.loc[a.statement_id], times.loc[b.statement_id]
    low_a, high_a = interval(a.low, a.high)
    low_b, high_b = interval(b.low, b.high)
    return {
        "claim_id_a": a.claim_id,
        "claim_id_b": b.claim_id,
        "subject": max(a.subject, b.subject),
        "day": a.day,
        "place_id": a.place_id,
        "claimant_a": a.claimant_id,
        "low_a": low_a,
        "high_a": high_a,
        "claimant_b": b.claimant_id,
        "low_b": low_b,
        "high_b": high_b,
        "window_gap_hours": _hours(mine["start"] - other["start"], mine["end"] - other["end"]),
        "as_of_gap_hours": _hours(mine["as_of"] - other["as_of"]),
        "claim_ids": f"{a.claim_id} {b.claim_id}",
    }
