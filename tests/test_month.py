"""The month's charts, its page, and the pairs of readings behind it."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pandas as pd
import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import agreement
import month_casualties as casualties
import month_contradictions as contradictions
import month_nights as nights
import month_numbers as numbers
import month_page
import month_regions as regions
import style

import wartoll

MONTH = style.MONTH
STATUSES = wartoll.describe("coverage").set_index("name")["values"]["status"]
READINGS = agreement.readings(MONTH)


def region(basis: str, low: object, high: object) -> style.Cell:
    row = SimpleNamespace(basis=basis, shot_down_low=low, shot_down_high=high)
    return regions.cell(row, style.Scale(50))


def shape(cell: style.Cell) -> tuple[object, ...]:
    """What is left of a look without colour and numbers."""
    return bool(cell.text), cell.hatch, cell.dot, cell.thick, cell.edge == style.INK


# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section E: four observers.
PUBLISHED = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]


@pytest.mark.parametrize(
    ("distance", "value"),
    [(agreement.nominal, 0.743), (agreement.interval, 0.849), (agreement.ratio, 0.797)],
)
def test_alpha_is_that_of_a_published_example(distance: object, value: float) -> None:
    readers = [line.split() for line in PUBLISHED]
    units = [[int(v) for v in unit if v != "."] for unit in zip(*readers, strict=True)]
    assert round(agreement.alpha(units, distance), 3) == value


def test_alpha_knows_no_agreement_and_no_variation() -> None:
    assert agreement.alpha([(1, 2), (2, 1)], agreement.nominal) < 0
    assert pd.isna(agreement.alpha([(1, 1), (1, 1)], agreement.nominal))


def test_every_figure_of_the_pairs_is_in_one_line_of_the_table() -> None:
    lines = agreement.figures(READINGS)
    assert sum(line["first"] + line["only_second"] for line in lines.values()) == len(READINGS)
    assert all(line["alike"] <= line["same"] <= line["both"] for line in lines.values())


def stated() -> set[tuple[str, str, str]]:
    """Place, quantity and figure of every claim that is told in or after the month."""
    said = wartoll.load("statements").set_index("statement_id")["stated"].str[:7]
    places = wartoll.load("places").set_index("place_id")["name_en"]
    found = set()
    for table, what in (("casualty_claims", "harm"), ("drone_claims", "outcome")):
        rows = wartoll.load(table)
        rows = rows[rows["statement_id"].map(said) >= str(MONTH)]
        values = [f" {value}" if pd.notna(value) else "" for value in rows["value"]]
        figures = rows["qualifier"].astype(str) + values
        found |= {*zip(rows["place_id"].map(places), rows[what].astype(str), figures, strict=True)}
    return found


def test_settled_figures_stand_in_the_tables() -> None:
    kept = READINGS[(READINGS["settled"] != "left out") & ~READINGS["place"].str.contains(r" \+ ")]
    quantity = kept["quantity"].str.split().str[0]
    figures = kept["settled"].str.replace(r" \(.*", "", regex=True)
    told = {*zip(kept["place"], quantity, figures, strict=True)}
    assert told - stated() == set()


def test_places_of_a_month_look_different_without_colour() -> None:
    looks = [
        region("counted", 3, 3),
        region("bounded", 2, 6),
        region("listed", 1, 9),
        region("implied_zero", 0, 0),
        regions.EMPTY,
        regions.NO_LIST,
        regions.framed(None, pd.DataFrame({"shot_down_low": [8], "shot_down_high": [8]})),
        regions.LISTS["incomplete"],
    ]
    greys = [(shape(look), look.fill) for look in looks]
    assert len(set(greys)) == len(looks)
    assert region("listed", 1, 1).text == "1"
    assert region("listed", 1, 1).dot


def test_number_of_the_regions_office_stands_beside_another() -> None:
    own = pd.DataFrame({"shot_down_low": [10], "shot_down_high": [10]})
    assert regions.framed(region("counted", 2, 2), own).text == "2≠10"
    assert regions.framed(region("counted", 10, 10), own).text == "10"


def test_every_status_of_a_night_is_told() -> None:
    assert set(STATUSES) == {*nights.HOLES, "stated", "no_total"}
    assert len({*nights.HOLES.values()}) == len(nights.HOLES)


def test_bars_end_at_launched_or_say_so() -> None:
    for _, row in nights.table(MONTH).iterrows():
        told = nights.stated(row)["low"].sum() if row["status"] == "stated" else 0
        if pd.notna(row["launched_high"]) and told > row["launched_high"]:
            assert nights.OVER in nights.words(row)
            assert nights.whole(row) == row["launched_high"]


def test_sums_of_places_are_those_of_the_table() -> None:
    rows = style.of_month("casualties_by_city", MONTH)
    table = casualties.ranked(casualties.sums(rows))
    row = casualties.rest(table)
    assert row["strikes"] == len(rows)
    for harm in casualties.HARMS:
        assert row[f"{harm}_low"] == rows[f"{harm}_low"].sum()
        assert row[f"{harm}_best"] == rows[f"{harm}_best"].sum()
        is_open = rows[f"{harm}_high"].isna() & rows[f"{harm}_low"].notna()
        assert pd.isna(row[f"{harm}_high"]) == is_open.any()
    shown = casualties.rungs(table)
    assert len(shown) == min(len(table), casualties.SHOWN + 1)


def test_every_pair_is_in_the_chart() -> None:
    rows = style.of_month("contradictions", MONTH)
    found = [case for part in contradictions.cases(rows).values() for case in part]
    assert sum(case.pairs for case in found) == len(rows)
    told = " ".join(one.text for case in found for one in case.told)
    names = wartoll.load("actors").set_index("actor_id")["name_en"]
    assert all(name in told for name in names[rows["claimant_a"].unique()])


def test_page_tells_the_sums_of_the_tables() -> None:
    text = month_page.page(MONTH)
    rows = style.of_month("drones_by_night", MONTH)
    for _, part in rows.groupby("claimant_id"):
        assert f"{part['shot_down_low'].sum():,} shot down" in text
    for value in numbers.month_sums(MONTH)["value"]:
        assert f"{value:,}" in text
    assert "nan" not in text
    assert "<NA>" not in text
