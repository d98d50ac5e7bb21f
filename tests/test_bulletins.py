"""The bulletin reader as a whole: any input, grammar, rows, commands, labels read by hand.

Sentences for every shape stand beside, by claimant.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bulletin_helpers import told
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

import wartoll
from wartoll.bulletins import READERS, Draft, read
from wartoll.bulletins.lexicon import COLUMNS, lexicon

POSTED = datetime(2024, 10, 28, 4, 10, tzinfo=UTC)
RUSSIAN = "Ночью дежурными средствами ПВО уничтожены два БПЛА над Курской областью."
UKRAINIAN = "У ніч на 28 жовтня збито два БпЛА у Сумській області."
ENGLISH = "Overnight air defense destroyed two drones over the Kursk Region."


def of(text: str, posted: datetime = POSTED) -> Draft:
    return read(text, claimant="ru-mod", posted=posted)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300), st.integers(0, 200), st.sampled_from(sorted(READERS)))
def test_nothing_raises(noise: str, at: int, claimant: str) -> None:
    for text in (RUSSIAN, UKRAINIAN, ENGLISH):
        for changed in (noise, text[:at] + noise + text[at:]):
            draft = read(changed, claimant=claimant, posted=POSTED)
            assert draft.status in ("accepted", "partial", "refused")
            assert bool(draft.reason) == (draft.status != "accepted")


@pytest.mark.parametrize("claimant", sorted(READERS))
@pytest.mark.parametrize(
    "text",
    [
        "БПЛА ПВО уничтожен 7 " * 500_000,
        "збито 7 БпЛА у Київській області, " * 300_000,
        "shot down 7 drones over Kyiv and Kursk, " * 300_000,
        "9" * 10_000_000,
        "\x00\xff\ud800" * 1000,
        bytes(range(256)).decode("latin-1") * 40,
        "٣ БпЛА збито ① ½ ௧",
    ],
    ids=["russian", "ukrainian", "english", "digits", "surrogates", "binary", "digits of others"],
)
def test_ten_megabytes_and_binary(claimant: str, text: str) -> None:
    draft = read(text, claimant=claimant, posted=POSTED)
    assert (draft.status != "accepted") or "٣" in text


def test_look_alikes_are_read_as_what_they_look_like() -> None:
    mixed = RUSSIAN.replace("Курской", "Куpcкoй").replace("над", "на\u200bд")
    assert mixed != RUSSIAN
    assert told(of(mixed)) == told(of(RUSSIAN)) == "shot_down 2; shot_down@RU-KRS 2"
    mixed = UKRAINIAN.replace("збито", "збитo").replace("Сумській", "Cумcькiй")
    got = told(read(mixed, claimant="ua-air-force", posted=POSTED))
    assert got == "shot_down 2; shot_down@UA-59 listed"


@pytest.mark.parametrize(
    ("claimant", "text"), [("ru-mod", RUSSIAN), ("ru-mod", ENGLISH), ("ua-air-force", UKRAINIAN)]
)
def test_rows_fit_the_tables(claimant: str, text: str) -> None:
    draft = read(text, claimant=claimant, posted=POSTED)
    assert draft.status == "accepted"
    for table, rows in (("statements", draft.statements), ("drone_claims", draft.claims),
                        ("sources", draft.sources), ("relays", draft.relays)):  # fmt: skip
        names = [f["name"] for f in wartoll.schema(table)["fields"]]
        assert all(list(row) == names for row in rows)


def _covers(one: list[str], other: list[str]) -> bool:
    """Whether a stem of the same meaning matches all that a longer one does."""
    stems = list(zip(one[1].split(), other[1].split(), strict=False))
    same = one != other and (one[0], one[2]) == (other[0], other[2])
    alike = len(one[1].split()) == len(other[1].split())
    return (
        same
        and alike
        and all(b.startswith(a) and (not a.endswith("=") or a == b) for a, b in stems)
    )


GRAMMARS = sorted((ROOT / "src/wartoll/bulletins/grammar").glob("*.csv"))


@pytest.mark.parametrize("file", GRAMMARS, ids=[f.stem for f in GRAMMARS])
def test_grammar_is_sorted_without_useless_stems_and_leads_to_places(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    assert lines[0].split(",") == COLUMNS
    assert lines[1:] == sorted(set(lines[1:]))
    known = set(wartoll.load("places")["place_id"])
    for kind in ("place", "country", "macro"):
        assert lexicon(file.stem).values(kind) - {""} <= known
    rows = list(csv.reader(lines[1:]))
    assert all(len(row) == 3 and row[1] == row[1].casefold().strip() for row in rows)
    stems = [row[1] for row in rows]
    assert sorted(stems) == sorted(set(stems)), [s for s, n in Counter(stems).items() if n > 1]
    assert [r for r in rows if any(_covers(o, r) for o in rows)] == []
    assert {row[0] for row in rows} <= set(KINDS), "describe the kind in grammar/README.md"


def _kinds() -> list[str]:
    text = (ROOT / "src/wartoll/bulletins/grammar/README.md").read_text("utf-8")
    return re.findall(r"^\| `(\w+)`", text, re.MULTILINE)


KINDS = _kinds()


def test_unknown_claimant_and_time_without_zone() -> None:
    with pytest.raises(ValueError, match="ru-mod"):
        read("", claimant="nobody", posted=POSTED)
    with pytest.raises(ValueError, match="zone"):
        read("", claimant="ru-mod", posted=datetime(2024, 1, 1))


def test_command_reads_one_text_and_a_file_of_posts(
    tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    text = RUSSIAN
    (tmp_path / "one.txt").write_text(text, "utf-8")
    (tmp_path / "posts.csv").write_text(
        f'posted_at_utc,text\n2024-10-28 04:10,"{text}"\n2024-10-28 05:00,Погода\n', "utf-8"
    )
    base = ("read", "--claimant", "ru-mod")
    code, out, _ = run(
        *base, "--posted", "2024-10-28T04:10Z", "--format", "json", tmp_path / "one.txt"
    )
    assert code == 0
    assert json.loads(out)["statements"][0]["statement_id"] == "ru-mod-20241028T0710"
    code, out, _ = run(*base, "--posts", tmp_path / "posts.csv")
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["accepted", "refused"]
    assert run(*base, "--posted", "yesterday", tmp_path / "one.txt")[0] == 2


def test_preview_marks_what_is_understood(
    tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    file = tmp_path / "one.txt"
    file.write_text(UKRAINIAN + " Ще 3 БпЛА втрачено над Незнамівкою.", "utf-8")
    code, out, _ = run("read", "--claimant", "ua-air-force", "--posted", "2024-10-28T07:00Z", file)
    assert code == 1
    assert "збито [два] БпЛА у [Сумській] області" in out
    assert "Ще {?3} БпЛА втрачено над {?Незнамівкою}." in out
    assert "  UA: shot_down 2" in out.splitlines()
    file.write_text("Überfall am Dienstag", "utf-8")
    assert run("read", "--claimant", "ru-mod", "--posted", "2024-10-28T07:00Z", file)[0] == 1


def _labels() -> list[dict]:
    lines = (ROOT / "tests/labels/ru_mod.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_no_wrong_figure_against_the_labels() -> None:
    folder = os.environ.get("WARTOLL_BULLETINS")
    if not folder:
        pytest.skip("set WARTOLL_BULLETINS to a folder with ru_mod_posts.csv to run the labels")
    with (Path(folder) / "ru_mod_posts.csv").open(encoding="utf-8", newline="") as file:
        texts, seen = {}, Counter()
        for row in csv.DictReader(file):
            seen[row["posted_at_utc"]] += 1
            texts[row["posted_at_utc"], seen[row["posted_at_utc"]]] = row["text"]
    tally: Counter[str] = Counter()
    for label in _labels():
        posted = datetime.fromisoformat(label["posted_at_utc"]).replace(tzinfo=UTC)
        draft = of(texts[label["posted_at_utc"], label["n"]], posted)
        if label["kind"] == "other":
            assert draft.status == "refused", label
            continue
        tally["cut" if label["cut"] else draft.status] += 1
        assert _wrong(draft, label["statements"][0]) == [], label
    assert tally["accepted"] >= 0.95 * (tally["accepted"] + tally["partial"] + tally["refused"])


def _wrong(draft: Draft, label: dict) -> list[str]:
    """Figures that the draft has and the label has not."""
    told = {(label["outcome"], "theatre", label["total"])}
    sums: Counter[str] = Counter()
    for item in label["places"]:
        told |= {(item["outcome"], p.split("/")[0], item["value"]) for p in item["places"]}
        sums[item["outcome"]] += item["value"] or 0
    if label["total"] is None:
        told |= {(outcome, "theatre", value) for outcome, value in sums.items()}
    told |= {(label["outcome"], h["place"], h["value"]) for h in label["headings"]}
    shared = {p for i in label["places"] if len(i["places"]) > 1 for p in i["places"]}
    return [str(f) for f in map(_figure, draft.claims) if f not in told and not _joint(f, shared)]


def _figure(claim: dict[str, str]) -> tuple[str, str, int | None]:
    return claim["outcome"], claim["place_id"], int(claim["value"]) if claim["value"] else None


def _joint(figure: tuple[str, str, int | None], shared: set[str]) -> bool:
    """Whether a figure is that of places that share it, or names one of them."""
    _, place, value = figure
    members = set(place.removeprefix("group.").split("+"))
    return (place in shared or members <= shared) and (value is None or len(members) > 1)
