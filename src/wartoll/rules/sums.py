"""Sums: parts and wholes of one statement, which are trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from wartoll import bounds
from wartoll.gazetteer import ancestors, members
from wartoll.rules.keys import in_circle
from wartoll.rules.registry import Hit, Tables, hits, rule
from wartoll.tableschema import passes

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


def forest(tables: Tables, name: str) -> bounds.Forest:
    """Trees of the rows of a claim table on which sums can be computed: unique ids, no circles."""

    def make() -> bounds.Forest:
        frame = tables[name]
        if len(tables.ids(name, "claim_id")) < len(frame):
            frame = frame.dropna(subset=["claim_id"])
            frame = frame[~frame.duplicated("claim_id", keep=False)]
        circle = in_circle(frame, "claim_id", "part_of")
        if circle.any() or len(frame) < len(tables[name]):
            return bounds.Forest(frame[~circle])
        return bounds.Forest(frame, tables.ids(name, "claim_id"))

    return tables.once(("forest", name), make)


def sound(tables: Tables, name: str) -> pd.DataFrame:
    """Rows of `forest`, each with the interval it stands for by itself, ``low`` and ``high``."""

    def make() -> pd.DataFrame:
        trees = forest(tables, name)
        return trees.claims.join(trees.intervals)

    return tables.once(("sound", name), make)


@dataclass(frozen=True)
class Links:
    """Parts and their wholes.

    Attributes
    ----------
    frame : DataFrame
        Sound rows of a claim table.
    parts, wholes : ndarray
        Positions in it, pair by pair.
    """

    frame: pd.DataFrame
    parts: np.ndarray
    wholes: np.ndarray

    def along(self, axes: Iterable[str]) -> np.ndarray:
        """Whether the whole is divided along one of these axes."""
        divided: np.ndarray = self.frame["part_axis"].isin(list(axes)).to_numpy()[self.parts]
        return divided

    def apart(self, column: str) -> np.ndarray:
        """Whether a part and its whole have different cells."""
        codes: np.ndarray = pd.factorize(self.frame[column])[0]
        different: np.ndarray = codes[self.parts] != codes[self.wholes]
        return different

    def beside(self, chosen: np.ndarray) -> pd.DataFrame:
        """Chosen parts beside their wholes, whose columns are prefixed ``whole_``."""
        frame = self.frame.assign(line=self.frame.index)
        parts = frame.iloc[self.parts[chosen]].reset_index(drop=True)
        wholes = frame.iloc[self.wholes[chosen]].reset_index(drop=True)
        return parts.join(wholes.add_prefix("whole_"))


def links(tables: Tables, name: str) -> Links:
    """Parts of a claim table that have an axis, and their wholes."""

    def make() -> Links:
        frame, whole = sound(tables, name), forest(tables, name).whole
        parts = np.flatnonzero((whole >= 0) & frame["part_axis"].notna().to_numpy())
        return Links(frame, parts, whole[parts])

    return tables.once(("links", name), make)


@rule(
    "combined-harm",
    "error",
    "Killed or injured may be the whole over killed and over injured; it is never a part, and "
    "never a whole along harm otherwise.",
    "make the combined figure the whole, or unlink the two",
)
def combined_harm(tables: Tables) -> Iterator[Hit]:
    """Parts along the harm axis."""
    linked = links(tables, "casualty_claims")
    rows = linked.beside(linked.along(["harm"]))
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
        linked = links(tables, name)
        for column in SHARED[name]:
            bound = ~linked.along(axis for axis, free in FREE.items() if column in free)
            rows = linked.beside(linked.apart(column) & bound)
            says = f"{column} {{{column}}}, but {{whole_{column}}} in {{part_of}}"
            yield from hits(name, rows, column, says)
        rows = linked.beside(linked.along(["place"]) & _outside(linked, up, groups))
        yield from hits(name, rows, "place_id", "{place_id} does not lie in {whole_place_id}")


def _outside(
    linked: Links, up: dict[str, frozenset[str]], groups: dict[str, list[str]]
) -> np.ndarray:
    """Whether a part does not lie in its whole."""
    codes, places = pd.factorize(linked.frame["place_id"], use_na_sentinel=False)
    pairs, pair = np.unique(
        codes[linked.parts] * len(places) + codes[linked.wholes], return_inverse=True
    )
    distinct = zip(places[pairs // len(places)], places[pairs % len(places)], strict=True)
    outside = [not _inside(place, whole, up, groups) for place, whole in distinct]
    return np.array(outside, dtype=bool)[pair]


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
        frame, key = sound(tables, name), ["part_of", "part_axis", "place_id"]
        filled = frame[key].notna().all(axis=1)
        alike = frame[frame.duplicated(key, keep=False) & filled]
        same = alike[alike.duplicated(["part_of", "part_axis", *SHARED[name]])]
        yield from hits(name, same, "place_id", "a part of {part_of} stands above already")
        part = (frame["part_axis"] == "place") & filled
        mixed = frame[part & ~passes(frame["place_id"].fillna(""), _is_region)]
        mixed = mixed[~mixed.index.isin(same.index)]
        wholes = frame[part & frame["part_of"].isin(mixed["part_of"])]
        for _, siblings in wholes.groupby("part_of"):
            yield from _overlaps(name, siblings, up, groups)


def _is_region(place: str) -> bool:
    return "-" in place and "." not in place


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
        sums = _stated_sums(links(tables, name))
        over = sums[sums["low"] > sums["whole_high"]]
        says = "parts along {part_axis} are {low:.0f} or more, the whole at most {whole_high:.0f}"
        yield from hits(name, over, "value", says)
        short = sums[sums["high"] < sums["whole_low"]]
        axes = zip(short["part_axis"], short["parts_complete"], strict=True)
        short = short[[axis in str(said).split() for axis, said in axes]]
        says = "complete parts along {part_axis} are at most {high:.0f}, the whole {whole_low:.0f}"
        yield from hits(name, short, "value", says)


def _stated_sums(linked: Links) -> pd.DataFrame:
    """What the parts of each whole along each axis add up to, beside the whole's own cells."""
    sums = (
        linked.frame[["part_axis", "low", "high"]]
        .iloc[linked.parts]
        .groupby([linked.wholes, "part_axis"], observed=True)
        .sum(min_count=1)
        .reset_index("part_axis")
    )
    whole = linked.frame[["low", "high", "parts_complete"]].iloc[sums.index]
    return sums.assign(
        line=whole.index,
        whole_low=whole["low"].to_numpy(),
        whole_high=whole["high"].to_numpy(),
        parts_complete=whole["parts_complete"].to_numpy(),
    )


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
        empty = ~forest(tables, name).bounds["feasible"].to_numpy()
        if not empty.any():
            continue
        root = forest(tables, name).roots
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
    ids = ["claim_id", "statement_id", "source_id"]
    columns = [*ids, "parts_complete", "qualifier", "low", "whole", "line"]
    for name in TREES:
        said = sound(tables, name)
        said = said.assign(whole=np.arange(len(said)), line=said.index)
        said = said.loc[said["parts_complete"].notna(), columns]
        said = said.assign(part_axis=said["parts_complete"].str.split()).explode("part_axis")
        said = said.merge(_exact_sums(links(tables, name)), how="left", on=["whole", "part_axis"])
        says = "{claim_id} has no parts along {part_axis}"
        yield from hits(name, said[said["parts"].isna()], "parts_complete", says)
        carried = (said["statement_id"] + " " + said["source_id"]).isin(whole_list)
        closes = (said["qualifier"] == "exact") & (said["total"] == said["low"])
        says = "neither the relay nor the sum shows that {part_axis} is complete"
        open_ = said[said["parts"].notna() & ~carried & ~closes]
        yield from hits(name, open_, "parts_complete", says)


def _exact_sums(linked: Links) -> pd.DataFrame:
    """Number of parts per whole and axis, and their total, missing unless all are exact."""
    frame = linked.frame[["part_axis", "low"]].iloc[linked.parts].assign(whole=linked.wholes)
    exact = (linked.frame["qualifier"] == "exact").to_numpy()[linked.parts]
    group = frame.assign(total=frame["low"].where(exact)).groupby(
        ["whole", "part_axis"], observed=True
    )
    sums = group["total"].agg(["size", "count", "sum"]).reset_index()
    sums["total"] = sums["sum"].where(sums["count"] == sums["size"])
    sums["part_axis"] = sums["part_axis"].astype(object)
    return sums.rename(columns={"size": "parts"})[["whole", "part_axis", "parts", "total"]]
