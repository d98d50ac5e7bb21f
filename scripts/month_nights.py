"""Draw every night of a month: how its drones ended, as each national office stated it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import style
from calendar_of_nights import sums
from night_outcomes import OUTCOMES, RANGE, stated

import wartoll

#: Inches: dates, a night, its bar, the gap between the offices, what stands above the nights.
DATES, TALL, BAR, GAP, HEAD = 0.5, 0.2, 0.14, 0.2, 1.1
#: Share of an office's width that its longest bar takes; words follow.
LONGEST = 0.58
SMALL = 6.5
PLACES = ("places only: their sum", "white", "")
HOLES = {
    "none": "0: none, as the office stated",
    "not_found": "× looked for and not found",
    "withheld": "the office said that it will not say",
    "withdrawn": "figures that the office took back",
    "day_only": "unknown: only other hours of the day are told",
    "not_looked_for": "unknown: nothing in the data",
}
PART, OVER = "*", "†"
NOTES = {
    PART: "The pages found leave some of the office's figures out, so what is unaccounted for here "
    "may have been told.",
    OVER: "The latest figures add up to more than launched: an update did not restate them all. "
    "The bar ends at launched.",
}
CAUTION = (
    "A night has the date of its morning. The offices count different things: compare each with "
    "itself, not with the other side. A ministry that states no number of drones launched has no "
    "share. Nights not found are not 0."
)


def table(month: pd.Period) -> pd.DataFrame:
    """Every day of the month of every national office, with the night's figures."""
    key = ["claimant_id", "statement_id"]
    rows, nights = style.of_month("coverage", month), wartoll.load("drones_by_night")
    figures = nights.drop(columns=["night", "claimant", "review", "breakdown", "claim_ids"])
    places = sums(rows["claim_ids"]).rename(columns={"shot_down_low": "places_low"})
    rows = rows.merge(figures, "left", key).merge(places, "left", key)
    sides = wartoll.load("actors").set_index("actor_id")["side"].astype(object)
    attackers = rows["claimant_id"].map(sides).map({"UA": "RU", "RU": "UA"})
    states = rows.groupby("claimant_id")["launched_low"].transform("count") > 0
    rows = rows.assign(attacker=attackers, claimant_launches=states)
    return rows.sort_values(["attacker", "claimant_id", "day"])


def whole(row: Any) -> int:
    """Where the bar of a night ends."""
    if row["status"] == "no_total":
        return int(row["places_low"]) if pd.notna(row["places_low"]) else 0
    if row["status"] != "stated":
        return 0
    least = stated(row)["low"].sum()
    launched = row["launched_high"] if pd.notna(row["launched_high"]) else row["launched_low"]
    return int(least if pd.isna(launched) else launched)


def over(row: Any) -> bool:
    """Whether the outcomes of a night add up to more than launched."""
    high = row["launched_high"]
    return bool(pd.notna(high) and stated(row)["low"].sum() > high)


def words(row: Any) -> str:
    """What stands beside a night's bar: its total, what has only bounds, and marks."""
    if row["status"] in HOLES:
        return HOLES[row["status"]]
    marks = PART * (row["fidelity"] in ("partial", "altered"))
    if row["status"] == "no_total":
        return f"places only, together {style.span(whole(row), pd.NA)}{marks}"
    told, launched = stated(row), style.span(row["launched_low"], row["launched_high"])
    ranges = told["words"][~told["exact"]].str.removesuffix(" not stated")
    marks += OVER * over(row)
    if launched == style.UNTOLD:
        return f"{'; '.join(told['words'])}{marks}; launched not stated"
    rest = "; ".join(["", *ranges.str.replace("unaccounted for", "unaccounted")])
    return f"{launched}{marks}{rest}"


def bar(axes: Any, row: Any, at: float) -> None:
    """One night: certain parts by outcome, then what is not told apart."""
    end, left = whole(row), 0
    if row["status"] == "no_total":
        style.part(axes, at, (0, end), PLACES, BAR, False)
    elif row["status"] == "stated":
        told = stated(row).sort_values("exact", ascending=False, kind="stable")
        several = pd.notna(row["launched_low"])
        for name, wide in told["low"].items():
            start, left = left, min(left + wide, end)
            style.part(axes, at, (start, left), OUTCOMES[name], BAR, several)
        style.part(axes, at, (left, end), RANGE, BAR)
    hole = row["status"] in HOLES
    text = words(row) if row["claimant_launches"] else words(row).split("; launched")[0]
    text = text if row["claimant_launches"] else text.removeprefix("shot down ")
    look = {"textcoords": "offset points", "va": "center_baseline", "fontsize": SMALL}
    axes.annotate(text, (end, at), (4, 0), color=style.GREY if hole else style.INK, **look)


