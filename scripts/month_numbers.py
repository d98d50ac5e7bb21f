"""Sums of a month as its page tells them, each computed from the tables."""

from __future__ import annotations

from typing import Any, NamedTuple

import month_casualties
import month_nights
import pandas as pd
import style

import wartoll

#: Columns of drones_by_night that add up to a month, and a running total's word for each.
SUMS = {
    "launched": ("launched", ["launched"]),
    "shot down, or suppressed in one figure": (
        "shot_down",
        ["shot_down", "suppressed", "shot_down_or_suppressed"],
    ),
    "lost from sight": ("lost", ["lost_track"]),
    "left the country's airspace": ("", ["left_airspace"]),
    "hit": ("", ["hit"]),
}
DOWN = ("shot_down", "shot_down_or_suppressed")


class Nights(NamedTuple):
    """One national office over a month: its nights by status, and sums with their nights."""

    claimant_id: str
    name: str
    attacker: str
    rows: pd.DataFrame
    sums: dict[str, tuple[int, int]]

    def days(self, *statuses: str) -> pd.Series:
        """Days of the month that have one of the statuses."""
        return self.rows["day"][self.rows["status"].isin(statuses)]


def nights(month: pd.Period) -> list[Nights]:
    """Every national office, those who tell of Russia's drones first."""
    found = []
    for (attacker, claimant), rows in month_nights.table(month).groupby(
        ["attacker", "claimant_id"]
    ):
        told = rows[rows["status"].isin(("stated", "none"))]
        sums = {name: _sum(told, columns) for name, (_, columns) in SUMS.items()}
        name = rows["claimant"].iloc[0]
        found.append(
            Nights(claimant, name, attacker, rows, {k: v for k, v in sums.items() if v[1]})
        )
    return found


def _sum(rows: pd.DataFrame, columns: list[str]) -> tuple[int, int]:
    lows = rows[[f"{c}_low" for c in columns]].dropna(how="all")
    return int(lows.sum().sum()), len(lows)


def month_sums(month: pd.Period) -> pd.DataFrame:
    """Running totals over just this month, with the office's name."""
    rows = wartoll.load("cumulative_claims")
    start, end = month.start_time.normalize(), month.end_time.normalize()
    rows = rows[(rows["period_start"] == start) & (rows["period_end"] == end)]
    said = wartoll.load("statements").set_index("statement_id")["claimant_id"]
    actors = wartoll.load("actors").set_index("actor_id")
    claimants = rows["statement_id"].map(said)
    names, kinds = claimants.map(actors["name_en"]), claimants.map(actors["kind"].astype(object))
    return rows.assign(claimant_id=claimants, claimant=names, kind=kinds)


def own_numbers(month: pd.Period) -> pd.DataFrame:
    """Numbers of regions' own offices, with the national office's number where it has one."""
    rows = style.of_month("drones_by_region", month)
    rows = rows[rows["outcome"].isin(DOWN)]
    national = rows["claimant_id"].isin(style.of_month("coverage", month)["claimant_id"])
    counted = rows[national & (rows["basis"] == "counted")]
    own = rows[~national].merge(
        counted[["night", "place_id", "attacker", "shot_down_low"]],
        on=["night", "place_id", "attacker"],
        how="left",
        suffixes=("", "_national"),
    )
    low, high = own["shot_down_low"], own["shot_down_high"].fillna(10**6)
    inside = own["shot_down_low_national"].between(low, high)
    return own.assign(same=inside.where(own["shot_down_low_national"].notna()))


def strikes(month: pd.Period) -> pd.DataFrame:
    """Strikes of the month with the country of the place, and who alone tells of them."""
    rows = style.of_month("casualties_by_city", month)
    kinds = wartoll.load("actors").set_index("actor_id")["kind"].astype(object)
    occupation = kinds.index[kinds == "de_facto_administration"]
    alone = [set(told.split()) <= set(occupation) for told in rows["claimants"]]
    return rows.assign(country=rows["place_id"].str[:2], occupation=alone)


def people(rows: pd.DataFrame) -> dict[str, Any]:
    """Sums of both harms over strikes: low, best, and high where none is open."""
    return dict(month_casualties.rest(month_casualties.sums(rows)))


def untold_regions(month: pd.Period) -> list[str]:
    """Regions of Russia with drones shot down over them and no figure of people hurt."""
    rows = style.of_month("drones_by_region", month)
    named = rows[(rows["place_kind"] == "region") & rows["place_id"].str.startswith("RU-")]
    national = named["claimant_id"].isin(style.of_month("coverage", month)["claimant_id"])
    named = named[national & (named["basis"] == "counted")]
    hurt = strikes(month)["region"].dropna()
    sums = named.groupby("place")["shot_down_low"].sum().sort_values(ascending=False, kind="stable")
    return [str(place) for place in sums.index if place not in set(hurt)]
