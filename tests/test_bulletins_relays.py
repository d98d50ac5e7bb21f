"""Bulletins as those who relay them put them otherwise: sentences of our own."""

from __future__ import annotations

import pytest
from bulletin_helpers import air_force, ministry, told

AIR_FORCE = [
    (
        "Вночі ворог атакував дронами. Відомо про 24 застосовані «шахеди». Знищено їх усі, 24.",
        "launched 24; shot_down 24",
    ),
    (
        "Напрямків було три: Чауда – Крим; Курськ – рф. Засікли пуски 22 «шахедів». Знищено "
        "17 БпЛА.",
        "launched 22; shot_down 17",
    ),
    (
        "Противник атакував двома напрямками 48 дронами. Збито 41.",
        "launched 48; shot_down 41",
    ),
    (
        "Бойову роботу завершено: над Харківською та Херсонською областями збито 23 БпЛА.",
        "shot_down 23; shot_down@UA-63 listed; shot_down@UA-65 listed",
    ),
    (
        "Запущено 28 дронів. Є кілька влучань в об’єкти критичної інфраструктури Тернопільщини.",
        "launched 28; hit locations several",
    ),
    (
        "Запущено 111 дронів. Збито 63. До Росії та Білорусі полетіли ще два.",
        "launched 111; shot_down 63; left_airspace@group.BY+RU 2",
    ),
    (
        "Запущено 95 дронів. «Шахедів» у цьому нальоті було близько 60.",
        "launched 95",
    ),
    (
        "Запущено 101 дрон. На 4 локаціях є влучання п’яти БпЛА, на 6 локаціях падіння "
        "збитих (уламки).",
        "launched 101; hit locations 4; hit 5; debris locations 6",
    ),
    (
        "Ворог атакував Україну, цілі йшли з півночі: 53 ударні БпЛА типу Shahed.",
        "launched 53",
    ),
    (
        "Запущено 10 дронів. Також на Донецькому напрямку противник випустив кілька ракет С-300.",
        "launched 10",
    ),
    (
        "Росія атакувала 112 безпілотниками: 104 «шахедами» та вісьмома реактивними БпЛА.",
        "launched 112",
    ),
    (
        "Усього було 40 БпЛА, із яких ППО знищила 30 – у небі над Вінницькою та Одеською "
        "областями.",
        "launched 40; shot_down 30; shot_down@UA-05 listed; shot_down@UA-51 listed",
    ),
    (
        "Збито 30 БпЛА у небі над Вінницькою та Сумською областями.",
        "shot_down 30; shot_down@UA-05 listed; shot_down@UA-59 listed",
    ),
    (
        "Збито 30 БпЛА, ще 5 перебувають у небі.",
        "shot_down 30; in_airspace 5",
    ),
    (
        "Вночі росіяни не запустили жодного безпілотника.",
        "launched 0",
    ),
    (
        "Запущено 80 БпЛА. До цілей не долетіли й щезли з радарів іще 72 БпЛА, а два, що "
        "лишалися, розвернулися назад у росію.",
        "launched 80; lost_track 72; left_airspace@RU 2",
    ),
    (
        "Знищено 51 безпілотник, ще 30 своїх цілей не досягли.",
        "shot_down 51; lost_track 30",
    ),
    (
        "Запущено 14 дронів. Збито сім БпЛА, шість локально втрачено, ще один залишив "
        "підконтрольний повітряний простір і пішов на територію Росії.",
        "launched 14; shot_down 7; lost_track 6; left_airspace@RU 1",
    ),
    (
        "Летіли 24 «шахеди», напрямків пуску було два: Приморсько-Ахтарськ і ТО Криму. "
        "Знищено 24. Бойова робота йшла в небі над Миколаївською та Одеською областями.",
        "launched 24; shot_down 24; shot_down@UA-48 listed; shot_down@UA-51 listed",
    ),
    (
        "Запущено 14 БпЛА. Х101 до цілі не долетіла: вона впала у Запорізькій області.",
        "launched 14",
    ),
    (
        "The Russians struck at regions of Ukraine with ballistic missiles, 267 Shaheds and "
        "decoy drones.",
        "launched 267",
    ),
    (
        "82 drones were launched. The fighting in the air ended with 24 Shaheds downed over "
        "Odesa region.",
        "launched 82; shot_down 24; shot_down@UA-51 listed",
    ),
    (
        "24 drones were shot down in the sky over Kyiv and Odesa regions.",
        "shot_down 24; shot_down@UA-32 listed; shot_down@UA-51 listed",
    ),
    (
        "There were 40 drones, of which 30 were shot down.",
        "launched 40; shot_down 30",
    ),
    (
        "The night was the first in which not one drone was launched against Ukraine.",
        "launched 0",
    ),
    (
        "Six suicide drones attacked, all brought down by missile units.",
        "launched 6; shot_down 6",
    ),
    (
        "82 drones were launched. Tactical aviation flew more than 40 sorties, including 20 "
        "to strike.",
        "launched 82",
    ),
    (
        "81 drones were launched. Up to 9 of the UAVs are still being tracked in Ukrainian "
        "airspace.",
        "launched 81; in_airspace at_most 9",
    ),
    (
        "267 drones were launched. Another 119 were lost from radar, 3 went off in the "
        "direction of Russia and 1 toward Belarus.",
        "launched 267; lost_track 119; left_airspace@RU 3; left_airspace@BY 1",
    ),
    (
        "54 drones were launched. Odesa and Kyiv oblasts were hit by the attack.",
        "launched 54",
    ),
    (
        "16 Shaheds were used to attack Ukraine; 15 of them were brought down.\\\nOver Odesa "
        "and Kyiv oblasts, the defenders dealt with 15 Shaheds.",
        "launched 16; shot_down 15; shot_down@UA-51 listed; shot_down@UA-32 listed",
    ),
    (
        "The Russians used three launch directions. 34 of 35 UAVs were downed.",
        "launched 35; shot_down 34",
    ),
    (
        "Six drones were brought down. In Southern Ukraine, a Russian Su-25 jet was also "
        "destroyed.",
        "shot_down 6",
    ),
    (
        "All 27 drones were destroyed over southern Ukraine: 14 over the Mykolaiv region, 13 "
        "over the Odesa region.",
        "shot_down 27; shot_down@UA-48 14; shot_down@UA-51 13",
    ),
    (
        "Вели по Україні атаку 112-ма БпЛА. Збито 81.",
        "launched 112; shot_down 81",
    ),
    (
        "Повітряні сили повідомили про наліт: 142 дрони-камікадзе. До 9-ї ранку збито 126.",
        "launched 142; shot_down 126",
    ),
    (
        "Запущено 27 БпЛА. Удар дроном припав на лікарню в Золочеві Харківської області.",
        "launched 27",
    ),
    (
        "Ворог застосував:\n- балістичну ракету з Ростовської області рф — по Дніпру;\n- 39 БпЛА.",
        "launched 39",
    ),
    (
        "Ударили балістичною ракетою та 128 БпЛА. Постраждали чотири області: "
        "Дніпропетровська, Донецька, Харківська, Миколаївська.",
        "launched 128",
    ),
    (
        "Запущено 101 БпЛА. ППО збила/подавила 90 БпЛА у північних, південних та східних "
        "районах країни.",
        "launched 101; shot_down_or_suppressed 90; shot_down_or_suppressed@UA.north listed; "
        "shot_down_or_suppressed@UA.south listed; shot_down_or_suppressed@UA.east listed",
    ),
    (
        "Запущено 146 БпЛА. На 22 локаціях є влучання балістичної ракети та 36 ударних БПЛА.",
        "launched 146; hit 36",
    ),
    (
        "Запущено 115 БпЛА. «Шахедів» з-поміж них орієнтовно 60.",
        "launched 115",
    ),
    (
        "Збито 50 БпЛА. Один іще перебуває у повітряному просторі.",
        "shot_down 50; in_airspace 1",
    ),
    (
        "Сили ППО повітряних командувань «Центр», «Схід» і «Південь» знищили 21 БпЛА.",
        "shot_down 21",
    ),
    (
        "Уранці збили 24 БпЛА, увечері напередодні та вночі їх випустили 30.",
        "launched 30; shot_down 24",
    ),
    (
        "24 drones were launched, and every one of the 24 was destroyed.",
        "launched 24; shot_down 24",
    ),
    (
        "Russia sent 35 Shahed drones, and all of them were downed.",
        "launched 35; shot_down 35",
    ),
    (
        "14 drones were launched. Ukraine destroyed 11 of the 14. All 11 UAVs were downed in "
        "the Odesa region.",
        "launched 14; shot_down 11; shot_down@UA-51 listed",
    ),
    (
        "28 drones were launched, 21 destroyed. South and east were the main directions of "
        "the strike. Air defense was working within the Odesa and Kherson Regions.",
        "launched 28; shot_down 21; shot_down@UA-51 listed; shot_down@UA-65 listed",
    ),
    (
        "33 drones were launched. It named the south and the north as the main areas of the "
        "attack.",
        "launched 33",
    ),
    (
        '81 drones were launched. 47 decoys were "locationally lost".',
        "launched 81; lost_track 47",
    ),
    (
        "34 drones were shot down. The intercepts were confirmed in two regions: Poltava and Sumy.",
        "shot_down 34; shot_down@UA-53 listed; shot_down@UA-59 listed",
    ),
    (
        "Air defense had shot down or suppressed (jammed) 176 drones.",
        "shot_down_or_suppressed 176",
    ),
    (
        "85 strike drones attacked. Strikes by twenty drones were recorded at 13 locations.",
        "launched 85; hit 20; hit locations 13",
    ),
    (
        "On New Year's night 87 drones were destroyed with arms of Western partners.",
        "shot_down 87",
    ),
    (
        "Enemy drones attacked from the southeast, releasing up to 20 of them in total. The "
        "Air Force destroyed 11 drones: nine over the Odesa Region and two over the "
        "Zaporizhzhia Region.",
        "launched at_most 20; shot_down 11; shot_down@UA-51 9; shot_down@UA-23 2",
    ),
    (
        "22 drones were launched, heading for the Sumy Region. 17 were shot down.",
        "launched 22; shot_down 17",
    ),
    (
        "ППО працювала у Полтавській області. Збито 66 БпЛА. Локаційно втрачено вісім, "
        "ймовірно, через активну протидію.",
        "shot_down 66; shot_down@UA-53 listed; lost_track 8",
    ),
    (
        "Знищено 24 БпЛА. Переважну кількість збили в центрі країни, де відповідає повітряне "
        "командування «Центр».",
        "shot_down 24; shot_down@UA.centre listed",
    ),
    (
        "У ніч на 14 липня ворог бив 31 БпЛА. Збито 23. Ще два полетіли в напрямку Росії, "
        "один – у республіку Білорусь.",
        "launched 31; shot_down 23; left_airspace@RU 2; left_airspace@BY 1",
    ),
    (
        "Eight enemy UAVs have been destroyed, among them six Shahed strike drones and two "
        "Merlin-VR reconnaissance drones.",
        "shot_down 8",
    ),
    (
        "Знищено 12 БпЛА: 9 ударних Shahed, 2 розвідувальні та один «Ланцет».",
        "shot_down 12",
    ),
    (
        "ППО знешкодила дві ракети «Кинджал» із трьох, а також 175 дронів.",
        "shot_down_or_suppressed 175",
    ),
    (
        "В Одеській та Харківській областях у результаті бойової роботи знищено 23 «шахеди».",
        "shot_down 23; shot_down@UA-51 listed; shot_down@UA-63 listed",
    ),
    (
        "Запущено 142 БпЛА. Разом із тим є 16 влучань ударних безпілотників у десяти "
        "населених пунктах.",
        "launched 142; hit 16; hit locations 10",
    ),
    (
        "Над Миколаївською та Харківською областями працювали мобільні групи. Ворог підняв "
        "12 БпЛА. Усі 12 збито.",
        "launched 12; shot_down 12; shot_down@UA-48 listed; shot_down@UA-63 listed",
    ),
    (
        "Дрони збивали в небі Харківщини та Полтавщини. Запустили 20 БпЛА, збито всі 20.",
        "launched 20; shot_down 20; shot_down@UA-63 listed; shot_down@UA-53 listed",
    ),
    (
        "Запущено 28 БпЛА. Один апарат локаційно втрачено. На Полтавщині пошкоджень зазнали "
        "декілька будівель.",
        "launched 28; lost_track 1",
    ),
    (
        "Збито 125 БпЛА. Під удар потрапили найбільше житлові будинки Харківщини та Чернігівщини.",
        "shot_down 125",
    ),
    (
        "Russia used two Iskander missiles and 69 UAVs. That makes 72 air targets. Air "
        "defense destroyed 51 of them: the Kh-59 missile and 50 UAVs.",
        "launched 69; shot_down 50",
    ),
    (
        "23 drones flew from Kursk (Russia). 22 were shot down.",
        "launched 23; shot_down 22",
    ),
    (
        "Of 35 drones that Russia sent, 32 were shot down. Air defenses were at work in "
        "Kherson Oblast, with Kyiv Oblast as the main area of the attack.",
        "launched 35; shot_down 32; shot_down@UA-65 listed",
    ),
    (
        "185 drones were launched. Another 71 drones, all decoys, went off radar.",
        "launched 185; lost_track 71",
    ),
    (
        "Ukraine destroyed 20 drones overnight out of 22 that Russia had launched.",
        "launched 22; shot_down 20",
    ),
    (
        "Over the east and north, 38 attack UAVs had been confirmed destroyed.",
        "shot_down 38; shot_down@UA.east listed; shot_down@UA.north listed",
    ),
    (
        "71 drones were launched. Five UAVs turned back to Russia. Twelve more drones went astray.",
        "launched 71; left_airspace@RU 5; lost_track 12",
    ),
    (
        "ППО збила або подавила 97 ударних дронів, з яких 12 – у повітряному просторі Києва.",
        "shot_down_or_suppressed 97; shot_down_or_suppressed@UA-30 12",
    ),
    (
        "Застосовано БпЛА типу Shahed (понад 60 – реактивні), Гербера. Збито 124.",
        "shot_down 124",
    ),
    (
        "85 of the drones launched were Shaheds. 131 were shot down.",
        "shot_down 131",
    ),
    (
        "Орієнтовно 85 - «шахеди». Збито 127 дронів.",
        "shot_down 127",
    ),
    (
        "38 UAVs were used. Contact with three more Shaheds was lost.",
        "launched 38; lost_track 3",
    ),
    (
        "Russia launched 52 drones at Ukraine and air defences shot down 24 of them over "
        "eight regions.",
        "launched 52; shot_down 24",
    ),
]
MINISTRY = [
    (
        "Duty air defense crews destroyed 24 UAVs: 22 above the Bryansk Region, two above "
        "the Kursk Region.",
        "shot_down 24; shot_down@RU-BRY 22; shot_down@RU-KRS 2",
    ),
    (
        "Ukraine sent 42 drones against Russia: 33 of them were suppressed by electronic "
        "warfare systems, while air defenses brought down nine.",
        "suppressed 33; shot_down 9",
    ),
    (
        "82 drones were destroyed. The drones were shot down over the Tula, Moscow and Kursk "
        "Regions, as well as over the waters of the Black Sea.",
        "shot_down 82; shot_down@RU-TUL listed; shot_down@group.RU-MOS+RU-MOW listed; "
        "shot_down@RU-KRS listed; shot_down@sea.black listed",
    ),
    (
        "What the ministry reported:\\\n- A total of 185 drones were shot down overnight by "
        "air defense crews.",
        "shot_down 185",
    ),
    (
        "The regime's attempt to stage an attack with 33 UAVs was thwarted. The drones were "
        "destroyed over the regions of Belgorod (15 UAVs) and Bryansk (18 UAVs).",
        "shot_down 33; shot_down@RU-BEL 15; shot_down@RU-BRY 18",
    ),
    (
        "36 drones were destroyed over the Black Sea and over the northwest of the Crimean "
        "peninsula, Moscow's Defense Ministry said.",
        "shot_down 36; shot_down@sea.black listed; shot_down@UA-43 listed",
    ),
    (
        "Eight drones were destroyed over the Black Sea. Two naval drones on their way to "
        "Crimea were also destroyed in the Black Sea.",
        "shot_down 8; shot_down@sea.black 8",
    ),
    (
        "Air defense systems spotted 42 UAVs in all: 33 were suppressed, nine destroyed.",
        "suppressed 33; shot_down 9",
    ),
    (
        "Hundreds of drones attacked and 12 of them were shot down. It says 12 UAVs were "
        "destroyed: eight over the Kursk region and four over the Bryansk region.",
        "shot_down 12; shot_down@RU-KRS 8; shot_down@RU-BRY 4",
    ),
    (
        "Силами ПВО сбиты 17 БПЛА. Семь уничтожены над Брянской областью. Над Тульской "
        "областью средства ПВО сбили четыре БПЛА, над Калужской — два, над Белгородской и "
        "Воронежской областями, а также над акваториями Черного и Азовского морей — по "
        "одному.",
        "shot_down 17; shot_down@RU-BRY 7; shot_down@RU-TUL 4; shot_down@RU-KLU 2; "
        "shot_down@RU-BEL 1; shot_down@RU-VOR 1; shot_down@sea.black 1; shot_down@sea.azov 1",
    ),
    (
        "Средства ПВО уничтожили 46 БПЛА:\n- Белгородская область – 38;\n- Курская и "
        "Тамбовская области – по 3;\n- Воронежская область – 2.",
        "shot_down 46; shot_down@RU-BEL 38; shot_down@RU-KRS 3; shot_down@RU-TAM 3; "
        "shot_down@RU-VOR 2",
    ),
    (
        "Над Крымским полуостровом средства ПВО ликвидировали 59 беспилотников. Еще 11 БПЛА "
        "сбиты над акваторией Черного моря.",
        "shot_down@UA-43 59; shot_down@sea.black 11",
    ),
    (
        "Тринадцать беспилотников сбили над Черным морем и по одному — над Курской и "
        "Белгородской областями. Всего дежурными средствами ПВО уничтожено 15 дронов.",
        "shot_down 15; shot_down@sea.black 13; shot_down@RU-KRS 1; shot_down@RU-BEL 1",
    ),
    (
        "Дежурными средствами ПВО украинский беспилотный летательный аппарат уничтожен над "
        "акваторией Черного моря около западного побережья Крымского полуострова.",
        "shot_down 1; shot_down@sea.black 1",
    ),
]


