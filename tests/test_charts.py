"""The looks of the charts of all nights: what is missing never looks like a number or like zero."""

from __future__ import annotations

import sys
from itertools import pairwise
from types import SimpleNamespace

import pandas as pd
import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import calendar_of_nights as calendar
import shot_down_by_region_month as months
import style

import wartoll

SCALE = style.Scale(500)
STATUSES = wartoll.describe("coverage").set_index("name")["values"]["status"]


def night(status: str, low: object = pd.NA, high: object = pd.NA, fidelity: str = "original"):
    cells = {"status": status, "low": low, "high": high, "fidelity": fidelity}
    return SimpleNamespace(**cells, text=style.span(low, high))


def grey(cell: style.Cell) -> float:
    return sum(w * part for w, part in zip((0.3, 0.59, 0.11), cell.fill, strict=True))


def test_every_status_has_its_own_look() -> None:
    looks = [calendar.cell(night(status, 3, 3), SCALE) for status in STATUSES]
    assert len(set(looks)) == len(STATUSES)


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(9, 9, "9"), (9, pd.NA, "9+"), (9, 12, "9+"), (0, 5, "≤5"), (0, pd.NA, "–")],
)
def test_limited_numbers_are_not_shown_as_exact(low: object, high: object, text: str) -> None:
    assert calendar.cell(night("stated", low, high), SCALE).text == text


def test_cut_text_has_a_cut_corner() -> None:
    assert calendar.cell(night("stated", 9, 9, "partial"), SCALE).cut
    assert not calendar.cell(night("stated", 9, 9), SCALE).cut


def test_shades_darken_in_grey_and_letters_stand_out() -> None:
    cells = [cell for cell, _ in SCALE.keys("drones")]
    greys = [grey(cell) for cell in cells]
    assert all(a - b > 0.08 for a, b in pairwise(greys))
    assert all((cell.ink == "white") == (grey(cell) < 0.55) for cell in cells)
    assert [name for _, name in SCALE.keys("drones")][::5] == ["1–2 drones", "300 or more"]


def test_place_named_without_a_number_has_a_dot_and_no_number() -> None:
    named = months.cell(SimpleNamespace(number=0, bare=True), SCALE)
    assert (named.text, named.dot) == ("", True)
    both = months.cell(SimpleNamespace(number=7, bare=True), SCALE)
    assert (both.text, both.dot) == ("7", True)


def test_nights_of_the_strip_are_those_of_the_coverage() -> None:
    rows = months.nights()
    untold = ~rows["status"].isin(("stated", "no_total", "none", "withheld"))
    assert ((rows["detail"] == "missing") == untold).all()
    complete = rows[rows["detail"] == "counted"]
    assert (complete["places_named"] == complete["places_counted"]).all()
    assert set(rows["detail"]) <= set(months.DETAIL)
