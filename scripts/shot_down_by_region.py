"""Draw over which regions one night's drones were shot down, as each office stated it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import style

import wartoll

MARKS = {
    "counted": ("o", style.BLUE, "the national office's number for the place"),
    "bounded": ("s", style.BLUE, "a limited number, or one number for several places"),
    "listed": ("|", style.INK, "named without a number: what the totals leave for it"),
    "no_breakdown": ("x", style.INK, "a total without places"),
    "implied_zero": ("P", style.INK, "not in a list that is complete"),
    "other": ("D", style.ORANGE, "another office's own number, for its own window"),
}
CAUTION = "A place without a row is 0 only where all places are told. Never add up two offices."


def rows_over(night: pd.Timestamp, attacker: str) -> pd.DataFrame:
    """Rows of one panel as they are drawn: widest range first, other offices below."""
    rows = style.rows_of("drones_by_region", night).query("attacker == @attacker")
    actors = wartoll.load("actors").set_index("actor_id")
    wide = rows["claimant_id"].map(actors["place_id"]).isna()
    leads = rows["claimant_id"].isin(rows["claimant_id"][wide].mode()[:1])
    high = rows["shot_down_high"].astype(float).fillna(float("inf")).where(leads, -1)
    rows = rows.assign(
        claimant=rows["claimant_id"].map(actors["name_en"]),
        mark=rows["basis"].astype(object).where(leads, "other"),
        reach=high.groupby(rows["place"]).transform("max"),
        usual=rows["outcome"].astype(object).where(leads).mode().get(0),
        shown=(rows["basis"] != "implied_zero") | rows["place"].isin(rows["place"][~leads]),
    )
    return rows.sort_values(["reach", "place", "mark"], ascending=[False, True, True])


def rung(row: Any) -> style.Rung:
    """One figure, named by its place, or by its office where that is not the national one."""
    other = row["mark"] == "other"
    name = [row["claimant"]] * other + [row["place"]] * (not other or row["reach"] < 0)
    name += ["together"] * (row["place_kind"] == "group" and not other)
    name += [row["outcome"].replace("_", " ")] * (row["outcome"] != row["usual"])
    ends = row["shot_down_low"], row["shot_down_high"]
    cell = style.Interval(*ends, style.span(*ends), *MARKS[row["mark"]][:2])
    return style.Rung([", ".join(name)], [cell], not other)


def finding(rows: pd.DataFrame) -> str:
    """How many places the national office named, and how many with a number."""
    lead = rows[rows["mark"] != "other"]
    if lead.empty:
        return "no office of the whole country named places"
    single = (lead["place_kind"] != "group") & ~lead["mark"].isin(("implied_zero", "no_breakdown"))
    counted, named = (lead["mark"][single] == "counted").sum(), single.sum()
    noun = "place" if named == 1 else "places"
    how = {named: "with numbers", 0: "without numbers"}.get(counted, f"({counted} with numbers)")
    return f"{lead['claimant'].iloc[0]} named {f'{named} {noun} {how}' if named else 'no places'}"


def panel(rows: pd.DataFrame, night: pd.Timestamp) -> style.Panel:
    """One side: whose drones, told by whom, when, what is left out, and every figure."""
    nights = style.rows_of("drones_by_night", night)
    lists = wartoll.describe("drones_by_night").set_index("name")["values"]["breakdown"]
    zeros = (rows["mark"] == "implied_zero").sum()
    rest = f"; {zeros} regions not in its list: 0 each." if zeros else "."
    usual = rows["usual"].iloc[0]
    head = [f"Drones of {style.side(rows.iloc[0])}"]
    for _, row in nights[nights["statement_id"].isin(rows["statement_id"])].iterrows():
        total = f"{usual.replace('_', ' ')} {style.span(row[f'{usual}_low'], row[f'{usual}_high'])}"
        head += [f"{row['claimant']}: {total} in all.", f"{style.window(row)}."]
        head.append(lists[row["breakdown"]] + rest)
    return style.Panel(head, [rung(r) for _, r in rows.query("shown").iterrows()])


def draw(night: pd.Timestamp) -> style.Chart:
    """Two panels: the drones of each side, as the other side's offices stated it."""
    sides = [rows for a in style.SIDES if len(rows := rows_over(night, a))]
    title = f"Shot down in the night to {style.day(night)}: {'; '.join(map(finding, sides))}"
    every = pd.concat(sides)
    foot = [CAUTION, *style.silent(every["attacker"]), style.read_in(every["claim_ids"])]
    figure, words = style.ladders(title, [panel(r, night) for r in sides], MARKS.values(), foot)
    return style.Chart(figure, title, words, [*every["claim_ids"]])


if __name__ == "__main__":
    raise SystemExit(style.main("shot_down_by_region", draw))
