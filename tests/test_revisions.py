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


def hurt(*claims: tuple[str, str, str]) -> list[bool]:
    columns = ["statement_id", "harm", "person_status"]
    rows = pd.DataFrame(claims, columns=columns).assign(demographic="all", strike="s", place_id="p")
    return current(in_chains(rows, CHAIN), CHAIN).tolist()


def test_civilians_in_an_update_are_the_people_of_before() -> None:
    told = (("morning", "injured", "unspecified"), ("noon", "injured", "civilian"))
    assert hurt(*told) == [False, True]


def test_a_combined_number_makes_earlier_parts_void_and_its_own_not() -> None:
    told = (
        ("morning", "injured", "unspecified"),
        ("noon", "killed_or_injured", "unspecified"),
        ("noon", "killed", "unspecified"),
    )
    assert hurt(*told) == [False, True, True]
    assert hurt(told[1], told[0]) == [True, False]
    assert hurt(("morning", "killed_or_injured", "civilian"), ("noon", "injured", "civilian")) == [
        True,
        True,
    ]
