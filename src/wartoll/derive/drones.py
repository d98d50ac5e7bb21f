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
#: A chain of revisions and its attacker; bounds by outcome.
Key = tuple[str, str]
Sums = dict[str, tuple[float, float]]
#: Lists name one and may mean both, so neither is zero beside the other.
CITY_OR_REGION = {"UA-30": "UA-32", "UA-32": "UA-30", "UA-40": "UA-43", "UA-43": "UA-40"}
_WIDE = ("theatre", "country")
AREAS = ("region", "water", "macro", "group")


def national(facts: Facts) -> set[str]:
    """Claimants who speak for a whole country: forces and ministries without a jurisdiction."""
    actors = facts["actors"]
    whole = actors["place_id"].isna() & actors["side"].isin(("UA", "RU"))
    return set(
        actors[whole & actors["kind"].isin(("armed_forces", "ministry", "state"))]["actor_id"]
    )


def is_total(told: pd.DataFrame) -> pd.Series:
    """Figures about the whole night: outcomes of launched, or undivided over a country."""
    wide = told["place_kind"].isin(_WIDE) | (told["outcome"] == "left_airspace")
    return (told["unit"] == "drones") & (
        (told["part_axis"] == "outcome") | (told["part_of"].isna() & wide)
    )


def by_night(facts: Facts) -> pd.DataFrame:
    """Rows of drones_by_night; see schemas/drones_by_night.json."""
    told = facts.told_nights
    told = told[told["claimant_id"].isin(national(facts)) & is_total(told)]
    names = facts["actors"].set_index("actor_id")["name_en"].to_dict()
    split = breakdowns(facts)
    heads = facts.nights.set_index(["chain", "attacker"]).to_dict("index")
    quantities, outer = _sums(told), _sums(told[~_is_inner(told)])
    claims = told.sort_values("claim_id").groupby(["chain", "attacker"])["claim_id"].agg(" ".join)
    rows = []
    for key, claim_ids in claims.items():
        row = {"attacker": key[1], "claimant": names[heads[key]["claimant_id"]], **heads[key]}
        row |= _quantities(quantities[key], outer[key])
        row |= {"breakdown": split.get(key[0], "none"), "claim_ids": claim_ids}
        rows.append(row)
    return pd.DataFrame(rows)


def _is_inner(told: pd.DataFrame) -> pd.Series:
    """Shot down or suppressed alone under one figure for both, which holds them already."""
    both = told.loc[told["outcome"] == "shot_down_or_suppressed", "claim_id"]
    return told["part_of"].isin(both)


def _sums(told: pd.DataFrame) -> dict[Key, Sums]:
    """Bounds of every outcome, by chain and attacker."""
    sums = told.groupby(["chain", "attacker", "outcome"])[["low", "high"]].sum()
    found: dict[Key, Sums] = {}
    for (chain, attacker, outcome), low, high in sums.itertuples(name=None):
        found.setdefault((chain, attacker), {})[outcome] = (low, high)
    return found


def breakdowns(facts: Facts) -> dict[str, str]:
    """Whether the places of a chain's downed drones are all told, some, or none."""
    told = facts.night_drones
    downed = told[told["outcome"].isin(DOWNED)]
    placed = downed[downed["place_kind"].isin(AREAS)]
    full = downed["parts_complete"].str.contains("place", na=False)
    return dict.fromkeys(placed["chain"], "incomplete") | dict.fromkeys(
        downed["chain"][full], "complete"
    )


def _quantities(sums: Sums, outer: Sums) -> dict[str, Any]:
    """Bounds of every quantity of one night, and what follows from those that lie in no other."""
    cells: dict[str, Any] = {}
    for quantity in QUANTITIES:
        low, high = sums.get(quantity, (OPEN, OPEN))
        cells[f"{quantity}_low"], cells[f"{quantity}_high"] = interval(low, high)
    return cells | _balance(outer) if "launched" in sums else cells


