"""People hurt, what is missing, how it was read: the later half of a month's page."""

from __future__ import annotations

import math
from typing import Any

import agreement
import month_numbers as numbers
import pandas as pd
import style
from style.markdown import count, dates, grid, plural, span

import wartoll

CHARTS = {
    "month_nights": "how each night's drones ended, as each side's national office stated it",
    "month_regions": "over which places, night by night",
    "month_casualties": "people killed and injured, place by place",
    "month_contradictions": "offices whose figures about one thing have no common value",
}
#: Columns of the table of agreement, and what stands around it.
READINGS = ["", "first", "second too", "of these same", "in all respects", "only second", "α"]
READ = (
    "The second reader saw the page and the rules and not the first coding. *Same* is the same "
    "number with the same limiting word; *in all respects* also the same place, day, office, "
    "outcome and subgroup; *only second* are figures that the first reading has from no page. α is "
    "Krippendorff's, for interval values of pairs that both gave."
)
CAUTIONS = (
    "Cautions: the second reader was led to the pages by the searches that had found them, and "
    "some of these, most of all about drones, held a figure; a title can hold one too. So the "
    "table tells how surely a figure is read, not how surely it is found. Of drones it holds the "
    "bulletins that the first reading took from the page; month sums are not in it."
)
RULES = (
    "Differences were settled by going back to the page, or the figure was left out. Where the "
    "readings differ on weapon or status, the table says unspecified."
)
#: What was settled in a month beyond the rules.
SETTLED = {
    "2024-10": "Parts by sex that the second reading did not bear out were dropped; counts of "
    "drones over the city of Kyiv were left out, as pages contradict themselves; the strike on a "
    "port on 9 October stands at its region.",
}
TABLES = {
    "drones_by_night": "one row a night and office",
    "drones_by_region": "one row a night, place and office",
    "casualties_by_city": "one row a strike",
    "contradictions": "one row a pair",
    "coverage": "one row a night and office, found or not",
    "cumulative_claims": "month sums",
    "searches": "what was looked for and not found",
}


def people(month: pd.Period) -> list[str]:
    """Sums of strikes beside what the monitors verified."""
    rows = numbers.strikes(month)
    parts = {
        "in Ukraine": rows[rows["country"] == "UA"],
        "in Russia": rows[rows["country"] == "RU"],
        "all": rows,
    }
    table = [[name, len(part), *_hurt(part)] for name, part in parts.items() if len(part)]
    head = ["places", "strikes", "killed", "best", "injured", "best"]
    return [
        "## People hurt",
        "![People killed and injured, place by place](../charts/month_casualties.svg)",
        grid(head, table),
        "*Best* adds up the figure that ranks first for each strike; the others are the lowest and "
        "the highest of all offices ([method](methodology.md#5-strikes-on-places)). "
        f"{_grades(rows)}",
        *_verified(month, parts["in Ukraine"]),
    ]


def _hurt(rows: pd.DataFrame) -> list[str]:
    told = numbers.people(rows)
    return [
        cell
        for harm in ("killed", "injured")
        for cell in (span(told[f"{harm}_low"], told[f"{harm}_high"]), count(told[f"{harm}_best"]))
    ]


def _grades(rows: pd.DataFrame) -> str:
    single = int((~rows["claimants"].str.contains(" ")).sum())
    contested = int((rows["grade"] == "X").sum())
    return (
        f"{single} of {len(rows)} strikes are told by one office alone; for {contested} "
        "offices contradict each other."
    )


def _verified(month: pd.Period, rows: pd.DataFrame) -> list[str]:
    claims = numbers.month_sums(month)
    claims = claims[claims["method"] == "verified_count"]
    if claims.empty:
        return []
    told = numbers.people(rows)
    every = claims[(claims["demographic"] == "all") & (claims["weapon"] == "unspecified")]
    table = [
        [row["measure"], f"{_limit(row)}{row['value']:,}", count(told[f"{row['measure']}_best"])]
        for _, row in every.iterrows()
    ]
    return [
        f"{claims['claimant'].iloc[0]} *verified* civilians hurt in Ukraine over the same month:",
        grid(["", "verified, civilians, whole country", "best sums of the strikes found"], table),
        f"{_subgroups(claims)} The sums of strikes are lower because they hold only strikes for "
        "which a page with an office's figure was found, and places that offices named: no days "
        "without a found figure, no round-ups of whole regions, no deaths that came later. They "
        "may also hold people whom the mission does not count: most offices do not say whether "
        "those hurt were civilians. Neither is a part of the other.",
    ]


