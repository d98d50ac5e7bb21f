"""drones_by_night and drones_by_region."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import Any

import pandas as pd

from wartoll.bounds import OPEN
from wartoll.derive.facts import DOWNED, Facts, interval
from wartoll.gazetteer import members

QUANTITIES = (
    "launched", "shot_down", "suppressed", "shot_down_or_suppressed", "lost_track",
    "left_airspace", "hit", "in_airspace",
)  # fmt: skip
_WIDE = ("theatre", "country")
_AREAS = ("region", "water", "macro", "group")


def _national(facts: Facts) -> set[str]:
    """Claimants who speak for a whole country: forces and ministries without a jurisdiction."""
    actors = facts["actors"]
    whole = actors["place_id"].isna() & actors["side"].isin(("UA", "RU"))
    return set(
        actors[whole & actors["kind"].isin(("armed_forces", "ministry", "state"))]["actor_id"]
    )


def _is_total(told: pd.DataFrame) -> pd.Series:
    """Figures about the whole night: outcomes of launched, or undivided over a country."""
    wide = told["place_kind"].isin(_WIDE) | (told["outcome"] == "left_airspace")
    return (told["unit"] == "drones") & (
        (told["part_axis"] == "outcome") | (told["part_of"].isna() & wide)
    )


def by_night(facts: Facts) -> pd.DataFrame:
    """Rows of drones_by_night; see schemas/drones_by_night.json."""
    told = facts.told_nights
    told = told[told["claimant_id"].isin(_national(facts)) & _is_total(told)]
    names = facts["actors"].set_index("actor_id")["name_en"]
    split = _breakdowns(facts)
    heads = facts.nights.set_index(["chain", "attacker"])
    rows = []
    for key, figures in told.groupby(["chain", "attacker"], sort=False):
        head = heads.loc[key]
        row = {"attacker": key[1], "claimant": names[head["claimant_id"]], **head.to_dict()}
        row |= _quantities(figures)
        row["breakdown"] = split.get(key[0], "none")
        row["claim_ids"] = " ".join(sorted(figures["claim_id"]))
        rows.append(row)
    return pd.DataFrame(rows)


def _breakdowns(facts: Facts) -> dict[str, str]:
    """Whether the places of a chain's downed drones are all told, some, or none."""
    told = facts.drones
    downed = told[told["outcome"].isin(DOWNED)]
    placed = downed[downed["place_kind"].isin(_AREAS)]
    full = downed["parts_complete"].str.contains("place", na=False)
    return dict.fromkeys(placed["chain"], "incomplete") | dict.fromkeys(
        downed["chain"][full], "complete"
    )


def _quantities(figures: pd.DataFrame) -> dict[str, Any]:
    """Bounds of every quantity of one night, and what follows from them."""
    sums = figures.groupby("outcome")[["low", "high"]].sum()
    cells: dict[str, Any] = {}
    for quantity in QUANTITIES:
        low, high = sums.loc[quantity] if quantity in sums.index else (OPEN, OPEN)
        cells[f"{quantity}_low"], cells[f"{quantity}_high"] = interval(low, high)
    if "launched" in sums.index:
        cells |= _balance(sums)
    return cells


def _balance(sums: pd.DataFrame) -> dict[str, Any]:
    """Unaccounted and intercepted share, by arithmetic on what is stated."""
    launched = sums.loc["launched"]
    rest = sums.drop("launched")
    low = max(launched["low"] - rest["high"].sum(), 0)
    high = max(launched["high"] - rest["low"].sum(), 0)
    cells = dict(zip(("unaccounted_low", "unaccounted_high"), interval(low, high), strict=True))
    if 0 < launched["high"] < OPEN:
        least = rest["low"].reindex(DOWNED).sum()
        missed = rest["low"].reindex(["hit", "left_airspace"]).sum()
        cells["intercepted_share_low"] = floor(1000 * least / launched["high"]) / 1000
        cells["intercepted_share_high"] = ceil(1000 * (1 - missed / launched["high"])) / 1000
    return cells


def by_region(facts: Facts) -> pd.DataFrame:
    """Rows of drones_by_region; see schemas/drones_by_region.json."""
    told = facts.told_nights
    told = told[
        told["outcome"].isin(DOWNED) & (told["unit"] == "drones") & (told["place_role"] == "over")
    ]
    national = _national(facts)
    rows = [_area_row(fact) for fact in told[told["place_kind"].isin(_AREAS)].itertuples()]
    for _, figures in told.groupby(["chain", "attacker", "outcome"], sort=False):
        rows += _members(figures, facts)
        rows += _implied(figures, facts)
        rows += _undivided(figures, national)
    table = pd.DataFrame(rows)
    if table.empty:
        return table
    places = facts["places"].set_index("place_id")
    table["place"] = table["place_id"].map(places["name_en"])
    table["place_kind"] = table["place_id"].map(places["kind"].astype(object))
    key = ["night", "attacker", "claimant_id", "place_id", "outcome"]
    return table.drop_duplicates(key)


def _row(fact: Any, place_id: str, low: float, high: float, basis: str) -> dict[str, Any]:
    cells = dict(zip(("shot_down_low", "shot_down_high"), interval(low, high), strict=True))
    shared = ("night", "attacker", "claimant_id", "statement_id", "outcome", "review")
    told = {name: getattr(fact, name) for name in shared}
    return {**told, **cells, "place_id": place_id, "basis": basis, "claim_ids": fact.claim_id}


def _area_row(fact: Any) -> dict[str, Any]:
    basis = {"exact": "counted", "listed": "listed"}.get(fact.qualifier, "bounded")
    return _row(fact, fact.place_id, fact.low, fact.high, basis)


def _members(figures: pd.DataFrame, facts: Facts) -> Iterator[dict[str, Any]]:
    """Members of a group that has one number and whose members have no row of their own."""
    groups = members(facts["place_groups"])
    named = set(figures["place_id"])
    for fact in figures[figures["place_kind"] == "group"].itertuples():
        for place in groups.get(fact.place_id, []):
            if place not in named:
                yield _row(fact, place, 0, fact.high, "bounded")


def _implied(figures: pd.DataFrame, facts: Facts) -> Iterator[dict[str, Any]]:
    """Regions of the whole's country that a complete list leaves out."""
    places = facts["places"]
    groups = members(facts["place_groups"])
    named = {m for p in figures["place_id"] for m in groups.get(p, [p])}
    named |= {p.split(".")[0] for p in named if "-" in p}
    for fact in figures[figures["place_kind"] == "country"].itertuples():
        if isinstance(fact.parts_complete, str) and "place" in fact.parts_complete.split():
            regions = places[(places["kind"] == "region") & (places["parent_id"] == fact.place_id)]
            for place in regions["place_id"]:
                if place not in named:
                    yield _row(fact, place, 0, 0, "implied_zero")


def _undivided(figures: pd.DataFrame, national: set[str]) -> Iterator[dict[str, Any]]:
    """A total whose places are not told."""
    if not figures["place_kind"].isin(_AREAS).any():
        for fact in figures[figures["place_kind"].isin(_WIDE)].head(1).itertuples():
            if fact.claimant_id in national:
                yield _row(fact, fact.place_id, fact.low, fact.high, "no_breakdown")
