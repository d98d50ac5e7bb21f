"""Draw over which places each night's drones were shot down, for a month of both sides."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import pandas as pd
import style

#: Inches: names, counts at the right, a row, what stands above the rows, letters in points.
LABEL, COUNTS, TALL, HEAD, SMALL = 1.5, 0.8, 0.165, 0.58, 5.6
ZERO = style.Cell(edge=style.PALE, ink=style.GREY, text="0")
BARE = style.Cell(edge=style.INK, dot=True)
RANGE = style.Cell(fill=style.PALE, edge=style.INK, text="2–6")
EMPTY = style.Cell(edge=style.PALE)
OTHER = style.Cell(text="8", thick=True)
NO_LIST = style.Cell(edge=style.FAINT, hatch="....")
HOLE = style.Cell(fill="#efefef", edge=style.FAINT)
LISTS = {
    "complete": style.Cell(fill=style.INK, edge=style.INK),
    "incomplete": style.Cell(edge=style.INK, hatch="//////"),
}
KEYS = [
    (RANGE, "a range, or one number for several places"),
    (BARE, "named without a number"),
    (style.Cell(edge=style.INK, text="1", dot=True), "so, and the total leaves just this"),
    (ZERO, "0: not in a list that is complete"),
    (EMPTY, "not named, in a list that implies no 0"),
    (OTHER, "thick frame: number of an office of the region"),
    (NO_LIST, "a figure for the night, but no places"),
    (HOLE, "no figure, or none launched: the words in it say"),
    (LISTS["complete"], "row of lists: all places told"),
    (LISTS["incomplete"], "row of lists: some places told"),
]
HOLES = {
    "none": "none launched, as stated",
    "not_found": "night looked for, not found",
    "withheld": "withheld",
    "withdrawn": "taken back",
    "day_only": "night not in the data",
    "not_looked_for": "night not in the data",
}
CAUTION = (
    "A night has the date of its morning. Numbers are drones shot down, as the national office "
    "stated; in a thick frame they are those of an office of the region, after ≠ where the "
    "national office has another. Never add the two. A blank is not 0. Figures of drones only "
    "suppressed are left out. The offices count different things: compare each with itself."
)
NEWLINE, OWN = "\n", " (own office)"
DOWN = ("shot_down", "shot_down_or_suppressed")


class Side(NamedTuple):
    """One national office: its nights, its places, and the numbers of regions' own offices."""

    nights: pd.DataFrame
    places: pd.DataFrame
    others: pd.DataFrame


def sides(month: pd.Period) -> list[Side]:
    """Every national office of the month."""
    nights, rows = style.of_month("coverage", month), style.of_month("drones_by_region", month)
    rows = rows[rows["outcome"].isin(DOWN)]
    found = []
    for claimant, days in nights.groupby("claimant_id", sort=False):
        mine = rows[rows["claimant_id"] == claimant]
        local = rows["attacker"].isin(mine["attacker"]) & ~rows["claimant_id"].isin(
            nights["claimant_id"]
        )
        found.append(Side(days, mine[mine["basis"] != "no_breakdown"], rows[local]))
    return sorted(found, key=lambda side: [*side.places["attacker"], ""][0])


def cell(row: Any, scale: style.Scale) -> style.Cell:
    """Look of what the national office told of one place and night."""
    text = style.span(row.shot_down_low, row.shot_down_high)
    if row.basis == "implied_zero":
        return ZERO
    if row.basis == "listed":
        return BARE._replace(text=text) if text.isdigit() else BARE
    if row.basis == "bounded":
        return RANGE._replace(text=text)
    if row.shot_down_low == 0:
        return style.Cell(edge=style.INK, text="0")
    return scale.cell(row.shot_down_low, text)


def framed(own: style.Cell | None, rows: pd.DataFrame) -> style.Cell:
    """Look of a cell with numbers of the region's own offices."""
    ends = zip(rows["shot_down_low"], rows["shot_down_high"], strict=True)
    told = [style.span(*pair) for pair in ends]
    own = (own or OTHER._replace(text=""))._replace(thick=True)
    if own.text in told:
        return own
    both = [*filter(None, [own.text, *dict.fromkeys(told)])]
    return own._replace(text=("≠" if len("".join(both)) < 4 else "≠\n").join(both))