def _balance(sums: Sums) -> dict[str, Any]:
    """Unaccounted and intercepted share, by arithmetic on what is stated."""
    least, most = sums["launched"]
    rest = {outcome: ends for outcome, ends in sums.items() if outcome != "launched"}
    low = max(least - sum(high for _, high in rest.values()), 0)
    high = max(most - sum(low for low, _ in rest.values()), 0)
    cells = dict(zip(("unaccounted_low", "unaccounted_high"), interval(low, high), strict=True))
    if 0 < most < OPEN:
        downed = sum(rest[o][0] for o in DOWNED if o in rest)
        missed = sum(rest[o][0] for o in ("hit", "left_airspace") if o in rest)
        cells["intercepted_share_low"] = floor(1000 * downed / most) / 1000
        cells["intercepted_share_high"] = ceil(1000 * (1 - missed / most)) / 1000
    return cells


def by_region(facts: Facts) -> pd.DataFrame:
    """Rows of drones_by_region; see schemas/drones_by_region.json."""
    told = facts.told_nights
    downed = told["outcome"].isin(DOWNED) & (told["unit"] == "drones")
    told = told[downed & (told["place_role"] == "over")]
    key = ["chain", "attacker", "outcome"]
    told = told.assign(list=pd.MultiIndex.from_frame(told[key]).factorize()[0])
    areas = told[told["place_kind"].isin(AREAS)]
    rows = [_area_row(fact) for fact in areas.itertuples()]
    rows += _members(told, facts)
    rows += _implied(told, facts)
    rows += _undivided(told[~told["list"].isin(areas["list"])], national(facts))
    table = pd.DataFrame(rows)
    if table.empty:
        return table
    places = facts["places"].set_index("place_id")
    table["place"] = table["place_id"].map(places["name_en"])
    table["place_kind"] = table["place_id"].map(places["kind"].astype(object))
    return table.drop_duplicates(["night", "attacker", "claimant_id", "place_id", "outcome"])


def _row(fact: Any, place_id: str, low: float, high: float, basis: str) -> dict[str, Any]:
    cells = dict(zip(("shot_down_low", "shot_down_high"), interval(low, high), strict=True))
    shared = ("night", "attacker", "claimant_id", "statement_id", "outcome", "review")
    told = {name: getattr(fact, name) for name in shared}
    return {**told, **cells, "place_id": place_id, "basis": basis, "claim_ids": fact.claim_id}


def _area_row(fact: Any) -> dict[str, Any]:
    basis = {"exact": "counted", "listed": "listed"}.get(fact.qualifier, "bounded")
    return _row(fact, fact.place_id, fact.low, fact.high, basis)


def _named(told: pd.DataFrame) -> dict[int, set[str]]:
    """Places that each list of a statement names."""
    return {int(key): set(places) for key, places in told.groupby("list")["place_id"]}


def _members(told: pd.DataFrame, facts: Facts) -> Iterator[dict[str, Any]]:
    """Members of a group that has one number and whose members have no row of their own."""
    groups = members(facts["place_groups"])
    named = _named(told)
    for fact in told[told["place_kind"] == "group"].itertuples():
        for place in groups.get(fact.place_id, []):
            if place not in named[fact.list]:
                yield _row(fact, place, 0, fact.high, "bounded")


def _implied(told: pd.DataFrame, facts: Facts) -> Iterator[dict[str, Any]]:
    """Regions of the whole's country that a complete list leaves out."""
    groups, named = members(facts["place_groups"]), _named(told)
    places = facts["places"]
    regions = places[places["kind"] == "region"].groupby("parent_id")["place_id"].agg(list)
    full = told["parts_complete"].str.split().map(lambda a: isinstance(a, list) and "place" in a)
    for fact in told[(told["place_kind"] == "country") & full.astype(bool)].itertuples():
        areas = {m for p in named[fact.list] for m in groups.get(p, [p])}
        areas |= {p.split(".")[0] for p in areas if "-" in p}
        areas |= {CITY_OR_REGION[p] for p in areas if p in CITY_OR_REGION}
        for place in regions.get(fact.place_id, []):
            if place not in areas:
                yield _row(fact, place, 0, 0, "implied_zero")


def _undivided(told: pd.DataFrame, national: set[str]) -> Iterator[dict[str, Any]]:
    """A total whose places are not told, the first of its list."""
    whole = told[told["place_kind"].isin(_WIDE) & told["claimant_id"].isin(national)]
    for fact in whole.drop_duplicates("list").itertuples():
        yield _row(fact, fact.place_id, fact.low, fact.high, "no_breakdown")
