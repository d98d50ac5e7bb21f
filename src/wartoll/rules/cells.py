"""Cells: rules that one cell can break alone, from the schemas and through pandera."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from wartoll.findings import Finding
from wartoll.gazetteer import ancestors, members
from wartoll.package import DataPackage
from wartoll.rules.registry import Hit, Rule, Tables, declare, hits, rule
from wartoll.tableschema import cell_tests, passes, text_schema

_CELL_RULES = (
    ("required", "A required cell is filled.", "fill it from the source, or leave the row out"),
    ("type", "A cell has the type of its field; days exist.", "correct the cell"),
    ("count-form", "Counts are plain ASCII digits.", "write plain ASCII digits"),
    ("vocabulary", "A word from a vocabulary is in it.", "use a word of the vocabulary"),
    ("pattern", "A cell has the form its field asks for.", "correct the cell"),
    ("bounds", "Numbers, days and lengths stay inside the schema's bounds.", "correct the cell"),
)
CELL_RULES = {id: declare(id, "error", states, advice) for id, states, advice in _CELL_RULES}
PLACEHOLDER = declare(
    "placeholder",
    "error",
    "What is not stated is blank; no word stands for it outside a vocabulary.",
    "leave the cell blank",
)

_PLACEHOLDERS = re.compile(r"(?i:n/?a\.?|none|null|nan|nil|unknown|unstated|tb[ad]|x+|[-–—?.*_]+)")
#: One of each sort that the pattern above knows.
_WORDS = ("n/a", "none", "null", "nan", "nil", "unknown", "unstated", "tba", "tbd", "x", "xx",
          "-", "?", ".", "*", "_")  # fmt: skip
_FREE = {"old", "new"}


def _advice(rule: Rule, fields: dict[str, Any], column: str) -> str:
    tests = cell_tests(fields[column])
    return tests[rule.id][1] if rule.id in tests else rule.advice


def _is_data(text: str) -> bool:
    return text[-1:].isdigit() or _PLACEHOLDERS.fullmatch(text) is None


def _can_hold_placeholder(field: dict[str, Any]) -> bool:
    """Whether a placeholder could pass for a cell of a field: no pattern of its own forbids it."""
    pattern = field["constraints"].get("pattern")
    return pattern is None or any(re.fullmatch(pattern, word) for word in _WORDS)


def check_cells(package: DataPackage, name: str, frame: pd.DataFrame) -> list[Finding]:
    """Every cell of a text frame against its field.

    Types and constraints run through the pandera schema made from the Table Schema; a
    placeholder is reported once, as such.
    """
    from pandera.errors import SchemaErrors

    schema = package.schemas[name]
    fields = {f["name"]: f for f in schema["fields"]}
    found: dict[tuple[int, str], tuple[Rule, str]] = {}
    for column, field in fields.items():
        free = column in _FREE or "enum" in field["constraints"]
        if not free and _can_hold_placeholder(field):
            bad = ~passes(frame[column], _is_data)
            found |= {(line, column): (PLACEHOLDER, "") for line in frame.index[bad]}
    try:
        text_schema(name).validate(frame, lazy=True, inplace=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases[["column", "check", "index"]]
        for column, check, line in cases.itertuples(index=False):
            broken = CELL_RULES[check]
            if check == "pattern" and column not in _FREE and not _is_data(frame.at[line, column]):
                broken = PLACEHOLDER
            found.setdefault((int(line), column), (broken, _advice(broken, fields, column)))
    return [
        broken.finding(package.relative(name), line, column, _says(frame.at[line, column]), advice)
        for (line, column), (broken, advice) in found.items()
    ]


def _says(text: str) -> str:
    return f"the cell is {text[:80]!r}" if text else "the cell is blank"


def _compare(table: str, frame: pd.DataFrame, column: str, expected: pd.Series) -> Iterator[Hit]:
    """Hits where a key column is not what the row's other cells make it."""
    rows = frame[[column]].assign(expected=expected).dropna()
    rows = rows[rows[column] != rows["expected"]]
    yield from hits(table, rows, column, f"{{{column}}} should be {{expected}}")


