"""Draw over which places one ministry stated drones shot down, month by month."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import style

import wartoll

CLAIMANT = "ru-mod"
#: Inches: names, sums, a row, the gap before a year, the strip of nights, months above the rows.
LABEL, SUM, TALL, YEAR, STRIP, HEAD = 1.87, 0.5, 0.16, 0.05, 0.8, 0.42
SMALL = 5.2
#: How the places of a night are told, best first: look and meaning.
DETAIL = {
    "counted": (style.Cell(style.INK, style.INK), "night with a number for every place"),
    "cut": (style.Cell(style.SKY, style.INK, hatch="////"), "numbers; the list may end early"),
    "bare": (style.Cell("white", style.INK, hatch="..."), "not every place has a number"),
    "total": (style.Cell("white", style.INK, hatch="xxxx"), "a total and no places"),
    "missing": (style.Cell("white", style.FAINT), "no figure in the data"),
}
BREAK = style.Cell(text="▼"), "most told nights of the month are such"
BARE = style.Cell(dot=True), "place named without a number"
STRIP_NAME = (
    "Nights of each month",
    "that have a figure (number above), and how they tell the places",
)
CAUTION = (
    "Sums of the nights that the data hold: floors, not totals of months; daytime statements are "
    "left out. A blank is not 0: the nights that the data hold do not name the place, or are cut "
    "before it. Compare months only beside the strip of nights. One figure for several places has "
    "its own row and is not divided among them."
)


def nights() -> pd.DataFrame:
    """Every night of the claimant with its month and how its places are told."""
    rows = wartoll.load("coverage").query("claimant_id == @CLAIMANT")
    named, counted = (rows[c].fillna(0) for c in ("places_named", "places_counted"))
    untold = ~rows["status"].isin(("stated", "no_total", "none", "withheld"))
    full = rows["breakdown"] == "complete"
    detail = np.select(
        [untold, named == 0, counted < named, full],
        ["missing", "total", "bare", "counted"],
        default="cut",
    )
    return rows.assign(month=rows["day"].dt.to_period("M"), detail=detail)


def places() -> pd.DataFrame:
    """Every place and month: the sum of its numbers, and whether it was named without one."""
    rows = wartoll.load("drones_by_region").query("claimant_id == @CLAIMANT")
    told = rows["basis"].isin(("counted", "bounded", "listed"))
    rows = rows[told & (rows["outcome"] != "suppressed")]
    bare = rows["basis"] == "listed"
    rows = rows[bare | (rows["shot_down_low"] > 0)]
    together = rows["place_kind"] == "group"
    rows["place"] = rows["place"].mask(together, rows["place"] + ", together")
    rows = rows.assign(bare=bare, number=rows["shot_down_low"].where(~bare, 0))
    month = rows["night"].dt.to_period("M").rename("month")
    return rows.groupby(["place", month]).agg(
        {"number": "sum", "bare": "max", "claim_ids": " ".join}
    )


class Plan:
    """Where rows and columns stand, in inches from the left and from the strip's top."""

    def __init__(self, table: pd.DataFrame) -> None:
        told = table.index.get_level_values("month")
        self.months = pd.period_range(told.min(), told.max())
        sums = table.groupby("place")["number"].sum().reset_index()
        sums = sums.sort_values(["number", "place"], ascending=[False, True])
        self.sums = dict(sums.itertuples(index=False, name=None))
        years = self.months.year - self.months.year.min()
        room = style.BODY - LABEL - SUM - YEAR * years.max()
        self.wide = room / len(self.months)
        lefts = LABEL + self.wide * np.arange(len(self.months)) + YEAR * years
        self.lefts = dict(zip(self.months, lefts, strict=True))
        self.names = {place: style.paragraphs([place], LABEL - 0.05, 0) for place in self.sums}
        self.tops, self.end = {}, STRIP + HEAD
        for place, lines in self.names.items():
            self.tops[place] = self.end
            self.end += TALL * len(lines)

    def box(self, month: pd.Period, top: float, height: float) -> tuple[float, float, float, float]:
        """Cell of a month."""
        return self.lefts[month], top, self.wide - 0.012, height


