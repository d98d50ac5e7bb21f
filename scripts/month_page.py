"""Write the page of a month in docs/, each number computed from the tables."""

from __future__ import annotations

from typing import Any

import month_numbers as numbers
import pandas as pd
import style
from month_sections import coding, missing, people, where
from style.markdown import count, dates, grid, plural, span

import wartoll


def page(month: pd.Period) -> str:
    """Content of the page.

    Parameters
    ----------
    month : Period
        The month.

    Returns
    -------
    str
        Markdown, without the notice that it is generated.
    """
    parts = (head, drones, compare, sums, people, missing, coding, where)
    return "\n\n".join("\n\n".join(part(month)) for part in parts) + "\n"


def head(month: pd.Period) -> list[str]:
    """What the page is, and the month in four lines."""
    offices = [f"- {_in_short(office)}" for office in numbers.nights(month)]
    rows = numbers.strikes(month)
    hurt, pairs = numbers.people(rows), style.of_month("contradictions", month)
    ends = {h: span(hurt[f"{h}_low"], hurt[f"{h}_high"]) for h in ("killed", "injured")}
    told = [f"{text} people {harm}" for harm, text in ends.items()]
    return [
        f"# {month:%B %Y}",
        "Who stated what about drones and people hurt, on both sides, as far as it was found. "
        "Every figure is a claim of an office, not a count of what happened, and every sum is a "
        "floor, because nights, days and places are missing ([below](#what-is-missing)).",
        "\n".join(
            [
                *offices,
                f"- **People hurt**: {' and '.join(told)}, stated for "
                f"{plural(len(rows), 'strike')} on {plural(rows['place_id'].nunique(), 'place')}.",
                f"- **Contradictions**: {plural(len(pairs), 'pair')} of offices gave figures about "
                "the same thing that have no common value; all stay in the data.",
            ]
        ),
    ]


def _in_short(office: numbers.Nights) -> str:
    down, found = office.sums["shot down, or suppressed in one figure"]
    launched, nights = office.sums.get("launched", (0, 0))
    of = f"; at least {launched:,} launched, told for {nights}" if nights else ""
    never = "" if nights else "; it never states how many were launched"
    side = style.side({"attacker": office.attacker})
    return (
        f"**{office.name}**, on drones of {side}: at least {down:,} shot down, told for {found} "
        f"of {len(office.rows)} nights{of}{never}."
    )


def drones(month: pd.Period) -> list[str]:
    """Sums of both national offices in one table."""
    offices = numbers.nights(month)
    rows = [["nights with a figure", *(_found(o) for o in offices)]]
    for status, name in (
        ("none", "of these, stated as none"),
        ("no_total", "of these, places and no total"),
        ("not_found", "looked for and not found"),
    ):
        rows.append([name, *(dates(o.days(status), month) for o in offices)])
    rows += [[name, *(_cell(o, name) for o in offices)] for name in numbers.SUMS]
    rows.append(["most shot down", *(_most(o) for o in offices)])
    names = ["", *(o.name for o in offices)]
    return [
        "## Drones: what was claimed",
        f"![Drones of every night, as stated](../charts/{'month_nights'}.svg)",
        grid(names, rows),
        "A number in brackets is how many nights have that figure. A page that relays a bulletin "
        "often leaves out what was lost, left or hit, so these sums hold the fewest nights.",
    ]


def _found(office: numbers.Nights) -> str:
    return f"{len(office.days('stated', 'no_total', 'none'))} of {len(office.rows)}"


def _cell(office: numbers.Nights, name: str) -> str:
    if name not in office.sums:
        return "not stated"
    total, nights = office.sums[name]
    return f"≥{total:,} ({nights})"


def _most(office: numbers.Nights) -> str:
    row = office.rows.sort_values("shot_down_low", na_position="first").iloc[-1]
    return f"{row['shot_down_low']}, night to {style.day(row['day'])}"


