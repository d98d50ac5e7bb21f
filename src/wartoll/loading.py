"""Tables as pandas frames, and the way back from a figure to its addresses."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from wartoll.bounds import roots
from wartoll.moments import instants as instants
from wartoll.package import DataPackage, UnusableInput, installed, known, schema
from wartoll.tableschema import cast, read_text

CLAIM_TABLES = ("drone_claims", "casualty_claims", "cumulative_claims")


def load(name: str, /) -> pd.DataFrame:
    """Load a table with exact types.

    Parameters
    ----------
    name : str
        A name from `tables`.

    Returns
    -------
    DataFrame
        One row per row of the CSV, in its order, keys as ordinary columns. Text is
        ``str``, counts ``Int64``, other numbers ``Float64``, days ``datetime64[s]``,
        vocabularies categories; a blank cell is missing, and no text is taken for one
        ("NA" stays "NA"). Moments stay text; see `instants`. `describe` lists units.

    Raises
    ------
    ValueError
        When no table has this name.
    """
    return load_from(installed(), known(name))


def load_from(package: DataPackage, name: str) -> pd.DataFrame:
    """Load a table of any package that has passed the check."""
    return cast(read_text(package.file(name)), package.schemas[name])


def load_curated(package: DataPackage) -> dict[str, pd.DataFrame]:
    """Load the curated tables of a package that has passed the check.

    Raises
    ------
    UnusableInput
        When a table cannot be read with its schema's types, or sums have no tree.
    """
    try:
        frames = {name: load_from(package, name) for name in package.curated}
        for name in ("drone_claims", "casualty_claims"):
            roots(frames[name])
    except (OSError, ValueError, KeyError) as error:
        raise UnusableInput(f"{error}; run `wartoll check` for the line") from None
    return frames


def describe(name: str, /) -> pd.DataFrame:
    """Describe the columns of a table.

    Parameters
    ----------
    name : str
        A name from `tables`.

    Returns
    -------
    DataFrame
        One row per column: ``name``, ``title``, ``type``, ``unit``, ``required``,
        ``description`` (what blank means), ``values`` (a vocabulary's words with labels,
        else empty) and ``example``.

    Raises
    ------
    ValueError
        When no table has this name.
    """
    rows = [
        {
            "name": f["name"],
            "title": f["title"],
            "type": f.get("semantic", f["type"]),
            "unit": f.get("unit", ""),
            "required": f["constraints"]["required"],
            "description": f["description"],
            "values": {c["value"]: c["label"] for c in f.get("categories", [])},
            "example": f.get("example", ""),
        }
        for f in schema(name)["fields"]
    ]
    return pd.DataFrame(rows)


def sources_of(claim_ids: str | Iterable[str], /) -> pd.DataFrame:
    """Find the documents behind figures.

    Parameters
    ----------
    claim_ids : str or iterable of str
        Claim ids, or a ``claim_ids`` cell or column of a derived table.

    Returns
    -------
    DataFrame
        One row per claim and document that carries its statement, the document the
        figure was read in first: ``claim_id``, ``statement_id``, ``claimant`` (name),
        ``source_id``, ``cited`` (bool), ``fidelity``, ``publisher`` (name), ``title``,
        ``url``, ``archive_url``, ``published``, ``read_as``. Missing where not known.

    Raises
    ------
    KeyError
        When a claim id is not in any claim table.
    """
    cells = [claim_ids] if isinstance(claim_ids, str) else list(claim_ids)
    wanted = list(dict.fromkeys(i for cell in cells for i in cell.split()))
    columns = ["claim_id", "statement_id", "source_id"]
    claims = pd.concat([load(n)[columns] for n in CLAIM_TABLES]).set_index("claim_id")
    absent = [i for i in wanted if i not in claims.index]
    if absent:
        raise KeyError(f"no claim {', '.join(absent)}")
    names = load("actors").set_index("actor_id")["name_en"]
    chosen = claims.loc[wanted].reset_index().rename(columns={"source_id": "read_in"})
    found = chosen.merge(load("relays").drop(columns="note"), on="statement_id")
    found = found.merge(load("statements")[["statement_id", "claimant_id"]], on="statement_id")
    found = found.merge(load("sources"), on="source_id")
    found["cited"] = found["source_id"] == found["read_in"]
    found["claimant"] = found["claimant_id"].map(names)
    found["publisher"] = found["publisher_id"].map(names)
    found["order"] = found["claim_id"].map({c: i for i, c in enumerate(wanted)})
    found = found.sort_values(["order", "cited", "source_id"], ascending=[True, False, True])
    return found[
        ["claim_id", "statement_id", "claimant", "source_id", "cited", "fidelity", "publisher",
         "title", "url", "archive_url", "published", "read_as"]
    ].reset_index(drop=True)  # fmt: skip
