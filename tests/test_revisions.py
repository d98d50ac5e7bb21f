"""Chains of revisions: what a later statement leaves standing."""

from __future__ import annotations

import pandas as pd

from wartoll.revisions import current, in_chains


def statements(*rows: tuple[str, str | None, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["statement_id", "supersedes", "revision"])


def standing(said: pd.DataFrame, *claims: tuple[str, str]) -> list[bool]:
    rows = pd.DataFrame(claims, columns=["statement_id", "outcome"])
    return current(in_chains(rows, said), said).tolist()


CHAIN = statements(("morning", None, None), ("noon", "morning", "update"))


def test_an_update_replaces_only_what_it_restates() -> None:
    told = (("morning", "shot_down"), ("morning", "lost_track"), ("noon", "shot_down"))
    assert standing(CHAIN, *told) == [False, True, True]


def test_drones_in_the_air_are_so_at_that_hour_only() -> None:
    told = (("morning", "in_airspace"), ("noon", "shot_down"))
    assert standing(CHAIN, *told) == [False, True]
    assert standing(CHAIN, ("morning", "shot_down"), ("noon", "in_airspace")) == [True, True]


def test_a_retraction_withdraws_what_was_said_before() -> None:
    said = statements(("morning", None, None), ("noon", "morning", "retraction"))
    assert standing(said, ("morning", "shot_down"), ("morning", "in_airspace")) == [False, False]


def test_a_statement_alone_stands() -> None:
    assert standing(statements(("alone", None, None)), ("alone", "in_airspace")) == [True]
