"""Draw what each national office stated for every night, and where the data have nothing."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import pandas as pd
import style

import wartoll

#: Inches: labels of months, a cell, the gap before a year, what stands above the first month.
LABEL, WIDE, TALL, YEAR, HEAD = 0.75, 0.222, 0.165, 0.08, 0.52
#: So many months of which the data have nothing are one line.
HOLE = 3
MARKS = {
    "no_total": (style.Cell(edge=style.INK, text="7+"), "places told and no total: their sum"),
    "none": (style.Cell(edge=style.INK, text="0"), "zero, as the office stated"),
    "withheld": (style.Cell(edge=style.INK, text="w"), "the office said that it will not say"),
    "withdrawn": (style.Cell(edge=style.INK, text="r"), "figures that the office took back"),
    "not_found": (style.Cell(edge=style.GREY, text="×"), "looked for and not found"),
    "day_only": (style.Cell(edge=style.FAINT, dot=True), "statements about other hours only"),
    "not_looked_for": (style.Cell(edge=style.FAINT), "nothing in the data"),
}
UNTOLD = style.Cell(edge=style.INK, text="–"), "a figure, but none of drones shot down"
CUT = style.Cell(edge=style.INK, cut=True), "only part of the text is known"
FIGURES = ("shot_down", "shot_down_or_suppressed")
CAUTION = (
    "A night has the date of its morning. An empty square is a hole in the data: neither silence "
    "nor 0. Numbers are drones shot down (or suppressed, where one figure is for both); + is "
    "at least. The offices count different things: compare each with itself."
)


def table() -> pd.DataFrame:
    """Coverage with the figure to show: its bounds, its text, and the month."""
    key = ["claimant_id", "statement_id"]
    nights, rows = wartoll.load("drones_by_night"), wartoll.load("coverage")
    for end in ("low", "high"):
        nights[end] = nights[[f"{name}_{end}" for name in FIGURES]].bfill(axis=1).iloc[:, 0]
    rows = rows.merge(nights[[*key, "low", "high"]], "left", key)
    rows = rows.merge(sums(rows["claim_ids"]), "left", key)
    partial = rows["status"] == "no_total"
    rows["low"] = rows["low"].where(~partial, rows["shot_down_low"])
    rows["text"] = [style.span(*ends) for ends in zip(rows["low"], rows["high"], strict=True)]
    return rows.assign(month=rows["day"].dt.to_period("M"))


def sums(claim_ids: pd.Series) -> pd.DataFrame:
    """Sum of a statement's places that are no parts of others."""
    places = wartoll.load("drones_by_region")
    whole = places["claim_ids"].isin(claim_ids.dropna().str.split().explode())
    places = places[whole & places["outcome"].isin(FIGURES)]
    return places.groupby(["claimant_id", "statement_id"])["shot_down_low"].sum().reset_index()


def cell(row: Any, scale: style.Scale) -> style.Cell:
    """Look of one night."""
    cut = row.fidelity in ("partial", "altered")
    if row.status not in ("stated", "no_total"):
        return MARKS[row.status][0]._replace(cut=cut)
    if row.text == style.UNTOLD:
        return UNTOLD[0]._replace(cut=cut)
    if row.low == 0:
        return style.Cell(edge=style.INK, text=f"≤{row.high}", cut=cut)
    text = row.text if row.text.isdigit() else f"{row.low}+"
    if row.status == "no_total":
        return MARKS["no_total"][0]._replace(text=text, cut=cut)
    return scale.cell(row.low, text, cut=cut)


def keys(rows: pd.DataFrame) -> list[tuple[style.Cell, str]]:
    """What the looks mean that occur."""
    used = set(rows["status"])
    marks = [MARKS[status] for status in MARKS if status in used]
    if (rows["status"].isin(("stated", "no_total")) & (rows["text"] == style.UNTOLD)).any():
        marks.append(UNTOLD)
    if rows["fidelity"].isin(("partial", "altered")).any():
        marks.append(CUT)
    return marks


def told(rows: pd.DataFrame) -> pd.Series:
    """Whether an office gave a figure for the night, zero included."""
    return rows["status"].isin(("stated", "no_total", "none"))


def head(rows: pd.DataFrame) -> str:
    """Who tells, of whose drones, and how many of the nights."""
    side = wartoll.load("actors").set_index("actor_id")["side"][rows["claimant_id"].iloc[0]]
    other = next(name for code, name in style.SIDES.items() if code != side)
    days = dict.fromkeys(style.day(rows["day"].agg(end)) for end in ("min", "max"))
    known = f"a figure for {told(rows).sum()} of {len(rows)} nights, {' to '.join(days)}"
    return f"{rows['claimant'].iloc[0]}, on drones of {other}: {known}"


