"""Draw how many people were said to be killed and injured in a month, place by place."""

from __future__ import annotations

import pandas as pd
import style
from casualties_by_city import HARMS, MARKS

SHOWN = 25
CAUTION = (
    "Sums over the strikes for which the data hold a figure. Days and places without a found "
    "figure are missing, and places in Russia and under occupation are told less in the pages "
    "read: every sum is a floor, and fewer figures are not less harm. Killed not stated counts "
    "nothing, which is not 0. Low and high add up the lowest and the highest figure of each strike."
)


def sums(rows: pd.DataFrame) -> pd.DataFrame:
    """Every place and attacker: sums of both harms, and the number of strikes.

    Columns ``strikes`` and per harm ``_low``, ``_best``, ``_high`` (missing when one of them is
    open) and ``_told``, the number of strikes that have a figure.
    """
    rows = rows.assign(region=rows["region"].astype(object).fillna(rows["place"]), strikes=1)
    names = ["strikes"]
    for harm in HARMS:
        rows[f"{harm}_told"] = rows[f"{harm}_low"].notna()
        rows[f"{harm}_open"] = rows[f"{harm}_told"] & rows[f"{harm}_high"].isna()
        names += [f"{harm}_{end}" for end in ("low", "best", "high", "told", "open")]
    table = rows.groupby(["place", "region", "attacker"], observed=True)[names].sum()
    for harm in HARMS:
        table[f"{harm}_high"] = table[f"{harm}_high"].where(table[f"{harm}_open"] == 0)
    return table.reset_index()


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Places with the most people hurt first."""
    hurt = table["killed_best"] + table["injured_best"]
    order = table.assign(hurt=hurt).sort_values(["hurt", "place"], ascending=[False, True])
    return order.reset_index(drop=True)


def cell(row: pd.Series, harm: str) -> style.Interval:
    """The sum for one harm."""
    low, high, best = (row[f"{harm}_{end}"] for end in ("low", "high", "best"))
    if not row[f"{harm}_told"]:
        return style.Interval(pd.NA, pd.NA, style.UNTOLD, "", style.INK)
    text = style.span(low, high) if low or pd.notna(high) else "≥0"
    text += f", best {best}" if text != f"{best}" else ""
    return style.Interval(low, high, text, "|" if "best" in text else "", style.INK, best)


def label(row: pd.Series) -> list[str]:
    """Where, by whose fire, in how many strikes."""
    where = ", ".join(dict.fromkeys([row["place"], row["region"]]))
    strikes = f"{row['strikes']} strike{'s' * (row['strikes'] != 1)}"
    return [where, f"{strikes}, fire of {style.side(row)}"]


def rest(table: pd.DataFrame) -> pd.Series:
    """All other places in one row."""
    numbers = [c for c in table if c.endswith(("_low", "_best", "_told"))]
    row = table[[*numbers, "strikes"]].sum()
    for harm in HARMS:
        row[f"{harm}_high"] = table[f"{harm}_high"].sum(skipna=False)
    return row


def rungs(table: pd.DataFrame) -> list[style.Rung]:
    """A row for each of the first places, and one for the others."""
    shown, others = table[:SHOWN], table[SHOWN:]
    rows = [style.Rung(label(r), [cell(r, h) for h in HARMS]) for _, r in shown.iterrows()]
    if len(others):
        row = rest(others)
        sides = style.listed(sorted({style.side(r) for _, r in others.iterrows()}))
        name = [f"{len(others)} other places", f"{row['strikes']} strikes, fire of {sides}"]
        rows.append(style.Rung(name, [cell(row, h) for h in HARMS]))
    return rows


def finding(table: pd.DataFrame, month: pd.Period) -> str:
    """Sums of the month."""
    row = rest(table)
    told = " and ".join(f"{style.span(row[f'{h}_low'], row[f'{h}_high'])} {h}" for h in HARMS)
    return (
        f"People hurt in {month:%B %Y}, as offices stated for {row['strikes']} strikes on "
        f"{len(table)} places: {told}, in what was found"
    )


def draw(month: pd.Period) -> style.Chart:
    """Every place with the most people hurt, the others in one row."""
    rows = style.of_month("casualties_by_city", month)
    table, claims = ranked(sums(rows)), [*rows["claim_ids"]]
    title = finding(table, month)
    panel = style.Panel([], rungs(table), HARMS)
    figure, words = style.ladders(title, [panel], MARKS, [CAUTION, style.read_in_short(claims)])
    return style.Chart(figure, title, words, claims)


if __name__ == "__main__":
    raise SystemExit(style.monthly("month_casualties", draw))
