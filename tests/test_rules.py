"""Every rule against an example that breaks it and one, close to it, that keeps it."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT, Workbench, edits

import wartoll.check  # noqa: F401  (registers every rule)
from wartoll.rules import RULES

EXAMPLES = {
    rule: example
    for file in sorted((ROOT / "tests" / "examples").glob("*.toml"))
    for rule, example in tomllib.loads(file.read_text("utf-8")).items()
}


def test_every_rule_has_examples_and_every_example_a_rule() -> None:
    assert set(EXAMPLES) == set(RULES)


def contents(root: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}


def _apply(bench: Workbench, example: dict[str, object], side: str) -> dict[str, object]:
    options: dict[str, object] = {}
    if example.get("release"):
        old = bench.root.parent / "release"
        shutil.copytree(bench.root, old)
        options["release"] = old
    for edit in edits(example[side]):
        bench.edit(edit)
    if example.get("rebuild"):
        bench.build()
    return options


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_rule_finds_what_breaks_it(rule: str, mini: Workbench) -> None:
    example = EXAMPLES[rule]
    options = _apply(mini, example, "breaks")
    table, line, column = example["at"]
    file = table if table.endswith(".json") else mini.package.relative(table)
    line = line if isinstance(line, int) else mini.line(table, line)
    found = {(f.file, f.line, f.column): f for f in mini.check(**options) if f.rule == rule}
    assert (file, line, column) in found, sorted(found) or [str(f) for f in mini.check(**options)]
    finding = found[file, line, column]
    assert finding.level == RULES[rule].level
    assert finding.message
    assert finding.advice


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_rule_lets_its_near_miss_pass(rule: str, mini: Workbench) -> None:
    before = contents(mini.root)
    options = _apply(mini, EXAMPLES[rule], "keeps")
    assert contents(mini.root) != before, "the example changes nothing"
    assert [str(f) for f in mini.check(**options) if f.rule == rule] == []
