"""The tree of places: what lies inside what."""

from __future__ import annotations

import pandas as pd


def ancestors(places: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Places above each place, itself not included; a circle ends where it closes.

    Parameters
    ----------
    places : DataFrame
        The places table.

    Returns
    -------
    dict of frozenset
        By place_id.
    """
    rows = places.dropna(subset=["place_id"])
    parent = dict(zip(rows["place_id"], rows["parent_id"], strict=True))
    above: dict[str, frozenset[str]] = {}
    for place in parent:
        seen: dict[str, None] = {}
        at = parent[place]
        while isinstance(at, str) and at not in seen:
            seen[at] = None
            at = parent.get(at)
        above[place] = frozenset(seen)
    return above


def members(groups: pd.DataFrame) -> dict[str, list[str]]:
    """Members of each group, sorted, by group_id."""
    rows = groups.dropna().sort_values("place_id")
    return {str(group): list(part) for group, part in rows.groupby("group_id")["place_id"]}


def above_of_kind(places: pd.DataFrame, kind: str) -> dict[str, str]:
    """The place of a kind that each place is or lies in, by place_id."""
    kinds = dict(zip(places["place_id"], places["kind"], strict=True))
    found = {}
    for place, above in ancestors(places).items():
        at_kind = [p for p in (place, *above) if kinds.get(p) == kind]
        if at_kind:
            found[place] = at_kind[0]
    return found
