"""Sums: parts and wholes of one statement, which are trees."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from wartoll import bounds
from wartoll.gazetteer import ancestors, members
from wartoll.rules.keys import in_circle
from wartoll.rules.registry import Hit, Tables, hits, rule

TREES = ("drone_claims", "casualty_claims")
#: Columns that a part may change along each axis.
FREE = {
    "outcome": {"outcome", "place_role", "place_id"},
    "place": {"place_id"},
    "heading": {"place_role", "place_id"},
    "weapon": {"weapon"},
    "demographic": {"demographic"},
    "status": {"person_status"},
    "harm": {"harm"},
}
#: Columns that a part shares with its whole unless its axis frees them.
SHARED = {
    "drone_claims": [
        "statement_id",
        "attacker",
        "outcome",
        "unit",
        "place_role",
        "place_id",
        "weapon",
    ],
    "casualty_claims": [
        "statement_id",
        "attacker",
        "strike",
        "harm",
        "person_status",
        "affiliation",
        "demographic",
        "cause",
        "place_id",
        "weapon",
    ],
}


def sound(tables: Tables, name: str) -> pd.DataFrame:
    """Rows of a claim table on which sums can be computed: unique ids, no circles.

    Each with the interval it stands for by itself, ``low`` and ``high``.
    """

    def make() -> pd.DataFrame:
        frame = tables[name].dropna(subset=["claim_id"])
        frame = frame[~frame.duplicated("claim_id", keep=False)]
        frame = frame[~in_circle(frame, "claim_id", "part_of")]
        return frame.join(bounds.intervals(frame))

    return tables.once(("sound", name), make)


def joined_wholes(tables: Tables, name: str) -> pd.DataFrame:
    """Parts beside their wholes: the columns of the whole are prefixed ``whole_``."""

    def make() -> pd.DataFrame:
        frame = sound(tables, name).assign(line=lambda f: f.index)
        parts = frame[frame["part_of"].notna() & frame["part_axis"].notna()]
        return parts.merge(frame.add_prefix("whole_"), left_on="part_of", right_on="whole_claim_id")

    return tables.once(("joined", name), make)


@rule(
    "combined-harm",
    "error",
    "Killed or injured may be the whole over killed and over injured; it is never a part, and "
    "never a whole along harm otherwise.",
    "make the combined figure the whole, or unlink the two",
)
def combined_harm(tables: Tables) -> Iterator[Hit]:
    """Parts along the harm axis."""
    joined = joined_wholes(tables, "casualty_claims")
    rows = joined[joined["part_axis"] == "harm"]
    odd = rows[
        (rows["whole_harm"] != "killed_or_injured") | ~rows["harm"].isin(("killed", "injured"))
    ]
    yield from hits("casualty_claims", odd, "part_of", "{harm} as a part of {whole_harm}")


@rule(
    "part-of-whole",
    "error",
    "A part equals its whole in statement, attacker and every column except those its axis "
    "divides, and lies inside it along place.",
    "correct part_of, part_axis or the column that differs",
)
def part_of_whole(tables: Tables) -> Iterator[Hit]:
    """Every part against its whole."""
    up = ancestors(tables["places"])
    groups = members(tables["place_groups"])
    for name in TREES:
        frame = tables[name]
        odd = frame[frame["part_of"].isna() != frame["part_axis"].isna()]
        yield from hits(name, odd, "part_axis", "part_of and part_axis are not filled together")
        joined = joined_wholes(tables, name).set_index("line", drop=False)
        for column in SHARED[name]:
            free = joined["part_axis"].map(lambda a, c=column: c in FREE.get(a, ())).astype(bool)
            mine, whole = (
                joined[column].astype("str").fillna(""),
                joined[f"whole_{column}"].astype("str").fillna(""),
            )
            yield from hits(
                name,
                joined[~free & (mine != whole)],
                column,
                f"{column} {{{column}}}, but {{whole_{column}}} in {{part_of}}",
            )
        placed = joined[joined["part_axis"] == "place"]
        outside = [
            not _inside(p, w, up, groups)
            for p, w in zip(placed["place_id"], placed["whole_place_id"], strict=True)
        ]
        yield from hits(
            name,
            placed[pd.array(outside, dtype=bool)],
            "place_id",
            "{place_id} does not lie in {whole_place_id}",
        )


def _inside(
    place: object, whole: object, up: dict[str, frozenset[str]], groups: dict[str, list[str]]
) -> bool:
    """Whether every member of a place lies in a member of the whole, and is not all of it."""
    if not isinstance(place, str) or not isinstance(whole, str) or place == whole:
        return place != whole
    targets = set(groups.get(whole, [whole]))
    return all(bool(({p} | up.get(p, frozenset())) & targets) for p in groups.get(place, [place]))


@rule(
    "parts-disjoint",
    "error",
    "Parts of one whole along one place axis do not overlap.",
    "merge the doubled rows, or hang the smaller place under the larger",
)
def parts_disjoint(tables: Tables) -> Iterator[Hit]:
    """Members of sibling parts that coincide or contain each other."""
    up = ancestors(tables["places"])
    groups = members(tables["place_groups"])
    for name in TREES:
        frame = sound(tables, name).dropna(subset=["part_of", "part_axis", "place_id"])
        same = frame[frame.duplicated(["part_of", "part_axis", *SHARED[name]])]
        yield from hits(name, same, "place_id", "a part of {part_of} stands above already")
        placed = frame[(frame["part_axis"] == "place") & ~frame.index.isin(same.index)]
        placed = placed[placed["place_id"].map(lambda p: "-" not in p or "." in p).astype(bool)]
        wholes = frame[(frame["part_axis"] == "place") & frame["part_of"].isin(placed["part_of"])]
        for _, siblings in wholes.groupby("part_of"):
            yield from _overlaps(name, siblings, up, groups)


def _overlaps(
    name: str, siblings: pd.DataFrame, up: dict[str, frozenset[str]], groups: dict[str, list[str]]
) -> Iterator[Hit]:
    areas = {line: set(groups.get(p, [p])) for line, p in siblings["place_id"].items()}
    above = {
        line: set().union(*(up.get(p, frozenset()) for p in area)) for line, area in areas.items()
    }
    for line in areas:
        others = set().union(*(area for other, area in areas.items() if other != line))
        if (areas[line] & others and line != min(areas)) or above[line] & others:
            yield Hit(
                name,
                int(line),
                "place_id",
                f"{siblings.at[line, 'place_id']} overlaps another part of the same whole",
            )


@rule(
    "parts-sum",
    "error",
    "Parts never add up to more than their whole; complete exact parts add up to the exact whole.",
    "read the numbers again; a sum that does not close is an error of ours or theirs to explain",
)
def parts_sum(tables: Tables) -> Iterator[Hit]:
    """Stated sums, before any propagation."""
    for name in TREES:
        joined = joined_wholes(tables, name)
        group = joined.groupby(["part_of", "part_axis"], observed=True)
        sums = (
            group[["low", "high"]]
            .sum(min_count=1)
            .join(group[["whole_line", "whole_low", "whole_high", "whole_parts_complete"]].first())
            .reset_index()
        )
        axes = zip(sums["part_axis"], sums["whole_parts_complete"], strict=True)
        complete = np.array([a in str(said).split() for a, said in axes], dtype=bool)
        sums = sums.assign(line=sums["whole_line"])
        over = sums[sums["low"] > sums["whole_high"]]
        says = "parts along {part_axis} are {low:.0f} or more, the whole at most {whole_high:.0f}"
        yield from hits(name, over, "value", says)
        short = sums[complete & (sums["high"] < sums["whole_low"])]
        says = "complete parts along {part_axis} are at most {high:.0f}, the whole {whole_low:.0f}"
        yield from hits(name, short, "value", says)


@rule(
    "bounds-feasible",
    "error",
    "The figures of one statement can hold together.",
    "read the numbers of this statement again",
)
def bounds_feasible(tables: Tables) -> Iterator[Hit]:
    """Trees on which propagation finds an empty interval, and no single sum shows why."""
    for name in TREES:
        frame = sound(tables, name)
        empty = ~bounds.propagate(frame)["feasible"].to_numpy()
        root = bounds.roots(frame)
        shown = frame.index.isin([h.line for h in parts_sum(tables) if h.table == name])
        hidden = empty & ~np.isin(root, root[shown]) & (root == np.arange(len(root)))
        yield from hits(
            name, frame[hidden], "value", "no numbers satisfy all sums below {claim_id}"
        )


@rule(
    "complete-needs-cause",
    "error",
    "Parts are complete only because an original or complete relay carries the list, or because "
    "exact parts add up to the exact whole.",
    "clear parts_complete, or cite a complete relay",
)
def complete_needs_cause(tables: Tables) -> Iterator[Hit]:
    """Claims with parts_complete whose relay is partial and whose sum does not prove it."""
    relays = tables["relays"]
    full = relays[relays["fidelity"].isin(("original", "complete"))]
    whole_list = full["statement_id"] + " " + full["source_id"]
    for name in TREES:
        said = sound(tables, name).dropna(subset=["parts_complete"])
        said = said.assign(part_axis=said["parts_complete"].str.split(), line=said.index)
        said = said.explode("part_axis").merge(
            _exact_sums(tables, name), how="left", on=["claim_id", "part_axis"]
        )
        says = "{claim_id} has no parts along {part_axis}"
        yield from hits(name, said[said["parts"].isna()], "parts_complete", says)
        carried = (said["statement_id"] + " " + said["source_id"]).isin(whole_list)
        closes = (said["qualifier"] == "exact") & (said["total"] == said["low"])
        says = "neither the relay nor the sum shows that {part_axis} is complete"
        open_ = said[said["parts"].notna() & ~carried & ~closes]
        yield from hits(name, open_, "parts_complete", says)


def _exact_sums(tables: Tables, name: str) -> pd.DataFrame:
    """Number of parts per whole and axis, and their total, missing unless all are exact."""
    frame = sound(tables, name).dropna(subset=["part_of"])
    exact = frame.assign(
        total=frame["low"].where(frame["qualifier"] == "exact"),
        claim_id=frame["part_of"],
        part_axis=frame["part_axis"].astype(object),
    )
    sums = exact.groupby(["claim_id", "part_axis"])["total"].agg(["size", "count", "sum"])
    sums["total"] = sums["sum"].where(sums["count"] == sums["size"])
    return sums.rename(columns={"size": "parts"})[["parts", "total"]].reset_index()