def _stamp(moment: pd.Series) -> pd.Series:
    """20241028T1030 for a moment with a time, 20241028 for a plain day."""
    signs = str.maketrans("", "", "-:")
    return moment.astype("str").map(lambda text: text[:16].translate(signs), na_action="ignore")


@rule(
    "id-form",
    "error",
    "Ids are made of what they stand for: claims of their statement, statements of claimant and "
    "time of saying, sources of publisher and day, groups of their members; strikes "
    "are at the place.",
    "make the id again from the row's own cells, here and where it is referred to",
)
def id_form(tables: Tables) -> Iterator[Hit]:
    """Compare every composed id with its ingredients."""
    for name in ("drone_claims", "casualty_claims", "cumulative_claims"):
        frame = tables[name]
        codes, statements = tables.distinct(name, "statement_id")
        heads = np.append(statements + ".", "")[codes]
        claims = frame["claim_id"].fillna("").to_numpy(dtype=object)
        own = np.fromiter(map(str.startswith, claims, heads), dtype=bool, count=len(frame))
        frame = frame[~own]
        number = frame["claim_id"].str.extract(r"(\.\d+)$")[0]
        yield from _compare(name, frame, "claim_id", frame["statement_id"] + number)
    frame = tables["statements"]
    made = frame["claimant_id"] + "-" + _stamp(frame["stated"])
    frame = frame[frame["statement_id"] != made]
    tie = frame["statement_id"].str.extract(r"\d{8}(?:T\d{4})?(-\d+)$")[0].fillna("")
    yield from _compare("statements", frame, "statement_id", made[frame.index] + tie)
    yield from _source_ids(tables["sources"])
    yield from _strike_ids(tables)
    groups = tables["place_groups"].dropna()
    members = groups.sort_values("place_id").groupby("group_id")["place_id"].agg("+".join)
    made = "group." + groups["group_id"].map(members)
    yield from _compare("place_groups", groups, "group_id", made)


def _source_ids(frame: pd.DataFrame) -> Iterator[Hit]:
    day = frame["published"].astype("str")
    undated = day.isna()
    day[undated] = frame["read_on"][undated].dt.strftime("%Y-%m-%d")
    stamp = _stamp(day)
    frame = frame[frame["source_id"] != frame["publisher_id"] + "-" + stamp]
    parts = frame["source_id"].str.extract(r"^(.*)-(\d{8})(T\d{4})?(-\d+)?$").fillna("")
    stamp = stamp[frame.index]
    stamp = stamp.where(parts[2] != "", stamp.str.slice(0, 8))
    yield from _compare(
        "sources", frame, "source_id", frame["publisher_id"] + "-" + stamp + parts[3]
    )


def _strike_ids(tables: Tables) -> Iterator[Hit]:
    """The place of a strike is the row's place, or one above or below it."""
    frame = tables["casualty_claims"].dropna(subset=["strike", "place_id"])
    rows = frame.assign(at=frame["strike"].str.extract(r"^\d{4}-\d\d-\d\d\.(.*)\.\d+$")[0])
    up, groups = ancestors(tables["places"]), members(tables["place_groups"])
    pairs = zip(rows["place_id"], rows["at"], strict=True)
    apart = [not _related(place, at, up, groups) for place, at in pairs]
    rows = rows[pd.array(apart, dtype=bool)]
    yield from hits("casualty_claims", rows, "strike", "strike {strike} is not at {place_id}")


def _related(
    place: str, at: str, up: dict[str, frozenset[str]], groups: dict[str, list[str]]
) -> bool:
    for one in groups.get(place, [place]):
        for other in groups.get(at, [at]):
            if one == other or other in up.get(one, ()) or one in up.get(other, ()):
                return True
    return False
