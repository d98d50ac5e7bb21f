"""Loaders: exact types, nothing lost, and the way back to the sources."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pandas as pd
import pytest
from conftest import Workbench

import wartoll
from wartoll.loading import load_from
from wartoll.package import installed
from wartoll.tableschema import dtype

TABLES = wartoll.tables()


def test_tables_are_the_descriptors_curated_first() -> None:
    names = [r["name"] for r in json.loads(wartoll.path().read_text("utf-8"))["resources"]]
    assert list(TABLES) == names
    derived = ["derived" in wartoll.path(n).parts for n in TABLES]
    assert derived == sorted(derived)


@pytest.mark.parametrize("name", TABLES)
def test_loaded_cells_are_the_files_cells(name: str) -> None:
    frame = wartoll.load(name)
    text = wartoll.path(name).read_text("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert list(frame.columns) == rows[0]
    assert len(frame) == len(rows) - 1
    for field in wartoll.schema(name)["fields"]:
        column = frame[field["name"]]
        assert column.dtype == dtype(field), field["name"]
        told = ["" if pd.isna(v) else v for v in column]
        file = [row[rows[0].index(field["name"])] for row in rows[1:]]
        if field["type"] == "date":
            told = ["" if v == "" else str(v.date()) for v in told]
        if field["type"] == "number":
            told, file = ([float(v) if v != "" else v for v in side] for side in (told, file))
        assert [str(v) for v in told] == [str(v) for v in file]


@pytest.mark.parametrize("name", TABLES)
def test_loaded_tables_pass_their_pandera_schema(name: str) -> None:
    schema = wartoll.pandera_schema(name)
    assert list(schema.validate(wartoll.load(name), lazy=True).columns) == list(schema.columns)


def test_pandera_schema_finds_a_bad_cell() -> None:
    from pandera.errors import SchemaErrors

    frame = wartoll.load("drone_claims")
    frame.loc[0, "value"] = -1
    frame.loc[1, "claim_id"] = "no id"
    with pytest.raises(SchemaErrors) as caught:
        wartoll.pandera_schema("drone_claims").validate(frame, lazy=True)
    assert set(caught.value.failure_cases["column"]) == {"value", "claim_id"}


def test_text_na_survives(mini: Workbench) -> None:
    rows = mini.rows("actors")
    rows[0]["name_local"] = "NA"
    mini.write("actors", rows)
    assert load_from(mini.package, "actors")["name_local"].tolist()[0] == "NA"


@pytest.mark.parametrize(
    "call", [wartoll.load, wartoll.schema, wartoll.describe, wartoll.path, wartoll.pandera_schema]
)
def test_unknown_name_raises_with_the_list(call: object) -> None:
    with pytest.raises(ValueError, match=r"no table 'drones'.*drone_claims"):
        call("drones")  # type: ignore[operator]


def test_describe_tells_what_blank_means() -> None:
    columns = wartoll.describe("drone_claims").set_index("name")
    assert "Blank" in columns.loc["value", "description"]
    assert columns.loc["value", "unit"] == "1"
    assert columns.loc["qualifier", "values"]["at_least"] == "The value or more"


def test_sources_of_leads_to_every_document_cited_first() -> None:
    found = wartoll.sources_of("ua-air-force-20241028.02")
    assert found["cited"].tolist() == [True] + [False] * (len(found) - 1)
    assert found.loc[0, "url"].startswith("https://menafn.com/")
    assert found.loc[0, "claimant"] == "Air Force of Ukraine"
    assert "seed-outlet-20241028" in set(found["source_id"])


def test_sources_of_refuses_an_unknown_claim() -> None:
    with pytest.raises(KeyError, match=r"no claim nobody-20240101\.01"):
        wartoll.sources_of(["ua-air-force-20241028.02 nobody-20240101.01"])


def test_instants_of_a_day_and_of_a_time() -> None:
    moments = pd.Series(["2024-10-28T10:30+02:00", "2024-10-28", None], index=[5, 6, 7])
    got = wartoll.instants(moments)
    assert got.loc[5].tolist() == [pd.Timestamp("2024-10-28T08:30Z")] * 2
    assert got.loc[6].tolist() == [
        pd.Timestamp("2024-10-27T21:00Z"),
        pd.Timestamp("2024-10-28T22:00Z"),
    ]
    assert got.loc[7].isna().all()


def test_cite_names_the_version() -> None:
    for form in ("text", "bibtex", "apa"):
        assert wartoll.__version__ in wartoll.cite(format=form)
    with pytest.raises(ValueError, match="bibtex"):
        wartoll.cite(format="word")  # type: ignore[arg-type]


def test_import_brings_in_no_library() -> None:
    heavy = {"pandas", "numpy", "pandera", "matplotlib"}
    code = f"import sys, wartoll; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_loaded_tables_do_not_share_state() -> None:
    wartoll.schema("places")["fields"].clear()
    assert wartoll.schema("places")["fields"]
    assert installed().schemas["places"]["fields"]
