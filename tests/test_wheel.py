"""The wheel carries the data package verbatim, however it was built."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT


def hatch(target: str, source: Path, out: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(command, cwd=source, check=True, capture_output=True, env=env)
    return next(out.iterdir())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hatch("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked as an installer would, read-only."""
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    for file in folder.rglob("*"):
        file.chmod(file.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    return folder


def test_wheel_from_sdist_is_the_wheel_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    sdist = hatch("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    other = hatch("wheel", next((tmp_path / "source").iterdir()), tmp_path / "other")
    assert other.name == wheel.name
    assert other.read_bytes() == wheel.read_bytes()


def test_wheel_holds_the_data_package_verbatim(site: Path) -> None:
    for part in ("datapackage.json", "data", "schemas"):
        files = [f for f in [ROOT / part, *(ROOT / part).rglob("*")] if f.is_file()]
        assert files
        for file in files:
            copy = site / "wartoll" / "_package" / file.relative_to(ROOT)
            assert copy.read_bytes() == file.read_bytes()


def test_installed_copy_loads_checks_and_passes_frictionless(site: Path, tmp_path: Path) -> None:
    code = """
import wartoll, sys
from frictionless import Package
assert "_package" in str(wartoll.path("places")), wartoll.path("places")
assert all(len(wartoll.load(n).columns) for n in wartoll.tables())
assert wartoll.check() == []
assert Package(str(wartoll.path())).validate().valid
print(wartoll.__version__)
"""
    env = {**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
