"""Damaged files: findings on the right line, nothing lost, never a traceback."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from conftest import Workbench
from hypothesis import given, settings
from hypothesis import strategies as st

from wartoll.findings import Finding
from wartoll.reading import join_cells, split_line
from wartoll.rules import RULES

TABLE = "drone_claims"
FILE = "data/drone_claims.csv"


def damage(bench: Workbench, change: Callable[[bytes], bytes]) -> list[Finding]:
    file = bench.package.file(TABLE)
    file.write_bytes(change(file.read_bytes()))
    return [f for f in bench.check() if f.file == FILE]


def on_line(number: int, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def apply(raw: bytes) -> bytes:
        lines = raw.split(b"\n")
        lines[number - 1] = change(lines[number - 1])
        return b"\n".join(lines)

    return apply


def test_missing_file_is_found_and_the_rest_is_still_checked(mini: Workbench) -> None:
    mini.package.file(TABLE).unlink()
    mini.edit(
        {"table": "sources", "key": mini.rows("sources")[0]["source_id"], "set": {"language": "EN"}}
    )
    found = {(f.file, f.rule) for f in mini.check()}
    assert {(FILE, "file-readable"), ("data/sources.csv", "pattern")} <= found
    assert not any(rule == "foreign-key" for _, rule in found)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"\x00\x01\x02" * 50, b"\xff\xfea\x00b\x00\n\x00", b"\x89PNG\r\n\x1a\n\x00\x00"],
)
def test_what_is_no_table_is_said_once(mini: Workbench, content: bytes) -> None:
    assert [(f.line, f.rule) for f in damage(mini, lambda _: content)] == [(1, "file-readable")]


def test_cut_file(mini: Workbench) -> None:
    found = damage(mini, lambda raw: raw[:-7])
    assert {f.rule for f in found} >= {"canonical-bytes"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda row: row + b",extra", "row-length"),
        (lambda row: row.rsplit(b",", 2)[0], "row-length"),
        (lambda row: b"", "row-length"),
        (lambda row: row.replace(b",", b',"', 1), "canonical-bytes"),
        (lambda row: b'"' + row.replace(b",", b'",', 1), "canonical-bytes"),
        (lambda row: b" " + row, "canonical-bytes"),
        (lambda row: row + "привіт".encode("cp1251"), "canonical-bytes"),
        (lambda row: row + "\u200b".encode(), "canonical-bytes"),
        (lambda row: row + "\u202e".encode(), "canonical-bytes"),
        (lambda row: row + "e\u0301".encode(), "canonical-bytes"),
        (lambda row: row + b"\r", "canonical-bytes"),
        (lambda row: row + b"x" * 200_000, "canonical-bytes"),
        (lambda row: row[: row.rindex(b",") + 1] + b"=1+1", "formula-cell"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_damaged_row_is_found_on_its_line(
    mini: Workbench, change: Callable[[bytes], bytes], rule: str
) -> None:
    found = damage(mini, on_line(3, change))
    assert (3, rule) in {(f.line, f.rule) for f in found}


def test_whole_file_in_crlf_is_said_once(mini: Workbench) -> None:
    found = damage(mini, lambda raw: raw.replace(b"\n", b"\r\n"))
    assert [(f.line, f.rule) for f in found] == [(1, "canonical-bytes")]


def test_byte_order_mark(mini: Workbench) -> None:
    found = damage(mini, lambda raw: b"\xef\xbb\xbf" + raw)
    assert [(f.line, f.rule) for f in found] == [(1, "canonical-bytes")]


def test_reordered_columns_are_still_read(mini: Workbench) -> None:
    def swap(raw: bytes) -> bytes:
        rows = [line.split(b",") for line in raw.split(b"\n")[:-1]]
        return b"".join(b",".join([row[1], row[0], *row[2:]]) + b"\n" for row in rows)

    found = damage(mini, lambda raw: swap(raw) if b'"' not in raw else raw)
    assert {f.rule for f in found} <= {"header"}


def test_renamed_column_is_read_by_position(mini: Workbench) -> None:
    found = damage(mini, on_line(1, lambda row: row.replace(b"qualifier", b"qualfier")))
    assert [(f.line, f.rule) for f in found] == [(1, "header")]
    assert "qualifier" in found[0].message


def test_missing_column_stops_the_table_only(mini: Workbench) -> None:
    found = damage(mini, on_line(1, lambda row: row.replace(b",weapon", b"")))
    assert [(f.line, f.rule) for f in found] == [(1, "header")]


def test_stale_hash_neither_hides_nor_replaces_a_finding(mini: Workbench) -> None:
    row = next(r for r in mini.rows(TABLE) if r["qualifier"] == "exact")
    mini.edit({"table": TABLE, "key": row["claim_id"], "set": {"value": "٣"}})
    found = mini.check()
    assert (FILE, mini.line(TABLE, row["claim_id"]), "value", "count-form") in {
        (f.file, f.line, f.column, f.rule) for f in found
    }
    assert "descriptor-fresh" in {f.rule for f in found}


def corrupt(raw: bytes, rng: random.Random) -> bytes:
    """One random act of vandalism."""
    at = rng.randrange(len(raw))
    junk = bytes(rng.randrange(256) for _ in range(rng.randint(1, 5)))
    acts = [
        lambda: raw[:at] + junk + raw[at:],
        lambda: raw[:at] + raw[at + rng.randint(1, 40) :],
        lambda: raw[:at],
        lambda: raw[:at] + rng.choice([b'"', b",", b"\n", b"\r", b"\t", b"0", b"-"]) + raw[at:],
        lambda: b"\n".join(rng.sample(raw.split(b"\n"), raw.count(b"\n") + 1)),
        lambda: raw.decode("utf-8", "ignore").encode("utf-16"),
        lambda: raw[:at] + raw[at:].decode("utf-8", "ignore").encode("cp1251", "ignore"),
        lambda: raw[:at] + raw[at:].swapcase(),
    ]
    return rng.choice(acts)()


@pytest.mark.parametrize("seed", range(10))
def test_vandalised_repository_never_crashes_the_check(
    copy_of_repository: Workbench, seed: int
) -> None:
    rng = random.Random(seed)
    name = rng.choice(list(copy_of_repository.package.schemas))
    file = copy_of_repository.package.file(name)
    before = file.read_bytes()
    file.write_bytes(corrupt(before, rng))
    if file.read_bytes() != before:
        found = copy_of_repository.check()
        assert found
        assert all(f.rule in RULES and f.line >= 1 for f in found)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=2, max_size=6))
def test_line_survives_writing_and_reading(cells: list[str]) -> None:
    assert split_line(join_cells(cells)) == cells
