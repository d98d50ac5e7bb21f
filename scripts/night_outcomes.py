"""Draw how the drones of one night ended, as each side's national office stated it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import style

OUTCOMES = {
    "shot_down": ("shot down", style.BLUE, ""),
    "suppressed": ("suppressed by electronic warfare", style.SKY, r"\\\\"),
    "shot_down_or_suppressed": ("shot down or suppressed", style.SKY, ""),
    "lost_track": ("lost from sight", style.PALE, "///"),
    "left_airspace": ("left the country's airspace", "white", "----"),
    "in_airspace": ("still in the air", "white", "||||"),
    "hit": ("hit", style.INK, ""),
    "unaccounted": ("unaccounted for", "white", "++++"),
}
RANGE = ("outcome not told", "white", "xxxxx")
CAUTION = "The offices count different things: compare each with itself, not with the other side."


def stated(row: Any) -> pd.DataFrame:
    """Outcomes that have a figure: low, high, whether exact, and the words for it."""
    cells = {n: (row[f"{n}_low"], row[f"{n}_high"]) for n in OUTCOMES}
    told = pd.DataFrame(cells, index=["low", "high"]).T.astype("Int64")
    told = told[told["low"].notna() & ~((told.index == "unaccounted") & (told["high"] == 0))]
    told["exact"] = (told["low"] == told["high"]).fillna(False).astype(bool)
    told["words"] = [f"{OUTCOMES[t[0]][0]} {style.span(t[1], t[2])}" for t in told.itertuples()]
    return told


def sentences(row: Any) -> list[str]:
    """Who told it and when, what is one number, and what is not."""
    told, launched = stated(row), row[["launched_low", "launched_high"]]
    ranges = style.listed(told["words"][~told["exact"]])
    if " and " in ranges and style.span(*launched) != style.UNTOLD:
        ranges += f", together {style.span(*(launched - told['low'][told['exact']].sum()))}"
    exact = ", ".join([f"Launched: {style.span(*launched)}", *told["words"][told["exact"]]])
    return [f"{row['claimant']}, on drones of {style.side(row)}", style.window(row), exact, ranges]


def finding(row: Any) -> str:
    """The outcome that an office puts first, beside what it says was launched."""
    told, launched = stated(row), style.span(row["launched_low"], row["launched_high"])
    if told.empty:
        return f"{row['claimant']} stated {launched} drones launched and no outcome"
    first, name = style.span(*told.iloc[0, :2]), OUTCOMES[told.index[0]][0]
    of = launched if launched != style.UNTOLD else "an unstated number of"
    return f"{row['claimant']} stated {first} of {of} drones {name}"


def length(row: Any) -> tuple[int, bool]:
    """How long a bar is, and whether it may be longer."""
    told, (low, high) = stated(row), row[["launched_low", "launched_high"]]
    low, high = (0, told["high"].sum(skipna=False)) if pd.isna(low) else (low, high)
    return max(told["low"].sum(), low, 0 if pd.isna(high) else high), bool(pd.isna(high))


def bar(axes: Any, row: Any, at: float) -> None:
    """One stacked bar: certain parts by outcome, then what is not told apart."""
    told, (end, more), left = stated(row), length(row), 0
    told = told.sort_values("exact", ascending=False, kind="stable")
    for name, wide in told["low"].items():
        style.part(axes, at, (left, left := left + wide), OUTCOMES[name])
    style.part(axes, at, (left, end), RANGE)
    style.after(axes, at, end, more, share=style.UNTOLD not in sentences(row)[2])
    style.bracket(axes, at + 0.18, (told["low"][told["exact"]].sum(), end), sentences(row)[3])


def draw(night: pd.Timestamp) -> style.Chart:
    """One bar for each office that speaks for a whole country."""
    table = style.rows_of("drones_by_night", night)
    rows = [row for _, row in table.iterrows()]
    title = f"Night to {style.day(night)}: {'; '.join(map(finding, rows))}"
    foot = [CAUTION, *style.silent(table["attacker"]), style.read_in(table["claim_ids"])]
    sheet = style.Sheet(title, style.BAR * len(rows) + 0.75, foot)
    axes = sheet.axes((0, 0.4, style.BODY, style.BAR * len(rows)), max(length(r)[0] for r in rows))
    for at, row in enumerate(rows):
        sheet.write(0, style.BAR * at + 0.52, style.paragraphs(sentences(row)[:3], style.BODY))
        bar(axes, row, style.BAR * at + 0.85)
    sheet.legend(style.keys(axes), columns=5)
    words = ". ".join(text for row in rows for text in sentences(row) if text)
    return style.Chart(sheet.figure, title, f"{words}.", [*table["claim_ids"]])


if __name__ == "__main__":
    raise SystemExit(style.main("night_outcomes", draw))