def strip(axes: Any, plan: Plan, rows: pd.DataFrame) -> None:
    """How many of each month's nights are told, and how."""
    counts = rows.groupby(["month", "detail"]).size()
    for month in plan.months:
        day, top = STRIP / 31, STRIP
        for detail, (look, _) in DETAIL.items():
            height = day * counts.get((month, detail), 0)
            if detail == "missing":
                height = top - STRIP + day * month.days_in_month
            if height > 0:
                top -= height
                style.fill(axes, plan.box(month, top, height), look, SMALL)
        middle = plan.lefts[month] + plan.wide / 2
        told = sum(counts.get((month, detail), 0) for detail in DETAIL if detail != "missing")
        axes.text(middle, -0.05, f"{told}", ha="center", fontsize=SMALL)
        if 2 * counts.get((month, "bare"), 0) > told:
            axes.text(middle, -0.15, BREAK[0].text, ha="center", fontsize=SMALL)


def months(axes: Any, plan: Plan) -> None:
    """Name months and years above the rows."""
    at, letters = STRIP + HEAD - 0.06, 3 if plan.wide > 0.145 else 1
    for month, left in plan.lefts.items():
        axes.text(
            left + plan.wide / 2, at, month.strftime("%b")[:letters], ha="center", fontsize=SMALL
        )
        if month.month == 1 or month == plan.months[0]:
            axes.text(left, at - 0.13, f"{month.year}", weight="bold")
    axes.text(style.BODY, at, "sum", ha="right", weight="bold")


def cell(row: Any, scale: style.Scale) -> style.Cell:
    """Look of one place in one month."""
    return scale.cell(row.number, f"{row.number}", dot=row.bare) if row.number else BARE[0]


def heat(axes: Any, plan: Plan, table: pd.DataFrame, scale: style.Scale) -> None:
    """One row for each place."""
    for place, top in plan.tops.items():
        for turn, (line, _) in enumerate(plan.names[place]):
            axes.text(0, top + (turn + 0.5) * TALL, line, va="center_baseline")
        look = {"ha": "right", "va": "center_baseline"}
        total = style.span(plan.sums[place], pd.NA).replace(style.UNTOLD, "–")
        axes.text(style.BODY, top + TALL / 2, total, **look)
        axes.plot([0, style.BODY], [top - 0.006] * 2, color=style.PALE, linewidth=0.4)
    for row in table.reset_index().itertuples():
        box = plan.box(row.month, plan.tops[row.place], TALL - 0.012)
        style.fill(axes, box, cell(row, scale), SMALL)


def in_words(rows: pd.DataFrame, table: pd.DataFrame, plan: Plan) -> str:
    """Strip and rows as text."""
    names = {detail: meaning for detail, (_, meaning) in DETAIL.items()}
    rows = rows[rows["month"].isin(plan.months)]
    counts = rows["detail"].map(names).groupby(rows["month"]).value_counts().reset_index(name="n")
    told = [
        f"{month:%b %Y}: {', '.join(f'{row.detail} {row.n}' for row in part.itertuples())}."
        for month, part in counts.groupby("month")
    ]
    cells = table.assign(text=table["number"].astype(str).where(table["number"] > 0, "named"))
    for place in plan.sums:
        months = cells.loc[place, "text"].items()
        told.append(f"{place}: {', '.join(f'{month:%b %Y} {text}' for month, text in months)}.")
    return " ".join(told)


def draw() -> style.Chart:
    """A strip of nights above a row for each place."""
    rows, table = nights(), places()
    plan, scale = Plan(table), style.Scale(table["number"].max())
    first, most = next(iter(plan.sums.items()))
    ends = " to ".join(m.strftime("%B %Y") for m in (plan.months[0], plan.months[-1]))
    title = (
        f"Drones that {rows['claimant'].iloc[0]} stated as shot down in the nights of {ends}, "
        f"by place: {len(plan.sums)} places named, the largest sum over {first}, at least {most}"
    )
    claims = [*table["claim_ids"]]
    told, untold = [*DETAIL.values()][:3], [*DETAIL.values()][3:]
    legend = scale.keys("drones"), [*told, BREAK, *untold, BARE]
    height = plan.end + 0.35 + style.tall(max(legend, key=len), 2)
    sheet = style.Sheet(title, height, [CAUTION, style.read_in(claims)])
    axes = style.board(sheet, (0, 0.25, style.BODY, plan.end))
    sheet.write(0, 0.25, style.paragraphs(STRIP_NAME, LABEL - 0.2))
    strip(axes, plan, rows)
    months(axes, plan)
    heat(axes, plan, table, scale)
    for left, part in zip((0, 2.3), legend, strict=True):
        style.key(sheet, (left, plan.end + 0.35), part, 2)
    return style.Chart(sheet.figure, title, in_words(rows, table, plan), claims)


if __name__ == "__main__":
    raise SystemExit(style.whole("shot_down_by_region_month", draw))
