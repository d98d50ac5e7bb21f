"""The seed night, as a reader of the package meets it, and the five traps of its article."""

from __future__ import annotations

import pandas as pd
import pytest

import wartoll

NIGHT = pd.Timestamp("2024-10-28")
KHERSON = "2024-10-27.UA-65.kherson.1"
KHARKIV = "2024-10-28.UA-63.kharkiv.1"


@pytest.fixture(scope="module")
def nights() -> pd.DataFrame:
    frame = wartoll.load("drones_by_night")
    return frame[frame["night"] == NIGHT].set_index("claimant_id")


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    frame = wartoll.load("drones_by_region")
    return frame[frame["night"] == NIGHT].set_index(["claimant_id", "place_id"])


def figure(table: str, **cells: object) -> pd.Series:
    frame = wartoll.load(table)
    for column, value in cells.items():
        frame = frame[frame[column] == value]
    assert len(frame) == 1, frame
    return frame.iloc[0]


def test_figures_of_the_night(nights: pd.DataFrame) -> None:
    row = nights.loc["ua-air-force"]
    stated = {"launched": 100, "shot_down": 66, "lost_track": 24, "left_airspace": 4}
    for quantity, number in stated.items():
        assert (row[f"{quantity}_low"], row[f"{quantity}_high"]) == (number, number)
    assert (row["hit_low"], row["hit_high"]) == (2, 6)
    assert (row["unaccounted_low"], row["unaccounted_high"]) == (0, 4)


def test_russian_ministry_has_no_rate(nights: pd.DataFrame) -> None:
    row = nights.loc["ru-mod"]
    assert row["shot_down_low"] == 21
    blank = [
        "launched_low",
        "hit_low",
        "unaccounted_low",
        "intercepted_share_low",
        "intercepted_share_high",
    ]
    assert row[blank].isna().all()


def test_every_figure_leads_to_an_address(nights: pd.DataFrame, regions: pd.DataFrame) -> None:
    cities = wartoll.load("casualties_by_city")
    cities = cities[cities["strike"].isin((KHERSON, KHARKIV))]
    for cells in (nights["claim_ids"], regions["claim_ids"], cities["claim_ids"]):
        found = wartoll.sources_of(cells)
        assert found[found["cited"]]["url"].notna().all()


def test_trap_1_a_region_dropped_by_a_relay_is_no_zero(regions: pd.DataFrame) -> None:
    sumy = regions.loc["ua-air-force", "UA-59"]
    assert (sumy["basis"], sumy["shot_down_low"], sumy["shot_down_high"]) == ("listed", 1, 23)
    seed = figure("relays", statement_id="ua-air-force-20241028", source_id="seed-outlet-20241028")
    assert seed["fidelity"] == "partial"
    zeros = regions.loc["ua-air-force"].query("basis == 'implied_zero'")
    assert len(zeros) == 13
    assert "UA-30" not in zeros.index  # The list's Kyiv region may hold the city.


def test_trap_2_deaths_beside_drones_are_not_drone_deaths() -> None:
    cities = wartoll.load("casualties_by_city").set_index("strike")
    for strike in (KHERSON, KHARKIV):
        assert "drone" not in cities.loc[strike, "weapon"]
    claims = wartoll.load("casualty_claims")
    there = claims["strike"].isin((KHERSON, KHARKIV))
    assert not claims[there]["weapon"].astype(str).str.startswith("drone").any()


def test_trap_3_updates_stay_and_an_outlets_caution_is_not_the_governors() -> None:
    claims = wartoll.load("casualty_claims")
    kherson = claims[(claims["strike"] == KHERSON) & (claims["harm"] == "killed")]
    assert sorted(kherson["value"]) == [1, 2, 2]
    assert set(kherson["qualifier"]) == {"exact"}
    seed = figure(
        "relays", statement_id="ua-kherson-region-20241027-2", source_id="seed-outlet-20241028"
    )
    assert seed["fidelity"] == "altered"
    city = figure("casualties_by_city", strike=KHERSON)
    assert (city["killed_low"], city["killed_high"]) == (2, 2)


def test_trap_4_two_claimants_on_one_side_stand_in_contradictions() -> None:
    row = figure("contradictions", place_id="RU-VOR", day=NIGHT)
    assert (row["claimant_a"], row["low_a"], row["high_a"]) == ("ru-mod", 1, 1)
    assert (row["claimant_b"], row["low_b"], row["high_b"]) == ("ru-vor-governor", 5, 15)


def test_trap_5_unlike_totals_stay_apart() -> None:
    losses = figure(
        "cumulative_claims", measure="killed_or_injured", statement_id="nato-sg-20241028"
    )
    assert (losses["qualifier"], losses["value"], losses["affiliation"]) == (
        "more_than",
        600000,
        "RU",
    )
    troops = wartoll.load("cumulative_claims").query("measure == 'troops_deployed'")
    troops = troops[troops["statement_id"].isin(("nato-sg-20241028", "us-white-house-20241023"))]
    assert sorted(zip(troops["qualifier"].astype(str), troops["value"], strict=True)) == [
        ("at_least", 3000),
        ("exact", 3000),
    ]


def test_kharkiv_is_a_floor() -> None:
    city = figure("casualties_by_city", strike=KHARKIV)
    assert (city["injured_low"], city["injured_best_kind"]) == (13, "floor")
    assert pd.isna(city["injured_high"])


def test_ministrys_parts_close(regions: pd.DataFrame) -> None:
    parts = regions.loc["ru-mod"]
    stated = {"RU-BEL": 13, "RU-BRY": 6, "RU-VOR": 1, "RU-KRS": 1}
    assert parts["shot_down_low"].to_dict() == stated
    assert set(parts["basis"]) == {"counted"}


def test_voronezh_injured_and_damage() -> None:
    harm = figure("casualty_claims", statement_id="ru-vor-governor-20241028")
    assert (harm["harm"], harm["value"], harm["weapon"]) == ("injured", 2, "drone")
    damage = figure("drone_claims", outcome="damage", statement_id="ru-vor-governor-20241028")
    assert (damage["unit"], damage["value"]) == ("sites", 2)
