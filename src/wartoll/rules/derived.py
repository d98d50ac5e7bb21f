"""Derived: generated tables are what the curated ones make them."""

from __future__ import annotations

from collections.abc import Iterator

from wartoll.rules.registry import Hit, Tables, declare, hits, rule

FRESH = declare("fresh", "error", "Derived tables regenerate byte for byte.", "run `wartoll build`")


@rule("traced", "error", "Every claim id of a derived row is a claim.", "run `wartoll build`")
def traced(tables: Tables) -> Iterator[Hit]:
    """Resolve the claim_ids of every derived table."""
    for name in (n for n in tables.schemas if tables.package.is_derived(n)):
        frame = tables[name].dropna(subset=["claim_ids"])
        told = frame["claim_ids"].str.split().explode().dropna()
        lost = told[~tables.is_claim(told)].groupby(level=0).agg(" ".join)
        rows = frame.loc[lost.index].assign(lost=lost)
        yield from hits(name, rows, "claim_ids", "no claim {lost}")


@rule(
    "no-rate-without-launched",
    "error",
    "No share of launched drones without a launched figure.",
    "run `wartoll build`",
)
def no_rate_without_launched(tables: Tables) -> Iterator[Hit]:
    """Shares beside a blank launched."""
    frame = tables["drones_by_night"]
    share = frame[["intercepted_share_low", "intercepted_share_high"]].notna().any(axis=1)
    yield from hits(
        "drones_by_night",
        frame[share & frame["launched_low"].isna()],
        "intercepted_share_low",
        "a share of nothing launched",
    )
