"""Numbers: qualifiers and units, and figures of different statements beside each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from wartoll.gazetteer import above_of_kind
from wartoll.rules.registry import Hit, Tables, claim_hits, hits, rule
from wartoll.rules.sums import forest, sound
from wartoll.rules.time import spans

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


@rule(
    "qualifier-cells",
    "error",
    "The value cells are those of the qualifier: both for range, none for words, value alone for"
    " the rest.",
    "fill or clear value and value_max, or correct the qualifier",
)
def qualifier_cells(tables: Tables) -> Iterator[Hit]:
    """Filled cells per qualifier; fewer than 0 is no number."""
    claims = tables.claims
    for i, column in enumerate(("value", "value_max")):
        wanted = claims["qualifier"].isin([q for q, cells in _CELLS.items() if cells[i]])
        odd = claims[(claims[column].notna() != wanted) & claims["qualifier"].notna()]
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
    frame = tables["drone_claims"]
    fits = frame["unit"] == "drones"
    for outcome, units in _UNITS.items():
        fits = fits.where(frame["outcome"] != outcome, frame["unit"].isin(units))
    odd = frame[~fits].dropna(subset=["outcome", "unit"])
    yield from hits("drone_claims", odd, "unit", "{outcome} in {unit}")


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
    "subgroup-is-part",
    "error",
    "A figure about women, men or children is part of the figure about all, where the statement "
    "has one; where it has none, a note says so.",
    "fill part_of with axis demographic; without a whole, add the note",
)
def subgroup_is_part(tables: Tables) -> Iterator[Hit]:
    """Subgroups that stand alone."""
    frame = tables["casualty_claims"].dropna(subset=["demographic"])
    key = [
        *("statement_id", "attacker", "strike", "harm", "person_status", "affiliation"),
        *("cause", "place_id", "weapon"),
    ]
    alone = frame[(frame["demographic"] != "all") & frame["part_of"].isna()]
    whole = frame[frame["demographic"] == "all"][key].drop_duplicates().assign(has_whole=True)
    rows = alone.merge(whole, on=key, how="left").set_index(alone.index)
    rows = rows[rows["has_whole"].notna() | rows["note"].isna()]
    yield from hits("casualty_claims", rows, "part_of", "{demographic} {harm} stands alone")


def _timed_totals(tables: Tables) -> pd.DataFrame:
    """Undivided drone figures with bounds, claimant and window to the minute, in hours."""
    return tables.once(("timed totals",), lambda: _make_timed_totals(tables))


def _make_timed_totals(tables: Tables) -> pd.DataFrame:
    frame = sound(tables, "drone_claims").assign(line=lambda f: f.index)
    roots = frame[frame["part_of"].isna() & frame["low"].notna()]
    said = tables["statements"].drop_duplicates("statement_id")
    timed = (said["window_start"].str.len() > 10) & (said["window_end"].str.len() > 10)
    said = said[timed.fillna(False).astype(bool)]
    said = said.assign(
        start=spans(tables, said, "window_start")["earliest"].astype("int64") / 3600,
        end=spans(tables, said, "window_end")["earliest"].astype("int64") / 3600,
    )
    columns = ["statement_id", "claimant_id", "start", "end", "window_basis", "supersedes"]
    return roots.merge(said[columns], on="statement_id")


@rule(
    "nested-window",
    "error",
    "A window inside another that the same claimant stated does not exceed it.",
    "read both statements again: window, place and number",
)
def nested_window(tables: Tables) -> Iterator[Hit]:
    """Compare each total with those of the same thing up to a day before it.

    A window filled by convention convicts nobody: "the past night" of the Russian ministry
    leaves out what its evening bulletins had.
    """
    totals = _timed_totals(tables)
    key = ["claimant_id", "attacker", "outcome", "unit", "place_role", "place_id", "weapon"]
    thing = totals.groupby(key, observed=True).ngroup()
    totals = totals.assign(thing=thing)[thing >= 0].sort_values(
        ["thing", "start", "end"], ascending=[True, True, False], ignore_index=True
    )
    wrong = _misfits(totals, _maybe_inside(totals))
    yield from hits(
        "drone_claims",
        totals[wrong],
        "value",
        "does not fit what {claimant_id} gave for a window around it",
    )


def _maybe_inside(totals: pd.DataFrame) -> np.ndarray:
    """Positions of figures whose window ends before one that started earlier, of the same thing."""
    latest = totals.groupby("thing")["end"].cummax()
    earlier = latest.groupby(totals["thing"]).shift()
    return np.flatnonzero(totals["end"] <= earlier)


def _misfits(totals: pd.DataFrame, inner: np.ndarray) -> np.ndarray:
    """Whether a figure, one of the inner ones, does not fit an earlier one around it."""
    thing, start, end, low, high = (
        totals[c].to_numpy() for c in ("thing", "start", "end", "low", "high")
    )
    statement = pd.factorize(totals["statement_id"])[0]
    replaced = totals["statement_id"].isin(totals["supersedes"].dropna()).to_numpy()
    convicts = (totals["window_basis"] == "stated").to_numpy() & ~replaced
    wrong = np.zeros(len(totals), dtype=bool)
    inner, outer = inner[~replaced[inner]], inner[~replaced[inner]] - 1
    while len(inner):
        near = (outer >= 0) & (thing[inner] == thing[outer]) & (start[inner] - start[outer] <= 24)
        inner, outer = inner[near], outer[near]
        around = convicts[outer] & (statement[inner] != statement[outer])
        around &= end[inner] <= end[outer]
        same = around & (start[inner] == start[outer]) & (end[inner] == end[outer])
        wrong[inner] |= around & (low[inner] > high[outer])
        wrong[inner] |= same & (high[inner] < low[outer])
        outer = outer - 1
    return wrong


@rule(
    "city-within-region",
    "error",
    "A city's figure does not exceed its region's, for one claimant, harm and window.",
    "read both figures again",
)
def city_within_region(tables: Tables) -> Iterator[Hit]:
    """Join city rows to the region rows of the same claimant, harm and window.

    A region's row about a strike of its own says nothing about a city's other strikes.
    """
    window = ["claimant_id", "window_start", "window_end"]
    said = tables["statements"].drop_duplicates("statement_id").dropna(subset=["window_end"])
    rows = sound(tables, "casualty_claims").assign(line=lambda f: f.index)
    rows = rows.merge(said[["statement_id", *window]], on="statement_id")
    rows = rows[~rows["statement_id"].isin(tables["statements"]["supersedes"].dropna())]
    kinds = rows["place_id"].map(tables.column("places", "place_id", "kind").astype(object))
    rows = rows.assign(region=rows["place_id"].map(above_of_kind(tables["places"], "region")))
    key = [*window, "attacker", "harm", "person_status", "affiliation", "demographic", "region"]
    wide = rows["weapon"].isin(("unspecified", "mixed")) & rows["strike"].isna()
    ceiling = rows[(kinds == "region") & wide].groupby(key, dropna=False, observed=True)["high"]
    ceiling = ceiling.max().rename("ceiling").reset_index()
    cities = rows[kinds.isin(("settlement", "district", "city_district"))].merge(ceiling, on=key)
    cities = cities[cities["low"] > cities["ceiling"]]
    says = "{low:.0f} in the city, but at most {ceiling:.0f} in {region}"
    yield from hits("casualty_claims", cities, "value", says)


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
    rest = forest(tables, "drone_claims").residuals
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
    key = ["claimant_id", "attacker", "outcome", "unit", "place_role", "place_id", "weapon"]
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
    unusual = {outcome for never in NEVER.values() for outcome in never}
    frame = frame[frame["outcome"].isin(unusual) & frame["note"].isna()]
    frame = frame.assign(
        claimant=frame["statement_id"].map(
            tables.column("statements", "statement_id", "claimant_id")
        )
    )
    for claimant, never in NEVER.items():
        odd = frame[(frame["claimant"] == claimant) & frame["outcome"].isin(never)]
        yield from hits("drone_claims", odd, "outcome", "{claimant} is not known to give {outcome}")
