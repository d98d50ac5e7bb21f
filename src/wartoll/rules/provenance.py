"""Provenance: who said it, and where one can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pandas as pd

from wartoll.moments import instants
from wartoll.rules.registry import Hit, Tables, claim_hits, hits, rule
from wartoll.tableschema import passes

MEANING = [
    "attacker", "outcome", "unit", "place_role", "strike", "harm", "person_status", "affiliation",
    "demographic", "cause", "measure", "place_id", "weapon", "period_start", "period_end",
]  # fmt: skip
"""Columns that say what a figure is about."""

_TRACKING = re.compile(
    r"(?i)utm_.*|fbclid|gclid|yclid|dclid|msclkid|igshid|mc_[ce]id|_openstat|si|ref_src"
)
_PLAIN = re.compile(r"https://(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}(?:/[\w./-]*)?", re.ASCII)
_RESTRICTED_HOSTS = ("acleddata.com",)
_OWN_COUNT = ("named_count", "verified_count", "model_estimate")
_VAGUE = ("about", "several", "tens", "dozens", "hundreds", "most_of", "withheld")


@rule(
    "statement-has-claim",
    "error",
    "A statement has a claim, or is a retraction.",
    "add its claims, or delete the statement",
)
def statement_has_claim(tables: Tables) -> Iterator[Hit]:
    """Statements that no claim table mentions."""
    frame = tables["statements"].dropna(subset=["statement_id"])
    empty = ~frame["statement_id"].isin(tables.claims["statement_id"]) & (
        frame["revision"] != "retraction"
    )
    yield from hits("statements", frame[empty], "statement_id", "{statement_id} has no claim")


@rule(
    "relay-of-claim",
    "error",
    "A claim's document carries its statement: the pair is a row of relays.",
    "add the relay, or cite a document that carries the statement",
)
def relay_of_claim(tables: Tables) -> Iterator[Hit]:
    """Claims whose (statement, source) is not a relay, where both exist."""
    pair, pairs = _cited(tables)
    known = pairs["statement_id"].isin(tables["statements"]["statement_id"])
    known &= pairs["source_id"].isin(tables["sources"]["source_id"])
    relays = tables["relays"]["statement_id"] + " " + tables["relays"]["source_id"]
    lost = known & ~(pairs["statement_id"] + " " + pairs["source_id"]).isin(relays)
    rows = tables.claims[np.append(lost, False)[pair]]
    yield from claim_hits(rows, "source_id", "{source_id} is no relay of {statement_id}")


def _cited(tables: Tables) -> tuple[np.ndarray, pd.DataFrame]:
    """The pair of statement and source of every claim (-1 when not filled), and the pairs."""

    def make() -> tuple[np.ndarray, pd.DataFrame]:
        statement, statements = pd.factorize(tables.claims["statement_id"])
        source, sources = pd.factorize(tables.claims["source_id"])
        filled = (statement >= 0) & (source >= 0)
        pair = np.full(len(filled), -1)
        pair[filled], both = pd.factorize((statement * len(sources) + source)[filled])
        at, read_in = statements[both // len(sources)], sources[both % len(sources)]
        return pair, pd.DataFrame({"statement_id": at, "source_id": read_in})

    return tables.once(("cited",), make)


def _address_fault(url: str) -> str | None:
    if _PLAIN.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "is not an address"
    if parts.scheme != "https":
        return "does not start with https"
    if not re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}", host) or parts.username:
        return "has no public host"
    tracking = [
        name
        for name, _ in parse_qsl(parts.query, keep_blank_values=True)
        if _TRACKING.fullmatch(name)
    ]
    return f"carries the tracking parameter {tracking[0]}" if tracking else None


@rule(
    "url-form",
    "error",
    "Addresses are https, have a host and carry no tracking parameters; a document without one "
    "has a title and a date.",
    "copy the plain address of the page",
)
def url_form(tables: Tables) -> Iterator[Hit]:
    """Look at every address cell."""
    for name, column in (("sources", "url"), ("sources", "archive_url"), ("actors", "url")):
        frame = tables[name].dropna(subset=[column])
        fault = frame[column].map(_address_fault)
        yield from hits(
            name, frame.assign(fault=fault).dropna(subset=["fault"]), column, "the address {fault}"
        )
    frame = tables["sources"]
    bare = frame[frame["url"].isna() & (frame["title"].isna() | frame["published"].isna())]
    yield from hits(
        "sources", bare, "url", "no address, and no title and date to find the document by"
    )


@rule(
    "published-before-read",
    "error",
    "A document is published before it is read, and read before today.",
    "correct the day",
)
def published_before_read(tables: Tables) -> Iterator[Hit]:
    """Compare days."""
    frame = tables["sources"]
    late = frame[frame["read_on"] > pd.Timestamp(tables.today)]
    yield from hits("sources", late, "read_on", "read on a day that has not come")
    published = pd.to_datetime(frame["published"].astype("str").str.slice(0, 10), format="%Y-%m-%d")
    ahead = frame[published > frame["read_on"]]
    yield from hits("sources", ahead, "published", "published {published}, after it was read")


@rule(
    "said-before-published",
    "error",
    "A statement is said before a document carries it (a day of tolerance).",
    "correct the time of saying or of publishing",
)
def said_before_published(tables: Tables) -> Iterator[Hit]:
    """Join relays with both of their ends."""
    relays = tables["relays"].assign(
        said=tables["relays"]["statement_id"].map(
            tables.column("statements", "statement_id", "stated")
        ),
        published=tables["relays"]["source_id"].map(
            tables.column("sources", "source_id", "published")
        ),
    )
    relays = relays.dropna(subset=["said", "published"])
    gap = instants(relays["said"])["earliest"] - instants(relays["published"])["latest"]
    rows = relays[gap > pd.Timedelta(days=1)]
    yield from hits("relays", rows, "source_id", "published {published}, said {said}")


@rule(
    "claimant-not-media",
    "error",
    "Outlets relay and do not claim, unless the count is their own.",
    "name the office that said it as claimant",
)
def claimant_not_media(tables: Tables) -> Iterator[Hit]:
    """Outlets as claimants; their own counts are cumulative and name their method."""
    kinds = tables.column("actors", "actor_id", "kind").astype(object)
    statements = tables["statements"]
    media = statements[statements["claimant_id"].map(kinds) == "media"]
    claims = tables.claims
    relayed = claims[~claims["method"].isin(_OWN_COUNT)]["statement_id"]
    rows = media[media["statement_id"].isin(relayed)]
    yield from hits("statements", rows, "claimant_id", "{claimant_id} is an outlet")


@rule(
    "restricted-source",
    "error",
    "No row comes from a database whose terms forbid it.",
    "code the statement from a public document",
)
def restricted_source(tables: Tables) -> Iterator[Hit]:
    """Look at the hosts of sources."""
    for column in ("url", "archive_url"):
        frame = tables["sources"].dropna(subset=[column])
        barred = passes(frame[column], _is_restricted)
        says = "the terms of this host forbid passing its rows on"
        yield from hits("sources", frame[barred], column, says)


def _is_restricted(url: str) -> bool:
    if not any(r in url.lower() for r in _RESTRICTED_HOSTS):
        return False
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return False
    return any(host == r or host.endswith("." + r) for r in _RESTRICTED_HOSTS)


@rule(
    "vague-needs-note",
    "error",
    "A vague word carries a note on how the source puts it.",
    "say in note, in our own words, how the source puts it",
)
def vague_needs_note(tables: Tables) -> Iterator[Hit]:
    """Vague qualifiers without a note."""
    claims = tables.claims
    rows = claims[claims["qualifier"].isin(_VAGUE) & claims["note"].isna()]
    yield from claim_hits(rows, "note", "{qualifier} without a note")


@rule(
    "same-communique-twice",
    "warning",
    "One communiqué is one statement, however many documents carry it.",
    "make one a relay of the other; a note that says why both stay settles this",
)
def same_communique_twice(tables: Tables) -> Iterator[Hit]:
    """Statements of one claimant, window and day with the same figures."""
    frame = tables["statements"]
    first = frame[frame["revision"].isna()].assign(day=lambda f: f["stated"].str.slice(0, 10))
    key = ["claimant_id", "day", "window_start", "window_end"]
    alike = first[first.duplicated(key, keep=False)]
    figures = _figures(tables.claims, alike["statement_id"])
    same = alike.assign(figures=alike["statement_id"].map(figures)).dropna(subset=["figures"])
    rows = same[same.duplicated([*key, "figures"]) & same["note"].isna()]
    yield from hits(
        "statements",
        rows,
        "statement_id",
        "{statement_id} repeats another statement's window and figures",
    )


def _figures(claims: pd.DataFrame, statements: pd.Series) -> pd.Series:
    """A number for all that each statement says, the same for the same figures."""
    claims = claims[claims["statement_id"].isin(statements)]
    about = claims[[*MEANING, "qualifier", "value", "value_max"]].astype("str").fillna("")
    print_ = pd.Series(
        pd.util.hash_pandas_object(about, index=False).to_numpy(), index=claims["statement_id"]
    )
    return print_.groupby(level=0).agg(lambda s: hash(tuple(sorted(s))))


@rule(
    "relays-disagree",
    "warning",
    "Relays that print different numbers for one figure are marked partial or altered.",
    "mark the relay that departs, or explain in note",
)
def relays_disagree(tables: Tables) -> Iterator[Hit]:
    """Rows of one statement about one thing, read in two documents, with different numbers."""
    pair, pairs = _cited(tables)
    several = pairs["statement_id"].duplicated(keep=False)
    claims = tables.claims[np.append(several, False)[pair]]
    keys = ["table", "statement_id", *MEANING]
    rows = claims[claims.duplicated(keys, keep=False)]
    marks = tables["relays"]
    marked = marks[marks["fidelity"].isin(("partial", "altered"))]
    pairs = marked["statement_id"] + " " + marked["source_id"]
    rows = rows[~(rows["statement_id"] + " " + rows["source_id"]).isin(pairs) & rows["note"].isna()]
    cells = [rows[c].astype("str").fillna("") for c in ("qualifier", "value", "value_max")]
    number = cells[0] + " " + cells[1] + " " + cells[2]
    rows = rows.assign(number=number)
    group = rows.groupby(keys, dropna=False, observed=True)
    apart = (group["source_id"].transform("nunique") > 1) & (
        group["number"].transform("nunique") > 1
    )
    says = "another document of {statement_id} gives this figure differently"
    yield from claim_hits(rows[apart], "value", says)
