"""Keys: every row is one thing, every reference leads somewhere, ids last."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from wartoll.rules.registry import CLAIMS, Hit, Tables, hits, rule


@rule(
    "key-unique",
    "error",
    "No two rows of a table have the same key.",
    "give one row a new id, or delete the copy",
)
def key_unique(tables: Tables) -> Iterator[Hit]:
    """Flag every row after the first with its key."""
    for name, schema in tables.schemas.items():
        key = schema["primaryKey"]
        frame = tables[name]
        if len(key) == 1 and len(tables.ids(name, key[0])) == len(frame):
            continue
        rows = frame[frame.duplicated(key)].dropna(subset=key)
        yield from hits(name, rows, key[0], f"key {_template(key)} stands above already")


def _template(key: list[str]) -> str:
    return " + ".join(f"{{{name}}}" for name in key)


@rule(
    "foreign-key",
    "error",
    "Every reference leads to a row.",
    "correct the id, or add the row it refers to",
)
def foreign_key(tables: Tables) -> Iterator[Hit]:
    """Follow the foreign keys of the schemas; the pair to relays is `relay-of-claim`."""
    for name, schema in tables.schemas.items():
        for key in schema.get("foreignKeys", []):
            other = key["reference"].get("resource", name)
            if len(key["fields"]) == 1 and other in tables.frames:
                (column,), (target,) = key["fields"], key["reference"]["fields"]
                frame = tables[name]
                rows = frame[tables.is_lost(name, column, other, target)]
                yield from hits(name, rows, column, f"{other} has no {{{column}}}")
    yield from _strike_places(tables)
    yield from _corrected_cells(tables)


def _strike_places(tables: Tables) -> Iterator[Hit]:
    frame = tables["casualty_claims"].dropna(subset=["strike"])
    rows = frame.assign(at=frame["strike"].str.extract(_STRIKE)[0])
    rows = rows[~rows["at"].isin(tables["places"]["place_id"])]
    yield from hits("casualty_claims", rows, "strike", "places has no {at}")


def _corrected_cells(tables: Tables) -> Iterator[Hit]:
    frame = tables["corrections"].dropna(subset=["claim_id"])
    lost = frame[~tables.is_claim(frame["claim_id"])]
    yield from hits("corrections", lost, "claim_id", "no claim table has {claim_id}")
    other = frame[~frame["column"].isin(tables.claims.columns)]
    yield from hits("corrections", other, "column", "claims have no column {column}")


@rule(
    "claim-id-unique",
    "error",
    "A claim id stands in one of the three claim tables only.",
    "number one of the claims anew",
)
def claim_id_unique(tables: Tables) -> Iterator[Hit]:
    """Flag ids that stand in two claim tables, in each but the first."""
    says = "{claim_id} stands in another claim table already"
    frames = [tables[name] for name in CLAIMS]
    for i, (name, frame) in enumerate(zip(CLAIMS, frames, strict=True)):
        for other in CLAIMS[:i]:
            rows = frame[~tables.is_lost(name, "claim_id", other, "claim_id")]
            rows = rows.dropna(subset=["claim_id"]).drop_duplicates("claim_id")
            yield from hits(name, rows, "claim_id", says)


@rule(
    "acyclic",
    "error",
    "parent_id, part_of and supersedes never lead back to their row.",
    "cut the circle at its wrong reference",
)
def acyclic(tables: Tables) -> Iterator[Hit]:
    """Flag every row of a circle."""
    for name, key, up in (
        ("places", "place_id", "parent_id"),
        ("actors", "actor_id", "parent_id"),
        ("statements", "statement_id", "supersedes"),
        ("drone_claims", "claim_id", "part_of"),
        ("casualty_claims", "claim_id", "part_of"),
    ):
        rows = tables[name][in_circle(tables[name], key, up)]
        yield from hits(name, rows, up, f"{{{key}}} leads back to itself through {{{up}}}")


def in_circle(frame: pd.DataFrame, key: str, up: str) -> pd.Series:
    """Whether following ``up`` from a row comes back to it.

    Rows nothing refers to are shed, layer by layer; what cannot be shed is a circle or
    hangs above one, and the circle is what following ``up`` never leaves.
    """
    referring = frame[key].isin(frame[up].dropna()) & frame[up].notna()
    circle = pd.Series(False, index=frame.index)
    if referring.any():
        rows = frame[frame[key].isin(frame[key][referring])]
        circle[rows.index] = _never_shed(rows, key, up)
    return circle


def _never_shed(frame: pd.DataFrame, key: str, up: str) -> np.ndarray:
    ids = pd.Index(frame[key].to_numpy(dtype=object)).drop_duplicates()
    above = np.full(len(ids), -1)
    at = ids.get_indexer(frame[key].to_numpy(dtype=object))
    above[at] = np.where(frame[up].isna(), -1, ids.get_indexer(frame[up].to_numpy(dtype=object)))
    looping = above >= 0
    while True:
        referred = np.zeros(len(ids), dtype=bool)
        referred[above[looping]] = True
        kept = looping & referred
        if (kept == looping).all():
            in_it: np.ndarray = looping[at]
            return in_it
        looping = kept


@rule(
    "id-stable",
    "error",
    "A released id never disappears, and a released figure changes only with a row in corrections.",
    "restore the row, or list the change in corrections",
)
def id_stable(tables: Tables) -> Iterator[Hit]:
    """Compare with the last release, when one is given (``wartoll check --release``)."""
    for name, old in tables.release.items():
        key = tables.package.schemas[name]["primaryKey"]
        gone = old[
            ~pd.MultiIndex.from_frame(old[key]).isin(
                pd.MultiIndex.from_frame(tables[name][key].astype("str"))
            )
        ]
        says = f"released key {_template(key)} is gone"
        yield from hits(name, gone.assign(line=1), key[0], says)
        if key == ["claim_id"]:
            yield from _changed_cells(tables, name, old)


def _changed_cells(tables: Tables, name: str, old: pd.DataFrame) -> Iterator[Hit]:
    cells = ["claim_id", "column", "old", "new"]
    listed = set(tables["corrections"][cells].fillna("").itertuples(index=False, name=None))
    now = tables[name].drop_duplicates("claim_id").assign(line=lambda f: f.index)
    now = now.dropna(subset=["claim_id"]).set_index("claim_id")
    before = old.set_index("claim_id")
    shared = before.index.intersection(now.index)
    for column in before.columns.intersection(now.columns).difference(["note"]):
        new = now.loc[shared, column].astype("str").fillna("")
        pairs = zip(shared, before.loc[shared, column], new, strict=True)
        changed = [c for c, was, is_ in pairs if was != is_ and (c, column, was, is_) not in listed]
        says = f"{column} of released claim {{claim_id}} changed"
        yield from hits(name, now.loc[changed].reset_index(), column, says)


_STRIKE = r"^\d{4}-\d\d-\d\d\.(.*)\.\d+$"
_GAZETTEER = ("theatre", "country", "region", "water", "macro", "group")


@rule(
    "unused-row",
    "warning",
    "Every actor, source and place below the regions is referred to.",
    "use the row or delete it; a note that says why it stays settles this",
)
def unused_row(tables: Tables) -> Iterator[Hit]:
    """Rows nothing refers to; countries, regions, seas and groups are a gazetteer."""
    used: dict[str, set[object]] = {"places": set(), "actors": set(), "sources": set()}
    for name in tables.package.curated:
        for key in tables.package.schemas[name].get("foreignKeys", []):
            target = key["reference"].get("resource", name)
            if target in used and len(key["fields"]) == 1:
                used[target] |= set(tables.distinct(name, key["fields"][0])[1])
    used["places"] |= set(tables["casualty_claims"]["strike"].str.extract(_STRIKE)[0])
    for name, column in (("places", "place_id"), ("actors", "actor_id"), ("sources", "source_id")):
        frame = tables[name]
        spare = frame[~frame[column].isin(used[name]) & frame["note"].isna()]
        if name == "places":
            spare = spare[~spare["kind"].isin(_GAZETTEER)]
        spare = spare.dropna(subset=[column])
        yield from hits(name, spare, column, f"nothing refers to {{{column}}}")
