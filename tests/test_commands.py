"""The command line: exit codes, formats, formatting and building."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Workbench
from hypothesis import given, settings
from hypothesis import strategies as st

from wartoll.canonical import format_table, to_csv
from wartoll.loading import load_from
from wartoll.package import installed

Run = Callable[..., tuple[int, str, str]]


def break_a_sum(bench: Workbench) -> str:
    row = next(r for r in bench.rows("drone_claims") if r["part_of"] and r["value"])
    bench.edit({"table": "drone_claims", "key": row["claim_id"], "set": {"value": "999999"}})
    return row["claim_id"]


def test_check_is_silent_and_zero_on_a_clean_package(mini: Workbench, run: Run) -> None:
    code, out, err = run("check", mini.root, "--today", "2026-11-22")
    assert (code, out, err.strip()) == (0, "", "0 errors, 0 warnings")


def test_check_prints_file_line_column_rule_message_and_advice(mini: Workbench, run: Run) -> None:
    break_a_sum(mini)
    code, out, _ = run("check", mini.root, "--today", "2026-11-22")
    assert code == 1
    assert any(
        line.startswith("data/drone_claims.csv:") and ":value: error parts-sum: " in line
        for line in out.splitlines()
    )
    assert out.splitlines() == sorted(
        out.splitlines(), key=lambda t: (t.split(":")[0], int(t.split(":")[1]))
    )


def test_check_as_json_and_as_annotations(mini: Workbench, run: Run) -> None:
    break_a_sum(mini)
    _, out, _ = run("check", mini.root, "--format", "json")
    found = json.loads(out)
    assert {"file", "line", "column", "rule", "message", "advice", "level"} == found[0].keys()
    _, out, _ = run("check", mini.root, "--format", "github")
    assert all(line.startswith(("::error file=", "::warning file=")) for line in out.splitlines())
    assert len(out.splitlines()) == len(found)


def test_warning_alone_fails_only_when_asked(mini: Workbench, run: Run) -> None:
    actor = {**mini.rows("actors")[0], "actor_id": "nobody-uses-me", "note": "", "parent_id": ""}
    mini.edit({"table": "actors", "add": actor})
    mini.build()
    today = ("--today", "2026-11-22")
    assert run("check", mini.root, *today)[0] == 1
    assert run("check", mini.root, *today, "--fail-on", "error")[0] == 0


@pytest.mark.parametrize(
    "content", [None, "not json", "[]", "{}", '{"version": "1", "resources": [{}]}']
)
def test_unusable_input_is_said_and_exits_2(tmp_path: Path, run: Run, content: str | None) -> None:
    if content is not None:
        (tmp_path / "datapackage.json").write_text(content)
    for command in ("check", "format", "build"):
        code, out, err = run(command, tmp_path)
        assert (code, out) == (2, "")
        assert err.startswith("wartoll: ")


def test_changed_schema_is_unusable(mini: Workbench, run: Run) -> None:
    file = mini.root / "schemas" / "places.json"
    file.write_text(file.read_text("utf-8").replace('"maximum": 90', '"maximum": 91'), "utf-8")
    code, _, err = run("check", mini.root)
    assert code == 2
    assert "schema of places" in err


def test_format_mends_form_and_keeps_every_value(mini: Workbench, run: Run) -> None:
    file = mini.package.file("statements")
    good = file.read_bytes()
    header, *rows = good.decode().splitlines()
    shuffled = "\ufeff" + "\r\n".join(
        [header, *(row if '"' in row else f" {row} " for row in reversed(rows))]
    )
    file.write_bytes(shuffled.encode())
    assert run("format", mini.root, "--check")[0] == 1
    assert file.read_bytes() == shuffled.encode()
    assert run("format", mini.root)[0] == 0
    assert file.read_bytes() == good
    assert run("format", mini.root, "--check")[0] == 0
    assert mini.check() == []


def test_format_refuses_what_it_would_have_to_guess(mini: Workbench, run: Run) -> None:
    file = mini.package.file("statements")
    file.write_bytes(file.read_bytes() + b"one,two\n")
    before = file.read_bytes()
    code, _, err = run("format", mini.root)
    assert code == 2
    assert "data/statements.csv" in err
    assert file.read_bytes() == before


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)


@settings(deadline=None)
@given(st.lists(st.tuples(CELL, CELL), max_size=6, unique_by=lambda row: row[0].strip()))
def test_format_is_idempotent_and_blind_to_order(rows: list[tuple[str, str]]) -> None:
    schema = {"fields": [{"name": "a"}, {"name": "b"}], "primaryKey": ["a"]}
    from wartoll.canonical import encode

    once = format_table(encode(["a", "b"], rows), schema, "x.csv")
    assert format_table(once, schema, "x.csv") == once
    assert format_table(encode(["a", "b"], rows[::-1]), schema, "x.csv") == once


@pytest.mark.parametrize("name", installed().schemas)
def test_writing_what_was_loaded_gives_the_same_bytes(name: str) -> None:
    package = installed()
    frame = load_from(package, name)
    assert to_csv(frame, package.schemas[name]) == package.file(name).read_bytes()


def test_build_is_byte_identical_and_independent_of_row_order(mini: Workbench, run: Run) -> None:
    before = {n: mini.package.file(n).read_bytes() for n in mini.package.derived}
    for name in mini.package.derived:
        mini.package.file(name).unlink()
    assert run("build", mini.root, "--check")[0] == 1
    for name in mini.package.curated:
        file = mini.package.file(name)
        header, *rows = file.read_bytes().splitlines(keepends=True)
        file.write_bytes(header + b"".join(reversed(rows)))
    assert run("build", mini.root)[0] == 0
    assert {n: mini.package.file(n).read_bytes() for n in mini.package.derived} == before


def test_build_on_broken_tables_points_to_the_check(mini: Workbench, run: Run) -> None:
    mini.package.file("drone_claims").write_bytes(b"nonsense\n")
    code, _, err = run("build", mini.root)
    assert code == 2
    assert "wartoll check" in err


def test_module_runs_from_another_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wartoll", "check"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr.strip()) == (0, "0 errors, 0 warnings")


def test_output_that_nobody_reads_on_ends_quietly() -> None:
    command = [sys.executable, "-m", "wartoll", "read", "--claimant", "ru-mod"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*command, "--posted", "2024-10-28T04:10Z"],
        input="Силами ПВО уничтожены 3 БПЛА.\n" * 100,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_summary_names_the_outcomes_that_a_night_has() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "summarise.py"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "<NA>" not in done.stdout
    assert "Air Force of Ukraine: launched 212, shot down or suppressed 177" in done.stdout
