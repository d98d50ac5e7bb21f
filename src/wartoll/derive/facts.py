"""Claims with their bounds, statement and chain: what every derived table starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from wartoll import bounds
from wartoll.moments import KYIV, MOSCOW, instants, zone
from wartoll.revisions import chains, current, in_chains

DOWNED = ("shot_down", "suppressed", "shot_down_or_suppressed")
#: Clock of the attacked country, by attacker.
NIGHT_CLOCK = {"RU": KYIV, "UA": MOSCOW}


@dataclass(frozen=True)
class Facts:
    """What all derived tables start from, each computed once.

    Attributes
    ----------
    frames : mapping of DataFrame
        Curated tables by name, as `load` gives them, free of errors.
    """

    frames: Mapping[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.frames[name]

    @cached_property
    def drones(self) -> pd.DataFrame:
        """Current drone claims, as `_facts` describes them."""
        return _facts(self.frames, "drone_claims").assign(
            attacker=lambda f: f["attacker"].astype(object),
            outcome=lambda f: f["outcome"].astype(object),
        )

    @cached_property
    def casualties(self) -> pd.DataFrame:
        """Current casualty claims, as `_facts` describes them."""
        return _facts(self.frames, "casualty_claims")

    @cached_property
    def windows(self) -> pd.DataFrame:
        """Every chain with claims about drones, per attacker, with its day.

        Columns of `_windows`, with ``attacker``, ``at_night`` and ``day`` (datetime64[s]).
        A window is a night's when it reaches into 00:00 to 06:00 of the local date of its
        end and is not longer than 24 hours; ``day`` is then that date. Any other belongs to
        the day on which it ends, and without a window to the day on which it was said.
        """
        pairs = self["drone_claims"][["statement_id", "attacker"]].drop_duplicates()
        claims = in_chains(pairs, self["statements"])
        pairs = claims[["chain", "attacker"]].astype(object).drop_duplicates()
        told = _windows(self.frames).merge(pairs[pairs["attacker"].isin(NIGHT_CLOCK)], on="chain")
        parts = [_of_clock(told[told["attacker"] == a], clock) for a, clock in NIGHT_CLOCK.items()]
        return pd.concat(parts, ignore_index=True)

    @cached_property
    def nights(self) -> pd.DataFrame:
        """The one chain that tells a claimant's night, per night and attacker.

        Of several windows the widest alone counts, because bulletins overlap. Columns of
        `windows`, with ``night`` for its day.
        """
        rows = self.windows[self.windows["at_night"]].rename(columns={"day": "night"})
        width = (rows["end"] - rows["start"]).fillna(pd.Timedelta(0))
        order = ["night", "attacker", "claimant_id", "width", "stated", "statement_id"]
        rows = rows.assign(width=width).sort_values(order).drop_duplicates(order[:3], keep="last")
        return rows.drop(columns=["width", "at_night"]).reset_index(drop=True)

    @cached_property
    def night_drones(self) -> pd.DataFrame:
        """Of the current drone claims those in chains that tell a night."""
        return self.drones_in(self.nights["chain"])

    def drones_in(self, wanted: pd.Series) -> pd.DataFrame:
        """Of the current drone claims those in some chains, the others never looked at."""
        known = chains(self["statements"])
        said = known.loc[known["chain"].isin(wanted), "statement_id"]
        claims = self["drone_claims"]
        claims = claims[claims["statement_id"].isin(said)]
        return Facts({**self.frames, "drone_claims": claims}).drones

    @cached_property
    def told_nights(self) -> pd.DataFrame:
        """Drone facts of the chains that tell a night, with the night."""
        columns = ["chain", "attacker", "night"]
        return self.night_drones.merge(self.nights[columns], on=["chain", "attacker"])


def _facts(frames: Mapping[str, pd.DataFrame], table: str) -> pd.DataFrame:
    """Current claims of a table, one row each, with what is known of their statement.

    The claim's columns, ``low`` and ``high`` (float64, ``inf`` open) under all sums of the
    statement, ``chain``, ``claimant_id``, ``review``, ``stated``, ``place_kind``. A part
    whose whole has been restated since keeps its low and loses its high.
    """
    claims = frames[table].reset_index(drop=True)
    claims = claims.join(bounds.propagate(claims)[["low", "high"]])
    claims = in_chains(claims, frames["statements"])
    is_current = current(claims, frames["statements"])
    stale = claims["part_of"].isin(claims["claim_id"][~is_current])
    claims["high"] = claims["high"].where(~stale, bounds.OPEN)
    claims["low"] = claims["low"].where(~stale, bounds.intervals(claims)["low"])
    said = frames["statements"][["statement_id", "claimant_id", "review", "stated", "as_of"]]
    kinds = frames["places"].set_index("place_id")["kind"].astype(object)
    claims["place_kind"] = claims["place_id"].map(kinds)
    return claims[is_current].merge(said, on="statement_id", how="left")


def _windows(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Window of each chain of revisions: that of its latest statement with a window.

    One row per chain: the statement's columns, and the instants ``start`` (missing for a
    moment like "about 10:05") and ``end`` (missing when no statement has a window).
    """
    said = frames["statements"].merge(chains(frames["statements"]), on="statement_id")
    said = said[said["revision"] != "retraction"].assign(told=said["window_end"].notna())
    revised = said["chain"].duplicated(keep=False)
    last = said[revised].sort_values(["chain", "told", "turn"])
    said = pd.concat([said[~revised], last.drop_duplicates("chain", keep="last")])
    start, end = instants(said["window_start"]), instants(said["window_end"])
    return said.drop(columns="told").assign(start=start["earliest"], end=end["latest"])


def _of_clock(told: pd.DataFrame, clock: str) -> pd.DataFrame:
    """Windows with their day on the clock, and whether they reach into its small hours."""
    plain = told["window_end"].str.len() == 10
    end = told["end"].dt.tz_convert(zone(clock)).dt.tz_localize(None)
    day = end.dt.normalize().where(~plain, pd.to_datetime(told["window_end"].str.slice(0, 10)))
    start = told["start"].dt.tz_convert(zone(clock)).dt.tz_localize(None).fillna(end)
    moment = start == end
    into = (start < day + pd.Timedelta(hours=6)) & ((end > day) | (moment & (end >= day)))
    short = told["end"] - told["start"].fillna(told["end"]) <= pd.Timedelta(hours=24)
    same_day = plain & (told["window_start"].fillna("") == told["window_end"])
    at_night = into & (short | (plain & ~same_day))
    # A window to midnight ends on the day before.
    last = (end - pd.Timedelta(seconds=1)).dt.normalize().where(~plain & ~moment, day)
    said = pd.to_datetime(told["stated"].str.slice(0, 10))
    day = day.where(at_night, last).fillna(said)
    return told.assign(at_night=at_night, day=day.astype("datetime64[s]"))


def interval(low: float, high: float) -> tuple[object, object]:
    """Two integer cells; an open or missing end is missing."""
    return tuple(pd.NA if pd.isna(v) or v == bounds.OPEN else int(v) for v in (low, high))  # type: ignore[return-value]
