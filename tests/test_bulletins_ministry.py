"""The reader of the Russian ministry: sentences of our own, in Russian and English."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from bulletin_helpers import ministry, told, window

from wartoll.bulletins import Draft

POSTED = datetime(2024, 10, 28, 4, 10, tzinfo=UTC)
ATTACK = "Сегодня около 6.30 мск пресечена попытка совершить атаку с применением БПЛА. "
BY = "Дежурными средствами ПВО "
UAV = "украинских беспилотных летательных аппаратов"


def of(text: str, posted: datetime = POSTED) -> Draft:
    return ministry(text, posted)


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
        ("уничтожены 20 БПЛА. Один упал над деревней Незнамово.", "Незнамово"),
        ("уничтожены 20 БПЛА, из них 7 БПЛА подавлены.", "not understood"),
        (f"уничтожены 44 {UAV}: 11 – над территорией Курской области, {'и ' * 130}", "cut"),
    ],
)
def test_partial_says_why_and_claims_nothing_wrong(text: str, reason: str) -> None:
    draft = of(ATTACK + BY + text)
    assert draft.status == ("partial" if draft.claims or reason == "cut" else "refused")
    assert reason in draft.reason
    assert {s["review"] for s in draft.statements} <= {"candidate"}
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


@pytest.mark.parametrize("limit", ["более", "около", "не менее", "свыше", "порядка"])
def test_a_number_with_a_limit_is_none_to_count_with(limit: str) -> None:
    draft = of(f"{ATTACK}{BY}уничтожено {limit} 30 БПЛА над Курской областью.")
    assert (draft.status, told(draft), draft.unread) == ("refused", "", ["30"])


def test_people_are_no_drones() -> None:
    draft = of(ATTACK + BY + "уничтожены два БПЛА над Курской областью, ранены три человека.")
    assert told(draft) == "shot_down 2; shot_down@RU-KRS 2"


@pytest.mark.parametrize(
    ("text", "expected", "note"),
    [
        ("Пресечена атака двадцатью БПЛА на Крым. Четырнадцать БПЛА уничтожены средствами ПВО. Еще "
         "шесть БПЛА подавлены средствами РЭБ.", "shot_down 14; suppressed 6",
         "Said to be 20 in all."),
        (BY + "три БПЛА уничтожены и пять БПЛА подавлены.", "shot_down 3; suppressed 5", ""),
        ("Обнаружено 42 БПЛА. Над Крымом девять БПЛА уничтожены средствами ПВО, 33 подавлены РЭБ.",
         "shot_down@UA-43 9; suppressed 33", "Said to be 42 in all."),
        (BY + "уничтожены 7 БПЛА: 5 – над Курской областью, 2 – над Тульской. Также один БПЛА "
         "подавлен над Брянской областью.",
         "shot_down 7; shot_down@RU-KRS 5; shot_down@RU-TUL 2; suppressed@RU-BRY 1", ""),
    ],
)  # fmt: skip
def test_two_outcomes_have_a_total_each(text: str, expected: str, note: str) -> None:
    draft = of(text)
    assert (draft.status, draft.reason, told(draft)) == ("accepted", "", expected)
    assert [s["note"] for s in draft.statements] == [note]
    assert {c["place_id"] for c in draft.claims if not c["part_of"]} & {"theatre", "UA-43"}


@pytest.mark.parametrize(
    ("text", "unread", "expected"),
    [
        ("Пресечена атака 21 БПЛА на Крым. Четырнадцать БПЛА уничтожены средствами ПВО. Еще "
         "шесть БПЛА подавлены средствами РЭБ.", "21", "shot_down 14; suppressed 6"),
        (BY + "обнаружены, уничтожены над Крымом и подавлены пять БПЛА.", "two outcomes", ""),
        ("Три БПЛА уничтожены средствами ПВО. Еще 4 БПЛА уничтожены. Два подавлены РЭБ.", "4",
         "suppressed 2"),
        (BY + "перехвачены три БПЛА над Брянском, два из которых уничтожены.", "два",
         "shot_down@RU-BRY 3"),
    ],
)  # fmt: skip
def test_two_outcomes_are_not_added_up(text: str, unread: str, expected: str) -> None:
    draft = of(text)
    assert (draft.status, told(draft)) == ("partial" if expected else "refused", expected)
    assert unread in draft.unread or unread in draft.reason


def test_suppressed_without_a_place_is_suppressed() -> None:
    draft = of("Средствами радиоэлектронной борьбы два украинских БПЛА были подавлены.")
    assert (draft.status, told(draft)) == ("accepted", "suppressed 2")


@pytest.mark.parametrize(
    "places",
    [
        "над территориями Курской (5 БПЛА) и Тульской (2 БПЛА) областей",
        "над территорией Курской области (5 БПЛА) и Тульской области (2 БПЛА)",
        "над Курской (пять) и Тульской (два) областями",
        "самолетного типа:  5 БПЛА  –  над территорией  Курской области,  2 – над Тульской",
    ],
)
def test_numbers_in_brackets_and_after_double_spaces(places: str) -> None:
    draft = of(f"{ATTACK}{BY}уничтожены семь БПЛА {places}.")
    assert (draft.status, draft.reason) == ("accepted", "")
    assert told(draft) == "shot_down 7; shot_down@RU-KRS 5; shot_down@RU-TUL 2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("БПЛА уничтожен над Белгородской областью и три БПЛА перехвачены над Тульской областью.",
         "shot_down@RU-BEL listed; shot_down@RU-TUL 3"),
        ("БПЛА уничтожен над Белгородской областью, 11 БПЛА уничтожены над Тульской областью.",
         "shot_down@RU-BEL listed; shot_down@RU-TUL 11"),
        ("БПЛА перехвачен над Курской областью, пять уничтожены над территориями Брянской (3 БПЛА) "
         "и Тульской (2 БПЛА) областей.",
         "shot_down@RU-KRS listed; shot_down@RU-BRY 3; shot_down@RU-TUL 2"),
        ("БПЛА уничтожен над Брянской областью, ракета – над Ростовской областью.",
         "shot_down 1; shot_down@RU-BRY 1"),
        ("уничтожены два БПЛА над Брянской областью. Над Крымом уничтожена ракета.",
         "shot_down 2; shot_down@RU-BRY 2"),
        ("уничтожено 36 БПЛА над акваторией Черного моря и западной частью полуострова Крым.",
         "shot_down 36; shot_down@sea.black listed; shot_down@UA-43 listed"),
        ("в 10 км от побережья Крымского полуострова уничтожен БПЛА.", "shot_down 1"),
        ("над Курской областью уничтожены еще четыре БПЛА.", "shot_down 4; shot_down@RU-KRS 4"),
        ("уничтожены два БПЛА над\n▫️ территорией Курской области,\n▫️ территорией Тульской области.",
         "shot_down 2; shot_down@RU-KRS listed; shot_down@RU-TUL listed"),
    ],
)  # fmt: skip
def test_which_place_a_number_goes_with(text: str, expected: str) -> None:
    draft = of(ATTACK + BY + text)
    assert (draft.status, draft.reason, told(draft)) == ("accepted", "", expected)


def test_a_long_list_that_is_cut_shares_the_total() -> None:
    names = "Курской, Тульской, Брянской, Калужской, Липецкой"
    text = f"{BY}уничтожены 44 {UAV} над территориями {names} областей, акватории"
    draft = of(text + " " * (401 - len(text)) + "х")
    assert (draft.status, draft.reason) == ("partial", "the text is cut")
    assert told(draft).startswith("shot_down 44; shot_down@RU-KRS listed; shot_down@RU-TUL listed")
    assert not any(c["place_id"].startswith("group.") for c in draft.claims)


def test_a_number_whose_place_is_cut_off_is_no_total() -> None:
    text = f"{BY}уничтожены: двадцать пять снарядов и три украинских БПЛА над террито"
    draft = of(" " * 400 + text)
    assert (draft.status, draft.reason, draft.claims) == ("partial", "the text is cut", [])


@pytest.mark.parametrize(
    ("hours", "start", "end", "basis"),
    [
        ("В период с 20.00 мск 27 октября ", "27T20:00", "28T07:10", "convention"),
        ("По состоянию на 6.30 мск ", "", "28T06:30", "stated"),
    ],
)
def test_a_start_or_a_cut_off_alone(hours: str, start: str, end: str, basis: str) -> None:
    (said,) = of(f"{hours}{BY}уничтожены 3 БПЛА над Курской областью.").statements
    assert said["window_start"] == (f"2024-10-{start}+03:00" if start else "")
    assert (said["window_end"], said["window_basis"]) == (f"2024-10-{end}+03:00", basis)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BY + "уничтожены 5 БПЛА над Курской областью. По сообщению губернатора, над Брянской "
         "областью сбиты 16 БПЛА.", "shot_down@RU-KRS 5"),
        (BY + "уничтожены 5 БПЛА над Курской областью. Днем ранее были уничтожены 36 БПЛА над "
         "Орловской областью.", "shot_down@RU-KRS 5"),
        (BY + "уничтожены 5 БПЛА над Курской областью. Один склад поврежден в Тульской области.",
         "shot_down@RU-KRS 5"),
        (BY + "уничтожены 20 БПЛА: 12 – над Курской областью, 8 – над деревней Незнамово Тульской "
         "области.", ""),
        (BY + "уничтожены БПЛА над Курской областью. Напомним, накануне были уничтожены 27 БПЛА.",
         "shot_down@RU-KRS listed"),
        ("In all 12 drones were destroyed over Crimea. Three drones, over the Tula Region, had "
         "been destroyed the night before.", "shot_down@UA-43 12"),
    ],
)  # fmt: skip
def test_a_sentence_of_others_or_not_understood_gives_no_figure(text: str, expected: str) -> None:
    draft = ministry(text)
    assert (draft.status, told(draft)) == ("partial" if expected else "refused", expected)


@pytest.mark.parametrize(
    "text",
    [
        "Черноморским флотом уничтожены пять безэкипажных катеров средствами ПВО. БПЛА не было.",
        "За минувший месяц средствами ПВО уничтожены 3 870 БПЛА, больше всего над Брянской.",
        "Naval aviation destroyed four unmanned boats overnight, the ministry said. No drone "
        "boats reached the coast.",
    ],
)
def test_boats_and_recaps_give_no_figure(text: str) -> None:
    draft = ministry(text)
    assert draft.status != "accepted"
    assert draft.claims == []


def test_a_list_goes_on_after_a_comma_and_a_double_space() -> None:
    draft = of(
        f"{BY}уничтожены 214 {UAV} над территориями Брянской,  Самарской областей,\nПермского "
        "края и над акваторией Черного моря."
    )
    assert told(draft) == (
        "shot_down 214; shot_down@RU-BRY listed; shot_down@RU-SAM listed; shot_down@RU-PER listed; "
        "shot_down@sea.black listed"
    )


def test_places_below_a_shared_number_are_not_told_apart() -> None:
    draft = of(BY + "уничтожены 21 БПЛА над Курской и Тульской областями:\nБрянская область.")
    assert (draft.status, "RU-BRY" in draft.unread) == ("partial", True)


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("В ночь на 28 октября средствами ПВО уничтожены 4 БПЛА. В ночь на 27 октября уничтожены "
         "27 БПЛА.", "partial", "shot_down 4"),
        ("В ночь на 27 октября средствами ПВО уничтожены 4 БПЛА. В ночь на 28 октября уничтожены "
         "27 БПЛА.", "refused", ""),
        ("Overnight air defense destroyed 4 drones. Ukraine launched a similar attack on October "
         "20, when 116 drones were shot down.", "partial", "shot_down 4"),
    ],
)  # fmt: skip
def test_other_nights_and_days_are_set_aside(text: str, status: str, expected: str) -> None:
    draft = ministry(text, POSTED)
    assert (draft.status, told(draft)) == (status, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Places in a list whose next place has a number of its own, or after those flying on.
        ("уничтожены 20 БПЛА: 18 – над Брянской областью, два – сбиты над Московской областью, над "
         "акваторией Азовского моря перехвачено 9.", ""),
        ("уничтожены два БПЛА над Тульской областью, над акваторией Азовского моря перехвачено 9.",
         "shot_down@RU-TUL 2; shot_down@sea.azov 9"),
        ("уничтожены 16 БПЛА: 10 над Московским регионом, из них 4 летели на Москву, над Тверской "
         "областью – 6.", "shot_down 16; shot_down@group.RU-MOS+RU-MOW 10; shot_down@RU-TVE 6; "
         "shot_down@RU-MOW 4"),
        ("уничтожены 9 БПЛА над территориями Тульской области, Московского региона, в том числе 2 "
         "БПЛА, летевших на Москву, Республики Крым и над акваторией Черного моря.",
         "shot_down 9; shot_down@RU-TUL listed; shot_down@group.RU-MOS+RU-MOW listed; "
         "shot_down@UA-43 listed; shot_down@sea.black listed; shot_down@RU-MOW 2"),
        # A place named twice, by another name, or with another office's report.
        ("уничтожены 10 БПЛА: 9 – над Московской областью, 1 – над Зарайским районом Московской "
         "области.", "shot_down 10"),
        ("уничтожены 13 БПЛА: 13 – над территорией Чувашской Республики – Чувашии.",
         "shot_down 13; shot_down@RU-CU 13"),
        ("уничтожены 5 БПЛА над Курганской областью. Утром министерство сообщало о 98 БПЛА, "
         "уничтоженных над Тульской областью.", "shot_down@RU-KGN 5"),
        ("уничтожены 7 БПЛА: 1 – над Курской областью, по два – над территориями трех регионов: "
         "Липецкой, Тульской и Орловской областей.",
         "shot_down 7; shot_down@RU-KRS 1; shot_down@RU-LIP 2; shot_down@RU-TUL 2; "
         "shot_down@RU-ORL 2"),
        ("уничтожены 5 БПЛА: над Курской областью – 3 и над Тульской – два.",
         "shot_down 5; shot_down@RU-KRS 3; shot_down@RU-TUL 2"),
        ("уничтожены 5 БПЛА. Ранее, по данным ведомства, были сбиты девять БПЛА.", "shot_down 5"),
        ("уничтожены и подавлены 5 БПЛА. В море уничтожены два катера.",
         "shot_down_or_suppressed 5"),
        ("в две волны уничтожены 5 БПЛА.", "shot_down 5"),
        ("за три часа уничтожены 5 БПЛА и две ракеты «Storm Shadow» над Курской областью.",
         "shot_down 5; shot_down@RU-KRS 5"),
        ("уничтожены 9 БПЛА над территориями Ханты-Мансийского автономного округа – Югры, "
         "Пермского края и над акваториями Каспийского и Черного морей.",
         "shot_down 9; shot_down@RU-KHM listed; shot_down@RU-PER listed; "
         "shot_down@sea.caspian listed; shot_down@sea.black listed"),
        ("уничтожены 9 БПЛА:\nКраснодарский край – пять БПЛА,\nТульская область – 4 БПЛА.",
         "shot_down 9; shot_down@RU-KDA 5; shot_down@RU-TUL 4"),
        # Balloons, numbers told twice, numbers of items.
        ("уничтожены 7 БПЛА и два шара над Курской областью, три шара – над Тульской.",
         "shot_down 7; shot_down@RU-KRS 7"),
        ("уничтожены 5 (пять) БПЛА: 1) 3 – над Курской областью, 2) 2 – над Тульской областью.",
         "shot_down 5; shot_down@RU-KRS 3; shot_down@RU-TUL 2"),
    ],
)  # fmt: skip
def test_which_places_share_a_number(text: str, expected: str) -> None:
    assert told(of(BY + text)) == expected


def test_a_night_of_two_days_has_no_number() -> None:
    text = (
        "В ночь с 4 на 28 октября пресечена атака БПЛА. Средствами ПВО уничтожено над Курской "
        "областью три БПЛА, над территорией Брянской области – один."
    )
    assert told(of(text)) == "shot_down@RU-KRS 3; shot_down@RU-BRY 1"


def test_a_date_after_the_posting_is_not_accepted() -> None:
    draft = of("В ночь на 28 ноября средствами ПВО уничтожены 4 БПЛА над Курской областью.")
    assert (draft.status, "28 ноября" in draft.reason) == ("partial", True)


def test_a_dateline_names_no_place_of_drones() -> None:
    english = ministry("MOSCOW, July 13 - Air defense destroyed 5 drones over the Kursk Region.")
    assert told(english) == "shot_down 5; shot_down@RU-KRS 5"
    draft = of(f"МОСКВА, 28 октября. /Агентство/. {BY}уничтожены 4 БПЛА над Курской областью.")
    assert (draft.status, told(draft)) == ("accepted", "shot_down 4; shot_down@RU-KRS 4")


def test_wrapped_lines_are_read_as_sentences() -> None:
    text = (
        "В течение прошедшей ночи\nдежурными средствами\nПВО уничтожены 7 украинских\n"
        "беспилотных аппаратов:\n\n▫️ 5\nБПЛА – над территорией Курской области,\n"
        "▫️ 2 БПЛА – над\nтерриторией Тульской области."
    )
    draft = of(text)
    assert (draft.status, draft.reason) == ("accepted", "")
    assert told(draft) == "shot_down 7; shot_down@RU-KRS 5; shot_down@RU-TUL 2"


@pytest.mark.parametrize("number", ["12", "13"])
def test_a_headline_is_checked_and_a_dateline_passed(number: str) -> None:
    draft = ministry(
        f"Air Defenses Wipe Out {number} Drones\n\nMOSCOW, July 14. /TASS/. Air defenses "
        "destroyed 12 drones over the Tula Region overnight."
    )
    assert told(draft) == "shot_down 12; shot_down@RU-TUL 12"
    assert draft.status == ("accepted" if number == "12" else "partial")
    assert draft.unread == ([] if number == "12" else ["13"])


@pytest.mark.parametrize(
    ("headline", "status"),
    [("Nearly 130 drones downed", "accepted"), ("Over 120 drones downed", "accepted"),
     ("130 drones downed", "partial"), ("Nearly 150 drones downed", "partial")],
)  # fmt: skip
def test_a_headline_may_round(headline: str, status: str) -> None:
    draft = ministry(f"{headline}\nAir defense destroyed 126 drones overnight.")
    assert (draft.status, told(draft)) == (status, "shot_down 126")


def test_hours_of_something_else_are_no_window() -> None:
    (said,) = ministry(
        "Air defense destroyed 12 drones overnight. The airport was shut from 1:00 a.m. to 5:30 "
        "a.m. on July 14."
    ).statements
    assert said["window_basis"] == "convention"


def test_until_midnight_of_a_day_is_its_end() -> None:
    (said,) = ministry(
        "From 8 p.m. to midnight Moscow time on July 13, air defense destroyed 3 drones."
    ).statements
    window = (said["window_start"], said["window_end"])
    assert window == ("2026-07-13T20:00+03:00", "2026-07-14T00:00+03:00")


def test_english_windows_with_a_second_clock_and_a_year() -> None:
    posted = datetime(2026, 7, 14, 8, 0, tzinfo=UTC)
    for hours in (
        "Between 11:00 p.m. Moscow time on July 13 of the current year and 7 a.m. Moscow time on "
        "July 14",
        "From 11:00 PM [20:00 GMT] on July 13 to 7:00 AM [04:00 GMT] Moscow time on July 14",
    ):
        (said,) = ministry(f"{hours}, air defense destroyed 3 drones.", posted).statements
        window = (said["window_start"], said["window_end"])
        assert window == ("2026-07-13T23:00+03:00", "2026-07-14T07:00+03:00")


def test_years_and_hours_are_no_figures() -> None:
    draft = ministry(
        "In seven hours, 12 drones were destroyed by air defense over Crimea, which Russia annexed "
        "in 2014."
    )
    assert (draft.status, told(draft)) == ("accepted", "shot_down 12; shot_down@UA-43 12")


def test_two_times_without_a_period_give_no_window() -> None:
    draft = ministry("Air defense destroyed 3 drones at 11:00 p.m. and at 7:00 a.m.")
    assert [(s["window_start"], s["window_end"]) for s in draft.statements] == [("", "")]


def test_a_window_that_ends_after_the_posting_is_not_that_of_the_day_before() -> None:
    draft = of("С 6.00 до 7.30 мск " + BY + "уничтожены два БПЛА над Курской областью.")
    assert [(s["window_start"], s["window_end"]) for s in draft.statements] == [("", "")]


def test_designations_and_the_channels_links_have_no_figures() -> None:
    draft = of(
        "🎖🎖 Утром дежурными средствами ПВО уничтожены два БПЛА и три снаряда РСЗО RM-70 «Вампир» "
        "над Курской областью.  ▫️ [Канал в MAX – работа 24/7.](https://max.ru/somewhere)"
    )
    assert (draft.status, told(draft)) == ("accepted", "shot_down 2; shot_down@RU-KRS 2")


def test_one_number_for_shot_down_and_suppressed() -> None:
    draft = of(BY + "уничтожены и подавлены 8 БПЛА: 5 – над Курской областью, 3 – над Брянской.")
    assert draft.status == "accepted"
    assert told(draft) == (
        "shot_down_or_suppressed 8; shot_down_or_suppressed@RU-KRS 5; "
        "shot_down_or_suppressed@RU-BRY 3"
    )


ENGLISH = [
    (
        "Air defense destroyed 9 drones over the Tula and Kursk regions, as well as over the "
        "waters of the Azov and Black Seas overnight.",
        "shot_down 9; shot_down@RU-TUL listed; shot_down@RU-KRS listed; shot_down@sea.azov listed; "
        "shot_down@sea.black listed",
    ),
    (
        "Air defense destroyed 29 drones over six Russian regions and the Black Sea overnight.",
        "shot_down 29; shot_down@sea.black listed",
    ),
    (
        "Russia downs drones over three regions and two seas\nAir defense destroyed 126 drones "
        "overnight, one of the largest raids in three years. It intercepted 126 drones and four "
        "Storm Shadow missiles. The UAVs were destroyed over the Bryansk, Kursk and Tula regions.",
        "shot_down 126; shot_down@RU-BRY listed; shot_down@RU-KRS listed; shot_down@RU-TUL listed",
    ),
    (
        "Air defense destroyed 5 drones overnight: 2 over the Tula Region and 3 over the Moscow "
        "Region (2 of them flying toward Moscow). There were no flights at eleven airports.",
        "shot_down 5; shot_down@RU-TUL 2; shot_down@group.RU-MOS+RU-MOW 3; shot_down@RU-MOW 2",
    ),
    (
        "Air defenses destroyed 48 Ukrainian drones overnight: 20 over the Bryansk Region, 12 over "
        "the Moscow Region, including seven en route to Moscow, 10 over Crimea, five over the "
        "Black Sea and one over the Kursk Region, the Defense Ministry said.",
        "shot_down 48; shot_down@RU-BRY 20; shot_down@group.RU-MOS+RU-MOW 12; shot_down@UA-43 10; "
        "shot_down@sea.black 5; shot_down@RU-KRS 1; shot_down@RU-MOW 7",
    ),
    (
        "A total of 31 drones were destroyed by air defense overnight: 12 over the Samara Region, "
        "four each over the Voronezh and Saratov Regions, seven over the Moscow Region (five of "
        "them bound for Moscow), one each over the Kursk, Kaluga, Penza and Tambov Regions.",
        "shot_down 31; shot_down@RU-SAM 12; shot_down@RU-VOR 4; shot_down@RU-SAR 4; "
        "shot_down@group.RU-MOS+RU-MOW 7; shot_down@RU-KRS 1; shot_down@RU-KLU 1; "
        "shot_down@RU-PNZ 1; shot_down@RU-TAM 1; shot_down@RU-MOW 5",
    ),
    (
        "Air defense destroyed 12 drones overnight: 6 over the Moscow Region, 5 over the Tula "
        "Region and 1 over Moscow.",
        "shot_down 12; shot_down@RU-MOS 6; shot_down@RU-TUL 5; shot_down@RU-MOW 1",
    ),
    (
        "Air defense destroyed 12 drones over the Bryansk, Kursk and Belgorod regions overnight.",
        "shot_down 12; shot_down@RU-BRY listed; shot_down@RU-KRS listed; shot_down@RU-BEL listed",
    ),
    (
        "18 drones were destroyed by air defense over the Bryansk and Kursk regions, Crimea, and "
        "the Black and Azov seas.",
        "shot_down 18; shot_down@RU-BRY listed; shot_down@RU-KRS listed; shot_down@UA-43 listed; "
        "shot_down@sea.black listed; shot_down@sea.azov listed",
    ),
    (
        "Air defense intercepted 9 drones overnight: 5 over the Kursk Region, 4 over the Oryol and "
        "Tula regions.",
        "shot_down 9; shot_down@RU-KRS 5; shot_down@group.RU-ORL+RU-TUL 4",
    ),
    (
        "Two drones each were destroyed by air defense over the Bryansk and Kursk regions.",
        "shot_down@RU-BRY 2; shot_down@RU-KRS 2",
    ),
    (
        'The ministry: air defense destroyed 9 drones. "On-duty forces destroyed 9 drones: 5 over '
        'the territory of Kursk Province, four over the Crimean Peninsula," it said.',
        "shot_down 9; shot_down@RU-KRS 5; shot_down@UA-43 4",
    ),
    (
        "Air defense destroyed 21 drones. Twelve drones were intercepted over Crimea, six in the "
        "Kursk region, and the remaining drones over the Belgorod and Bryansk regions.",
        "shot_down 21; shot_down@UA-43 12; shot_down@RU-KRS 6; shot_down@RU-BEL listed; "
        "shot_down@RU-BRY listed",
    ),
    (
        "A Ukrainian drone was destroyed by air defenses over the Kursk Region overnight.",
        "shot_down 1; shot_down@RU-KRS 1",
    ),
    (
        "Air defense destroyed 3 drones over the Black Sea off the coast of Crimea and two over "
        "the Krasnodar Region.",
        "shot_down@sea.black 3; shot_down@RU-KDA 2",
    ),
    (
        "Air defense destroyed three rockets and two drones over the Belgorod Region.",
        "shot_down 2; shot_down@RU-BEL 2",
    ),
    (
        "Two people were injured and air defense destroyed 13 drones over the Kursk Region.",
        "shot_down 13; shot_down@RU-KRS 13",
    ),
    (
        "Russia shot down forty-one drones over three regions: twenty-five over Kursk Region, ten "
        "over Belgorod Region, and six over the Republic of Crimea, the ministry said.",
        "shot_down 41; shot_down@RU-KRS 25; shot_down@RU-BEL 10; shot_down@UA-43 6",
    ),
    (
        "Overnight, air defense destroyed 33 drones over the regions of Bryansk, Tula, Moscow and "
        "over Crimea.",
        "shot_down 33; shot_down@RU-BRY listed; shot_down@RU-TUL listed; "
        "shot_down@group.RU-MOS+RU-MOW listed; shot_down@UA-43 listed",
    ),
    (
        "Over the Moscow and Kaluga regions, nine drones were destroyed, the ministry in Moscow "
        "said. Nine drones were destroyed by air defense over the Kaluga and Moscow regions.",
        "shot_down 9; shot_down@group.RU-MOS+RU-MOW listed; shot_down@RU-KLU listed",
    ),
    (
        "During the past night, 31 drones were destroyed by air defense: over Rostov region – 22, "
        "Voronezh region –7, Sea of Azov – 2.",
        "shot_down 31; shot_down@RU-ROS 22; shot_down@RU-VOR 7; shot_down@sea.azov 2",
    ),
    (
        "During the past night, when an attempt at a terrorist attack with drones against "
        "facilities on Russian territory was foiled, air defense destroyed 7 drones over the "
        "Rostov Region and two over the Tula Region.",
        "shot_down@RU-ROS 7; shot_down@RU-TUL 2",
    ),
    (
        "Air defense shot down 30 drones overnight. Another 7 drones were jammed.",
        "shot_down 30; suppressed 7",
    ),
    (
        "A total of 42 drones were detected overnight, the ministry said: 33 of them were "
        "suppressed by electronic warfare and nine shot down.",
        "suppressed 33; shot_down 9",
    ),
    (
        "Air defense destroyed 13 drones over the Kursk Region, and 7 were jammed over the Tula "
        "Region.",
        "shot_down@RU-KRS 13; suppressed@RU-TUL 7",
    ),
    (
        "Electronic warfare suppressed 5 drones over the Kursk Region, the ministry said.",
        "suppressed 5; suppressed@RU-KRS 5",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_every_english_shape_is_read_whole(text: str, expected: str) -> None:
    draft = ministry(text)
    assert (draft.status, draft.reason, draft.unread) == ("accepted", "", [])
    assert told(draft) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_another_digit_changes_the_draft(text: str, expected: str) -> None:
    for match in re.finditer(r"\d", text):
        other = str((int(match[0]) + 1) % 10)
        changed = ministry(text[: match.start()] + other + text[match.end() :])
        assert changed.status != "accepted" or told(changed) != expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("destroyed 20 drones: 10 over the Kursk Region, 9 over the Tula Region.", ""),
        ("destroyed 20 drones over the Kursk Region and the village of Neznamovo.",
         ""),
        ("destroyed over 30 drones.", ""),
        ("destroyed 8 drones that attacked Moscow.", ""),
        ("destroyed 8 drones that tried to attack Moscow, over the Moscow Region.", ""),
        ("destroyed 95 drones, with attempts as far north as the Leningrad Region.", ""),
        ("destroyed 28 drones. Twelve drones were downed each over the Kursk region and the "
         "southern Rostov region.",
         "shot_down 28"),
        ("destroyed at least 5 drones over the Kursk Region.", ""),
        ("destroyed 26 drones. Last week 312 drones were destroyed.", "shot_down 26"),
        ("destroyed 26 drones. None was shot down over the Oryol Region.", "shot_down 26"),
        ("destroyed 26 drones. Over the previous night 116 drones had been destroyed.",
         "shot_down 26"),
        ("destroyed 13 of 15 drones over the Kursk Region.", ""),
        ("destroyed 13 drones, including 6 over the Kursk Region.", ""),
        ("destroyed 5 drones over the Kursk Region. Earlier 7 drones were shot down.",
         "shot_down@RU-KRS 5"),
        ("destroyed 10 drones in the southern Rostov region, 5 of which were over Taganrog.",
         ""),
    ],
)  # fmt: skip
def test_english_partial_claims_nothing_wrong(text: str, expected: str) -> None:
    draft = ministry(f"Overnight air defense {text}")
    assert (draft.status, told(draft)) == ("partial" if expected else "refused", expected)
    assert not any(c["parts_complete"] for c in draft.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Over the past day air defense destroyed 312 drones.",
        "Battlegroup Center: air defense destroyed 12 drones.",
        "Footage of air defense crews: 3 drones destroyed.",
        "Air defense destroyed two missiles over the Belgorod Region.",
        "The Black Sea Fleet destroyed seven sea drones overnight, the ministry said.",
        "From 20:00 to 23:00 air defense destroyed 5 drones over the Kursk Region. From 23:00 to "
        "23:30 it destroyed 2 drones over the Tula Region.",
        "Drones attacked Moscow.",
    ],
)
def test_english_texts_that_are_no_bulletin_are_refused(text: str) -> None:
    draft = ministry(text)
    assert (draft.status, draft.claims) == ("refused", [])
    assert draft.reason


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("From 11:00 p.m. Moscow time on July 13 to 7:00 a.m. Moscow time on July 14",
         ("13T23:00", "14T07:00", "stated")),
        ("Between 1 p.m. and 8 p.m. on July 13", ("13T13:00", "13T20:00", "stated")),
        ("From 20:00 to 23:30 Moscow time on July 13", ("13T20:00", "13T23:30", "stated")),
        ("Around 5:30 a.m. Moscow time", ("", "14T05:30", "stated")),
        ("During the past night", ("13T20:00", "14T09:30", "convention")),
        ("This morning", ("", "", "")),
    ],
)  # fmt: skip
def test_english_window(head: str, expected: tuple[str, str, str]) -> None:
    draft = ministry(f"{head} air defense destroyed two drones over the Kursk Region.")
    start, end, basis = expected
    moments = tuple(f"2026-07-{m}+03:00" if m else "" for m in (start, end))
    assert window(draft)[:3] == (*moments, basis)
    assert told(draft) == "shot_down 2; shot_down@RU-KRS 2"


def test_a_comma_between_thousands_is_no_end_of_a_number() -> None:
    draft = ministry("Overnight air defense destroyed 1,213 drones over the Kursk Region.")
    assert (draft.status, told(draft)) == ("accepted", "shot_down 1213; shot_down@RU-KRS 1213")
