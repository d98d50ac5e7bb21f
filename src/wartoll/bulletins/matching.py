"""Which bulletin of the tables a draft is, if any, and ids that are free for it if none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import count

from wartoll.bulletins.draft import Draft, Row
from wartoll.bulletins.tables import Tables

_SAME = ("outcome", "unit", "place_role", "place_id", "qualifier", "value", "value_max")
_IDS = ("statement_id", "claim_id", "part_of", "source_id")


def carries(tables: Tables, statement: str, source: Row) -> bool:
    """Whether a statement has a relay in this document already, by id or by address."""
    ids = {r["source_id"] for r in tables.rows["relays"] if r["statement_id"] == statement}
    own = source["publisher_id"] + source["published"]
    return any(
        s["source_id"] in ids
        and (
            s["source_id"] == source["source_id"]
            or (s["url"] == source["url"] and s["publisher_id"] + s["published"] == own)
        )
        for s in tables.rows["sources"]
    )


def _figures(claims: Iterable[Row], statement: str) -> set[tuple[str, ...]]:
    mine = (c for c in claims if c["statement_id"] == statement)
    return {tuple(c[column] for column in _SAME) for c in mine}


def same(tables: Tables, said: Row, draft: Draft) -> str:
    """Id of a statement in the tables that is this one: same office, day and figures."""
    if tables.has("statements", said):
        return said["statement_id"]
    figures = _figures(draft.claims, said["statement_id"])
    for there in tables.rows["statements"]:
        near = there["claimant_id"] == said["claimant_id"] and _meet(there, said)
        if near and there["stated"][:10] == said["stated"][:10] and not _later(there, said, draft):
            told = _figures(tables.rows["drone_claims"], there["statement_id"])
            if told == figures:
                return there["statement_id"]
    return ""


def _meet(one: Row, other: Row) -> bool:
    """Whether windows can be the same: neither is stated, or both alike."""
    stated = [r["window_basis"] == "stated" for r in (one, other)]
    ends = [(r["window_start"], r["window_end"]) for r in (one, other)]
    return not any(stated) or ends[0] == ends[1]


def _later(there: Row, said: Row, draft: Draft) -> bool:
    """Whether the claimant itself posted again, without a stated window that is the same."""
    own = draft.sources[0]["publisher_id"] == said["claimant_id"]
    timed = "T" in there["stated"] and there["stated"] != said["stated"]
    return own and timed and said["window_basis"] != "stated"


def unclashed(tables: Tables, draft: Draft) -> Draft:
    """The draft with ids that nothing else in the tables has.

    Two posts of one minute are told apart by a number, as are two pages of one outlet and
    day. A document that is in the tables keeps the id it has there.
    """
    ids: dict[str, str] = {}
    for said in draft.statements:
        is_free = partial(_free_statement, tables, draft, said, set(ids.values()))
        ids[said["statement_id"]] = _next(said["statement_id"], is_free)
    source = draft.sources[0]
    name = ids.get(source["source_id"], source["source_id"])
    ids[source["source_id"]] = _document(tables, source) or _next(
        name, lambda key: tables.with_id("sources", key) is None
    )
    return _renamed(draft, ids)


def _next(key: str, is_free: Callable[[str], bool]) -> str:
    numbered = (key if n == 1 else f"{key}-{n}" for n in count(1))
    return next(k for k in numbered if is_free(k))


def _free_statement(tables: Tables, draft: Draft, said: Row, taken: set[str], key: str) -> bool:
    """Whether no other statement has this id: none at all, or one that is the same."""
    there = tables.with_id("statements", key)
    if key in taken or there is None:
        return key not in taken
    windows = [(r["window_start"], r["window_end"]) for r in (there, said)]
    told = _figures(tables.rows["drone_claims"], key)
    return windows[0] == windows[1] or bool(told & _figures(draft.claims, said["statement_id"]))


def _document(tables: Tables, source: Row) -> str:
    """Id that a document has in the tables: the same address, publisher and time."""
    same = ("publisher_id", "url", "published")
    own = (
        s["source_id"]
        for s in tables.rows["sources"]
        if source["kind"] != "post" and all(s[c] == source[c] for c in same)
    )
    return next(own, "")


def _renamed(draft: Draft, ids: dict[str, str]) -> Draft:
    """The draft with other ids of statements and source, wherever they stand."""

    def rename(key: str) -> str:
        head, dot, number = key.partition(".")
        return f"{ids.get(head, head)}{dot}{number}"

    def row(cells: Row) -> Row:
        return cells | {c: rename(cells[c]) for c in _IDS if cells.get(c)}

    return replace(
        draft,
        statements=[row(r) for r in draft.statements],
        claims=[row(r) for r in draft.claims],
        sources=[row(r) for r in draft.sources],
        relays=[row(r) for r in draft.relays],
    )
