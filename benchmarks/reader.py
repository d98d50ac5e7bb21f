"""Time the bulletin reader on one core: the composed bulletins, and a file of posts."""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from wartoll.bulletins import read

COMPOSED = Path(__file__).parents[1] / "tests" / "composed"


def main() -> None:
    """Print posts a second for each claimant and language, texts read once before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=Path, help="CSV with posted_at_utc and text")
    parser.add_argument("--claimant", default="ru-mod", help="who speaks in the file of posts")
    args = parser.parse_args()
    for language in ("uk", "en", "ru"):
        lines = (COMPOSED / f"{language}.jsonl").read_text("utf-8").splitlines()
        labels = sorted(map(json.loads, lines), key=lambda label: label["claimant"])
        for claimant, mine in groupby(labels, key=lambda label: label["claimant"]):
            texts = [(label["text"], datetime.fromisoformat(label["posted"])) for label in mine]
            report(f"composed, {claimant}, {language}", claimant, texts)
    if args.posts:
        with args.posts.open(encoding="utf-8", newline="") as file:
            texts = [(row["text"], _utc(row["posted_at_utc"])) for row in csv.DictReader(file)]
        report(args.posts.name, args.claimant, texts)


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def report(name: str, claimant: str, texts: Iterable[tuple[str, datetime]]) -> None:
    """Read all texts twice and time the second time."""
    known = list(texts)
    for _ in range(2):
        start = time.perf_counter()
        for text, posted in known:
            read(text, claimant=claimant, posted=posted)
        seconds = time.perf_counter() - start
    print(f"{name:32} {len(known):6} texts {len(known) / seconds:8.0f} a second")


if __name__ == "__main__":
    main()