@pytest.mark.parametrize(("text", "expected"), AIR_FORCE)
def test_an_air_force_relay_is_read_whole(text: str, expected: str) -> None:
    draft = air_force(text)
    assert (draft.status, draft.unread) == ("accepted", [])
    assert told(draft) == expected


@pytest.mark.parametrize(("text", "expected"), MINISTRY)
def test_a_ministry_relay_is_read_whole(text: str, expected: str) -> None:
    draft = ministry(text)
    assert (draft.status, draft.unread) == ("accepted", [])
    assert told(draft) == expected


@pytest.mark.parametrize(
    ("text", "unread", "expected"),
    [
        # A number followed by its own place is no total of the places after it.
        ("Збито 15 дронів в Одеській області, 3 – у Миколаївській.", "15", ""),
        ("Air defence downed 15 drones over Odesa region, 3 over Sumy region.", "15", ""),
        # More of them are no total either.
        (
            "Запущено 90 дронів. Збили 87 із них. Ще три дрони збито на Черкащині.",
            "87",
            "launched 90",
        ),
        (
            "Result: 87 of 90 drones. Another three drones were downed in Cherkasy region.",
            "3",
            "launched 90",
        ),
        # Numbers after a colon that do not add up, or of which some have an outcome.
        ("Росія атакувала 108 дронами: 104 «шахедами» та вісьмома реактивними БпЛА.", "104", ""),
        # Drones in the sky are not those that another verb tells of.
        ("In the sky over Odesa region, 24 drones were shot down.", "24", ""),
        # Drones that are hit may be shot down; an attack is no launch of those neutralised.
        ("The 34 drones were hit over Sumy and Kharkiv oblasts.", "34", ""),
        ("ДЕННА АТАКА: 83 БпЛА ЗНЕШКОДЖЕНО", "83", ""),
        # The rest are not all of those launched.
        ("88 drones were launched. The rest, all of them decoys, were lost.", "all", "launched 88"),
    ],
)
def test_what_may_be_meant_otherwise_gives_no_figure(text: str, unread: str, expected: str) -> None:
    draft = air_force(text)
    assert draft.status != "accepted"
    assert unread in draft.unread
    assert told(draft) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Kursk and Rostov regions accounted for 12 downed drones each, while the other four "
        "were destroyed over Crimea.",
        "Six drones were destroyed. The total of drones destroyed over the past 11 hours is 41.",
        "More than half of the 68 drones destroyed overnight were shot down over the Tula Region.",
        "The Samara Region topped the list of regions over which 57 drones were destroyed.",
        "Больше половины из 68 БПЛА уничтожены средствами ПВО над Тульской областью.",
    ],
)
def test_numbers_of_which_none_is_surely_the_total_give_none(text: str) -> None:
    draft = ministry(text)
    assert (draft.status, draft.claims) == ("refused", [])


