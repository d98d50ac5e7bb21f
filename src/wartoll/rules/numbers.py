"""Numbers: qualifiers, and sums that are trees."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from wartoll import bounds
from wartoll.gazetteer import above_of_kind, ancestors, members
from wartoll.moments import instants
from wartoll.rules.keys import in_circle
from wartoll.rules.registry import Hit, Tables, claim_hits, hits, rule

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
_CELLS = {"range": (True, True)} | dict.fromkeys(
    ("exact", "at_least", "more_than", "at_most", "fewer_than", "about"), (True, False)
)
_UNITS = {
    "hit": ("drones", "locations"),
    "debris": ("drones", "locations"),
    "damage": ("sites",),
}
#: What a claimant never gives, in any bulletin seen (claimant formats, docs/methodology.md).
NEVER = {"ru-mod": ("launched", "in_airspace", "lost_track", "left_airspace", "hit", "damage")}
NOTICEABLE = 0.15


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
    "qualifier-cells",
    "error",
    "The value cells are those of the qualifier: both for range, none for words, value alone for"
    " the rest.",
    "fill or clear value and value_max, or correct the qualifier",
)
def qualifier_cells(tables: Tables) -> Iterator[Hit]:
    """Filled cells per qualifier; fewer than 0 is no number."""
    claims = tables.claims.dropna(subset=["qualifier"])
    wanted = claims["qualifier"].astype(object).map(lambda q: _CELLS.get(q, (False, False)))
    for i, column in enumerate(("value", "value_max")):
        odd = claims[claims[column].notna() != wanted.str[i].astype(bool)]
        yield from claim_hits(odd, column, f"{column} does not go with {{qualifier}}")
    none = claims[((claims["qualifier"] == "fewer_than") & (claims["value"] == 0)).fillna(False)]
    yield from claim_hits(none, "value", "fewer than 0")


@rule(
    "range-order", "error", "A range runs from a smaller to a larger value.", "correct the two ends"
)
def range_order(tables: Tables) -> Iterator[Hit]:
    """Ranges that do not rise."""
    claims = tables.claims
    rows = claims[(claims["value"] >= claims["value_max"]).fillna(False)]
    yield from claim_hits(rows, "value_max", "{value} to {value_max}")


@rule(
    "unit-fits-outcome",
    "error",
    "Hits and debris are counted in drones or locations, damage in sites, everything else in "
    "drones.",
    "correct unit or outcome",
)
def unit_fits_outcome(tables: Tables) -> Iterator[Hit]:
    """Pairs of outcome and unit that cannot be."""
    frame = tables["drone_claims"].dropna(subset=["outcome", "unit"])
    fits = [
        u in _UNITS.get(o, ("drones",))
        for o, u in zip(frame["outcome"], frame["unit"], strict=True)
    ]
    yield from hits(
        "drone_claims", frame[~np.array(fits, dtype=bool)], "unit", "{outcome} in {unit}"
    )


@rule(
    "most-of-needs-group",
    "error",
    "Most of a whole stands at a group and is part of that whole.",
    "use a group place and fill part_of",
)
def most_of_needs_group(tables: Tables) -> Iterator[Hit]:
    """Rows with most_of that lack a group or a whole."""
    kinds = tables.column("places", "place_id", "kind").astype(object)
    claims = tables.claims
    rows = claims[claims["qualifier"] == "most_of"]
    odd = rows[(rows["place_id"].map(kinds) != "group") | rows["part_of"].isna()]
    yield from claim_hits(odd, "qualifier", "most_of at {place_id}, part of {part_of}")


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
    "subgroup-is-part",
    "error",
    "A figure about women, men or children is part of the figure about all, where the statement "
    "has one; where it has none, a note says so.",
    "fill part_of with axis demographic, or add the note",
)
def subgroup_is_part(tables: Tables) -> Iterator[Hit]:
    """Subgroups that stand alone."""
    frame = tables["casualty_claims"].dropna(subset=["demographic"])
    key = ["statement_id", "strike", "harm", "place_id", "person_status"]
    alone = frame[(frame["demographic"] != "all") & (frame["part_axis"] != "demographic")]
    whole = frame[frame["demographic"] == "all"][key].drop_duplicates().assign(has_whole=True)
    rows = alone.merge(whole, on=key, how="left").set_index(alone.index)
    rows = rows[rows["has_whole"].notna() | rows["note"].isna()]
    yield from hits("casualty_claims", rows, "part_of", "{demographic} {harm} stands alone")


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
        placed = placed[placed["place_id"].map(lambda p: "." in p or p in groups).astype(bool)]
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
        over = sums[sums["low"] > sums["whole_high"]]
        complete = np.array(
            [
                a in str(c).split()
                for a, c in zip(sums["part_axis"], sums["whole_parts_complete"], strict=True)
            ],
            dtype=bool,
        )
        short = sums[complete & (sums["high"] < sums["whole_low"])]
        for rows, says in (
            (over, "at least {low:.0f} in parts along {part_axis}, more than the whole"),
            (
                short,
                "complete parts along {part_axis} add up to {high:.0f} at most, less than the "
                "whole",
            ),
        ):
            yield from hits(name, rows.assign(line=rows["whole_line"]), "value", says)


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
        known = bounds.propagate(frame)
        roots = frame[~known["feasible"] & frame["part_of"].isna()]
        yield from hits(name, roots, "value", "no numbers satisfy all sums below {claim_id}")


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


def _timed_totals(tables: Tables) -> pd.DataFrame:
    """Undivided drone figures with bounds, claimant and window, in hours."""
    frame = sound(tables, "drone_claims")
    roots = frame[frame["part_of"].isna()].dropna(subset=["low"]).assign(line=lambda f: f.index)
    said = tables["statements"].drop_duplicates("statement_id")
    said = said.assign(
        start=instants(said["window_start"])["latest"].astype("int64") / 3600,
        end=instants(said["window_end"])["earliest"].astype("int64") / 3600,
    ).dropna(subset=["window_start", "window_end"])
    columns = ["statement_id", "claimant_id", "start", "end", "supersedes"]
    return roots.merge(said[columns], on="statement_id")


@rule(
    "nested-window",
    "error",
    "A window inside another of the same claimant does not exceed it.",
    "read both statements again: window, place and number",
)
def nested_window(tables: Tables) -> Iterator[Hit]:
    """Compare each total with those of the same thing up to a day before it."""
    totals = _timed_totals(tables)
    key = ["claimant_id", "attacker", "outcome", "unit", "place_role", "place_id"]
    totals = totals.sort_values(
        [*key, "start", "end"], ascending=[True] * len(key) + [True, False], ignore_index=True
    )
    thing = totals.groupby(key, observed=True).ngroup().to_numpy()
    start, end = totals["start"].to_numpy(), totals["end"].to_numpy()
    low, high = totals["low"].to_numpy(), totals["high"].to_numpy()
    replaced = totals["statement_id"].isin(totals["supersedes"].dropna()).to_numpy()
    wrong = np.zeros(len(totals), dtype=bool)
    for step in range(1, len(totals)):
        near = (thing[step:] == thing[:-step]) & (start[step:] - start[:-step] <= 24)
        if not near.any():
            break
        inside = near & (end[step:] <= end[:-step]) & ~replaced[step:] & ~replaced[:-step]
        same = inside & (start[step:] == start[:-step]) & (end[step:] == end[:-step])
        wrong[step:] |= inside & (low[step:] > high[:-step])
        wrong[step:] |= same & (high[step:] < low[:-step])
    yield from hits(
        "drone_claims",
        totals[wrong],
        "value",
        "more than {claimant_id} gave for a longer window around it",
    )


@rule(
    "city-within-region",
    "error",
    "A city's figure does not exceed its region's, for one claimant, harm and window.",
    "read both figures again",
)
def city_within_region(tables: Tables) -> Iterator[Hit]:
    """Join city rows to region rows of the same claimant, harm and window."""
    frame = tables["casualty_claims"]
    said = tables["statements"].drop_duplicates("statement_id")[
        ["statement_id", "claimant_id", "window_start", "window_end", "supersedes"]
    ]
    rows = (
        frame.join(bounds.intervals(frame))
        .assign(line=frame.index)
        .merge(said.dropna(subset=["window_end"]), on="statement_id")
    )
    rows = rows[~rows["statement_id"].isin(rows["supersedes"].dropna())]
    kinds = rows["place_id"].map(tables.column("places", "place_id", "kind").astype(object))
    rows = rows.assign(region=rows["place_id"].map(above_of_kind(tables["places"], "region")))
    key = [
        "claimant_id",
        "attacker",
        "harm",
        "window_start",
        "window_end",
        "person_status",
        "affiliation",
        "demographic",
        "region",
    ]
    region = rows[(kinds == "region") & rows["weapon"].isin(("unspecified", "mixed"))]
    ceiling = (
        region.groupby(key, dropna=False, observed=True)["high"]
        .max()
        .rename("ceiling")
        .reset_index()
    )
    cities = rows[kinds.isin(("settlement", "district", "city_district"))].merge(ceiling, on=key)
    yield from hits(
        "casualty_claims",
        cities[cities["low"] > cities["ceiling"]],
        "value",
        "more than the same office gives for {region}",
    )


@rule(
    "residual",
    "warning",
    "Stated outcomes leave at most 15 % of what was launched unaccounted for.",
    "look for an outcome the page gives and the rows lack; a note on the launched figure settles"
    " this",
)
def residual(tables: Tables) -> Iterator[Hit]:
    """The outcome axis under launched."""
    frame = sound(tables, "drone_claims")
    rest = bounds.residuals(frame)
    rest = rest[(rest["part_axis"] == "outcome") & rest["feasible"].astype(bool)]
    launched = frame[
        (frame["outcome"] == "launched") & frame["note"].isna() & (frame["qualifier"] == "exact")
    ]
    rows = launched.assign(line=launched.index).merge(
        rest[["claim_id", "low"]].rename(columns={"low": "rest"}), on="claim_id"
    )
    many = rows[rows["rest"] > NOTICEABLE * rows["value"].astype("float64")]
    yield from hits(
        "drone_claims", many, "value", "at least {rest:.0f} of {value} are unaccounted for"
    )


@rule(
    "outlier",
    "warning",
    "A total is at most five times the claimant's median of the 30 days before, unless its parts"
    " add up to it.",
    "read the number again; a note settles this",
)
def outlier(tables: Tables) -> Iterator[Hit]:
    """Exact totals of night-long windows against a rolling median of ten or more."""
    totals = _timed_totals(tables)
    totals = totals[(totals["qualifier"] == "exact") & (totals["end"] - totals["start"] >= 6)]
    totals = totals.assign(
        end=pd.to_datetime(totals["end"] * 3600, unit="s"), number=totals["value"].astype("float64")
    )
    key = ["claimant_id", "attacker", "outcome", "unit"]
    for _, series in totals.groupby(key, observed=True):
        series = series.sort_values("end").set_index("end", drop=False)
        usual = series["number"].rolling("30D", closed="left", min_periods=10).median()
        odd = (
            (series["number"] > 5 * usual) & series["parts_complete"].isna() & series["note"].isna()
        )
        yield from hits(
            "drone_claims", series[odd], "value", "{value} is more than five times the usual"
        )


@rule(
    "format",
    "warning",
    "A claimant gives only outcomes that its bulletins are known to give.",
    "check the claimant and the outcome; a note settles this",
)
def format_(tables: Tables) -> Iterator[Hit]:
    """Outcomes against what is known of the claimant's format."""
    frame = tables["drone_claims"]
    frame = frame.assign(
        claimant=frame["statement_id"].map(
            tables.column("statements", "statement_id", "claimant_id")
        )
    )
    for claimant, never in NEVER.items():
        odd = frame[
            (frame["claimant"] == claimant) & frame["outcome"].isin(never) & frame["note"].isna()
        ]
        yield from hits("drone_claims", odd, "outcome", "{claimant} is not known to give {outcome}")