def holes(rows: pd.DataFrame) -> dict[pd.Period, pd.Period]:
    """First and last month of each run of three or more of which the data have nothing."""
    empty = rows["status"].eq("not_looked_for").groupby(rows["month"]).all()
    runs = empty.ne(empty.shift()).cumsum()
    ends = (months.index for _, months in empty.groupby(runs) if months.all())
    return {run[0]: run[-1] for run in ends if len(run) >= HOLE}


def hidden_months(rows: pd.DataFrame) -> set[pd.Period]:
    """Months of holes but their first."""
    runs = (pd.period_range(first + 1, last) for first, last in holes(rows).items())
    return {month for run in runs for month in run}


def starts(rows: pd.DataFrame) -> dict[pd.Period, float]:
    """Inches from the first month to each; the months of a hole share one line."""
    at: dict[pd.Period, float] = {}
    hidden = hidden_months(rows)
    for month in pd.period_range(rows["month"].min(), rows["month"].max()):
        before = at.get(month - 1, -TALL)
        year = YEAR if at and month.month == 1 else 0
        at[month] = before if month in hidden else before + TALL + year
    return at


def panel(sheet: style.Sheet, rows: pd.DataFrame, top: float, scale: style.Scale) -> None:
    """One office: a row for each month, a column for each day."""
    at = starts(rows)
    sheet.write(0, top, style.paragraphs([head(rows)], style.BODY))
    axes = style.board(sheet, (LABEL, top + HEAD, 31 * WIDE, max(at.values()) + TALL))
    beside = 31 * WIDE + 0.08
    for day in range(1, 32):
        axes.text((day - 0.5) * WIDE, -0.06, f"{day}", ha="center", color=style.GREY)
    axes.text(beside, -0.06, "nights with\na figure", color=style.GREY)
    hidden, known = hidden_months(rows), rows[~rows["month"].isin(holes(rows))]
    counts = told(known).groupby(known["month"]).agg(["sum", "size"]).to_dict("index")
    for month, start in at.items():
        look = {"y": start + TALL / 2, "va": "center_baseline"}
        if month in hidden:
            continue
        axes.text(x=-LABEL, s=month.strftime("%b %Y"), **look)
        if month in counts:
            axes.text(x=beside, s="{sum} of {size}".format(**counts[month]), **look)
    for first, last in holes(rows).items():
        look = {"y": at[first] + TALL / 2, "va": "center_baseline", "color": style.GREY}
        axes.text(x=0, s=f"to {last.strftime('%b %Y')}: nothing in the data", **look)
    for row in known[~known["month"].isin(hidden)].itertuples():
        box = ((row.day.day - 1) * WIDE, at[row.month], WIDE - 0.02, TALL - 0.02)
        style.fill(axes, box, cell(row, scale), 5.6)


def in_words(rows: pd.DataFrame) -> str:
    """Every night of one office, month by month."""
    labels = wartoll.describe("coverage").set_index("name")["values"]["status"]
    counts = rows["status"].value_counts()
    parts = [f"{labels[s]}: {n}" for s, n in counts[counts > 0].items()]
    scale, months = style.Scale(1), []
    for month, nights in rows[told(rows)].groupby("month"):
        figures = (f"{row.day.day}: {cell(row, scale).text}" for row in nights.itertuples())
        months.append(f"{month.strftime('%B %Y')} {', '.join(figures)}")
    return f"{head(rows)}. {'. '.join(parts)}. {'; '.join(months)}."


def draw() -> style.Chart:
    """One panel for each office that speaks for a whole country."""
    rows = table()
    sides = sorted((part for _, part in rows.groupby("claimant_id")), key=len, reverse=True)
    tall = [HEAD + max(starts(part).values()) + TALL + 0.2 for part in sides]
    scale, claims = style.Scale(rows["low"].max(skipna=True)), [*rows["claim_ids"].dropna()]
    legend = scale.keys("drones"), keys(rows)
    counts = [f"{p['claimant'].iloc[0]} {told(p).sum()} of {len(p)}" for p in sides]
    what = "Drones stated as shot down, night by night; nights with a figure in the data"
    title = f"{what}: {'; '.join(counts)}"
    height = sum(tall) + style.tall(max(legend, key=len), 2)
    sheet = style.Sheet(title, height, [CAUTION, style.read_in(claims)])
    for part, top in zip(sides, accumulate(tall, initial=0), strict=False):
        panel(sheet, part, top, scale)
    for left, part in zip((0, 2.3), legend, strict=True):
        style.key(sheet, (left, sum(tall)), part, 2)
    return style.Chart(sheet.figure, title, " ".join(map(in_words, sides)), claims)


if __name__ == "__main__":
    raise SystemExit(style.whole("calendar_of_nights", draw))