def test_a_number_of_all_is_none_of_one_outcome_where_the_rest_is_not_understood() -> None:
    draft = ministry(
        "The attackers used eight UAVs. Electronic warfare suppressed three of them, which went "
        "out of control. The other five fell to the Pantsir-S system in the Moscow region."
    )
    assert (draft.status, draft.claims) == ("refused", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Запущено 175 БпЛА. Знешкоджено 150: 91 – збито вогневими засобами, 59 – локаційно "
            "втрачені/подавлені засобами РЕБ.",
            "launched 175; shot_down_or_suppressed 150; shot_down 91",
        ),
        (
            "175 drones were launched. 150 were neutralised: 91 were shot down, 59 were lost "
            "or suppressed.",
            "launched 175; shot_down_or_suppressed 150; shot_down 91",
        ),
    ],
)
def test_lost_or_suppressed_is_a_note(text: str, expected: str) -> None:
    draft = air_force(text)
    assert (draft.status, told(draft)) == ("accepted", expected)
    assert "59 are said to be lost from radar or suppressed." in draft.statements[0]["note"]
    assert not any(claim["parts_complete"] for claim in draft.claims)


def test_two_numbers_of_one_place_leave_no_number_of_any() -> None:
    draft = ministry(
        "On-duty air defense destroyed 9 UAVs. Five were destroyed and two intercepted over the "
        "Belgorod region; two were destroyed over the Tula region."
    )
    assert draft.status != "accepted"
    assert not any(claim["value"] for claim in draft.claims)
