"""Time: windows, clocks, and the chain of a claimant's revisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pandas as pd

from wartoll.moments import CLOCKS, instants, zone
from wartoll.revisions import in_chains
from wartoll.rules.registry import Hit, Tables, hits, rule
from wartoll.rules.sums import sound

MOMENTS = ("stated", "as_of", "window_start", "window_end")
DAY = pd.Timedelta(hours=24)
EMBARGO = pd.Timedelta(hours=72)


def spans(tables: Tables, rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Instants of a column of some rows of statements."""
    whole = tables.once(("instants", column), lambda: instants(tables["statements"][column]))
    return whole.loc[rows.index]


@rule(
    "offset",
    "error",
    "Times carry the offset of the claimant's clock at that instant: Kyiv for Ukrainian offices,"
    " Moscow for Russian ones, otherwise as stated.",
    "write the time on the claimant's clock; mind summer time",
)
def offset(tables: Tables) -> Iterator[Hit]:
    """Compare each offset with the zone's at that instant."""
    statements = tables["statements"]
    sides = (
        statements["claimant_id"].map(tables.column("actors", "actor_id", "side")).astype(object)
    )
    for side, clock in CLOCKS.items():
        rows = statements.loc[(sides == side).fillna(False).astype(bool), list(MOMENTS)]
        for column in MOMENTS:
            timed = rows[rows[column].str.len() > 10]
            local = spans(tables, timed, column)["earliest"].dt.tz_convert(zone(clock))
            local = local.dt.tz_localize(None).to_numpy().astype("datetime64[m]").astype(str)
            bad = timed[timed[column].str.slice(0, 16).to_numpy(dtype=object) != local]
            bad = bad.assign(right=[_on_clock(text, clock) for text in bad[column]])
            yield from hits(
                "statements",
                bad[bad[column] != bad["right"]],
                column,
                f"{{{column}}} is {{right}} on the claimant's clock",
            )


def _on_clock(text: str, clock: str) -> str:
    return datetime.fromisoformat(text).astimezone(zone(clock)).isoformat(timespec="minutes")


@rule(
    "window-order",
    "error",
    "A window starts before it ends, and says where it comes from.",
    "correct the window, or fill window_basis",
)
def window_order(tables: Tables) -> Iterator[Hit]:
    """Windows that end before they start, or have no basis, or a basis and no window."""
    frame = tables["statements"]
    wrong = (
        spans(tables, frame, "window_start")["earliest"]
        > spans(tables, frame, "window_end")["latest"]
    )
    yield from hits(
        "statements", frame[wrong], "window_end", "{window_end} is before {window_start}"
    )
    blank = frame["window_start"].isna() & frame["window_end"].isna()
    odd = frame[blank == frame["window_basis"].notna()]
    yield from hits(
        "statements", odd, "window_basis", "window and window_basis are not filled together"
    )


@rule(
    "window-length",
    "error",
    "A window of drone figures is at most 24 hours long.",
    "split the digest into its statements, or correct the window",
)
def window_length(tables: Tables) -> Iterator[Hit]:
    """Measure the windows of statements with drone claims; plain days may be neighbours."""
    frame = tables["statements"]
    frame = frame[frame["statement_id"].isin(tables["drone_claims"]["statement_id"])]
    start, end = spans(tables, frame, "window_start"), spans(tables, frame, "window_end")
    days = (frame["window_start"].str.len() == 10) & (frame["window_end"].str.len() == 10)
    length = (end["earliest"] - start["latest"]).where(~days, end["latest"] - start["latest"])
    says = "{window_start} to {window_end} is more than 24 hours"
    yield from hits("statements", frame[length > DAY], "window_start", says)


@rule(
    "ends-after-said",
    "error",
    "A window, and an as-of time, end before they are spoken of.",
    "correct the window, as_of or stated",
)
def ends_after_said(tables: Tables) -> Iterator[Hit]:
    """Compare ends with the time of saying."""
    frame = tables["statements"]
    said = spans(tables, frame, "stated")["latest"]
    for column in ("window_end", "as_of"):
        late = frame[spans(tables, frame, column)["earliest"] > said]
        yield from hits(
            "statements", late, column, f"{{{column}}} is after {{stated}}, when it was said"
        )


@rule(
    "supersedes",
    "error",
    "A revision is later, by the same claimant, about the same or an overlapping window, and "
    "replaces one statement that nothing else replaces.",
    "correct supersedes or revision",
)
def supersedes(tables: Tables) -> Iterator[Hit]:
    """Each revision against what it replaces."""
    frame = tables["statements"]
    odd = frame[frame["revision"].isna() != frame["supersedes"].isna()]
    yield from hits(
        "statements", odd, "supersedes", "revision and supersedes are not filled together"
    )
    twice = frame[frame["supersedes"].notna() & frame.duplicated("supersedes")]
    yield from hits("statements", twice, "supersedes", "{supersedes} is superseded already")
    columns = ["claimant_id", *MOMENTS]
    old = (
        frame.drop_duplicates("statement_id").set_index("statement_id")[columns].add_prefix("old_")
    )
    both = frame.merge(
        old.reset_index(names="supersedes").dropna(subset=["supersedes"]),
        on="supersedes",
        how="inner",
    ).set_index(frame.index[frame["supersedes"].isin(old.index.dropna())])
    yield from hits(
        "statements",
        both[both["claimant_id"] != both["old_claimant_id"]],
        "supersedes",
        "{supersedes} is another claimant's",
    )
    early = instants(both["stated"])["latest"] < instants(both["old_stated"])["earliest"]
    yield from hits(
        "statements", both[early], "stated", "said before {supersedes}, which it supersedes"
    )
    new, past = (
        [instants(both[f"{age}window_{end}"]) for end in ("start", "end")] for age in ("", "old_")
    )
    apart = (new[0]["earliest"] > past[1]["latest"]) | (new[1]["latest"] < past[0]["earliest"])
    yield from hits("statements", both[apart], "supersedes", "the windows do not overlap")


@rule(
    "killed-lowered",
    "warning",
    "A claimant's update does not lower a number of killed.",
    "read the source again; a note settles this",
)
def killed_lowered(tables: Tables) -> Iterator[Hit]:
    """Compare killed figures of one chain with those of its last statement that had them."""
    claims = sound(tables, "casualty_claims")
    rows = claims[claims["harm"] == "killed"].assign(line=lambda f: f.index)
    rows = in_chains(rows, tables["statements"]).sort_values(["turn", "line"])
    key = ["chain", "strike", "place_id", "person_status", "affiliation", "demographic", "weapon"]
    before = rows.groupby(key, dropna=False, observed=True)[["low", "turn"]].shift()
    rows = rows.assign(before=before["low"], earlier=before["turn"])
    lowered = (rows["high"] < rows["before"]) & (rows["earlier"] < rows["turn"])
    says = "at most {high:.0f} killed, after {before:.0f}"
    yield from hits("casualty_claims", rows[lowered & rows["note"].isna()], "value", says)


@rule(
    "embargo",
    "error",
    "Nothing is published within 72 hours of its window.",
    "wait until the window is 72 hours old",
)
def embargo(tables: Tables) -> Iterator[Hit]:
    """Look at windows or, without one, times of saying, to their latest instant."""
    frame = tables["statements"]
    for column in ("window_end", "stated"):
        part = frame if column == "window_end" else frame[frame["window_end"].isna()]
        young = spans(tables, part, column)["latest"] + EMBARGO > pd.Timestamp(
            tables.today, tz="UTC"
        )
        says = "{statement_id} is younger than 72 hours"
        yield from hits("statements", part[young], column, says)