def _limit(row: pd.Series) -> str:
    return {"at_least": "≥", "more_than": ">"}.get(row["qualifier"], "")


def _subgroups(claims: pd.DataFrame) -> str:
    weapons = wartoll.describe("cumulative_claims").set_index("name")["values"]["weapon"]
    parts = []
    for (group, weapon), part in claims.groupby(["demographic", "weapon"], observed=True):
        what = [group] * (group != "all")
        what += [f"by {weapons[weapon].split(' (')[0].lower()}"] * (weapon != "unspecified")
        if what:
            told = style.listed(f"{r['value']} {r['measure']}" for _, r in part.iterrows())
            parts.append(f"{' '.join(what)} {told}")
    return f"Of these, {'; '.join(parts)}." if parts else ""


def missing(month: pd.Period) -> list[str]:
    """What the data do not hold."""
    rows = numbers.strikes(month)
    russia, occupied = rows[rows["country"] == "RU"], rows[rows["occupation"]]
    untold = numbers.untold_regions(month)
    nights = [
        f"- {o.name}: looked for and not found: {dates(o.days('not_found'), month)}; "
        f"{o.rows['fidelity'].isin(('partial', 'altered')).sum()} of the nights found stand on "
        "pages that leave figures or places out."
        for o in numbers.nights(month)
    ]
    where = [
        f"- Places in Russia: {plural(len(russia), 'strike')} on "
        f"{plural(russia['place_id'].nunique(), 'place')}. No figure of people hurt was coded for "
        f"{style.listed(untold)}, over which the ministry stated drones shot down.",
        f"- Places under occupation: {plural(len(occupied), 'strike')} known from occupation "
        "authorities alone.",
        "- Round-ups of a whole region or district are not strikes and are in no sum here; nor are "
        "daytime and evening bulletins.",
    ]
    return [
        "## What is missing",
        "\n".join([*nights, *where]),
        "Fewer figures are not less harm: pages of the Russian side and about occupied places were "
        "found less often.",
    ]


def coding(month: pd.Period) -> list[str]:
    """How it was read, and how far the readings agree."""
    rows = agreement.readings(month)
    table = [[name, *_agreement(told)] for name, told in agreement.figures(rows).items()]
    file = f"{month.strftime('%B_%Y').lower()}.csv"
    return [
        "## How it was coded",
        "Figures were found on stored copies of web pages, mostly of news agencies that relay an "
        f"office. {_reviews(month)} {READ}",
        grid(READINGS, table),
        "\n".join(f"- {line}" for line in _attributes(rows)),
        f"Every pair: [{file}](../tests/labels/{file}). {CAUTIONS}",
        f"{RULES} {SETTLED.get(str(month), '')}".strip(),
    ]


def _reviews(month: pd.Period) -> str:
    said = wartoll.load("statements")
    counts = said["review"][said["stated"].str.startswith(str(month))].value_counts()
    words = {"checked": "twice", "parsed": "by the strict reader", "candidate": "once"}
    told = style.listed(f"{counts.get(word, 0)} {text}" for word, text in words.items())
    return f"The statements made in the month were read: {told}."


def _agreement(told: dict[str, Any]) -> list[str]:
    value = told["interval"]
    shown = "–" if math.isnan(value) else "1" if value == 1 else f"{min(value, 0.9999):.4f}"
    same, alike = (f"{told[n]} ({_percent(told[n], told['both'])})" for n in ("same", "alike"))
    both = f"{told['both']} ({_percent(told['both'], told['first'])})"
    return [str(told["first"]), both, same, alike, str(told["only_second"]), shown]


def _percent(part: int, whole: int) -> str:
    share = 100 * part / whole if whole else 0
    return f"{share:.0f} %" if part == whole else f"{math.floor(10 * share) / 10:.1f} %"


def _attributes(rows: pd.DataFrame) -> list[str]:
    return [
        f"{name.capitalize()}, of people: the same for {told['same']} of {told['both']} figures "
        f"({_percent(told['same'], told['both'])}), nominal α {told['alpha']:.2f}."
        for name, told in agreement.attributes(rows).items()
    ]


def where(month: pd.Period) -> list[str]:
    """Links to charts and tables."""
    charts = [f"- [{name}](../charts/{name}.svg): {what}" for name, what in CHARTS.items()]
    tables = [f"- [{name}](tables/{name}.md): {what}" for name, what in TABLES.items()]
    return [
        "## Where to look",
        "\n".join(charts),
        "\n".join(tables),
        "In words, with every address: [charts](../charts/README.md). From a figure to the page: "
        "`wartoll.sources_of(claim_ids)`.",
    ]
