"""casualties_by_city: every strike with all claimants' latest figures."""

from __future__ import annotations

from typing import Any

import pandas as pd

from wartoll.derive.facts import Facts, interval
from wartoll.gazetteer import above_of_kind, ancestors

HARMS = ("killed", "injured")
_KIND = {"exact": "point"} | dict.fromkeys(("about", "range", "at_most", "fewer_than"), "midpoint")
_GRADES = "ABCDXW"
#: A row of `_whole_figures`.
Figure = Any


def by_city(facts: Facts) -> pd.DataFrame:
    """Rows of casualties_by_city; see schemas/casualties_by_city.json."""
    told = _whole_figures(facts)
    places = facts["places"].set_index("place_id")["name_en"].to_dict()
    regions = above_of_kind(facts["places"], "region")
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in told.itertuples(index=False):
        groups.setdefault((figure.strike, figure.place_id, figure.attacker), []).append(figure)
    rows = []
    for (strike, place, attacker), figures in sorted(groups.items()):
        harms = {h: [f for f in figures if f.harm == h] for h in HARMS}
        grades = [_grade(f) for f in harms.values() if f]
        row: dict[str, Any] = {
            "strike": strike,
            "day": pd.Timestamp(strike[:10]),
            "place_id": place,
            "place": places[place],
            "region": places.get(regions.get(place, "")),
            "attacker": attacker,
            "weapon": " ".join(_weapons(figures)),
            "grade": max(grades, key=_GRADES.index),
            "claimants": " ".join(sorted({f.claimant_id for f in figures})),
            "claim_ids": " ".join(sorted(f.claim_id for f in figures)),
        }
        for harm, part in harms.items():
            row |= _harm(harm, part)
        rows.append(row)
    return pd.DataFrame(rows)


def _whole_figures(facts: Facts) -> pd.DataFrame:
    """Killed and injured of strikes, all persons, undivided by weapon or status."""
    told = facts.casualties
    undivided = ~told["part_axis"].isin(("weapon", "demographic", "status"))
    told = told[
        told["strike"].notna()
        & told["harm"].isin(HARMS)
        & (told["demographic"] == "all")
        & undivided
    ]
    actors = facts["actors"].set_index("actor_id")
    root = _roots(facts["actors"])
    relays = facts["relays"]
    full = relays.loc[relays["fidelity"].isin(("original", "complete")), "statement_id"]
    told = told.assign(
        root=told["claimant_id"].map(root),
        rank=_ranks(told, facts),
        adverse=told["claimant_id"].map(actors["side"].astype(object))
        == told["attacker"].astype(object),
        verified=told["claimant_id"].map(actors["kind"].astype(object))
        == "international_organisation",
        full=told["statement_id"].isin(full),
    )
    return told.sort_values(["rank", "stated", "claim_id"], ascending=[True, False, True])


def _roots(actors: pd.DataFrame) -> dict[str, str]:
    """The body at the end of each actor's chain of parents: claimants with two are independent."""
    parent = {
        a: p
        for a, p in zip(actors["actor_id"], actors["parent_id"], strict=True)
        if isinstance(p, str)
    }
    ends = {}
    for actor in actors["actor_id"]:
        at = actor
        while at in parent:
            at = parent[at]
        ends[actor] = at
    return ends


def _ranks(told: pd.DataFrame, facts: Facts) -> list[int]:
    """0 UN, 1 authority with jurisdiction, 2 national authority, 3 any other."""
    actors = facts["actors"].set_index("actor_id")
    up = ancestors(facts["places"])
    ranks = []
    for claimant, place in zip(told["claimant_id"], told["place_id"], strict=True):
        actor = actors.loc[claimant]
        area = {place} | up[place]
        if actor["kind"] == "international_organisation":
            ranks.append(0)
        elif isinstance(actor["place_id"], str):
            ranks.append(1 if actor["place_id"] in area else 3)
        else:
            ranks.append(2 if actor["side"] in area else 3)
    return ranks


def _weapons(figures: list[Figure]) -> list[str]:
    stated = sorted({str(f.weapon) for f in figures} - {"unspecified"})
    return stated or ["unspecified"]


def _harm(harm: str, figures: list[Figure]) -> dict[str, Any]:
    """Low, best and high over claimants; figures come best first."""
    if not figures:
        return {}
    low, high = interval(min(f.low for f in figures), max(f.high for f in figures))
    first = figures[0]
    kind = _KIND.get(first.qualifier, "floor")
    best = (first.low + first.high) // 2 if kind == "midpoint" else first.low
    return {
        f"{harm}_low": low,
        f"{harm}_high": high,
        f"{harm}_best": int(best),
        f"{harm}_best_kind": kind,
    }


def _grade(figures: list[Figure]) -> str:
    """Grade of one harm's figures, as in docs/methodology.md."""
    latest = list({f.claimant_id: f for f in reversed(figures)}.values())
    if max(f.low for f in latest) > min(f.high for f in latest):
        return "X"
    if any(f.verified or f.adverse for f in latest):
        return "A"
    if len({f.root for f in latest}) > 1:
        return "B"
    return "C" if any(f.full for f in latest) else "D"
