"""Chains of revisions: which figure of a claimant is the current one.

An update replaces only the figures it restates; its predecessors' other figures stay
current, but not what was true at their hour alone: drones still in the air. A retraction
without figures withdraws all before it.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

#: Figures with the same cells here are the same figure, told again.
RESTATED = [
    "attacker",
    "outcome",
    "unit",
    "place_role",
    "harm",
    "place_id",
    "demographic",
    "strike",
]
#: A number for both makes earlier ones for each void: eleven hurt, one of whom died.
COMBINED, APART = "killed_or_injured", ("killed", "injured")

#: The outcome that a later statement makes void whether it restates it or not.
MOMENTARY = "in_airspace"


def chains(statements: pd.DataFrame) -> pd.DataFrame:
    """First statement and position of every statement in its chain of revisions.

    Parameters
    ----------
    statements : DataFrame
        The statements table.

    Returns
    -------
    DataFrame
        One row per statement: ``statement_id``, ``chain`` (id of the chain's first
        statement) and ``turn`` (0 for it, 1 for the first revision, and so on).
    """
    frame = statements.dropna(subset=["statement_id"]).drop_duplicates("statement_id")
    ids = pd.Index(frame["statement_id"].to_numpy(dtype=object))
    older = ids.get_indexer(frame["supersedes"].to_numpy(dtype=object))
    older = np.where(frame["supersedes"].isna(), -1, older)
    first, turn = np.arange(len(ids)), np.zeros(len(ids), dtype=int)
    for _ in range(len(ids)):
        moving = older[first] >= 0
        if not moving.any() or turn.max(initial=0) > len(ids):
            break
        turn += moving
        first = np.where(moving, older[first], first)
    return pd.DataFrame({"statement_id": ids, "chain": ids.to_numpy()[first], "turn": turn})


def in_chains(claims: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Add ``chain`` and ``turn`` of their statement to claims; order and index are kept."""
    known = chains(statements).set_index("statement_id")
    codes, ids = pd.factorize(claims["statement_id"])
    told = known.reindex([*ids, None]).take(codes)
    return claims.assign(chain=told["chain"].to_numpy(), turn=told["turn"].to_numpy())


def current(claims: pd.DataFrame, statements: pd.DataFrame) -> pd.Series:
    """Whether each claim is its claimant's latest word on its figure.

    Parameters
    ----------
    claims : DataFrame
        Rows of drone_claims or casualty_claims as `in_chains` gives them.
    statements : DataFrame
        The statements table.

    Returns
    -------
    Series of bool
        False for figures restated or withdrawn by a later statement of the chain.
    """
    ends = chains(statements).merge(statements[["statement_id", "revision"]], on="statement_id")
    revised = claims["chain"].isin(ends.loc[ends["turn"] > 0, "chain"])
    rows = claims[revised]
    key = ["chain", *(c for c in RESTATED if c in rows)]
    latest = rows.groupby(key, dropna=False, observed=True)["turn"].transform("max")
    if "outcome" in rows:
        last = rows.groupby("chain")["turn"].transform("max")
        latest = latest.where(rows["outcome"] != MOMENTARY, last)
    if "harm" in rows:
        latest = latest.where(~rows["harm"].isin(APART), _combined(rows, latest))
    withdrawn = ends[ends["revision"] == "retraction"].groupby("chain")["turn"].max()
    cut = rows["chain"].map(withdrawn).fillna(-1)
    is_current = claims["chain"].notna() & ~revised
    is_current[revised] = (rows["turn"] == latest) & (rows["turn"] >= cut)
    return is_current


def _combined(rows: pd.DataFrame, latest: pd.Series) -> pd.Series:
    """Latest turn of each figure, or that of a later combined one about the same people."""
    both = rows["turn"].where(rows["harm"] == COMBINED)
    key = [rows[c] for c in ("chain", "strike", "place_id", "demographic") if c in rows]
    turn = both.groupby(key, dropna=False, observed=True).transform("max")
    return latest.where(turn.isna(), latest.combine(turn, max))