def compare(month: pd.Period) -> list[str]:
    """Where the two sides' numbers can be compared."""
    lists = style.of_month("coverage", month)
    lists = lists[lists["breakdown"].isin(("complete", "incomplete"))]
    told = "; ".join(
        f"{name} names places for {len(part)} nights, {_with_numbers(part)}"
        for name, part in lists.groupby("claimant", sort=False)
    )
    return [
        "## What can be compared, and what cannot",
        "- **Not the two sides' totals.** Each side counts its own success. A share of drones shot "
        "down needs the number launched; where an office never states it, the share is not known, "
        "and not 100 %. Drones lost, left or hit are not shot down.\n"
        f"- **A share only from nights that state both.** {_both(month)}\n"
        f"- **Places only in part.** {told}. A place without a number has bounds, no figure.\n"
        f"- **A region's own office beside the national one.** {_own(month)}\n"
        "- **An office with itself**, night by night, with one care: windows and pages differ, and "
        "a page that leaves figures out makes a night look less accounted for.",
        "![Places over which drones were shot down](../charts/month_regions.svg)",
    ]


def _with_numbers(part: pd.DataFrame) -> str:
    exact = (part["places_counted"] == part["places_named"]).sum()
    return f"with a number for each in {exact}" if exact else "without numbers"


def _both(month: pd.Period) -> str:
    offices = [o for o in numbers.nights(month) if "launched" in o.sums]
    return " ".join(map(_share, offices))


def _share(office: numbers.Nights) -> str:
    rows = office.rows[office.rows["launched_low"] > 0]
    down, launched = (int(rows[f"{name}_low"].sum()) for name in ("shot_down", "launched"))
    return (
        f"{office.name}: {down:,} of {launched:,} in {plural(len(rows), 'night')}, "
        f"{100 * down / launched:.0f} %. That is no rate of success: decoys are among those "
        "launched, and it is open what became of the rest."
    )


def _own(month: pd.Period) -> str:
    rows = numbers.own_numbers(month)
    both = rows["same"].dropna()
    alike = int(both.sum())
    alone = len(rows) - len(both)
    return (
        f"Offices of regions gave {plural(len(rows), 'number')} for a night. {len(both)} stand "
        f"beside the national office's number for the same place: {alike} have a common value with "
        f"it, {len(both) - alike} have none. For the other {alone} it gave no number."
    )


def sums(month: pd.Period) -> list[str]:
    """Month sums of armed forces beside the sums of the nights found."""
    claims = numbers.month_sums(month)
    claims = claims[claims["measure"].isin(w for w, _ in numbers.SUMS.values() if w)]
    labels = wartoll.describe("cumulative_claims").set_index("name")["values"]["measure"]
    offices = [o for o in numbers.nights(month) if "launched" in o.sums]
    if claims.empty or not offices:
        return []
    office = offices[0]
    rows = [_beside(claim, labels, office) for _, claim in claims.iterrows()]
    return [
        "## What the month sums show",
        f"{style.listed(claims['claimant'].unique())} gave one figure for the whole month. Beside "
        f"it, the nights found of {office.name}:",
        grid(["", "stated for the month", "sum of the nights found", "share found"], rows),
        f"{_above(rows)} What lacks lies in the nights not found ({_lacking(office, month)}), in "
        "figures that pages leave out, and perhaps in attacks by day, which are not nights. The "
        "month's figure is of drones destroyed or suppressed, the nightly one of drones shot down, "
        "so the two may not count quite the same.",
    ]


def _above(rows: list[list[Any]]) -> str:
    above = [row[0] for row in rows if float(row[3].rstrip(" %")) > 100]
    if above:
        return f"The nights found add up to more than the month for {style.listed(above)}."
    return "The nights found never add up to more: nothing points to a night counted twice."


def _beside(claim: pd.Series, labels: dict[str, str], office: numbers.Nights) -> list[Any]:
    name = next(n for n, (measure, _) in numbers.SUMS.items() if measure == claim["measure"])
    total, nights = office.sums.get(name, (0, 0))
    share = f"{100 * total / claim['value']:.0f} %"
    stated = "down or suppressed" if claim["measure"] == "shot_down" else labels[claim["measure"]]
    return [stated.lower(), count(claim["value"]), f"≥{total:,} ({nights} nights)", share]


def _lacking(office: numbers.Nights, month: pd.Period) -> str:
    rows = office.rows[office.rows["status"] == "stated"]
    untold = rows["day"][rows["launched_low"].isna()]
    missing = dates(office.days("not_found", "not_looked_for", "day_only"), month)
    return f"{missing}; found without the number launched: {dates(untold, month)}"
