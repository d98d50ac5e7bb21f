"""Draw every chart, those of one night or month for the default, and the page in charts/."""

from __future__ import annotations

import argparse
from collections import Counter

import calendar_of_nights
import casualties_by_city
import month_casualties
import month_contradictions
import month_nights
import month_regions
import night_outcomes
import pandas as pd
import shot_down_by_region
import shot_down_by_region_month
import style

import wartoll

ONE_NIGHT = {
    "night_outcomes": night_outcomes.draw,
    "shot_down_by_region": shot_down_by_region.draw,
    "casualties_by_city": casualties_by_city.draw,
}
ONE_MONTH = {
    "month_nights": month_nights.draw,
    "month_regions": month_regions.draw,
    "month_casualties": month_casualties.draw,
    "month_contradictions": month_contradictions.draw,
}
ALL_NIGHTS = {
    "calendar_of_nights": calendar_of_nights.draw,
    "shot_down_by_region_month": shot_down_by_region_month.draw,
}
HEAD = """# Charts

Drawn by `python scripts/draw.py` from the tables in `data/derived/`; do not edit. Every figure is
what an office stated, not what happened. The first three show one night, and those named after a
month one month; for another, say which to their scripts: `python scripts/night_outcomes.py --night
2024-10-28`, `python scripts/month_nights.py --month 2024-10`. The others show all nights.
"""


def sources(chart: style.Chart) -> str:
    """The documents behind a chart, with their addresses where these are known."""
    found = wartoll.sources_of(chart.claim_ids).drop_duplicates("source_id")
    links = [
        row["publisher"] if pd.isna(row["url"]) else f"[{row['publisher']}](<{row['url']}>)"
        for _, row in found.iterrows()
    ]
    times = {link: f" ({n})" * (n > 1) for link, n in Counter(links).items()}
    return f"Sources ({len(links)} documents): {', '.join(k + n for k, n in times.items())}."


def section(name: str, chart: style.Chart) -> str:
    """Show one chart: picture, all of it in words, sources."""
    head = f"## {name.replace('_', ' ').capitalize()}"
    picture = f"![{chart.title.replace('[', '(').replace(']', ')')}]({name}.svg)"
    return "\n\n".join([head, picture, f"In words: {chart.words}", sources(chart)])


def main() -> int:
    """Write or check everything in charts/."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when stale")
    check, night = parser.parse_args().check, pd.Timestamp(style.NIGHT)
    stale, sections = 0, [HEAD]
    charts = {name: draw(night) for name, draw in ONE_NIGHT.items()}
    charts |= {name: draw(style.MONTH) for name, draw in ONE_MONTH.items()}
    charts |= {name: draw() for name, draw in ALL_NIGHTS.items()}
    for name, chart in charts.items():
        stale |= style.settle(style.files(name, chart), check)
        sections.append(f"{section(name, chart)}\n")
    return stale | style.settle({"README.md": "\n".join(sections).encode()}, check)


if __name__ == "__main__":
    raise SystemExit(main())
