"""Coverage: zero, withheld, withdrawn, looked for and not looked for never look alike."""

from __future__ import annotations

import pandas as pd
import pytest
from conftest import Workbench

import wartoll
from wartoll.loading import load_from

MOD, AIR = "ru-mod-20240305T0700", "ua-air-force-20240305T0830"
SEARCH = {"claimant_id": "ru-mod", "looked_on": "2024-03-20"}


def said(
    bench: Workbench, day: str, *claims: dict[str, str], at: str = "07:00", **cells: str
) -> str:
    """Add a statement of the ministry about the night, with its post and claims."""
    key = f"ru-mod-{day.replace('-', '')}T{at.replace(':', '')}"
    before = str((pd.Timestamp(day) - pd.Timedelta(days=1)).date())
    window = {"window_start": f"{before}T20:00+03:00", "window_end": f"{day}T07:00+03:00"}
    row = {"statement_id": key, "stated": f"{day}T{at}+03:00", **window, **cells}
    bench.edit({"table": "statements", "add": row, "like": MOD})
    source = {"source_id": key, "published": f"{day}T{at}+03:00", "url": ""}
    source |= {"title": "Сводка", "read_on": "2024-03-20"}
    bench.edit({"table": "sources", "add": source, "like": MOD})
    relay = {"statement_id": key, "source_id": key, "fidelity": "original"}
    bench.edit({"table": "relays", "add": relay})
    for number, claim in enumerate(claims, 1):
        ids = {"claim_id": f"{key}.{number:02d}", "statement_id": key, "source_id": key}
        add = {**ids, "parts_complete": "", **claim}
        bench.edit({"table": "drone_claims", "add": add, "like": f"{MOD}.01"})
    return key


def built(bench: Workbench) -> pd.DataFrame:
    """Coverage of tables that keep every rule."""
    bench.build()
    assert [str(f) for f in bench.check() if f.level == "error"] == []
    return load_from(bench.package, "coverage").set_index(["claimant_id", "day"])


def statuses(bench: Workbench, claimant: str = "ru-mod") -> list[str]:
    return built(bench).loc[claimant, "status"].tolist()


def test_stated_night_says_how_it_was_told(mini: Workbench) -> None:
    rows = built(mini)
    ministry = rows.loc["ru-mod", "2024-03-05"]
    assert ministry["status"] == "stated"
    assert ministry[["fidelity", "review", "breakdown"]].tolist() == [
        "original", "parsed", "complete",
    ]  # fmt: skip
    assert ministry[["places_named", "places_counted"]].tolist() == [3, 3]
    assert ministry["claim_ids"] == f"{MOD}.01"
    bare = rows.loc["ua-air-force", "2024-03-05"]
    assert bare[["places_named", "places_counted"]].tolist() == [4, 0]


def test_zero_withheld_looked_for_and_not_looked_for_differ(mini: Workbench) -> None:
    said(mini, "2024-03-07", {"value": "0"})
    hidden = {"value": "", "qualifier": "withheld", "note": "Said not to be given."}
    said(mini, "2024-03-09", hidden)
    mini.edit({"table": "searches", "add": {**SEARCH, "day": "2024-03-08", "note": ""}})
    assert statuses(mini) == ["stated", "not_looked_for", "none", "not_found", "withheld"]
    row = built(mini).loc["ru-mod", "2024-03-08"]
    assert str(row["looked_on"].date()) == "2024-03-20"
    assert row[["statement_id", "fidelity", "breakdown", "places_named", "claim_ids"]].isna().all()


def test_withheld_number_over_named_places_is_withheld(mini: Workbench) -> None:
    total = {"value": "", "qualifier": "withheld", "note": "Said not to be given."}
    part = {"value": "", "qualifier": "listed", "place_id": "RU-BEL", "part_axis": "place"}
    said(mini, "2024-03-06", total, {**part, "part_of": "ru-mod-20240306T0700.01"})
    row = built(mini).loc["ru-mod", "2024-03-06"]
    assert row[["status", "places_named", "places_counted"]].tolist() == ["withheld", 1, 0]


@pytest.mark.parametrize(
    ("launched", "shot_down", "status"),
    [("40", "", "stated"), ("0", "0", "none"), ("40", "0", "stated"), ("", "0", "withheld")],
)
def test_one_figure_above_zero_makes_a_night_stated(
    mini: Workbench, launched: str, shot_down: str, status: str
) -> None:
    hidden = {"value": "", "qualifier": "withheld", "note": "Said not to be given."}
    for row in mini.rows("drone_claims"):
        if row["statement_id"] == AIR and row["claim_id"][-2:] not in ("01", "02"):
            mini.edit({"table": "drone_claims", "key": row["claim_id"], "delete": True})
    for number, value in (("01", launched), ("02", shot_down)):
        cells = {"value": value, "parts_complete": ""} | ({} if value else hidden)
        mini.edit({"table": "drone_claims", "key": f"{AIR}.{number}", "set": cells})
    assert statuses(mini, "ua-air-force") == [status]


