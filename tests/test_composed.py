"""The reader against invented bulletins that were labelled by those who composed them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime

import pytest
from conftest import ROOT

from wartoll.bulletins import Draft, read

#: Least share of bulletins read to the last figure; the Ukrainian and English ones are
#: composed to be hard, those of the ministry's channel as it writes.
LEAST = {"uk": 0.2, "en": 0.2, "ru": 0.6}
TOTAL = ("UA", "theatre")
DOWN = ("shot_down", "suppressed", "shot_down_or_suppressed")


def _labels(language: str) -> list[dict]:
    lines = (ROOT / "tests" / "composed" / f"{language}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _read(label: dict) -> Draft:
    posted = datetime.fromisoformat(label["posted"])
    return read(label["text"], claimant=label["claimant"], posted=posted)


@pytest.mark.parametrize("language", sorted(LEAST))
def test_no_wrong_figure_in_composed_bulletins(language: str) -> None:
    tally: Counter[str] = Counter()
    for label in _labels(language):
        draft = _read(label)
        if label["kind"] == "other":
            assert (draft.status, draft.claims) == ("refused", []), label["key"]
            continue
        assert _wrong(draft, label) == [], (label["key"], draft.reason)
        tally[draft.status] += 1
    assert tally["accepted"] >= LEAST[language] * sum(tally.values()), tally


def _wrong(draft: Draft, label: dict) -> list[str]:
    """Figures, places and stated times that the draft has and the label has not."""
    figures = {tuple(f) for f in label["figures"]}
    counts = {_members(k): v for k, v in label["region_counts"].items()}
    named = {m for place in (*label["regions"], *label["region_counts"]) for m in _members(place)}
    wrong = [str(f) for f in map(_figure, draft.claims) if not _told(f, figures, counts, named)]
    times = {t and datetime.fromisoformat(t) for t in _times(label)}
    said = (s for s in draft.statements if s["window_basis"] == "stated")
    return wrong + [t for s in said for t in _times(s) if datetime.fromisoformat(t) not in times]


def _members(place: str) -> tuple[str, ...]:
    return tuple(sorted(m for p in place.split("+") for m in (p.removeprefix("group."),)))


def _times(row: dict) -> list[str]:
    return [row[n] for n in ("window_start", "window_end", "as_of") if row[n]]


def _figure(claim: dict[str, str]) -> tuple:
    value = int(claim["value"]) if claim["value"] else None
    amount = (claim["outcome"], claim["unit"], claim["qualifier"], value)
    return (*amount, claim["place_id"], claim["place_role"])


def _told(figure: tuple, figures: set, counts: dict, named: set) -> bool:
    *amount, place, role = figure
    outcome, unit, qualifier, value = amount
    if outcome == "left_airspace":
        return any(f[0] == outcome and (value or 0) <= (f[3] or 0) for f in figures)
    if place in TOTAL or role != "over" or unit != "drones":
        alone = outcome in DOWN and _only(value, counts)
        return role == "toward" or tuple(amount) in figures or alone
    members = _members(place)
    if qualifier == "listed":
        return set(members) <= named
    return (
        counts.get(members) == value
        or (_only(value, counts) and set(members) <= named)
        or (len(named) == len(members) and any(f[3] == value for f in figures))
    )


def _only(value: int | None, counts: dict) -> bool:
    """Whether the only number is that of one place, so that it is the whole too."""
    return len(counts) == 1 and value in counts.values()
