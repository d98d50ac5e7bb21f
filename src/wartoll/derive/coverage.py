"""coverage: of every claimant and day, whether a figure for the night is known, and how."""

from __future__ import annotations

import numpy as np
import pandas as pd

from wartoll.derive.drones import AREAS, breakdowns, is_total, national
from wartoll.derive.facts import DOWNED, Facts

KEY = ["claimant_id", "day"]
#: What one figure makes of its night, least first. Zero hits are a figure; no drones is none.
_STATUSES = ("no_total", "stated", "none", "withheld", "stated")
_FIDELITIES = ("original", "complete", "partial", "altered")


def by_day(facts: Facts) -> pd.DataFrame:
    """Rows of coverage; see schemas/coverage.json."""
    windows = _windows(facts)
    looked = facts["searches"][[*KEY, "looked_on"]]
    looked = looked[looked["claimant_id"].isin(national(facts))]
    heads = windows[windows["head"]]
    rows = _days(windows, looked).merge(looked, "left", KEY)
    rows = rows.merge(_counts(windows), "left", KEY).merge(_heads(heads, facts), "left", KEY)
    rows = rows.merge(_claims(windows, facts), "left", KEY)
    counts = ["night_statements", "day_statements"]
    rows[counts] = rows[counts].fillna(0)
    names = facts["actors"].set_index("actor_id")["name_en"]
    return rows.assign(status=_statuses(rows), claimant=rows["claimant_id"].map(names))


def _windows(facts: Facts) -> pd.DataFrame:
    """Windows of whole countries' claimants on drones of the other side; which head a night."""
    side = facts["actors"].set_index("actor_id")["side"].astype(object)
    told = facts.windows[facts.windows["claimant_id"].isin(national(facts))]
    told = told[told["attacker"] != told["claimant_id"].map(side)]
    heads = facts.nights[["chain", "attacker"]].assign(head=True)
    told = told.merge(heads, "left", ["chain", "attacker"])
    return told.assign(head=told["head"].notna())


def _days(windows: pd.DataFrame, looked: pd.DataFrame) -> pd.DataFrame:
    """Every day from a claimant's first to its last statement, and those looked for."""
    spans = windows.groupby("claimant_id")["day"].agg(["min", "max"])
    days = [
        pd.DataFrame({"claimant_id": claimant, "day": pd.date_range(first, last, unit="s")})
        for claimant, first, last in spans.itertuples(name=None)
    ]
    return pd.concat([*days, looked[KEY]]).drop_duplicates(ignore_index=True)


def _counts(windows: pd.DataFrame) -> pd.DataFrame:
    """How many statements of a day reach into its night, and how many do not."""
    counts = windows.groupby(KEY)["at_night"].agg(["size", "sum"]).reset_index()
    counts["day_statements"] = counts["size"] - counts["sum"]
    return counts.rename(columns={"sum": "night_statements"}).drop(columns="size")


def _heads(heads: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    """What the statement that counts for a night tells, and how it was read."""
    told = facts.night_drones.merge(heads[["chain", "attacker"]], on=["chain", "attacker"])
    relays = facts["relays"]
    ranks = relays["fidelity"].astype(object).map(_FIDELITIES.index)
    best = ranks.groupby(relays["statement_id"]).min()
    chain = heads["chain"]
    rows = heads[[*KEY, "chain", "statement_id", "review"]].assign(
        told=chain.map(_told(told)),
        fidelity=heads["statement_id"].map(best).map(dict(enumerate(_FIDELITIES))),
        breakdown=chain.map(breakdowns(facts)).fillna("none"),
    )
    rows = rows.merge(_places(told), "left", "chain").drop(columns="chain")
    return rows.fillna({"places_named": 0, "places_counted": 0})


def _told(told: pd.DataFrame) -> pd.Series:
    """Status of each chain that has current figures."""
    hidden = told["qualifier"] == "withheld"
    absent = told["outcome"].isin(("launched", *DOWNED)) & (told["high"] == 0)
    above = ~hidden & (told["high"] > 0)
    rank = np.select([~is_total(told), above, hidden, absent], [0, 4, 3, 2], default=1)
    return pd.Series(rank, told["chain"]).groupby(level=0).max().map(dict(enumerate(_STATUSES)))


def _places(told: pd.DataFrame) -> pd.DataFrame:
    """How many places of its own a chain's list of downed drones has, and with a number."""
    over = told["outcome"].isin(DOWNED) & (told["place_role"] == "over")
    listed = told[over & told["place_kind"].isin(AREAS)]
    wholes = told["part_of"][told["part_axis"] == "place"]
    listed = listed[~listed["claim_id"].isin(wholes)]
    exact = (listed["qualifier"] == "exact").groupby([listed["chain"], listed["place_id"]]).max()
    counts = exact.groupby(level=0).agg(["size", "sum"]).reset_index()
    return counts.rename(columns={"size": "places_named", "sum": "places_counted"})


def _claims(windows: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    """Figures that are no part of another: of the night's statement, else of the day's."""
    with_head = windows.groupby(KEY)["head"].transform("any")
    chosen = windows[windows["head"] | ~with_head][[*KEY, "chain", "attacker"]]
    told = facts.drones_in(chosen["chain"])
    whole = told[told["part_of"].isna()].sort_values("claim_id")
    claims = whole.merge(chosen, on=["chain", "attacker"], suffixes=("", "_said"))
    return claims.groupby(KEY)["claim_id"].agg(" ".join).rename("claim_ids").reset_index()


def _statuses(rows: pd.DataFrame) -> pd.Series:
    """Status of every row: what was told, else why there is nothing."""
    rest = np.select(
        [rows["statement_id"].notna(), rows["looked_on"].notna(), rows["day_statements"] > 0],
        ["withdrawn", "not_found", "day_only"],
        default="not_looked_for",
    )
    return rows["told"].where(rows["told"].notna(), rest)