def head(rows: pd.DataFrame) -> list[str]:
    """Who tells, of whose drones, and how many nights."""
    known = rows["status"].isin(("stated", "no_total", "none")).sum()
    states = rows["claimant_launches"].all()
    numbers = "after the bar: launched" if states else "launched: never stated, so no share"
    side = style.side(rows.iloc[0])
    return [
        rows["claimant"].iloc[0],
        f"on drones of {side}; a figure for {known} of {len(rows)} nights; {numbers}",
    ]


def finding(rows: pd.DataFrame) -> str:
    """Sums of one office over the month, as floors."""
    name, found = rows["claimant"].iloc[0], rows[rows["status"] == "stated"]
    down = found[[f"{n}_low" for n in ("shot_down", "shot_down_or_suppressed")]].sum().sum()
    whole = rows["launched_low"].dropna()
    launched = f"at least {whole.sum()} launched in {len(whole)}"
    return (
        f"{name} at least {down} shot down in {len(found)} of {len(rows)} nights "
        f"({launched if len(whole) else 'launched not stated'})"
    )


def panel(sheet: style.Sheet, rows: pd.DataFrame, left: float, width: float) -> Any:
    """All nights of one office."""
    sheet.write(left, 0, style.paragraphs(head(rows), width - 0.1))
    longest = max(map(whole, _each(rows)))
    axes = sheet.axes((left, HEAD, width, TALL * len(rows)), longest / LONGEST)
    axes.set_xticks([t for t in axes.get_xticks() if t <= longest])
    axes.grid(axis="x")
    for turn, (_, row) in enumerate(rows.iterrows()):
        bar(axes, row, (turn + 0.5) * TALL)
    return axes


def in_words(rows: pd.DataFrame) -> str:
    """Every night of one office as text."""
    nights = [f"{row['day'].day}: {_aloud(row)}" for _, row in rows.iterrows()]
    return f"{'; '.join(head(rows))}. Nights: {'; '.join(nights)}."


def _aloud(row: Any) -> str:
    if row["status"] != "stated":
        return words(row).replace("× ", "")
    launched = style.span(row["launched_low"], row["launched_high"])
    return ", ".join([f"launched {launched}", *stated(row)["words"]])


def dates(sheet: style.Sheet, month: pd.Period) -> None:
    """Name the nights."""
    for turn in range(month.days_in_month):
        date = month.start_time + pd.Timedelta(days=turn)
        sheet.write(0, HEAD + turn * TALL + 0.04, [(style.day(date, "%b"), "normal")])


def draw(month: pd.Period) -> style.Chart:
    """One panel for each office that speaks for a whole country."""
    rows = table(month)
    sides = [part for _, part in rows.groupby(["attacker", "claimant_id"])]
    when = month.strftime("%B %Y")
    title = f"Drones in the nights of {when}, as stated: {'; '.join(map(finding, sides))}"
    marks = [f"{m} {t}" for m, t in NOTES.items() if any(m in words(r) for r in _each(rows))]
    claims = [*rows["claim_ids"].dropna()]
    tall = HEAD + TALL * month.days_in_month
    foot = [" ".join([CAUTION, *marks]), style.read_in(claims)]
    sheet = style.Sheet(title, tall + 0.7, foot)
    room = style.BODY - DATES - GAP * (len(sides) - 1)
    lengths = [2.0 if part["launched_low"].notna().any() else 1.0 for part in sides]
    left = DATES
    handles: dict[str, Any] = {}
    for part, share in zip(sides, lengths, strict=True):
        width = room * share / sum(lengths)
        axes = panel(sheet, part, left, width)
        handles |= {handle.get_label(): handle for handle in style.keys(axes)}
        left += width + GAP
    dates(sheet, month)
    sheet.legend([*handles.values()], columns=5)
    return style.Chart(sheet.figure, title, " ".join(map(in_words, sides)), claims)


def _each(rows: pd.DataFrame) -> list[Any]:
    return [row for _, row in rows.iterrows()]


if __name__ == "__main__":
    raise SystemExit(style.monthly("month_nights", draw))
