"""The reader against posts and news pages that were read by hand, twice and apart.

The texts are others' and are not here: `WARTOLL_PAGES` names a folder with them, one file
`<key>.txt` for each label.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from conftest import ROOT

from wartoll.bulletins import Draft, read

#: Least share of whole bulletins that is read to the last figure.
LEAST = {"posts_uk": 0.95, "pages_uk": 0.6, "pages_en": 0.5}


def _labels(name: str) -> list[dict]:
    lines = (ROOT / "tests" / "labels" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _posted(label: dict) -> datetime:
    """Time of posting; of a page the end of its day."""
    at = datetime.fromisoformat(label["posted"])
    return at if at.tzinfo else at.replace(hour=23, tzinfo=ZoneInfo("Europe/Kyiv"))


def test_keys_are_unique() -> None:
    keys = Counter(label["key"] for name in LEAST for label in _labels(name))
    assert max(keys.values()) == 1


@pytest.mark.parametrize("name", sorted(LEAST))
def test_no_wrong_figure_against_the_labels(name: str) -> None:
    folder = os.environ.get("WARTOLL_PAGES")
    if not folder:
        pytest.skip(
            "set WARTOLL_PAGES to a folder with <key>.txt for the labels of posts and pages"
        )
    tally: Counter[str] = Counter()
    for label in _labels(name):
        text = (Path(folder) / f"{label['key']}.txt").read_text("utf-8")
        draft = read(text, claimant=label["claimant"], posted=_posted(label))
        assert _wrong(draft, label) == [], label["url"]
        if label["kind"] == "bulletin" and label["whole"]:
            tally[draft.status] += 1
    print(name, dict(tally))
    assert tally["accepted"] >= LEAST[name] * sum(tally.values())


def _wrong(draft: Draft, label: dict) -> list[str]:
    """Figures and times that the draft has and the label has not."""
    said = label["statements"]
    totals = {(f["outcome"], f["unit"], f["qualifier"], f["value"])
              for s in said for f in s["figures"]}  # fmt: skip
    named = {p for s in said for p in (*s["regions"], *s["most_in"])}
    counts = {c for s in said for c in s["region_counts"].items()}
    named |= {p for p, _ in counts}
    named |= {m for p in named for m in _members(p)}
    wrong = [str(_figure(c)) for c in draft.claims if not _told(c, totals, named, counts)]
    times = {t[:16] for s in said for t in (s["window_start"], s["window_end"], s["as_of"])}
    return wrong + [t for t in _stated_times(draft) if t[:16] not in times]


def _figure(claim: dict[str, str]) -> tuple[str, str, str, int | None]:
    value = int(claim["value"]) if claim["value"] else None
    return claim["outcome"], claim["unit"], claim["qualifier"], value


def _told(claim: dict[str, str], totals: set, named: set, counts: set) -> bool:
    place = claim["place_id"]
    if place in ("UA", "theatre") or claim["outcome"] == "left_airspace":
        return _figure(claim) in totals
    if claim["value"]:
        alone = _figure(claim) in totals and place in named
        return alone or (place, int(claim["value"])) in counts or claim["place_role"] == "toward"
    return set(_members(place)) <= named


def _members(place: str) -> list[str]:
    return place.removeprefix("group.").split("+")


def _stated_times(draft: Draft) -> list[str]:
    """Times that the text gives, not those by convention."""
    stated = [s for s in draft.statements if s["window_basis"] == "stated"]
    return [t for s in stated for t in (s["window_start"], s["window_end"], s["as_of"]) if t]
