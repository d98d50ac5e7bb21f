"""Interval arithmetic against exhaustive enumeration, and the seed night's numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wartoll
from wartoll import bounds

TOP = 6


def claims(rows: list[dict[str, object]]) -> pd.DataFrame:
    columns = [
        "claim_id",
        "qualifier",
        "value",
        "value_max",
        "part_of",
        "part_axis",
        "parts_complete",
    ]
    frame = pd.DataFrame([{**dict.fromkeys(columns), **row} for row in rows], columns=columns)
    return frame.astype({"value": "Int64", "value_max": "Int64"})


@pytest.mark.parametrize(
    ("qualifier", "value", "top", "low", "high"),
    [
        ("exact", 0, None, 0, 0),
        ("exact", 66, None, 66, 66),
        ("at_least", 13, None, 13, np.inf),
        ("more_than", 600000, None, 600001, np.inf),
        ("at_most", 9, None, 0, 9),
        ("fewer_than", 9, None, 0, 8),
        ("about", 10, None, 5, 15),
        ("about", 25, None, 23, 27),
        ("about", 100, None, 50, 150),
        ("about", 3000, None, 2500, 3500),
        ("about", 1, None, 0, 2),
        ("range", 3, 5, 3, 5),
        ("listed", None, None, 1, np.inf),
        ("several", None, None, 2, np.inf),
        ("tens", None, None, 10, np.inf),
        ("dozens", None, None, 12, np.inf),
        ("hundreds", None, None, 100, np.inf),
        ("withheld", None, None, 0, np.inf),
    ],
)
def test_qualifier_stands_for_its_interval(
    qualifier: str, value: int | None, top: int | None, low: float, high: float
) -> None:
    row = claims([{"claim_id": "a", "qualifier": qualifier, "value": value, "value_max": top}])
    assert bounds.intervals(row).iloc[0].tolist() == [low, high]


def test_most_of_is_more_than_half_of_its_whole() -> None:
    rows = [
        {"claim_id": "w", "qualifier": "range", "value": 7, "value_max": 9},
        {"claim_id": "p", "qualifier": "most_of", "part_of": "w", "part_axis": "place"},
        {"claim_id": "q", "qualifier": "most_of", "part_of": "p", "part_axis": "place"},
    ]
    assert bounds.intervals(claims(rows)).to_numpy().tolist() == [[7, 9], [4, 9], [3, 9]]


@dataclass
class Node:
    """A figure with its interval and, per axis, its parts and whether they are complete."""

    low: int
    high: int
    axes: list[tuple[bool, list[Node]]] = field(default_factory=list)
    id: str = ""


@st.composite
def trees(draw: st.DrawFn, depth: int = 2) -> Node:
    low = draw(st.integers(0, TOP))
    node = Node(low, draw(st.integers(low, TOP)))
    if depth:
        for _ in range(draw(st.integers(0, 2))):
            parts = draw(st.lists(trees(depth=depth - 1), min_size=1, max_size=2))
            node.axes.append((draw(st.booleans()), parts))
    return node


def solutions(node: Node) -> list[dict[str, int]]:
    """Every assignment of integers to the tree that satisfies all its sums."""
    found = []
    branches = [list(product(*(solutions(p) for p in parts))) for _, parts in node.axes]
    for value in range(node.low, node.high + 1):
        for choice in product(*branches):
            sums = [
                sum(s[p.id] for p, s in zip(a[1], c, strict=True))
                for a, c in zip(node.axes, choice, strict=True)
            ]
            if all(
                total == value if full else total <= value
                for (full, _), total in zip(node.axes, sums, strict=True)
            ):
                found.append(
                    {k: v for c in choice for s in c for k, v in s.items()} | {node.id: value}
                )
    return found


AXES = ("outcome", "place")


def number(
    node: Node, rows: list[dict[str, object]], above: str | None = None, axis: str | None = None
) -> None:
    node.id = f"n{len(rows):03d}"
    complete = " ".join(a for a, (full, _) in zip(AXES, node.axes, strict=False) if full) or None
    rows.append(
        {"claim_id": node.id, "qualifier": "range", "value": node.low, "value_max": node.high,
         "part_of": above, "part_axis": axis, "parts_complete": complete}
    )  # fmt: skip
    for name, (_, parts) in zip(AXES, node.axes, strict=False):
        for part in parts:
            number(part, rows, node.id, name)


def count(node: Node) -> int:
    return 1 + sum(count(p) for _, parts in node.axes for p in parts)


@settings(max_examples=150, deadline=None)
@given(trees().filter(lambda t: count(t) <= 6))
def test_propagation_is_exact_on_trees(tree: Node) -> None:
    rows: list[dict[str, object]] = []
    number(tree, rows)
    got = bounds.propagate(claims(rows)).set_index(pd.Index([r["claim_id"] for r in rows]))
    every = solutions(tree)
    assert got["feasible"].all() == bool(every)
    for node in got.index if every else ():
        values = {s[node] for s in every}
        assert (got.at[node, "low"], got.at[node, "high"]) == (min(values), max(values))


@settings(max_examples=100, deadline=None)
@given(trees(depth=1).filter(lambda t: 1 < count(t) <= 5))
def test_residual_is_exact(tree: Node) -> None:
    rows: list[dict[str, object]] = []
    number(tree, rows)
    every = solutions(tree)
    got = bounds.residuals(claims(rows)).set_index("part_axis")
    for axis, (_, parts) in zip(AXES, tree.axes, strict=False):
        rest = {s[tree.id] - sum(s[p.id] for p in parts) for s in every}
        if every:
            assert (got.at[axis, "low"], got.at[axis, "high"]) == (min(rest), max(rest))
        else:
            assert not got.at[axis, "feasible"]


def test_one_infeasible_tree_leaves_the_others_alone() -> None:
    rows = [
        {"claim_id": "a", "qualifier": "exact", "value": 5},
        {"claim_id": "a1", "qualifier": "exact", "value": 6, "part_of": "a", "part_axis": "place"},
        {"claim_id": "b", "qualifier": "exact", "value": 5},
        {"claim_id": "b1", "qualifier": "listed", "part_of": "b", "part_axis": "place"},
    ]
    got = bounds.propagate(claims(rows))
    assert got["feasible"].tolist() == [False, False, True, True]
    assert got.loc[3, ["low", "high"]].tolist() == [1, 5]


def test_seventy_over_six_regions_leaves_each_1_to_65() -> None:
    whole = {"claim_id": "w", "qualifier": "exact", "value": 70, "parts_complete": "place"}
    parts = [
        {"claim_id": f"p{i}", "qualifier": "listed", "part_of": "w", "part_axis": "place"}
        for i in range(6)
    ]
    got = bounds.propagate(claims([whole, *parts]))
    assert got.iloc[1:][["low", "high"]].to_numpy().tolist() == [[1, 65]] * 6


def test_circle_and_doubled_id_are_refused() -> None:
    circle = [
        {"claim_id": "a", "qualifier": "exact", "value": 1, "part_of": "b", "part_axis": "place"},
        {"claim_id": "b", "qualifier": "exact", "value": 1, "part_of": "a", "part_axis": "place"},
    ]
    with pytest.raises(ValueError, match="circle"):
        bounds.propagate(claims(circle))
    with pytest.raises(ValueError, match="unique"):
        bounds.propagate(claims([circle[0] | {"part_of": None}] * 2))


def test_seed_night_has_the_bounds_worked_out_by_hand() -> None:
    frame = wartoll.load("drone_claims")
    got = frame.join(bounds.propagate(frame))
    night = got[got["statement_id"] == "ua-air-force-20241028"]
    at = {(r.outcome, r.place_id): (r.low, r.high) for r in night.itertuples()}
    top = ("UA-32", "UA-68", "UA-71")
    assert at["shot_down", "group.UA-32+UA-68+UA-71"] == (34, 56)
    assert {at["shot_down", p] for p in top} == {(1, 54)}
    others = [
        v for (o, p), v in at.items() if o == "shot_down" and p.startswith("UA-") and p not in top
    ]
    assert len(others) == 10
    assert set(others) == {(1, 23)}
    assert at["hit", "UA"] == (2, 6)
    rest = bounds.residuals(frame).set_index(["claim_id", "part_axis"])
    assert rest.loc[("ua-air-force-20241028.01", "outcome"), ["low", "high"]].tolist() == [0, 4]
