"""Time check, build, load and frictionless on the same package, and print the ratios."""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("RU-BEL", "RU-BRY", "RU-KRS", "RU-VOR", "RU-ROS", "RU-TUL", "RU-KLU", "RU-SMO", "RU-ORL")
FIRST = datetime(2023, 1, 1)
TASKS = {
    "check": "from wartoll.cli import main; raise SystemExit(main(['check', {root!r}]))",
    "build": "from wartoll.cli import main; raise SystemExit(main(['build', {root!r}]))",
    "load": (
        "from pathlib import Path; from wartoll.package import DataPackage\n"
        "from wartoll.loading import load_curated; load_curated(DataPackage.open(Path({root!r})))"
    ),
    "frictionless": (
        "from frictionless import Package; Package({root!r} + '/datapackage.json').validate()"
    ),
}


def append(root: Path, table: str, rows: list[list[str]]) -> None:
    """Add rows to a curated table; `wartoll format` sorts them."""
    with (root / "data" / f"{table}.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def claims_of(statement: str, source: str, number: int) -> list[list[str]]:
    """One total and nine regions that add up to it."""
    values = [1 + (number * 7 + i) % 9 for i in range(len(PARTS))]
    head = ["UA", "shot_down", "drones", "over"]
    rows = [[f"{statement}.01", statement, source, *head, "theatre", "drone", "exact",
             str(sum(values)), "", "", "", "place", ""]]  # fmt: skip
    for i, (place, value) in enumerate(zip(PARTS, values, strict=True), 2):
        rows.append([f"{statement}.{i:02d}", statement, source, *head, place, "drone", "exact",
                     str(value), "", f"{statement}.01", "place", "", ""])  # fmt: skip
    return rows


def synthesise(root: Path, claims: int) -> None:
    """Copy the repository's package and add statements of ten claims each, a minute apart."""
    names = ("sources", "statements", "relays", "drone_claims")
    tables: dict[str, list[list[str]]] = {name: [] for name in names}
    for number in range(claims // 10):
        said = FIRST + timedelta(minutes=number)
        end, start = (f"{t:%Y-%m-%dT%H:%M}+03:00" for t in (said, said - timedelta(minutes=1)))
        key = f"ru-mod-{said:%Y%m%dT%H%M}"
        post = f"{key},ru-mod,post,https://t.me/mod_russia,,,ru,{end},2026-01-01,copy,"
        tables["sources"].append(post.split(","))
        statement = f"{key},ru-mod,{end},,{start},{end},stated,,,parsed,"
        tables["statements"].append(statement.split(","))
        tables["relays"].append([key, key, "original", ""])
        tables["drone_claims"] += claims_of(key, key, number)
    for folder in ("data", "schemas"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "datapackage.json", root)
    for table, rows in tables.items():
        append(root, table, rows)
    for command in ("format", "build"):
        run = [sys.executable, "-m", "wartoll", command, str(root)]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL)


def measure(code: str) -> tuple[float, float]:
    """Wall seconds and peak memory (MiB) of a Python process; raises when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {code}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def compare(root: Path, runs: int) -> None:
    """Run the tasks in turn and print one line each."""
    rows = sum(sum(1 for _ in f.open("rb")) - 1 for f in (root / "data").rglob("*.csv"))
    figures: dict[str, list[tuple[float, float]]] = {task: [] for task in TASKS}
    for _ in range(runs):
        for task, code in TASKS.items():
            figures[task].append(measure(code.format(root=str(root))))
    peer = statistics.median(wall for wall, _ in figures["frictionless"])
    print(f"{rows} rows, median of {runs} runs")
    for task, values in figures.items():
        wall = statistics.median(w for w, _ in values)
        memory = statistics.median(m for _, m in values)
        print(
            f"{task:>12}  {wall:7.2f} s  {rows / wall:8.0f} rows/s  {memory:6.0f} MiB"
            f"  {peer / wall:5.1f} x frictionless"
        )


def main() -> None:
    """Parse arguments and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--claims", type=int, help="size of a synthetic package (default: the repository's own)"
    )
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    if args.claims is None:
        compare(ROOT, args.runs)
        return
    with tempfile.TemporaryDirectory() as folder:
        synthesise(Path(folder), args.claims)
        compare(Path(folder), args.runs)


if __name__ == "__main__":
    main()
