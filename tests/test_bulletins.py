"""The bulletin reader: sentences of our own for every shape, labels read by hand, any input."""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

import wartoll
from wartoll.bulletins import Draft, read
from wartoll.bulletins.lexicon import COLUMNS, lexicon

POSTED = datetime(2024, 10, 28, 4, 10, tzinfo=UTC)
ATTACK = "Сегодня около 6.30 мск пресечена попытка совершить атаку с применением БПЛА. "
BY = "Дежурными средствами ПВО "
UAV = "украинских беспилотных летательных аппаратов"


def of(text: str, posted: datetime = POSTED) -> Draft:
    return read(text, claimant="ru-mod", posted=posted)


def figures(draft: Draft) -> dict[str, object]:
    """Place -> number, or None for a place named without one."""
    return {c["place_id"]: int(c["value"]) if c["value"] else None for c in draft.claims}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "уничтожен и перехвачен 21 беспилотный летательный аппарат: 13 – над территорией "
            "Белгородской области, шесть – над Брянской, по одному – над территориями Воронежской "
            "и Курской областей.",
            {"theatre": 21, "RU-BEL": 13, "RU-BRY": 6, "RU-VOR": 1, "RU-KRS": 1},
        ),
        (
            "украинский БПЛА уничтожен над территорией Тульской области.",
            {"theatre": 1, "RU-TUL": 1},
        ),
        (
            "уничтожены тридцать один БПЛА: двадцать девять – над акваторией Черного моря и два – "
            "над территорией Республики Крым.",
            {"theatre": 31, "sea.black": 29, "UA-43": 2},
        ),
        (
            f"перехвачены и уничтожены 88 {UAV} над территориями Курской области, Краснодарского "
            "края и акваториями Черного и Азовского морей.",
            {"theatre": 88, "RU-KRS": None, "RU-KDA": None, "sea.black": None, "sea.azov": None},
        ),
        (
            "два БПЛА уничтожены над территорией Брянской области и еще три БПЛА перехвачены над "
            "акваторией Черного моря около побережья Республики Крым.",
            {"RU-BRY": 2, "sea.black": 3},
        ),
        (
            "над территорией Курской области уничтожено 5 БПЛА, над территорией Брянской – 3 БПЛА.",
            {"RU-KRS": 5, "RU-BRY": 3},
        ),
        (
            "перехвачено над территориями Московской (2 БпЛА) и Орловской (1 БпЛА) областей.",
            {"RU-MOS": 2, "RU-ORL": 1},
        ),
        (
            "три реактивных снаряда и два БПЛА уничтожены над территорией Белгородской области.",
            {"theatre": 2, "RU-BEL": 2},
        ),
        (
            "уничтожены 22 БпЛА, из которых – 15 над Брянской областью, 7 – над Московским "
            "регионом.",
            {"theatre": 22, "RU-BRY": 15, "group.RU-MOS+RU-MOW": 7},
        ),
        (
            "уничтожены 9 БПЛА: 5 – над территорией Курской области, 4 – над территориями "
            "Тульской и Орловской областей.",
            {"theatre": 9, "RU-KRS": 5, "group.RU-ORL+RU-TUL": 4},
        ),
        (
            "БПЛА обнаружен и подавлен над территорией Подольского района Московской области.",
            {"theatre": 1, "RU-MOS": 1},
        ),
    ],
)
def test_every_shape_is_read_whole(body: str, expected: dict[str, object]) -> None:
    draft = of(ATTACK + BY + body)
    assert (draft.status, draft.reason, draft.unread) == ("accepted", "", [])
    assert figures(draft) == expected


EVENING = datetime(2024, 10, 27, 20, 4, tzinfo=UTC)
MIDNIGHT = datetime(2024, 10, 27, 22, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "posted", "start", "end", "basis"),
    [
        (
            "В период с 23.00 мск 27.10 до 07:00 мск 28.10 ",
            POSTED,
            "27T23:00",
            "28T07:00",
            "stated",
        ),
        ("С 20.20 до 22.50 мск ", EVENING, "27T20:20", "27T22:50", "stated"),
        ("С 23.10 до 00.40 мск ", MIDNIGHT, "27T23:10", "28T00:40", "stated"),
        ("Около 6.05 мск ", POSTED, "", "28T06:05", "stated"),
        ("Около 22.10 мск ", EVENING, "", "27T22:10", "stated"),
        ("28 октября в 3 часа 30 минут ", POSTED, "", "28T03:30", "stated"),
        ("В течение прошедшей ночи ", POSTED, "27T20:00", "28T07:10", "convention"),
        ("Сегодня утром ", POSTED, "", "", ""),
    ],
)
def test_window(head: str, posted: datetime, start: str, end: str, basis: str) -> None:
    draft = of(f"{head}дежурными средствами ПВО уничтожены два БПЛА над Курской областью.", posted)
    (said,) = draft.statements
    got = (said["window_start"], said["window_end"])
    assert got == tuple(f"2024-10-{t}+03:00" if t else "" for t in (start, end))
    assert said["window_basis"] == basis
    assert figures(draft) == {"theatre": 2, "RU-KRS": 2}