class Grid:
    """Where the rows of one office stand, in inches, and what is in its cells."""

    def __init__(self, side: Side, scale: style.Scale, days: int) -> None:
        self.side, self.wide = side, (style.BODY - LABEL - COUNTS) / days
        rows = side.places
        named = rows[rows["basis"] != "implied_zero"].groupby("place")["night"].nunique()
        sums = rows[rows["basis"] == "counted"].groupby("place")["shot_down_low"].sum()
        order = pd.DataFrame({"named": named, "sum": sums})
        every = pd.concat([rows, side.others]).drop_duplicates("place").set_index("place")
        order = order.reindex(every.index).fillna(0).astype(int)
        order["group"] = every["place_kind"] == "group"
        self.order = order.sort_values(
            ["group", "sum", "named", "place"], ascending=[True, False, False, True]
        )
        self.names = {p: style.paragraphs([p], LABEL - 0.05, 0) for p in self.order.index}
        ends = [0.0, *accumulate(len(lines) * TALL for lines in self.names.values())]
        self.tops = dict(zip(self.names, ends, strict=False))
        self.tall = ends[-1]
        self.cells = {(r.place, r.night): cell(r, scale) for r in rows.itertuples()}
        for key, told in side.others.groupby(["place", "night"]):
            self.cells[key] = framed(self.cells.get(key), told)

    def box(self, day: int, top: float, tall: float) -> tuple[float, float, float, float]:
        """Cell of a day."""
        return LABEL + (day - 1) * self.wide, top, self.wide - 0.012, tall - 0.012

    def free(self, night: pd.Timestamp) -> tuple[float, float]:
        """Longest stretch of a night's column without a cell."""
        used = [t for p, t in self.tops.items() if (p, night) in self.cells]
        ends = [0.0, *sorted(used), self.tall]
        return max(pairwise(ends), key=lambda pair: pair[1] - pair[0])


def column(axes: Any, grid: Grid, row: Any) -> None:
    """One night that names no places: why, in words along it."""
    hole = row.status in HOLES
    text = HOLES[row.status] if hole else "a figure, but no places found"
    style.fill(axes, grid.box(row.day.day, 0, grid.tall), HOLE if hole else NO_LIST, SMALL)
    top, below = grid.free(row.day)
    box = {"facecolor": HOLE.fill if hole else "white", "edgecolor": "none", "pad": 0.6}
    spot = (LABEL + (row.day.day - 0.5) * grid.wide, (top + below) / 2)
    look = {"rotation": 90, "ha": "center", "va": "center", "fontsize": SMALL, "bbox": box}
    axes.text(*spot, text, color=style.GREY, **look)


def head(grid: Grid) -> list[str]:
    """Who tells, of whose drones, and in how many nights with places."""
    nights, rows = grid.side.nights, grid.side.places
    lists = nights["breakdown"].isin(("complete", "incomplete")).sum()
    full = (nights["breakdown"] == "complete").sum()
    return [
        f"{nights['claimant'].iloc[0]}, on drones of {style.side(rows.iloc[0])}: "
        f"places told for {lists} of {len(nights)} nights, all of them for {full}"
    ]


def frame(axes: Any, grid: Grid) -> None:
    """Names of places and days, counts at the right, and the row of lists."""
    look = {"va": "center_baseline"}
    for place, top in grid.tops.items():
        for turn, (line, _) in enumerate(grid.names[place]):
            axes.text(0, top + (turn + 0.5) * TALL, line, **look)
        row = grid.order.loc[place]
        sums = style.span(row["sum"], pd.NA).replace(style.UNTOLD, "–")
        for at, text in ((COUNTS / 2, f"{row['named']}"), (0, sums)):
            axes.text(style.BODY - at, top + TALL / 2, text, ha="right", **look)
    axes.text(0, -0.1, "list of places", color=style.GREY, **look)
    for at, text in ((COUNTS / 2, "nights"), (0, "sum")):
        axes.text(style.BODY - at, -0.1, text, ha="right", color=style.GREY, **look)
    for row in grid.side.nights.itertuples():
        left = LABEL + (row.day.day - 0.5) * grid.wide
        axes.text(left, -0.25, f"{row.day.day}", ha="center", fontsize=6.5, color=style.GREY)
        if row.breakdown in LISTS:
            box = grid.box(row.day.day, -0.16, 0.12)
            style.fill(axes, box, LISTS[row.breakdown], SMALL)


