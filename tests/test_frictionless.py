"""Whatever frictionless rejects, we reject: on the same corrupted tables."""

from __future__ import annotations

import random
import string

import pytest
from conftest import Workbench
from frictionless import Package

ALPHABET = string.ascii_letters + string.digits + " .-_,é"


def mutate(bench: Workbench, rng: random.Random) -> None:
    """Change, copy, drop or shift cells of one row somewhere."""
    name = rng.choice([n for n in bench.package.curated if len(bench.rows(n)) > 1])
    rows = bench.rows(name)
    row = rng.choice(rows)
    column = rng.choice(list(row))
    act = rng.randrange(7)
    if act == 0:
        row[column] = ""
    elif act == 1:
        row[column] = "".join(rng.choices(ALPHABET, k=rng.randint(1, 12)))
    elif act == 2:
        row[column] = rng.choice(rows)[rng.choice(list(row))]
    elif act == 3:
        rows.append(dict(row))
    elif act == 4:
        rows.remove(row)
    elif act == 5:
        row[column] = rng.choice(
            ["2024-02-31", "1.5", "-3", "1e3", "٣", "nan", "0x10", "99999999999"]
        )
    else:
        cells = list(row.values())
        row.update(dict(zip(row, cells[1:] + cells[:1], strict=True)))
    bench.write(name, rows)


@pytest.mark.parametrize("seed", range(8))
def test_we_reject_what_frictionless_rejects(copy_of_repository: Workbench, seed: int) -> None:
    from wartoll.canonical import write_changed

    bench = copy_of_repository
    mutate(bench, random.Random(seed))
    write_changed(bench.package, {})
    report = Package(str(bench.root / "datapackage.json")).validate()
    if not report.valid:
        assert [f for f in bench.check() if f.level == "error"], report.flatten(["note"])
