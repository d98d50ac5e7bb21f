"""The series of the Russian ministry, year by year: the table in docs/series.md."""

from __future__ import annotations

import re

import pandas as pd
from style.markdown import count, grid

import wartoll

CLAIMANT = "ru-mod"
COLUMNS = {
    "channel": "statements from the channel",
    "cut": "of these cut",
    "completed": "of the cut completed from pages",
    "page": "statements from pages alone",
    "nights": "nights",
    "complete": "all places told",
    "incomplete": "some told",
    "none": "none told",
}
_BLOCK = re.compile(r"(?<=<!-- years -->\n).*?(?=<!-- /years -->)", re.DOTALL)


def statements() -> pd.DataFrame:
    """Every statement of the ministry with its year and what its own post carries."""
    said, relays = wartoll.load("statements"), wartoll.load("relays")
    publisher = wartoll.load("sources").set_index("source_id")["publisher_id"]
    own = relays[relays["source_id"].map(publisher) == CLAIMANT]
    cut = own.loc[own["fidelity"] == "partial", "statement_id"]
    said = said[said["claimant_id"] == CLAIMANT]
    channel = said["statement_id"].isin(own["statement_id"])
    is_cut = said["statement_id"].isin(cut)
    return said.assign(
        year=said["stated"].str[:4],
        channel=channel,
        page=~channel,
        cut=is_cut,
        completed=is_cut & (said["review"] == "checked"),
    )


def years() -> pd.DataFrame:
    """One row a year: statements by where they stand, nights by how far their places are told."""
    told = statements().groupby("year")[["channel", "cut", "completed", "page"]].sum()
    nights = wartoll.load("drones_by_night")
    nights = nights[nights["claimant_id"] == CLAIMANT]
    year = nights["night"].dt.year.astype(str)
    split = pd.crosstab(year, nights["breakdown"].astype(str)).assign(nights=year.value_counts())
    return told.join(split, how="left").reindex(columns=list(COLUMNS)).fillna(0).astype(int)


def page(text: str) -> str:
    """The page with its table made anew."""
    rows = [[year, *map(count, row)] for year, *row in years().itertuples(name=None)]
    return _BLOCK.sub(lambda _: grid(["year", *COLUMNS.values()], rows) + "\n", text)