def panel(sheet: style.Sheet, grid: Grid, top: float) -> None:
    """One office: a row for each place, a column for each night."""
    sheet.write(0, top, style.paragraphs(head(grid), style.BODY))
    axes = style.board(sheet, (0, top + HEAD, style.BODY, grid.tall))
    frame(axes, grid)
    for row in grid.side.nights.itertuples():
        if row.breakdown not in LISTS:
            column(axes, grid, row)
            continue
        for place, start in grid.tops.items():
            if (place, row.day) not in grid.cells:
                tall = TALL * len(grid.names[place])
                style.fill(axes, grid.box(row.day.day, start, tall), EMPTY, SMALL)
    for (place, night), look in grid.cells.items():
        lines = len(grid.names[place])
        box = grid.box(night.day, grid.tops[place], TALL * lines)
        if lines > 1:
            look = look._replace(text=look.text.replace("–", "–\n"))
        style.fill(axes, box, look, SMALL)


def in_words(grid: Grid) -> str:
    """Every place that is named, night by night."""
    told = [f"{head(grid)[0]}."]
    columns = sorted(grid.cells.items(), key=lambda item: item[0][1])
    for place in grid.tops:
        cells = [
            f"{night.day}: {look.text.replace(NEWLINE, '') or 'named'}{OWN * look.thick}"
            for (p, night), look in columns
            if p == place and look is not ZERO
        ]
        told += [f"{place}: {', '.join(cells)}."] if cells else []
    holes = grid.side.nights[~grid.side.nights["breakdown"].isin(LISTS)]
    for row in holes.itertuples():
        told.append(f"{row.day.day}: {HOLES.get(row.status, 'a figure, but no places found')}.")
    return " ".join(told)


def finding(grid: Grid) -> str:
    """How many places one office named, with or without numbers."""
    rows = grid.side.places
    named = rows[rows["basis"] != "implied_zero"]
    single = named[named["place_kind"] != "group"]
    numbers = (single["basis"] == "counted").mean()
    how = "without numbers" if numbers == 0 else "with numbers"
    name = grid.side.nights["claimant"].iloc[0]
    return f"{name} named {single['place'].nunique()} places, {how}"


def draw(month: pd.Period) -> style.Chart:
    """Two panels: the drones of each side, as the other side's offices stated it."""
    parts = sides(month)
    every = pd.concat([p for side in parts for p in (side.places, side.others)])
    top = every["shot_down_low"][every["basis"] == "counted"].max()
    scale, claims = style.Scale(int(top)), [*every["claim_ids"]]
    grids = [Grid(side, scale, month.days_in_month) for side in parts]
    starts = [*accumulate((HEAD + grid.tall + 0.2 for grid in grids), initial=0)]
    told = "; ".join(map(finding, grids))
    title = f"Places over which drones were shot down in the nights of {month:%B %Y}: {told}"
    legend = scale.keys("drones"), KEYS
    height = starts[-1] + style.tall(KEYS, 2) + 0.1
    sheet = style.Sheet(title, height, [CAUTION, style.read_in(claims)])
    for grid, start in zip(grids, starts, strict=False):
        panel(sheet, grid, start)
    for left, keys in zip((0, 1.5), legend, strict=True):
        style.key(sheet, (left, starts[-1] + 0.1), keys, 1 + (keys is KEYS))
    return style.Chart(sheet.figure, title, " ".join(map(in_words, grids)), claims)


if __name__ == "__main__":
    raise SystemExit(style.monthly("month_regions", draw))
