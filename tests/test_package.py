"""The data package as others see it: descriptor, schemas, profiles, frictionless, versions."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files

import pytest
import yaml
from conftest import ROOT
from jsonschema import Draft7Validator

import wartoll
from wartoll.tableschema import cell_tests

DESCRIPTOR = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
SCHEMAS = {f.stem: json.loads(f.read_text("utf-8")) for f in (ROOT / "schemas").glob("*.json")}
FIELDS = [(name, f) for name, schema in SCHEMAS.items() for f in schema["fields"]]


def profile(name: str) -> Draft7Validator:
    text = (files("dplib") / "profiles" / "2.0" / f"{name}.json").read_text("utf-8")
    return Draft7Validator(json.loads(text))


def test_descriptor_and_schemas_pass_the_official_profile() -> None:
    assert [e.message for e in profile("datapackage").iter_errors(DESCRIPTOR)] == []
    for name, schema in SCHEMAS.items():
        assert [e.message for e in profile("tableschema").iter_errors(schema)] == [], name


def test_profile_can_fail() -> None:
    assert list(profile("datapackage").iter_errors({**DESCRIPTOR, "resources": []}))


def test_frictionless_accepts_the_package() -> None:
    from frictionless import Package

    report = Package(str(ROOT / "datapackage.json")).validate()
    assert report.flatten(["type", "note"]) == []
    assert len(report.tasks) == len(SCHEMAS)


def test_names_agree_everywhere() -> None:
    resources = {r["name"]: r for r in DESCRIPTOR["resources"]}
    assert resources.keys() == SCHEMAS.keys()
    on_disk = {f.relative_to(ROOT).as_posix() for f in (ROOT / "data").rglob("*.csv")}
    assert {r["path"] for r in resources.values()} == on_disk
    for name, resource in resources.items():
        assert resource["schema"] == f"schemas/{name}.json"
        assert SCHEMAS[name]["name"] == name
        assert resource["title"] == SCHEMAS[name]["title"]
        assert resource["description"] == SCHEMAS[name]["description"]


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=[f"{n}.{f['name']}" for n, f in FIELDS])
def test_every_field_keeps_the_house_profile(name: str, field: dict) -> None:
    assert field["title"]
    assert field["description"].endswith(".")
    limits = field["constraints"]
    assert isinstance(limits["required"], bool)
    if not limits["required"] and "categories" not in field and field["name"] != "note":
        assert re.search(r"[Bb]lank", field["description"]), "does not say what blank means"
    if field["type"] in ("integer", "number"):
        assert field["unit"]
    assert [c["value"] for c in field.get("categories", [])] == limits.get("enum", [])
    assert all(c["label"] for c in field.get("categories", []))
    if "pattern" in limits:
        assert limits["pattern"].startswith("^(?:")
        assert limits["pattern"].endswith(")$")
    if "example" in field:
        assert all(test(field["example"]) for test, _ in cell_tests(field).values())


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_has_a_foreign_key_to_a_key(name: str) -> None:
    schema = SCHEMAS[name]
    required = {f["name"] for f in schema["fields"] if f["constraints"]["required"]}
    assert set(schema["primaryKey"]) <= required
    assert schema["description"].startswith("One row is") or schema["description"].startswith(
        "One row says"
    )
    keyed = {f for k in schema.get("foreignKeys", []) for f in k["fields"]}
    for key in schema.get("foreignKeys", []):
        target = SCHEMAS[key["reference"].get("resource", name)]
        assert target["primaryKey"] == key["reference"]["fields"]
    references = {f["name"] for f in schema["fields"] if f["name"].endswith("_id")}
    own = {"claim_id"} if name == "corrections" else set(schema["primaryKey"][:1])
    foreign = {"geonames_id", "wikidata_id"} | own
    assert references - foreign <= keyed


def test_one_version_number() -> None:
    version = DESCRIPTOR["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    changelog = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert changelog is not None
    assert {wartoll.__version__, citation["version"], changelog[1]} == {version}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]


def test_locks_are_hashed_and_name_no_index() -> None:
    text = (ROOT / "requirements" / "dev.txt").read_text("utf-8")
    assert "--hash=sha256:" in text
    assert not re.search(r"https?://|--index-url|--find-links", text)
