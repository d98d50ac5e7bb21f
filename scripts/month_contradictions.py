"""Draw the month's claimants whose figures about one thing have no common value."""

from __future__ import annotations

from itertools import accumulate
from typing import Any, NamedTuple

import pandas as pd
import style

import wartoll

#: Inches: what it is about, the axis, what stands above the lines, letters of the figures.
ABOUT, AXIS, HEAD, SMALL = 1.75, 2.3, 0.45, 7.0
MARK = {"marker": "o", "markersize": 4.5, "linewidth": 1.2, "color": style.BLUE}
CAUTION = (
    "A line is one thing that two or more offices told; each dot is the latest figure of one "
    "office, with the time at which it was said, in the office's clock. Figures that were said "
    "at different times, or for different hours, need not exclude each other: later figures are "
    "often higher. Nothing here says which is right."
)


class Told(NamedTuple):
    """One office's figure: bounds, and in words."""

    low: int
    high: Any
    text: str


class Case(NamedTuple):
    """One thing: what it is, every figure, the pairs without a common value, hours apart."""

    about: list[str]
    told: list[Told]
    pairs: int
    gap: str


def figures(rows: pd.DataFrame) -> list[Told]:
    """Every office's figure about one thing, lowest first."""
    ends = [
        rows[[f"claim_id_{x}", f"claimant_{x}", f"low_{x}", f"high_{x}"]].set_axis(
            ["claim_id", "claimant", "low", "high"], axis=1
        )
        for x in "ab"
    ]
    told = pd.concat(ends).drop_duplicates("claim_id").sort_values(["low", "claim_id"])
    names = wartoll.load("actors").set_index("actor_id")["name_en"]
    stated = wartoll.load("statements").set_index("statement_id")["stated"]
    when = told["claim_id"].str.rsplit(".", n=1).str[0].map(stated).map(moment)
    who = told["claimant"].astype(str).map(names) + " (" + when + ")"
    groups = told.assign(who=who).groupby(["low", "high"], dropna=False)["who"].agg(", ".join)
    return [Told(int(a), b, f"{style.span(a, b)} {text}") for (a, b), text in groups.items()]


def moment(stated: str) -> str:
    """Day and clock of a saying."""
    return style.day(stated[:10], "%b") + f" {stated[11:16]}".rstrip()


def gap(rows: pd.DataFrame) -> str:
    """How far the windows or as-of times of the pairs are apart, where they are."""
    told = []
    for column, name in (("window_gap_hours", "windows"), ("as_of_gap_hours", "as-of times")):
        hours = rows[column][rows[column] > 0]
        if len(hours):
            ends = dict.fromkeys(f"{hours.agg(end):.1f}" for end in ("min", "max"))
            told.append(f"{name} differ by {' to '.join(ends)} h")
    return "; ".join(told)


def cases(rows: pd.DataFrame) -> dict[str, list[Case]]:
    """Every thing under its heading, in the order of days."""
    harms = wartoll.describe("casualty_claims").set_index("name")["values"]["harm"]
    found: dict[str, list[Case]] = {"Drones over a region": [], "People": []}
    for (day, place, subject), part in rows.groupby(["day", "place", "subject"], sort=True):
        people = subject in harms
        night = "" if people else "Night to "
        about = [f"{night}{style.day(day, '%b')}, {place}", subject.replace("_", " ")]
        case = Case(about, figures(part), len(part), gap(part))
        found["People" if people else "Drones over a region"].append(case)
    return {name: part for name, part in found.items() if part}


def texts(case: Case) -> list[tuple[str, str]]:
    """Figures of a case as wrapped lines."""
    told = [one.text for one in case.told] + [case.gap] * bool(case.gap)
    return style.paragraphs(told, (style.BODY - ABOUT - AXIS - 0.1) * 8 / SMALL, 0)


def tall(case: Case) -> float:
    """Height of a line in inches."""
    names = style.paragraphs(case.about, ABOUT - 0.1)
    return max(len(texts(case)) * style.LINE * SMALL / 8, len(names) * style.LINE) + 0.12


def line(axes: Any, case: Case, at: float) -> None:
    """Dots of one case, joined."""
    for one in case.told:
        end = one.high if pd.notna(one.high) else one.low
        axes.plot([one.low, end], [at, at], **MARK)
        if pd.isna(one.high):
            axes.plot(one.low + 1, at, marker=">", color=style.INK, markersize=4)
    ends = [one.low for one in case.told], [one.high for one in case.told if pd.notna(one.high)]
    low, high = min(ends[0]), max([*ends[0], *ends[1]])
    axes.plot([low, high], [at, at], color=style.GREY, linewidth=0.8, zorder=1)
    look = {"va": "center_baseline", "textcoords": "offset points", "fontsize": SMALL}
    axes.annotate(f"{low}", (low, at), (-5, 0), ha="right", **look)
    axes.annotate(f"{high}", (high, at), (5, 0), ha="left", **look)


def panel(sheet: style.Sheet, name: str, part: list[Case], top: float) -> None:
    """A heading, an axis, and a line for each case."""
    tops = [0.0, *accumulate(map(tall, part))]
    high = max(int(x) for c in part for t in c.told for x in (t.low, t.high) if pd.notna(x))
    sheet.write(0, top + HEAD - 0.2, [(name, "bold")])
    box = (ABOUT, top + HEAD, AXIS, tops[-1])
    axes = sheet.axes(box, 1.1 * high, "drones" if name.startswith("Drones") else "persons")
    axes.set_xlim(-0.1 * high, 1.1 * high)
    axes.grid(axis="x")
    for case, start, stop in zip(part, tops, tops[1:], strict=False):
        line(axes, case, (start + stop) / 2)
        lines = style.paragraphs(case.about, ABOUT - 0.1)
        middle = top + HEAD + start + 0.06
        sheet.write(0, middle, lines)
        sheet.write(ABOUT + AXIS + 0.1, middle, texts(case), size=SMALL)


def in_words(name: str, part: list[Case]) -> str:
    """Every case as text."""
    told = [
        f"{', '.join(c.about)}: {'; '.join(t.text for t in c.told)}{f'; {c.gap}' * bool(c.gap)}."
        for c in part
    ]
    return f"{name}. {' '.join(told)}"


def draw(month: pd.Period) -> style.Chart:
    """Every pair of the month, as lines of what they are about."""
    rows = style.of_month("contradictions", month)
    found, claims = cases(rows), [*rows["claim_ids"]]
    count = sum(map(len, found.values()))
    drones = sum(case.pairs for name, part in found.items() for case in part if name != "People")
    title = (
        f"{month:%B %Y}: {len(rows)} pairs of offices whose figures have no common value, about "
        f"{count} things; {drones} pairs tell of drones, {len(rows) - drones} of people"
    )
    heights = [HEAD + sum(map(tall, part)) + 0.25 for part in found.values()]
    foot = [f"{CAUTION} All pairs of the month are shown.", style.read_in_short(claims)]
    sheet = style.Sheet(title, sum(heights), foot)
    starts = accumulate(heights, initial=0)
    for (name, part), top in zip(found.items(), starts, strict=False):
        panel(sheet, name, part, top)
    words = " ".join(in_words(name, part) for name, part in found.items())
    return style.Chart(sheet.figure, title, words, claims)


if __name__ == "__main__":
    raise SystemExit(style.monthly("month_contradictions", draw))
