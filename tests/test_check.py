"""The check as a whole: no crash on any mutation, and what it must not flag."""

from __future__ import annotations

import random
from datetime import date

import pytest
from conftest import Workbench
from test_frictionless import mutate

from wartoll.check import check


@pytest.mark.parametrize("seed", range(40))
def test_mutated_rows_give_findings_in_plain_words(mini: Workbench, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 4)):
        mutate(mini, rng)
    for finding in mini.check():
        assert finding.line >= 1
        assert not {"nan", "<NA>", "None", "NaT"} & set(finding.message.split())


def test_blank_key_beside_blank_references(mini: Workbench) -> None:
    row = mini.rows("statements")[-1]
    mini.edit({"table": "statements", "key": row["statement_id"], "set": {"statement_id": ""}})
    assert ("statements.csv", "required") in {(f.file[-14:], f.rule) for f in mini.check()}


def test_rejected_cell_is_reported_once(mini: Workbench) -> None:
    row = next(r for r in mini.rows("drone_claims") if r["qualifier"] == "exact")
    mini.edit({"table": "drone_claims", "key": row["claim_id"], "set": {"value": "3O"}})
    line = mini.line("drone_claims", row["claim_id"])
    found = [f.rule for f in mini.check() if (f.line, f.column) == (line, "value")]
    assert found == ["count-form"]


def test_embargo_is_72_whole_hours(mini: Workbench) -> None:
    last = max(r["window_end"] or r["stated"] for r in mini.rows("statements"))[:10]
    day = date.fromisoformat(last)
    young = check(mini.root, today=day.replace(day=day.day + 3))
    old = check(mini.root, today=day.replace(day=day.day + 4))
    assert "embargo" in {f.rule for f in young}
    assert "embargo" not in {f.rule for f in old}


def test_zero_is_a_figure(mini: Workbench) -> None:
    row = next(r for r in mini.rows("drone_claims") if r["part_of"] == "" and r["value"])
    claim = {"claim_id": row["statement_id"] + ".77", "value": "0", "weapon": "drone_short_range"}
    claim |= {"parts_complete": "", "part_of": "", "part_axis": "", "note": ""}
    mini.edit({"table": "drone_claims", "add": claim, "like": row["claim_id"]})
    mini.build()
    assert mini.check() == []
