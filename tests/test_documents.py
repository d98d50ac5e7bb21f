"""What the documents say is what happens: the README's code, links, commands, forms."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

PAGES = [ROOT / f for f in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES += sorted((ROOT / "docs").rglob("*.md")) + sorted((ROOT / "charts").glob("*.md"))


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def test_readme_code_runs_from_elsewhere_and_prints_what_it_says(tmp_path: Path) -> None:
    (code,) = blocks(ROOT / "README.md", "python")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"\n1 to 23 listed\n", done.stdout)
    assert "https" in done.stdout or "Babel" in done.stdout


def test_readme_commands_are_make_targets() -> None:
    commands = [c.strip() for c in blocks(ROOT / "README.md", "sh")]
    assert commands == ["make report", "make test"]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert all(re.search(rf"^{c.split()[1]}:", makefile, re.MULTILINE) for c in commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    local = [t for t in targets if not t.lstrip("<").startswith("https://")]
    assert [t for t in local if not (page.parent / t).exists()] == []


def test_forms_and_workflows_are_yaml() -> None:
    files = [*(ROOT / ".github").rglob("*.yml"), ROOT / "CITATION.cff"]
    assert len(files) >= 4
    for file in files:
        assert isinstance(yaml.safe_load(file.read_text("utf-8")), dict), file


def test_workflow_checks_data_before_code_on_pinned_actions() -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    assert jobs["code"]["needs"] == "data"
    uses = [s["uses"] for job in jobs.values() for s in job["steps"] if "uses" in s]
    assert all(re.search(r"@[0-9a-f]{40}$", u) for u in uses)
    assert any("--format github" in s.get("run", "") for s in jobs["data"]["steps"])
