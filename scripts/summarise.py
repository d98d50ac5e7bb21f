"""Print what the package holds and where the pictures are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import wartoll

ROOT = Path(__file__).resolve().parents[1]
OUTCOMES = ("launched", "shot_down", "suppressed", "shot_down_or_suppressed", "lost_track")


def interval(low: object, high: object) -> str:
    """Print bounds: 66, 2-6, or >=13 for a floor."""
    if str(high) == "<NA>":
        return f">={low}"
    return str(low) if low == high else f"{low}-{high}"


def night_line(row: Any) -> str:
    """Say what one claimant told of one night, as far as it told it in numbers."""
    bounds = {o: (getattr(row, f"{o}_low"), getattr(row, f"{o}_high")) for o in OUTCOMES}
    told = [
        f"{outcome.replace('_', ' ')} {interval(low, high)}"
        for outcome, (low, high) in bounds.items()
        if str(low) != "<NA>"
    ]
    return f"  {row.claimant}: {', '.join(told) or 'no number'}"


def main() -> int:
    """Print the summary."""
    statements, nights = wartoll.load("statements"), wartoll.load("drones_by_night")
    offices, documents = statements["claimant_id"].nunique(), len(wartoll.load("sources"))
    last = nights[nights["night"] == nights["night"].max()]
    print(f"\nwartoll {wartoll.__version__}: {len(statements)} statements, ", end="")
    print(f"{offices} offices, {documents} documents")
    print(f"{nights['night'].nunique()} night(s); the last, {last['night'].max():%d %B %Y}:")
    print("\n".join(night_line(row) for row in last.itertuples()))
    print(f"{len(wartoll.load('casualties_by_city'))} strike(s) with people hurt, ", end="")
    print(f"{len(wartoll.load('contradictions'))} contradiction(s)")
    print(
        "pictures:",
        *sorted(p.relative_to(ROOT) for p in (ROOT / "charts").glob("*.png")),
        sep="\n  ",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