def test_search_beyond_the_statements_has_a_row_and_opens_no_span(mini: Workbench) -> None:
    mini.edit({"table": "searches", "add": {**SEARCH, "day": "2024-03-10", "note": ""}})
    assert statuses(mini) == ["stated", "not_found"]


def test_office_of_one_region_has_no_row(mini: Workbench) -> None:
    assert "ru-bry-governor" in {row["claimant_id"] for row in mini.rows("searches")}
    assert set(built(mini).index.get_level_values(0)) == {"ru-mod", "ua-air-force"}


def test_daytime_is_not_the_night(mini: Workbench) -> None:
    hours = {"window_start": "2024-03-06T08:00+03:00", "window_end": "2024-03-06T20:00+03:00"}
    key = said(mini, "2024-03-06", {"value": "2"}, at="20:30", **hours)
    row = built(mini).loc["ru-mod", "2024-03-06"]
    assert row[["status", "night_statements", "day_statements"]].tolist() == ["day_only", 0, 1]
    assert row["claim_ids"] == f"{key}.01"
    mini.edit({"table": "searches", "add": {**SEARCH, "day": "2024-03-06", "note": ""}})
    assert statuses(mini) == ["stated", "not_found"]


def test_window_to_midnight_and_no_window_belong_to_a_day(mini: Workbench) -> None:
    hours = {"window_start": "2024-03-06T18:00+03:00", "window_end": "2024-03-07T00:00+03:00"}
    said(mini, "2024-03-07", {"value": "2"}, **hours)
    blank = {"window_start": "", "window_end": "", "window_basis": ""}
    said(mini, "2024-03-08", {"value": "2"}, **blank)
    assert statuses(mini) == ["stated", "day_only", "not_looked_for", "day_only"]


def test_place_without_a_total_is_no_total(mini: Workbench) -> None:
    said(mini, "2024-03-06", {"value": "2", "place_id": "RU-BEL"})
    row = built(mini).loc["ru-mod", "2024-03-06"]
    assert row[["status", "breakdown", "places_named"]].tolist() == ["no_total", "incomplete", 1]


def test_withdrawn_figures_leave_a_trace(mini: Workbench) -> None:
    old = said(mini, "2024-03-06", {"value": "2"})
    said(mini, "2024-03-06", at="09:00", revision="retraction", supersedes=old)
    row = built(mini).loc["ru-mod", "2024-03-06"]
    assert row[["status", "statement_id"]].tolist() == ["withdrawn", old]
    assert pd.isna(row["claim_ids"])


def test_cut_text_is_partial_and_its_total_stated(mini: Workbench) -> None:
    key = said(mini, "2024-03-06", {"value": "9"})
    mini.edit({"table": "relays", "key": f"{key} {key}", "set": {"fidelity": "partial"}})
    row = built(mini).loc["ru-mod", "2024-03-06"]
    assert row[["status", "fidelity"]].tolist() == ["stated", "partial"]


def test_no_drones_give_a_table_without_rows(mini: Workbench) -> None:
    mini.write("drone_claims", [])
    mini.build()
    assert mini.rows("coverage") == []


@pytest.mark.parametrize(
    ("cells", "rule"), [({"status": "none"}, "fresh"), ({"claim_ids": f"{MOD}.77"}, "traced")]
)
def test_rules_cover_the_table(mini: Workbench, cells: dict[str, str], rule: str) -> None:
    mini.edit({"table": "coverage", "key": "ru-mod 2024-03-05", "set": cells})
    found = {(f.file, f.rule) for f in mini.check()}
    assert ("data/derived/coverage.csv", rule) in found


def test_totals_are_the_rows_of_drones_by_night() -> None:
    rows, nights = wartoll.load("coverage"), wartoll.load("drones_by_night")
    told = rows[rows["status"].isin(("stated", "none", "withheld"))]
    key = ["claimant_id", "statement_id", "review", "breakdown"]
    nights = nights.assign(day=nights["night"])[["day", *key]].astype(object)
    told, nights = (f.sort_values(["claimant_id", "day"]) for f in (told, nights))
    assert told[["day", *key]].astype(object).to_numpy().tolist() == nights.to_numpy().tolist()


def test_every_day_between_first_and_last_has_one_row() -> None:
    rows = wartoll.load("coverage")
    told = rows[rows["night_statements"] + rows["day_statements"] > 0]
    for claimant, days in told.groupby("claimant_id")["day"]:
        mine = rows.loc[rows["claimant_id"] == claimant, "day"]
        within = mine[mine.between(days.min(), days.max())]
        assert within.tolist() == pd.date_range(days.min(), days.max()).tolist()
