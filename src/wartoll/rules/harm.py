"""Harm: what this package does not publish, whoever else has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wartoll.rules.registry import Hit, Tables, hits, rule

_KIN = "wife|husband|widow|son|daughter|mother|father|brother|sister|grand(?:mother|father)"
_PERSON = "woman|man|girl|boy|child|teenager|person|victim|pensioner|soldier"
_PERSONAL = re.compile(
    r"(?i)\b(?:\d{1,3}[- ]years?[- ]old|aged? (?:of )?\d{1,3}|\d{1,3} years? of age"
    r"|born in (?:19|20)\d\d"
    rf"|(?:his|her|their) (?:{_KIN})|(?:a|the) (?:{_KIN}) (?:and|of|was|were)"
    rf"|(?:{_PERSON}),? (?:named (?-i:[A-Z])|aged \d|\d{{1,3}}\b)|\d{{1,3}}-(?:річн|летн)\w*)"
)
_TARGET = re.compile(
    r"(?i)\b(?:brigade|battalion|regiment|battery|military unit|air[- ]?base|air ?field|barracks"
    r"|arsenal|(?:ammunition|oil|fuel) depot|refinery|power plant|power station|substation"
    r"|launcher|radar station|air[- ]defen[cs]e (?:position|system|site|battery)"
    r"|patriot|s-[34]00|pantsir|nasams|iris-t|buk-m\d)\b"
)


def _notes(tables: Tables, pattern: re.Pattern[str], says: str) -> Iterator[Hit]:
    for name, schema in tables.schemas.items():
        for column in {"note", "reason"} & {f["name"] for f in schema["fields"]}:
            frame = tables[name].dropna(subset=[column])
            found = frame[column].map(
                lambda text: getattr(pattern.search(text), "group", lambda: None)()
            )
            yield from hits(name, frame.assign(found=found).dropna(subset=["found"]), column, says)


@rule(
    "no-personal-data",
    "error",
    "Notes carry no ages, names or kin of victims.",
    "say it without the person",
)
def no_personal_data(tables: Tables) -> Iterator[Hit]:
    """Search the notes."""
    yield from _notes(tables, _PERSONAL, "the text says {found!r}")


@rule(
    "no-target-data",
    "error",
    "Notes name no facility, unit or air-defence position.",
    "say it without the facility or unit",
)
def no_target_data(tables: Tables) -> Iterator[Hit]:
    """Search the notes."""
    yield from _notes(tables, _TARGET, "the text says {found!r}")


@rule(
    "place-floor",
    "error",
    "No place is finer than a city district.",
    "use the city district, or the city",
)
def place_floor(tables: Tables) -> Iterator[Hit]:
    """Places inside a city district."""
    frame = tables["places"]
    kinds = frame["parent_id"].map(tables.column("places", "place_id", "kind")).astype(object)
    yield from hits(
        "places",
        frame[kinds == "city_district"],
        "parent_id",
        "{place_id} lies inside a city district",
    )
