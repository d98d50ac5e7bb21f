"""Small valid packages to change, and the ways to change them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wartoll.canonical import encode, write_changed
from wartoll.check import check
from wartoll.derive import derive
from wartoll.findings import Finding
from wartoll.loading import load_curated
from wartoll.package import DataPackage, installed

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 22)


class Workbench:
    """A copy of a data package that a test may damage."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def package(self) -> DataPackage:
        return DataPackage.open(self.root)

    def rows(self, table: str) -> list[dict[str, str]]:
        text = self.package.file(table).read_text("utf-8")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def write(self, table: str, rows: list[dict[str, str]]) -> None:
        """Write rows sorted by key, in canonical form."""
        schema = self.package.schemas[table]
        names = [f["name"] for f in schema["fields"]]
        rows = sorted(rows, key=lambda r: [r[k] for k in schema["primaryKey"]])
        self.package.file(table).write_bytes(encode(names, [[r[n] for n in names] for r in rows]))

    def key(self, table: str, row: dict[str, str]) -> str:
        return " ".join(row[k] for k in self.package.schemas[table]["primaryKey"])

    def line(self, table: str, key: str, column: str = "") -> int:
        """Line of the last row with the key."""
        lines = [i for i, r in enumerate(self.rows(table), 2) if self.key(table, r) == key]
        return lines[-1]

    def edit(self, edit: dict[str, object]) -> None:
        """Apply one edit of an example; see tests/examples/README.md."""
        table = str(edit["table"])
        if "replace" in edit:
            file = self.root / table if table.endswith(".json") else self.package.file(table)
            raw = file.read_bytes()
            old = str(edit["replace"]).encode("utf-8")
            assert old in raw, f"{old!r} not in {table}"
            new = (
                bytes.fromhex(str(edit["hex"]))
                if "hex" in edit
                else str(edit["by"]).encode("utf-8")
            )
            file.write_bytes(raw.replace(old, new, 1))
            return
        rows = self.rows(table)
        if "add" in edit:
            blank = dict.fromkeys((f["name"] for f in self.package.schemas[table]["fields"]), "")
            like = next((r for r in rows if self.key(table, r) == edit.get("like")), blank)
            rows.append({**like, **edit["add"]})  # type: ignore[dict-item]
        else:
            chosen = [r for r in rows if self.key(table, r) == edit["key"]]
            assert chosen, f"no row {edit['key']} in {table}"
            if edit.get("delete"):
                rows = [r for r in rows if r not in chosen]
            for row in chosen:
                row.update(edit.get("set", {}))  # type: ignore[call-overload]
        self.write(table, rows)

    def build(self) -> None:
        """Regenerate the derived tables and the descriptor."""
        made = derive(self.package, load_curated(self.package))
        write_changed(self.package, {self.package.relative(n): raw for n, raw in made.items()})

    def check(self, **options: object) -> list[Finding]:
        return check(self.root, today=TODAY, **options)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def minipackage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of tests/minipackage, complete with schemas, descriptor and derived tables."""
    root = tmp_path_factory.mktemp("mini")
    source = installed().root
    shutil.copytree(source / "schemas", root / "schemas")
    shutil.copytree(ROOT / "tests" / "minipackage", root / "data")
    shutil.copy(source / "datapackage.json", root)
    bench = Workbench(root)
    bench.build()
    assert bench.check() == []
    return root


@pytest.fixture
def mini(minipackage: Path, tmp_path: Path) -> Workbench:
    """A fresh copy of the small package."""
    shutil.copytree(minipackage, tmp_path / "mini")
    return Workbench(tmp_path / "mini")


@pytest.fixture
def copy_of_repository(tmp_path: Path) -> Workbench:
    """A fresh copy of the repository's own package."""
    root = tmp_path / "copy"
    root.mkdir()
    shutil.copy(ROOT / "datapackage.json", root)
    for folder in ("data", "schemas"):
        shutil.copytree(ROOT / folder, root / folder)
    return Workbench(root)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command; exit code, standard output, standard error."""
    from wartoll.cli import main

    def run(*argv: object) -> tuple[int, str, str]:
        code = main([str(a) for a in argv])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def edits(value: object) -> list[dict[str, object]]:
    """Edits of an example as a list of tables."""
    return json.loads(json.dumps(value if isinstance(value, list) else [value]))
