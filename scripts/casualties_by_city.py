"""Draw how many people were said to be killed and injured, strike by strike."""

from __future__ import annotations

from typing import Any

import pandas as pd
import style

import wartoll

MARKS = [
    ("o", style.BLUE, "best figure: that of the claim that ranks first"),
    ("|", style.INK, "lowest and highest figure of the claimants"),
]
HARMS = ("killed", "injured")
BEST = {"floor": "≥", "midpoint": "about ", "point": ""}
CAUTION = "Only strikes for which the data hold a figure. Not stated is not 0."


def label(row: Any) -> list[str]:
    """Where, when, by whose fire, with what, and who says it."""
    names = wartoll.load("actors").set_index("actor_id")["name_en"]
    words = wartoll.describe("casualty_claims").set_index("name")["values"]["weapon"]
    place = ", ".join(dict.fromkeys([row["place"], *filter(pd.notna, [row["region"]])]))
    weapon = "; ".join(words[weapon].split(" (")[0] for weapon in row["weapon"].split())
    when = f"{style.day(row['day'])}, fire of {style.side(row)}. {weapon}"
    return [place, when, f"Grade {row['grade']}: {', '.join(names[row['claimants'].split()])}"]


def cell(row: Any, harm: str) -> style.Interval:
    """The figures for one harm of one strike."""
    low, high, best = (row[f"{harm}_{end}"] for end in ("low", "high", "best"))
    text = style.span(low, high)
    if pd.notna(best) and (shown := f"{BEST[row[f'{harm}_best_kind']]}{best}") != text:
        text += f", best {shown}"
    return style.Interval(low, high, text, "|" if "best" in text else "", style.INK, best)


def finding(rows: pd.DataFrame) -> str:
    """In how many places people were harmed, and where the claimants contradict each other."""
    days = sorted(rows["day"].unique())
    forms = ["" if d.month == days[-1].month else "%B" for d in days[:-1]] + ["%B %Y"]
    when = " and ".join(map(style.day, days, forms))
    counts = {harm: rows["place_id"][rows[f"{harm}_low"] > 0].nunique() for harm in HARMS}
    where = " and ".join(f"{h} in {n} place{'s' * (n != 1)}" for h, n in counts.items())
    contested = ", ".join(rows["place"][rows["grade"] == "X"].unique())
    differ = f"; figures for {contested} contradict each other" if contested else ""
    return f"On {when} offices stated people {where}{differ}"


def grades(rows: pd.DataFrame) -> str:
    """The grades that occur, in the words of the schema."""
    words = wartoll.describe("casualties_by_city").set_index("name")["values"]["grade"]
    used = sorted(rows["grade"].unique())
    return " ".join(f"Grade {grade}: {words[grade]}." for grade in used)


def draw(night: pd.Timestamp) -> style.Chart:
    """Every strike of the night's two days, in the order of days."""
    rows = wartoll.load("casualties_by_city")
    rows = rows[rows["day"].isin((night - pd.Timedelta(days=1), night))]
    if rows.empty:
        raise SystemExit(f"casualties_by_city: no strike on {night:%Y-%m-%d} or the day before")
    rows = rows.sort_values(["day", "place", "strike"])
    rungs = [style.Rung(label(r), [cell(r, harm) for harm in HARMS]) for _, r in rows.iterrows()]
    foot = [f"{CAUTION} {grades(rows)}", style.read_in(rows["claim_ids"])]
    title = finding(rows)
    figure, words = style.ladders(title, [style.Panel([], rungs, HARMS)], MARKS, foot)
    return style.Chart(figure, title, words, [*rows["claim_ids"]])


if __name__ == "__main__":
    raise SystemExit(style.main("casualties_by_city", draw))
