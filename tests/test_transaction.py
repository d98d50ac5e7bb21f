"""Several files replaced together: all of them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from wartoll.transaction import recover, replace_all

ASIDE = ".wartoll-undo"


def contents(root: Path) -> dict[str, bytes]:
    found = (p for p in root.rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_bytes(b"old a\n")
    (tmp_path / "b.json").write_bytes(b"old b\n")
    return tmp_path


NEW = {"data/a.csv": b"new a\n", "b.json": b"new b\n", "data/derived/c.csv": b"new c\n"}


def test_all_files_are_replaced_and_nothing_is_left_over(root: Path) -> None:
    replace_all(root, NEW)
    assert contents(root) == NEW
    assert not (root / ASIDE).exists()


def test_no_files_are_no_work(root: Path) -> None:
    before = contents(root)
    replace_all(root, {})
    assert contents(root) == before


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_on_an_error_every_file_is_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    before, replace, done = contents(root), Path.replace, []

    def failing(file: Path, target: Path) -> Path:
        if ASIDE not in file.as_posix():
            done.append(target)
            if len(done) == fails_at:
                raise OSError("disk")
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="disk"):
        replace_all(root, NEW)
    monkeypatch.undo()
    assert contents(root) == before


def _interrupted(root: Path, *, ready: bool) -> None:
    """Leave a folder as a crash does: one file new, one untouched, one created."""
    old = root / ASIDE / "old"
    (old / "data" / "derived").mkdir(parents=True)
    (old / "data" / "a.csv").write_bytes(b"old a\n")
    (old / "b.json").write_bytes(b"old b\n")
    (old / "data" / "derived" / "c.csv.none").touch()
    if ready:
        (root / ASIDE / "ready").write_text("\n".join(NEW), "utf-8")
        (root / "data" / "derived").mkdir()
        (root / "data" / "derived" / "c.csv").write_bytes(b"new c\n")
        (root / "data" / "a.csv").write_bytes(b"new a\n")


def test_a_crash_is_undone(root: Path) -> None:
    before = contents(root)
    _interrupted(root, ready=True)
    assert recover(root)
    assert contents(root) == before
    assert not recover(root)


def test_a_crash_before_the_first_file_leaves_the_files_alone(root: Path) -> None:
    before = contents(root)
    _interrupted(root, ready=False)
    assert recover(root)
    assert contents(root) == before


def test_a_second_crash_while_undoing_is_undone_too(root: Path) -> None:
    before = contents(root)
    _interrupted(root, ready=True)
    (root / ASIDE / "old" / "data" / "a.csv").replace(root / "data" / "a.csv")
    assert recover(root)
    assert contents(root) == before


def test_the_next_replacement_undoes_a_crash_first(root: Path) -> None:
    _interrupted(root, ready=True)
    replace_all(root, {"b.json": b"newer b\n"})
    assert contents(root) == {"data/a.csv": b"old a\n", "b.json": b"newer b\n"}