def test_drones_flying_toward_a_place_are_part_of_the_figure_around_it() -> None:
    draft = of(
        ATTACK + BY + "уничтожены 12 БПЛА: 10 – над территорией Московского региона, в том числе "
        "два, летевших на Москву, 2 – над Тульской областью."
    )
    (toward,) = [c for c in draft.claims if c["place_role"] == "toward"]
    assert (toward["place_id"], toward["value"], toward["part_axis"]) == ("RU-MOW", "2", "heading")
    whole = next(c for c in draft.claims if c["claim_id"] == toward["part_of"])
    assert whole["place_id"] == "group.RU-MOS+RU-MOW"


def test_two_times_in_one_text_are_refused() -> None:
    draft = of("В 6.15 мск и 6.45 мск " + BY + "БПЛА уничтожены над территорией Курской области.")
    assert draft.status == "refused"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "уничтожены 20 БПЛА: 10 – над Курской областью, 9 – над Тульской.",
            "add up to 19, not 20",
        ),
        ("уничтожены 20 БПЛА над Курской областью и деревней Незнамово.", "Незнамово"),
        ("уничтожены 20 БПЛА. Еще 7 БПЛА подавлены.", "not understood"),
        (f"уничтожены 44 {UAV}: 11 – над территорией Курской области, {'и ' * 130}", "cut"),
    ],
)
def test_partial_says_why_and_claims_nothing_wrong(text: str, reason: str) -> None:
    draft = of(ATTACK + BY + text)
    assert draft.status == "partial"
    assert reason in draft.reason
    assert {s["review"] for s in draft.statements} == {"candidate"}
    assert not any(c["parts_complete"] for c in draft.claims)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Сводка о ходе операции: средствами ПВО уничтожены 33 БПЛА.",
        "Заявление пресс-центра группировки: расчетами ПВО уничтожены 3 БПЛА.",
        ATTACK + BY + "уничтожены три реактивных снаряда над Курской областью.",
        "Главное за день: средствами ПВО сбит беспилотник.",
        "Кадры работы расчета: средствами ПВО уничтожен БПЛА над Курской областью.",
    ],
)
def test_what_is_no_bulletin_is_refused(text: str) -> None:
    draft = of(text)
    assert draft.status == "refused"
    assert draft.reason
    assert draft.claims == draft.statements == []


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300), st.integers(0, 200))
def test_nothing_raises(noise: str, at: int) -> None:
    text = ATTACK + BY + f"уничтожены 12 {UAV} над Курской областью."
    assert of(noise).status in ("accepted", "partial", "refused")
    assert of(text[:at] + noise + text[at:]).status in ("accepted", "partial", "refused")


def test_ten_megabytes_and_look_alikes() -> None:
    assert of("БПЛА ПВО уничтожен 7 " * 500_000).status != "accepted"
    mixed = (ATTACK + BY + "уничтoжены два БПЛA нaд Куpской oблaстью.").replace("над", "на\u200bд")
    assert figures(of(mixed)) == {"theatre": 2, "RU-KRS": 2}


def test_rows_fit_the_tables() -> None:
    draft = of(ATTACK + BY + "уничтожены 9 БПЛА: 5 – над Курской, 4 – над Тульской областью.")
    for table, rows in (("statements", draft.statements), ("drone_claims", draft.claims),
                        ("sources", draft.sources), ("relays", draft.relays)):  # fmt: skip
        names = [f["name"] for f in wartoll.schema(table)["fields"]]
        assert all(list(row) == names for row in rows)


def test_grammar_leads_to_places_only() -> None:
    places = set(wartoll.load("places")["place_id"])
    assert lexicon("ministry_ru").values("place") <= places
    text = (ROOT / "src/wartoll/bulletins/grammar/ministry_ru.csv").read_text("utf-8").splitlines()
    assert text[0].split(",") == COLUMNS
    assert text[1:] == sorted(set(text[1:]))


def test_unknown_claimant_and_time_without_zone() -> None:
    with pytest.raises(ValueError, match="ru-mod"):
        read("", claimant="nobody", posted=POSTED)
    with pytest.raises(ValueError, match="zone"):
        read("", claimant="ru-mod", posted=datetime(2024, 1, 1))


def test_command_reads_one_text_and_a_file_of_posts(
    tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    text = ATTACK + BY + "уничтожены два БПЛА над Курской областью."
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
    total = label["total"]
    told = {(p.split("/")[0], i["value"]) for i in label["places"] for p in i["places"]}
    shared = {p for i in label["places"] if len(i["places"]) > 1 for p in i["places"]}
    told |= {(h["place"], h["value"]) for h in label["headings"]}
    wrong = []
    for claim in draft.claims:
        place, value = claim["place_id"], int(claim["value"]) if claim["value"] else None
        known = place == "theatre" and total in (None, value)
        group = set(place.removeprefix("group.").split("+")) <= shared
        if not (known or (place, value) in told or (value is None and place in shared) or group):
            wrong.append(f"{place} {value}")
    return wrong
