"""The reader of the Air Force of Ukraine: sentences of our own, in Ukrainian and English."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from bulletin_helpers import air_force, told, window
from hypothesis import given, settings
from hypothesis import strategies as st

NIGHT = """⚡️ЗБИТО/ПОДАВЛЕНО 97 ВОРОЖИХ БПЛА

У ніч на 14 липня (із 19:00 13 липня) противник атакував 118-ма ударними БпЛА типу Shahed \
(у т.ч. реактивними), Гербера, Італмас та безпілотниками інших типів із напрямків: Курськ, Орел, \
Міллєрово, Приморсько-Ахтарськ – рф, Чауда – ТОТ Криму, близько 75 із них – «шахеди».

Повітряний напад відбивали авіація, зенітні ракетні війська, підрозділи РЕБ та безпілотних \
систем, мобільні вогневі групи Сил оборони України.

За попередніми даними, станом на 08:30, протиповітряною обороною збито/подавлено 97 ворожих БпЛА \
типу Shahed, Гербера, Італмас та безпілотників інших типів на півночі, півдні та сході країни.

Зафіксовано влучання 17 ударних БпЛА на 9 локаціях, а також падіння збитих (уламки) на 3 локаціях.

Атака триває, в повітряному просторі кілька ворожих БпЛА. Дотримуйтеся правил безпеки!

✊Тримаймо небо!
🇺🇦Разом – до перемоги!"""
NIGHT_TOLD = (
    "launched 118; shot_down_or_suppressed 97; shot_down_or_suppressed@UA.north listed; "
    "shot_down_or_suppressed@UA.south listed; shot_down_or_suppressed@UA.east listed; "
    "hit 17; hit locations 9; debris locations 3; in_airspace several"
)
COMBINED = """⚡️ЗБИТО/ПОДАВЛЕНО 31 РАКЕТУ ТА 402 ВОРОЖІ БПЛА

У ніч на 14 липня (з 18:00 13 липня) противник завдав комбінованого удару по Україні ударними \
БпЛА, ракетами повітряного, наземного та морського базування.
Усього радіотехнічні війська Повітряних сил виявили та супроводжували 476 засобів повітряного \
нападу – 41 ракету та 435 БпЛА різних типів:
▪️435 ударних БпЛА типу Shahed (у т.ч. реактивних), Гербера, Італмас та безпілотників інших типів \
із напрямків: Курськ, Брянськ – рф, Донецьк – ТОТ, Гвардійське – ТОТ Криму, близько 250 із них – \
«шахеди»;
▪️24 крилаті ракети Х-101 (район пусків – Вологодська обл. та акваторія Каспійського моря – рф);
▪️9 балістичних ракет Іскандер-М/С-400 із Брянської обл. – рф;
▪️8 крилатих ракет Калібр із акваторії Чорного моря.

Основний напрямок удару – Київщина.

За попередніми даними, станом на 09:10, протиповітряною обороною збито/подавлено 433 цілі – 31 \
ракету та 402 БпЛА різних типів:
▪️402 ворожих БпЛА типу Shahed, Гербера та безпілотників інших типів;
▪️22 крилаті ракети Х-101;
▪️4 балістичні ракети Іскандер-М/С-400;
▪️5 крилатих ракет Калібр.

Зафіксовано влучання 8 ракет та 26 ударних БпЛА на 21 локації, а також падіння збитих (уламки) на \
12 локаціях.
Інформація щодо кількох ракет уточнюється."""
COMBINED_TOLD = "launched 435; shot_down_or_suppressed 402; hit 26; debris locations 12"
ENGLISH = (
    "On the night of July 14 (from 18:00 on July 13), the enemy attacked with 118 Shahed, Gerbera "
    "and other types of strike UAVs from the directions of Kursk, Oryol, Millerovo, "
    "Primorsko-Akhtarsk (Russia) and Chauda (occupied Crimea), about 75 of which were Shaheds. As "
    "of 08:30, according to preliminary data, air defense shot down/suppressed 97 enemy UAVs in "
    "the north, south and east of the country. Hits by 17 strike UAVs were recorded at 9 "
    "locations, and debris fell at 3 locations. The attack is ongoing, with several enemy UAVs in "
    "the airspace."
)
ON = "У ніч на 14 липня "

UKRAINIAN = [
    (NIGHT, NIGHT_TOLD),
    (COMBINED, COMBINED_TOLD),
    # From 2024: regions, location lost, left for a country, in the air.
    (
        ON + "противник атакував 61 БпЛА типу Shahed та безпілотниками-імітаторами різних типів. "
        "Станом на 08:00 підтверджено збиття 38 ударних БпЛА типу Shahed у Сумській, Харківській, "
        "Полтавській та Київській областях. 21 ворожий безпілотник-імітатор – локаційно втрачені "
        "(без негативних наслідків). Ще один ворожий БпЛА – полетів у бік Білорусі, один – у бік "
        "росії. Внаслідок ворожої атаки постраждали Сумська та Київська області.",
        "launched 61; shot_down 38; shot_down@UA-59 listed; shot_down@UA-63 listed; "
        "shot_down@UA-53 listed; shot_down@UA-32 listed; lost_track 21; left_airspace@BY 1; "
        "left_airspace@RU 1",
    ),
    (
        ON + "окупанти атакували 88 ударними БпЛА. Станом на 08:30 підтверджено збиття 50 ворожих "
        "БпЛА на Сумщині, Харківщині, Чернігівщині та Одещині. 30 ворожих БпЛА локаційно втрачені, "
        "4 БпЛА покинули повітряний простір України у напрямку Росії та Білорусі, до 4 БпЛА "
        "перебувають у повітряному просторі України.",
        "launched 88; shot_down 50; shot_down@UA-59 listed; shot_down@UA-63 listed; "
        "shot_down@UA-74 listed; shot_down@UA-51 listed; lost_track 30; "
        "left_airspace@group.BY+RU 4; in_airspace at_most 4",
    ),
    (
        ON + "противник атакував 40 ударними БпЛА. Підтверджено збиття 31 БпЛА. П’ять БпЛА "
        "локаційно втрачені, два полетіли у бік тимчасово окупованої Луганщини.",
        "launched 40; shot_down 31; lost_track 5; left_airspace@theatre 2",
    ),
    (
        ON + "збито 8 БпЛА, ще три вийшли з повітряного простору в бік Молдови та Румунії.",
        "shot_down 8; left_airspace@theatre 3",
    ),
    (
        ON + "атаковано 52 БпЛА. Збито 30 БпЛА, один БпЛА залишається в повітрі.",
        "launched 52; shot_down 30; in_airspace 1",
    ),
    (
        ON + "збито 14 БпЛА. Протиповітряна оборона працювала у Київській та Черкаській областях.",
        "shot_down 14; shot_down@UA-32 listed; shot_down@UA-71 listed",
    ),
    (
        ON + "збито 14 БпЛА у таких областях:\n- Київська;\n- Черкаська;\n- Волинь.",
        "shot_down 14; shot_down@UA-32 listed; shot_down@UA-71 listed; shot_down@UA-07 listed",
    ),
    (
        ON + "збито 45 БпЛА у Київській, Черкаській, Сумській областях, більшість із них на "
        "Київщині та Черкащині.",
        "shot_down 45; shot_down@group.UA-32+UA-71 most_of; shot_down@UA-32 listed; "
        "shot_down@UA-71 listed; shot_down@UA-59 listed",
    ),
    (
        ON + "збито 12 БпЛА: 7 у Київській області та 5 у Сумській.",
        "shot_down 12; shot_down@UA-32 7; shot_down@UA-59 5",
    ),
    # From 2025: hits and debris at locations.
    (
        ON + "противник атакував 105-ма ударними БпЛА та однією керованою авіаційною ракетою "
        "Х-59/69, понад 60 із них — «шахеди». Збито/подавлено 87 ворожих БпЛА та одну ракету "
        "Х-59/69. Зафіксовано влучання 16 БпЛА на 12 локаціях, падіння уламків збитих БпЛА на "
        "одній локації.",
        "launched 105; shot_down_or_suppressed 87; hit 16; hit locations 12; debris locations 1",
    ),
    (
        ON + "збито 20 БпЛА. Зафіксовано влучання чотирьох БпЛА у трьох місцях, ще у двох місцях "
        "впали уламки.",
        "shot_down 20; hit 4; hit locations 3; debris locations 2",
    ),
    (
        ON + "збито/подавлено 82 БпЛА, влучання 9 БпЛА на семи локаціях, падіння уламків на одній.",
        "shot_down_or_suppressed 82; hit 9; hit locations 7; debris locations 1",
    ),
    (
        ON + "збито/подавлено 30 БпЛА. Зафіксовано влучання двох ракет та 5 БпЛА на 6 локаціях.",
        "shot_down_or_suppressed 30; hit 5",
    ),
    (
        ON + "збито/подавлено 36 БпЛА. Влучання 13 БпЛА на 7 локаціях на Донеччині та Сумщині.",
        "shot_down_or_suppressed 36; hit 13; hit locations 7",
    ),
    # From 2026: withheld.
    (
        ON + "ворог атакував двома балістичними ракетами Іскандер-М та 95 ударними БпЛА. "
        "Інформація щодо збитих ракет не розголошується. Збито/подавлено 80 БпЛА.",
        "launched 95; shot_down_or_suppressed 80",
    ),
    (
        ON + "ворог атакував 95 БпЛА та 4 ракетами. Збито/подавлено 80 БпЛА, дані про збиті ракети "
        "не розголошуються.",
        "launched 95; shot_down_or_suppressed 80",
    ),
    (
        ON + "ворог атакував 95 БпЛА. Кількість збитих безпілотників не розголошується.",
        "launched 95; shot_down_or_suppressed withheld",
    ),
    # Zero.
    (ON + "противник не застосовував ударні БпЛА.", "launched 0"),
    (ON + "ворог не атакував Україну безпілотниками типу Shahed.", "launched 0"),
    (ON + "ворог ударив 2 ракетами. Ударні БпЛА противник не застосовував.", "launched 0"),
    # By day.
    (
        "З 08:00 до 09:00 14 липня противник атакував 120 БпЛА. Збито/подавлено 101 БпЛА на "
        "півночі та в центрі країни.",
        "launched 120; shot_down_or_suppressed 101; shot_down_or_suppressed@UA.north listed; "
        "shot_down_or_suppressed@UA.centre listed",
    ),
    # N of M, all.
    (ON + "сили ППО знищили 27 із 32 ударних БпЛА типу Shahed.", "launched 32; shot_down 27"),
    (ON + "збито 27 з 32 «шахедів», ще 5 локаційно втрачено.",
     "launched 32; shot_down 27; lost_track 5"),
    (ON + "ворог запустив 19 «шахедів». Знищено всі 19.", "launched 19; shot_down 19"),
    (ON + "ворог запустив дев'ятнадцять «шахедів». Збито всі.", "launched 19; shot_down 19"),
    (ON + "збито всі 19 БпЛА, запущених по Україні.", "launched 19; shot_down 19"),
    # Quantities without a number, or with a limit.
    (ON + "запущено понад три десятки «шахедів», щонайменше двадцять збито.",
     "launched more_than 30; shot_down at_least 20"),
    (ON + "запущено понад сотню БпЛА, збито близько 80.",
     "launched more_than 100; shot_down about 80"),
    (ON + "запущено десятки БпЛА, збито 18 БпЛА.", "launched tens; shot_down 18"),
    (ON + "запущено кілька десятків БпЛА.", "launched tens"),
    (ON + "у небі до 12 БпЛА.", "in_airspace at_most 12"),
    (ON + "збито не менше 30 БпЛА.", "shot_down at_least 30"),
    # A number of one type, of parts by outcome, of one place.
    (ON + "атакували 60 БпЛА. Збито/подавлено 44 БпЛА, 6 з них - реактивні.",
     "launched 60; shot_down_or_suppressed 44"),
    (ON + "атакували 60 БпЛА, з них 44 збито, 10 локаційно втрачено.",
     "launched 60; shot_down 44; lost_track 10"),
    (ON + "подавлено засобами РЕБ 11 БпЛА, збито 20 БпЛА.", "suppressed 11; shot_down 20"),
    (ON + "знешкоджено 31 БпЛА: 20 збито, 11 подавлено.",
     "shot_down 20; suppressed 11"),
    (ON + "збито/подавлено 31 БпЛА. Збито 20 БпЛА, подавлено 11 БпЛА.",
     "shot_down_or_suppressed 31; shot_down 20; suppressed 11"),
    (ON + "знешкоджено 31 БпЛА.", "shot_down_or_suppressed 31"),
    ("ППО збила 97 дронів. " + NIGHT, NIGHT_TOLD),
    ("⚡️ЗБИТО/ПОДАВЛЕНО 137 ВОРОЖИХ БПЛА У НІЧ НА 14 ЛИПНЯ\nПротивник атакував 150-ма "
     "БпЛА-камікадзе типу Shahed (Герань-2, Герань-3), «Пародія», БМ-35. Влучання "
     "13-ти БпЛА на 9-ти локаціях.",
     "launched 150; shot_down_or_suppressed 137; hit 13; hit locations 9"),
    (ON + "противник атакував: 105 БпЛА; 2 ракетами Іскандер-М/KN-23; 1 КАР Х-59. Збито/подавлено: "
     "90 БпЛА; 1 КАР Х-59.", "launched 105; shot_down_or_suppressed 90"),
    # Shapes that a fresh sample showed.
    ("Ворог протягом ночі запустив 66 БпЛА. Понад 50 із запущених БпЛА – «Шахеди». Близько 20 "
     "безпілотників були «Гербера».", "launched 66"),
    (ON + "запущено 154 БпЛА. Зокрема, ворог задіяв близько 90 «Шахедів».", "launched 154"),
    (ON + "збито 69 БпЛА, що атакували північні та східні області.", "shot_down 69"),
    (ON + "ворог ударив ракетою по Донеччині та атакував 22 БпЛА. Збито всі.",
     "launched 22; shot_down 22"),
    (ON + "збито 10 БпЛА. Безпілотники знищено в межах Сумської та Київської областей.",
     "shot_down 10; shot_down@UA-59 listed; shot_down@UA-32 listed"),
    (ON + "збито ракету Х-59 у Сумській області та 17 БпЛА в Одеській та Київській областях.",
     "shot_down 17; shot_down@UA-51 listed; shot_down@UA-32 listed"),
    (ON + "збито 36 БпЛА в Одеській, Київській, Львівській областях. Більшість БпЛА збито на "
     "Одещині та Київщині.",
     "shot_down 36; shot_down@group.UA-32+UA-51 most_of; shot_down@UA-51 listed; "
     "shot_down@UA-32 listed; shot_down@UA-46 listed"),
    (ON + "збито 86 БпЛА. Зафіксовано 26 влучань безпілотників у 11 населених пунктах.",
     "shot_down 86; hit 26; hit locations 11"),
    (ON + "збито 40 БпЛА. Удар спрямований по об’єктах на Сумщині. Наслідки зафіксовані у "
     "Київській області.", "shot_down 40"),
    # A number of several places is theirs together, or that of each; or stands after them.
    (ON + "збито 15 БпЛА: 4 – на Миколаївщині й Одещині, 11 – на Харківщині.",
     "shot_down 15; shot_down@group.UA-48+UA-51 4; shot_down@UA-63 11"),
    (ON + "збито 15 БпЛА: по 4 на Миколаївщині й Одещині, 7 на Харківщині.",
     "shot_down 15; shot_down@UA-48 4; shot_down@UA-51 4; shot_down@UA-63 7"),
    (ON + "збито 15 БпЛА: над Сумською та Одеською областями – 4, над Харківською – 11.",
     "shot_down 15; shot_down@group.UA-51+UA-59 4; shot_down@UA-63 11"),
    (ON + "збито 15 БпЛА: Сумська (4 дрони), Харківська, Одеська (2) та Київська області.",
     "shot_down 15; shot_down@UA-59 4; shot_down@UA-51 2; shot_down@UA-63 listed; "
     "shot_down@UA-32 listed"),
    (ON + "збито 15 БпЛА у Сумській та Одеській (4) областях.",
     "shot_down 15; shot_down@UA-51 4; shot_down@UA-59 listed"),
    ("ЗБИТО/ПОДАВЛЕНО\n\n15\n\nВОРОЖИХ БПЛА\n" + ON + "атакували двадцятьма (20) БпЛА.",
     "launched 20; shot_down_or_suppressed 15"),
    (ON + "збито 8 БпЛА, ще 2 залишили повітряний простір у напрямку Білорусі, один – у напрямку "
     "Молдови.", "shot_down 8; left_airspace@BY 2; left_airspace@theatre 1"),
    (ON + "атакували 20 БпЛА, дві третини з яких – «шахеди». Збито 15. Збиття зафіксовано на "
     "півночі.", "launched 20; shot_down 15; shot_down@UA.north listed"),
    # A list under a number divides it, by type, means or place, or tells it again.
    (ON + "атакували 36 БпЛА:\n- 21 – Shahed (8 із них – реактивні);\n- 15 – Гербера.\nЗбито/"
     "подавлено 29 БпЛА:\n- 18 – мобільними вогневими групами;\n- 11 – авіацією.",
     "launched 36; shot_down_or_suppressed 29"),
    (ON + "збито 15 БпЛА:\n- 12 на Сумщині;\n- 3 на Одещині.",
     "shot_down 15; shot_down@UA-59 12; shot_down@UA-51 3"),
    (ON + "збито 15 БпЛА на півночі та сході. Із них 4 – на сході. Два БпЛА – у напрямку Білорусі.",
     "shot_down 15; shot_down@UA.east 4; shot_down@UA.north listed; left_airspace@BY 2"),
    ("On the night of July 14, 30 drones were shot down; there are hits and falling debris. Debris "
     "of drones shot down fell at 7 more locations, hits of 4 drones were recorded at 2.",
     "shot_down 30; debris locations 7; hit 4; hit locations 2"),
    # Places after other drones' launch, or of those neutralised, are of those shot down.
    ("On the night of July 14: 98 strike drones from Kursk and Orel; 86 shot down or suppressed in "
     "the north and east; nine hits of drones at six locations.",
     "launched 98; shot_down_or_suppressed 86; shot_down_or_suppressed@UA.north listed; "
     "shot_down_or_suppressed@UA.east listed; hit 9; hit locations 6"),
    ("On the night of July 14, 15 drones were shot down: four each over Mykolaiv and Odesa regions "
     "and seven over Sumy region.",
     "shot_down 15; shot_down@UA-48 4; shot_down@UA-51 4; shot_down@UA-59 7"),
    ("77 drones neutralized\nKyiv • UNN\nOvernight air defence was shooting down UAVs in the "
     "north. 77 drones were shot down or suppressed.",
     "shot_down_or_suppressed 77; shot_down_or_suppressed@UA.north listed"),
    # A headline rounds, or calls by a closer name what the text leaves open.
    ("ППО знешкодила понад сто дронів\n" + ON + "збили або подавили 104 БпЛА.",
     "shot_down_or_suppressed 104"),
    ("ППО збила 97 дронів\n" + ON + "знешкоджено 97 БпЛА.", "shot_down_or_suppressed 97"),
    ("ЗБИТО/ПОДАВЛЕНО\n92 ЦІЛІ\n" + ON + "збито/подавлено 92 БпЛА.",
     "shot_down_or_suppressed 92"),
    # Locations told before go without their noun; spaces are missing; where drones went.
    (ON + "атакували 20 БпЛА. Зафіксовано падіння збитих (уламки) на 9 локаціях, а також влучання "
     "11 ударних БпЛА на 6.", "launched 20; debris locations 9; hit 11; hit locations 6"),
    ("Вночі (з19:00 13 липня) противник атакував142 ударними БпЛА. Влучання 8 БпЛА на11 локаціях.",
     "launched 142; hit 8; hit locations 11"),
    (ON + "противник атакував Одещину та Сумщину 94 ударними БпЛА. Збито 81.",
     "launched 94; shot_down 81"),
    (ON + "атакували 20 БпЛА. Збито 15. Влучання зафіксовано на Київщині та Сумщині.",
     "launched 20; shot_down 15"),
    ("В одну з найбільших атак " + ON.lower() + "ворог застосував 400 БпЛА.", "launched 400"),
]  # fmt: skip


#: With missiles, whose numbers say nothing here.
MISSILES = [
    # From 2026: weapons in a list, a jet munition apart, missiles' targets and locations.
    (
        "⚡️  ЗБИТО/ПОДАВЛЕНО 92 ЦІЛІ ПРОТИВНИКА\n➖ ➖ ➖\n" + ON + "(з 18:00 13 липня) противник "
        "атакував:\n\n- балістичними ракетами Іскандер- М/KN-23 із Брянської обл.;\n- 5 крилатими"
        '/авіаційними ракетами Х-101/Х-59;\n- 3 S8000 "Бандероль"/"Дань-Т" із Білгородської обл.;'
        "\n- 108 ударними БпЛА типу Shahed (більша половина - реактивні) із напрямків: Орел, "
        "Приморсько - Ахтарськ – рф.\n\n❗️Основний напрямок удару - Одещина.\n\nЗа попередніми "
        "даними, станом на 08:00, збито/подавлено 92 цілі:\n\n- 1 крилату ракету Х-101;\n- 2 S8000 "
        '"Бандероль”\n- 89 ворожих БпЛА типу Shahed, Гербера та дрони інших типів.\n\nЗафіксовано '
        "влучання ракет та ударних БпЛА на 16 локаціях, а також падіння збитих (уламки) на 7.",
        "launched 108; shot_down_or_suppressed 89; debris locations 7",
    ),
    (
        ON + "противник атакував Одещину та Кривий Ріг двома протикорабельними ракетами Онікс, 4 "
        "протирадіолокаційними ракетами Х-31П, 3 баражуючими боєприпасами «Бандероль», а також "
        "60 ударними БпЛА. Збито 3М22 «Циркон», два баражуючі боєприпаси «Бандероль» та 51 БпЛА. "
        "Влучання 2 протикорабельних ракет на 2 локаціях та 8 ударних БпЛА на 6 локаціях.",
        "launched 60; shot_down 51; hit 8; hit locations 6",
    ),
    (
        ON + "противник атакував 30 БпЛА. Збито 25 БпЛА. Зафіксовано влучання 3 ракет та 4 "
        "БпЛА на 5 локаціях й падіння збитих (уламки) на 2 локаціях.",
        "launched 30; shot_down 25; hit 4; debris locations 2",
    ),
    # Without missiles, targets and means of attack are drones.
    (
        "ЗБИТО/ПОДАВЛЕНО 90 ЦІЛЕЙ\n" + ON + "противник атакував 100 ударними БпЛА. Збито/подавлено "
        "90 ворожих БпЛА. Зафіксовано влучання засобів повітряного нападу на 8 локаціях, а також "
        "падіння збитих (уламки) на 3 локаціях.",
        "launched 100; shot_down_or_suppressed 90; hit locations 8; debris locations 3",
    ),
    (
        ON + "противник атакував близько 140 БпЛА. Із 140 БпЛА збито/подавлено 120 дронів.",
        "launched about 140; shot_down_or_suppressed 120",
    ),
    (
        ON + "противник атакував 352 БпЛА та 11 ракетами. Знешкоджено 354 засоби, 158 збито, 196 – "
        "локаційно втрачені:\n- 151 БпЛА збито, 193 – локаційно втрачені;\n- 7 балістичних ракет – "
        "збито, ще 3 – локаційно втрачені.",
        "launched 352; shot_down 151; lost_track 193",
    ),
    (
        ON + "противник атакував 40 БпЛА та 9 ракетами. Зафіксовано падіння збитих ракет і дронів "
        "(уламки) на 8 локаціях.",
        "launched 40",
    ),
    (
        ON + "застосовано 106 засобів – 66 крилатих та балістичних ракет і 40 БпЛА: 66 крилатих "
        "та балістичних ракет; 40 ударних БпЛА.",
        "launched 40",
    ),
    (
        ON + "противник атакував 40 БпЛА та 4 Дань-Т. Збито 3 «Дан-Т», 9 аеростатів та 31 БпЛА.",
        "launched 40; shot_down 31",
    ),
    (
        ON + "застосовано:\n- «Бандероль» – 12;\n- ударні БпЛА – 40.\nЗбито/подавлено:\n- ракети – "
        "дані не розголошуються;\n- «Бандероль» – 9;\n- ударні БпЛА – 31.\nРазом до Перемоги!",
        "launched 40; shot_down_or_suppressed 31",
    ),
    (
        "Звіт про 140 знешкоджених цілей\n" + ON + "атакували ракетами, збито 30 БпЛА.",
        "shot_down 30",
    ),
    (
        ON + "виявлено 41 засіб повітряного нападу: ракету та 40 БпЛА. Зафіксовано влучання "
        "балістики, 4 «Бандеролей» та 21 ударного БпЛА на 16 локаціях.",
        "launched 40; hit 21",
    ),
    (
        ON + "атакували 40 БпЛА. Влучання 6 крилатих і 7 балістичних ракет та 24 ударних БпЛА "
        "зафіксовано на 22 локаціях.",
        "launched 40; hit 24",
    ),
    (
        "Overnight 40 drones were launched. A munition, together with 13 attack drones, hit nine "
        "locations.",
        "launched 40; hit 13",
    ),
    (
        "At night the enemy struck with:\n1) 4 Kh-101 cruise missiles;\n2) 112 UAVs.\nShot down "
        "or suppressed:\n1) 3 Kh-101 cruise missiles;\n2) 99 UAVs.",
        "launched 112; shot_down_or_suppressed 99",
    ),
]


@pytest.mark.parametrize(("text", "expected"), UKRAINIAN + MISSILES)
def test_every_ukrainian_shape_is_read_whole(text: str, expected: str) -> None:
    draft = air_force(text)
    assert (draft.status, draft.reason, draft.unread) == ("accepted", "", [])
    assert told(draft) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, NIGHT_TOLD),
        (
            "Russia launched 88 drones overnight. Air defence destroyed 52 of them over Kyiv, Sumy "
            "and Kharkiv regions, the Air Force said. Another 30 were lost, four drones flew "
            "toward Russia and Belarus and up to 2 remained in the air.",
            "launched 88; shot_down 52; shot_down@UA-32 listed; shot_down@UA-59 listed; "
            "shot_down@UA-63 listed; lost_track 30; left_airspace@group.BY+RU 4; "
            "in_airspace at_most 2",
        ),
        (
            "Ukraine's air force said it shot down 61 of 74 drones launched by Russia overnight. "
            "Thirteen drones hit eight locations.",
            "launched 74; shot_down 61; hit 13; hit locations 8",
        ),
        (
            "The Air Force said air defenses downed all 23 Shahed drones launched overnight.",
            "launched 23; shot_down 23",
        ),
        (
            "The Air Force: dozens of drones were launched overnight, at least 30 shot down.",
            "launched dozens; shot_down at_least 30",
        ),
        (
            "Overnight Russia used 44 Shaheds and two Iskander missiles. 40 drones and one missile "
            "were shot down. Two missiles and four drones struck five locations.",
            "launched 44; shot_down 40; hit 4",
        ),
        ("No drones were launched at Ukraine overnight, the Air Force said.", "launched 0"),
        ("Overnight Russia did not attack Ukraine with drones.", "launched 0"),
        (
            "The Air Force does not disclose the number of missiles shot down. Overnight Russia "
            "launched 60 drones; 51 were shot down or jammed.",
            "launched 60; shot_down_or_suppressed 51",
        ),
        (
            "Overnight 40 drones were shot down over the Odesa and Poltava regions, most of them "
            "in Odesa and Poltava regions.",
            "shot_down 40; shot_down@group.UA-51+UA-53 most_of; shot_down@UA-51 listed; "
            "shot_down@UA-53 listed",
        ),
        (
            "Overnight 40 drones were shot down in several regions, including Odesa and Poltava "
            "regions.",
            "shot_down 40; shot_down@UA-51 listed; shot_down@UA-53 listed",
        ),
        (
            "Overnight 25 drones were shot down, 10 were jammed and 6 left for Belarus.",
            "shot_down 25; suppressed 10; left_airspace@BY 6",
        ),
        (
            "Overnight Russia launched 90 drones. 60 were destroyed; 25 decoys disappeared from "
            "radar without consequences; 3 flew toward Russia and 1 toward Belarus.",
            "launched 90; shot_down 60; lost_track 25; left_airspace@RU 3; left_airspace@BY 1",
        ),
    ],
)
def test_every_english_shape_is_read_whole(text: str, expected: str) -> None:
    draft = air_force(text)
    assert (draft.status, draft.reason, draft.unread) == ("accepted", "", [])
    assert told(draft) == expected


@pytest.mark.parametrize(
    ("text", "unread", "expected"),
    [
        # Places in a row whose number cannot be told apart.
        (ON + "збито 15 БпЛА: 4 на Сумщині, Одещині, 11 на Харківщині.", "Одещині", ""),
        (ON + "збито 15 БпЛА: 12 над Києвом та областю, 3 на Сумщині.", "Києвом", ""),
        (ON + "збито 39 БпЛА:\n– у Сумській – 21;\n– у Київській та Одеській – 18 на двох.", "18",
         "shot_down 39; shot_down@UA-59 21"),
        (ON + "атакували 2 ракетами та 40 БпЛА. Два БпЛА – поза прицілом.", "Два", "launched 40"),
        # Types told apart with their places: the sentence leaves no place behind.
        ("ЗБИТО 12 БПЛА\n" + ON + "збито 12 БпЛА: 7 типу Shahed, 3 Гербера та 2 на півночі.",
         "3", "shot_down 12"),
        # Other nights and days.
        (ON + "збито 30 БпЛА. У ніч на 13 липня збито 41 БпЛА. Тоді ж 7 подавлено.", "7",
         "shot_down 30"),
        (ON + "збито 30 БпЛА. Найбільше, 948 дронів, зафіксовано 24 березня.", "948",
         "shot_down 30"),
        (ON + "збито 30 БпЛА. Від початку місяця ворог запустив 900 БпЛА.", "900", "shot_down 30"),
        (ON + "збито 30 БпЛА. За минулу добу збито 4 розвідувальні БпЛА.", "4", "shot_down 30"),
        ("Overnight on July 14 they shot down 30 drones. Over the past day 9 drones were shot "
         "down.", "9", "shot_down 30"),
        ("Ukraine intercepts 92.6% of drones\nOvernight Russia launched 40 drones.", "92",
         "launched 40"),
        ("Ніч на 14 серпня\nВночі збито 30 БпЛА.", "14 серпня", "shot_down 30"),
        (ON + "збито 30 БпЛА. Зранку повідомлялося, що ворог випустив 131 БпЛА.", "131",
         "shot_down 30"),
        # What is told apart from the night, or by another office, is not the Air Force's.
        (ON + "збито 30 БпЛА. Повітряне командування «Схід» збило 8 БпЛА.", "8", "shot_down 30"),
        (ON + "збито 30 БпЛА. За даними ОВА, на Сумщині збито 6 БпЛА.", "6", "shot_down 30"),
        (ON + "збито 30 БпЛА. Збито також 4 розвідувальні БпЛА.", "4", "shot_down 30"),
        (ON + "збито 30 БпЛА. Ще 3 БпЛА типу «Орлан» збито.", "3", "shot_down 30"),
        (ON + "збито 30 БпЛА. Нагадаємо, раніше було збито 41 БпЛА.", "41", "shot_down 30"),
        # Two numbers for one outcome: neither is given.
        ("ЗБИТО 56 БПЛА. " + ON + "атакували 70 БпЛА. Збито 54 БпЛА.", "56", "launched 70"),
        (ON + "збито 20 БпЛА. Збито 21 БпЛА. Збито 21 БпЛА.", "21", ""),
        # More than were launched, more places than drones, parts beyond their whole.
        (ON + "атаковано 50 БпЛА. Збито 40, 20 локаційно втрачено.", "20", ""),
        (ON + "збито 1 БпЛА у Сумській та Київській областях.", "1", ""),
        (ON + "збито 12 БпЛА: 7 у Київській області та 9 у Сумській.", "12", ""),
        (ON + "збито/подавлено 31 БпЛА. Збито 20 БпЛА, подавлено 12 БпЛА.", "31", ""),
        (ON + "ворог запустив 20 БпЛА. Збито всі 19.", "19", "launched 20"),
        # Names and words that are not known.
        (ON + "атакували 40 БпЛА. Збито 30 БпЛА над Незнамівкою.", "Незнамівкою", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито 30 БпЛА у Київському районі.", "Київському", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито 5 БпЛА на Сумському напрямку.", "Сумському", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито 30 БпЛА на північному сході.", "північному", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито 30 БпЛА над Чорним морем.", "Чорним", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито 12 чогось.", "12", "launched 40"),
        (ON + "атакували 40 БпЛА. Поранено 5 людей.", "5", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито 5-7 БпЛА.", "5", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито 1,200 БпЛА.", "1", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито ⅓ БпЛА, збито 7 БпЛА.", "⅓", "launched 40"),
        (ON + "атакували 40 БпЛА. Збито (подавлено) 7 БпЛА.", "подавлено", "launched 40"),
        (ON + "атакували 40 БпЛА. Зафіксовано 12 влучань.", "12", "launched 40"),
        (ON + "атакували 70 БпЛА. Зафіксовано влучання 60 БпЛА та ракет на 9 локаціях.", "60",
         "launched 70"),
        (ON + "атакували 70 БпЛА. Відсоток збиття – понад 85.", "85", "launched 70"),
        (ON + "атакували 70 БпЛА. 2 ракети не досягли цілей, 3 БпЛА під питанням.", "3",
         "launched 70"),
        ("Overnight Russia launched 40 drones. Hits of 5 drones and missiles were recorded.", "5",
         "launched 40"),
        ("Збила 30 дронів за ніч\n\nУсього їх було 40, із них 30 загубили/подавили.", "30", ""),
        (ON + "атакували 40 БпЛА. Ще 12 БпЛА; збито/подавлено – 9.", "12", "launched 40"),
        # One outcome or another, of which one is unknown; targets that may be drones.
        (ON + "атакували 40 БпЛА. Збито або загублено 30 БпЛА.", "загублено", "launched 40"),
        (ON + "атакували 40 БпЛА. Загублено чи збито 30 БпЛА.", "Загублено", "launched 40"),
        (ON + "атакували 40 БпЛА, і 30 цілей ППО знищила.", "30", ""),
        (ON + "атакували 40 БпЛА. Доля 9 БпЛА перебуває під питанням.", "9", "launched 40"),
        (ON + "за даними у Повітряних силах – 7 одиниць БпЛА.", "7", ""),
        (ON + "атакували 40 БпЛА. Ворог не атакував Київ безпілотниками.", "атакував",
         "launched 40"),
        (ON + "збито 8 БпЛА, дрони летіли, а 3 полетіли далі.", "3", ""),
        (ON + "атакували 40 БпЛА. Десяток дронів влучили в ціль.", "Десяток", "launched 40"),
        (ON + "всі шахеди та один БпЛА іншого типу збито.", "всі", ""),
        (ENGLISH + " Five drones were downed by Air Command East.", "Five", NIGHT_TOLD),
        ("Overnight Russia launched 40 drones. 30 were shot down over Kyiv.", "Kyiv",
         "launched 40"),
        ("Overnight Russia launched 40 drones. Over 30 were shot down, 29 drones were shot down.",
         "29", "launched 40"),
        ("Overnight Russia launched 40 drones. This was a raid with 45 drones.", "45",
         "launched 40"),
        ("Overnight Russia launched 40 drones. Russia lost 30 drones.", "30", "launched 40"),
        ("Overnight Russia launched 40 drones. No drones were shot down.", "No drones",
         "launched 40"),
        ("Overnight 40 drones were launched. Drones left 5 people injured.", "5", "launched 40"),
        ("Overnight 40 drones were launched. It did not specify what happened to the three "
         "remaining drones.", "three", "launched 40"),
        ("Overnight 40 drones were launched. 9 drones flew on to Sumy.", "9", "launched 40"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_unread_and_gives_no_figure(
    text: str, unread: str, expected: str
) -> None:
    draft = air_force(text)
    assert draft.status == ("partial" if expected or draft.statements else "refused")
    assert unread in " ".join(draft.unread) + draft.reason
    assert told(draft) == expected
    assert {s["review"] for s in draft.statements} <= {"candidate"}
    assert not any(c["parts_complete"] for c in draft.claims)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Погода на завтра: сонячно.",
        "Увага! БпЛА на Сумщині, курсом на Полтавщину.",
        "Загроза застосування ударних БпЛА на Одещині, 12 БпЛА з моря.",
        "Уточнення: у ніч на 14 липня збито 99 БпЛА.",
        "Оновлено: кількість збитих уточнена, у ніч на 14 липня збито 99 БпЛА.",
        "За тиждень Повітряні сили збили 512 БпЛА.",
        "У червні 2026 року ворог запустив 5312 БпЛА, найменше, 41, у ніч на 16 червня.",
        "The Air Force published footage: a crew has 11 downed drones to its credit.",
        "За місяць ворог запустив 5 200 ударних БпЛА, збито 4 700.",
        "Підсумки місяця: ворог запустив 5200 ударних БпЛА.",
        "Від початку року збито 9000 БпЛА.",
        "Генштаб: ворог завдав 44 авіаударів, застосував 3210 дронів-камікадзе.",
        "За минулу добу знищено 312 БпЛА оперативно-тактичного рівня.",
        "Знищено 1200 ворожих БпЛА за добу.",
        "Протягом доби збито 12 БпЛА.",
        "У ніч на 13 липня збито 12 БпЛА. У ніч на 14 липня збито 15 БпЛА.",
        "У ніч на 14 липня збито 5 ракет Х-101.",
        "На Сумщині вночі збили 17 дронів\nУ ніч на 14 липня над Сумською областю ППО знищила 17 "
        "БпЛА. Про це повідомили в ОВА.",
        "У ніч на 14 липня екіпаж збив 7 «шахедів». На відео – 5 із них.",
        "Збито 9 ударних БпЛА та 4 розвідувальні БпЛА.",
        "Ukraine's air defense shot down 45 drones over the past week.",
        "812 of 903 drones neutralized in a week, from July 6 to July 12, 211 of them overnight.",
        "Since the beginning of the invasion 12000 drones have been shot down.",
        "Drones heading for Poltava from the north.",
        "Clarified: 45 drones were shot down overnight.",
        "The General Staff: 312 drones were destroyed.",
        "Überfall: 45 Drohnen abgeschossen.",
    ],
)
def test_what_is_no_bulletin_is_refused(text: str) -> None:
    draft = air_force(text)
    assert draft.status == "refused"
    assert draft.reason
    assert draft.claims == draft.statements == draft.sources == []


def test_a_language_without_grammar_is_refused() -> None:
    draft = air_force("В ночь на 14 июля сбито 45 беспилотников типа Shahed, это все.")
    assert (draft.status, "'ru'" in draft.reason) == ("refused", True)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("один", 1), ("одного", 1), ("двох", 2), ("трьома", 3), ("чотири", 4), ("чотирьох", 4),
        ("п’ять", 5), ("п'ятьох", 5), ("пʼяти", 5), ("шістьма", 6), ("сім", 7), ("сьома", 7),
        ("вісім", 8), ("вісьмох", 8), ("дев'ятьма", 9), ("десятьох", 10), ("одинадцять", 11),
        ("дванадцятьма", 12), ("п’ятнадцяти", 15), ("дев’ятнадцять", 19), ("двадцять", 20),
        ("двадцять одним", 21), ("тридцятьма двома", 32), ("сорок", 40), ("сорока", 40),
        ("п’ятдесят три", 53), ("шістдесят", 60), ("сімдесят", 70), ("вісімдесят", 80),
        ("дев’яносто", 90), ("сто", 100), ("ста двадцятьма п’ятьма", 125), ("двісті", 200),
        ("триста сорок", 340), ("чотириста", 400), ("п’ятсот два", 502), ("38-ма", 38),
        ("41-го", 41), ("24-ма", 24),
    ],
)  # fmt: skip
def test_number_words(words: str, number: int) -> None:
    draft = air_force(f"{ON}збито {words} БпЛА.")
    assert (draft.status, told(draft)) == ("accepted", f"shot_down {number}")


@pytest.mark.parametrize(
    ("limit", "qualifier"),
    [
        ("не менш ніж 115", "at_least"), ("не менше 115", "at_least"),
        ("щонайменше 115", "at_least"),
        ("як мінімум 115", "at_least"), ("115 або більше", "at_least"), ("115+", "at_least"),
        ("понад 115", "more_than"), ("більш ніж 115", "more_than"), ("більше 115", "more_than"),
        ("не більше ніж 115", "at_most"), ("до 115", "at_most"), ("близько 115", "about"),
        ("ледь не 115", "about"), ("десь 115", "about"), ("менше ніж 115", ""),
        ("від 110 до 115", ""), ("115–120", ""),
    ],
)  # fmt: skip
def test_words_that_limit_a_number(limit: str, qualifier: str) -> None:
    draft = air_force(f"{ON}ворог запустив {limit} безпілотників.")
    assert told(draft) == (f"launched {qualifier} 115" if qualifier else "")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (ON, ("13T20:00", "14T09:30", "convention", "")),
        ("Вночі 14 липня ", ("13T20:00", "14T09:30", "convention", "")),
        (ON + "(з 19:00 13 липня) ", ("13T19:00", "14T09:30", "convention", "")),
        (ON + "(із 19.00 13 липня) станом на 08.30 ",
         ("13T19:00", "14T08:30", "stated", "14T08:30")),
        ("З 21:00 понеділка станом на 8:00 ", ("13T21:00", "14T08:00", "stated", "14T08:00")),
        (ON + "станом на 08:30 ", ("13T20:00", "14T08:30", "convention", "14T08:30")),
        ("З 20:00 13 липня по 03:00 14 липня ", ("13T20:00", "14T03:00", "stated", "")),
        ("Близько 21:00 13 липня почалася атака, у ніч на 14 липня ",
         ("13T20:00", "14T09:30", "convention", "")),
        (ON + "(нова хвиля триває з 07:00) станом на 08:30 ",
         ("13T20:00", "14T08:30", "convention", "14T08:30")),
        (ON + "(із 09.00 13 липня) станом на 08.30 ",
         ("13T09:00", "14T08:30", "stated", "14T08:30")),
        ("Із 20-ї години 13-го по 04 годину 14 липня ", ("13T20:00", "14T04:00", "stated", "")),
        ("Із 20.00 вечора 13-го до опівночі 14 липня ", ("13T20:00", "14T00:00", "stated", "")),
        (ON + "із (21.00 13 липня) ", ("13T21:00", "14T09:30", "convention", "")),
        ("Станом на 12:00 13 липня ", ("", "13T12:00", "stated", "13T12:00")),
        ("Цього ранку ", ("", "", "", "")),
    ],
)  # fmt: skip
def test_window(head: str, expected: tuple[str, ...]) -> None:
    draft = air_force(f"{head}збито 45 БпЛА.")
    moments = tuple(f"2026-07-{e}+03:00" if e and e != expected[2] else e for e in expected)
    assert window(draft) == moments
    assert told(draft) == "shot_down 45"


def test_window_in_winter_and_over_the_new_year() -> None:
    text = (
        "У ніч на 1 січня (з 18:00 31 грудня) противник атакував 60 БпЛА. Станом на 08:30 збито 45."
    )
    draft = air_force(text, datetime(2026, 1, 1, 7, 0, tzinfo=UTC))
    assert window(draft)[:2] == ("2025-12-31T18:00+02:00", "2026-01-01T08:30+02:00")


def test_sums_say_what_is_complete() -> None:
    draft = air_force(
        ON + "атаковано 61 БпЛА. Збито 40 БпЛА у Сумській та Київській областях, 21 локаційно "
        "втрачено."
    )
    launched, down = draft.claims[:2]
    assert (launched["parts_complete"], down["parts_complete"]) == ("outcome", "place")
    assert (down["part_of"], down["part_axis"]) == (launched["claim_id"], "outcome")


@pytest.mark.parametrize("word", ["зокрема у", "у тому числі в", "переважно у інших областях і в"])
def test_a_list_that_is_not_whole_is_open(word: str) -> None:
    draft = air_force(f"{ON}збито 40 БпЛА, {word} Сумській та Київській областях.")
    assert "shot_down@UA-59 listed" in told(draft)
    assert not draft.claims[0]["parts_complete"]


def test_what_has_no_row_is_a_note() -> None:
    (said,) = air_force(COMBINED).statements
    assert "about 250 are told apart by type or means" in said["note"]
    assert "21 locations are said to be hit by missiles and drones together" in said["note"]
    assert "Said to be attacked: UA-32." in said["note"]


@pytest.mark.parametrize("end", range(20, len(NIGHT), 23))
def test_a_cut_text_gives_no_wrong_figure(end: int) -> None:
    draft = air_force(NIGHT[:end] + "…")
    assert draft.status != "accepted"
    assert set(told(draft).split("; ")) - {""} <= set(NIGHT_TOLD.split("; "))


@pytest.mark.parametrize(("text", "expected"), [*UKRAINIAN, (ENGLISH, NIGHT_TOLD)])
def test_another_digit_changes_the_draft(text: str, expected: str) -> None:
    for match in re.finditer(r"\d", text):
        other = str((int(match[0]) + 1) % 10)
        draft = air_force(text[: match.start()] + other + text[match.end() :])
        changed = draft.status != "accepted" or draft != air_force(text)
        missiles = re.match(r"[^.,;\n]*(?:ракет|КАР)", text[match.start() :], re.IGNORECASE)
        designation = re.search(r"(?:Х-|С-|Х-\d+/|Герань-|БМ-|KN-)\d*$", text[: match.start()])
        assert changed or missiles or designation, text[match.start() - 30 :]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.integers(0, 900), st.sampled_from([NIGHT, COMBINED, ENGLISH]))
def test_nothing_raises(noise: str, at: int, text: str) -> None:
    assert air_force(noise).status in ("accepted", "partial", "refused")
    assert air_force(text[:at] + noise + text[at:]).status in ("accepted", "partial", "refused")


def test_a_possessive_before_a_number_is_no_designation() -> None:
    draft = air_force("Air defense shot down 66 of Russia's 100 drones overnight.")
    assert told(draft) == "launched 100; shot_down 66"


def test_a_cut_off_after_the_posting_is_not_accepted() -> None:
    draft = air_force(NIGHT.replace("08:30", "23:30"))
    assert draft.status == "partial"
    assert "after the posting" in draft.reason


def test_a_word_that_begins_like_a_negation_is_none() -> None:
    draft = air_force(ON + "українське небо атакували 255 ворожих безпілотників.")
    assert (draft.status, told(draft)) == ("accepted", "launched 255")


@pytest.mark.parametrize(
    ("text", "expected", "end"),
    [
        ("As of 0830, Ukrainian forces downed 113 drones.", "shot_down 113", "14T08:30"),
        ("Overnight drones flew, as of 083, 113 drones were downed.", "shot_down 113", ""),
        ("As of 08:30, the Air Force counted 1,130 drones downed overnight.", "shot_down 1130",
         "14T08:30"),
    ],
)  # fmt: skip
def test_an_hour_is_no_number_of_drones(text: str, expected: str, end: str) -> None:
    draft = air_force(text)
    assert told(draft) in (expected, "")
    assert draft.status == "accepted" or "083" in draft.unread
    assert end in draft.statements[0]["as_of"] if draft.statements else not end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Other means, places and parts in one sentence.
        ("Overnight 142 drones were launched; 132 targets were downed or suppressed.",
         "launched 142"),
        ("Overnight Russia launched 40 drones. It and 14 drones hit 9 locations. 3 missiles flew.",
         "launched 40; hit 14"),
        ("Overnight Russia used 3 missiles and 40 drones. 2 missiles hit; the remaining one was "
         "a Kh-59.", "launched 40"),
        ("Most of 130 drones downed overnight, hits recorded at 13 locations, 5 missiles fell.",
         "launched 130"),
        ("Overnight the enemy used 61 drones. Eight drones struck at six locations.",
         "launched 61; hit 8; hit locations 6"),
        (ON + "атакували 40 БпЛА. Збито 30 БпЛА, удар по Одесі й влучання на Одещині.",
         "launched 40; shot_down 30"),
        ("Overnight 40 drones flew. One missile and 12 drones were recorded hitting 9 locations.",
         "hit 12"),
    ],
)  # fmt: skip
def test_numbers_of_others_are_not_those_of_drones(text: str, expected: str) -> None:
    figures = set(told(air_force(text)).split("; ")) - {""}
    assert figures <= set(expected.split("; "))


def test_a_round_hour_minutes_after_the_posting_is_noted() -> None:
    draft = air_force(NIGHT.replace("08:30", "09:45"))
    assert (draft.status, told(draft)) == ("accepted", NIGHT_TOLD)
    assert "as of 09:45, after the posting" in draft.statements[0]["note"]
    assert window(draft) == ("2026-07-13T19:00+03:00", "2026-07-14T09:30+03:00", "convention", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Атаковано 9 дронами. Збито 8 дронів, один із них залишив повітряний простір України.",
            "left",
        ),
        ("Атаковано 30 дронами, збито, чи подавлено 20 БпЛА.", "shot_down_or_suppressed 20"),
        (
            "Противник атакував ракетою з Криму, а також 33 ударними БпЛА. Збито 30 БпЛА.",
            "launched 33; shot_down 30",
        ),
        (
            "Ворог застосував десятки дронів. Противник атакував 42 ударними БпЛА. Збито 40 БпЛА.",
            "launched 42; shot_down 40",
        ),
        (
            "Збито 7 БпЛА. Ще 5 дронів влучили у 3 локаціях, а на 2 локаціях впали уламки цілей.",
            "hit locations 3",
        ),
    ],
)
def test_shapes_of_news_pages(text: str, expected: str) -> None:
    draft = air_force(text)
    assert expected in told(draft)
    assert "missiles" not in draft.statements[0]["note"]


@pytest.mark.parametrize(
    ("text", "expected", "note"),
    [
        ("Атакували 40 БпЛА, «шахедів» серед безпілотників – близько 25. Збито 30 БпЛА.",
         "launched 40; shot_down 30", "about 25 are told apart"),
        ("Атакували 40 БпЛА. Збита або нейтралізована 31 ціль із ракет і 30 БпЛА.",
         "launched 40; shot_down_or_suppressed 30", ""),
        ("Україна перебувала під атакою 40 БпЛА з напрямків Курськ та Орел.", "launched 40", ""),
        ("Атакували 40 БпЛА. 9 БпЛА, випущених ворогом, локаційно втрачені.",
         "launched 40; lost_track 9", ""),
        ("Атакували 40 БпЛА. Зафіксовано влучання 9 БпЛА на 5 локаціях, а ще на двох – падіння "
         "уламків.", "launched 40; hit 9; hit locations 5; debris locations 2", ""),
        ("Атакували 40 БпЛА. Атака зачепила Сумщину, Київ та Львів.", "launched 40",
         "Said to be damaged: UA-59. Said to be damaged: UA-30. Said to be damaged: Львів."),
        ("Атакували 40 БпЛА. БпЛА атаковано прифронтові території Сумщини.", "launched 40",
         "Said to be attacked: UA-59."),
        ("Атакували 40 БпЛА. Інформація щодо ще 4 БпЛА уточнюється.", "launched 40",
         "Said of 4 that it is not clear yet."),
        ("Атакували 40 БпЛА. Як уточнили військові, збито 30 БпЛА.", "launched 40; shot_down 30",
         ""),
        ("Атакували 40 БпЛА. Уламки впали у трьох районах.", "launched 40",
         "Debris is said to be in 3 districts."),
        ("Атакували понад 35 БпЛА. Усього атакували 40 БпЛА.", "launched 40", ""),
        ("36 зенітними керованими ракетами та 40 ударними БпЛА атакував ворог.", "launched 40", ""),
        ("Ukraine came under a raid with 40 drones. Russia launched 40 drones, of the Shahed type "
         "(around 25) and others.", "launched 40", "about 25 are told apart"),
        ("Russia launched 40 drones. Shaheds made up about 25 of the total. Information on several "
         "missiles is being clarified.", "launched 40", "about 25 are told apart"),
        ("Russia launched 40 drones. 9 drones launched by the enemy were lost from radar.",
         "launched 40; lost_track 9", ""),
        ("Russia launched 40 drones. Downed drones (debris) came down in 2 locations.",
         "launched 40; debris locations 2", ""),
        ("Of 40 drones launched, 30 were shot down. The Air Force listed Sumy and Poltava oblasts "
         "as the places where drones were downed.",
         "launched 40; shot_down 30; shot_down@UA-59 listed; shot_down@UA-53 listed", ""),
        ("Over 35 drones were launched overnight. Russia launched 40 drones.", "launched 40", ""),
        ("Атакували 40 БпЛА, два БпЛА залишили контрольований повітряний простір у напрямку "
         "окупованих територій.", "launched 40; left_airspace@theatre 2", ""),
        ("The enemy struck with 40 Shahed attack UAVs. More than 30 were Shaheds.", "launched 40",
         "more than 30 are told apart"),
        ("КИЇВ. 14 липня. УНН. Ворог атакував 40 БпЛА.", "launched 40", ""),
        ("Massive Strike: 40 Drones, No Hits\n\nOvernight Russia launched 40 drones.",
         "launched 40", ""),
        ("Air defense downs all, Agency says 40\n\nOvernight Russia launched 40 drones.",
         "launched 40", ""),
        ("Overnight 40 drones and 14 missiles were launched. Ten drones were shot down over Sumy "
         "region; the nine missiles, over Lviv region.",
         "launched 40; shot_down 10; shot_down@UA-59 listed", ""),
        ("Russia launched 40 drones and 3 missiles. Hits were recorded at 7 locations.",
         "launched 40", "7 locations are said to be hit by missiles and drones together."),
        ("Атакували 40 БпЛА. Територію України залишили 8 БпЛА.",
         "launched 40; left_airspace@theatre 8", ""),
        ("Overnight Russia launched 40 drones. In the Sumy and Kyiv regions, services are dealing "
         "with the aftermath.", "launched 40", "Said to be damaged: UA-59."),
    ],
)  # fmt: skip
def test_what_reporters_write_around_it(text: str, expected: str, note: str) -> None:
    draft = air_force(text)
    assert (draft.status, draft.reason, told(draft)) == ("accepted", "", expected)
    assert note in draft.statements[0]["note"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("From 9 a.m. to 4:00 p.m. (6 a.m. - 1:00 p.m. GMT) on July 13, ", "13T09:00"),
        ("Between 7:00 a.m. of this year and 4:00 p.m. on July 13, ", "13T07:00"),
    ],
)
def test_hours_on_another_clock_are_passed(text: str, start: str) -> None:
    (said,) = air_force(f"{text}Russia launched 7 drones.").statements
    assert said["window_start"].startswith(f"2026-07-{start}")
    assert said["window_end"].startswith("2026-07-13T16:00")


NUMBERS = st.integers(2, 9)


@settings(deadline=None, max_examples=200)
@given(
    down=st.integers(20, 600), hit=NUMBERS, places=NUMBERS, debris=NUMBERS, missiles=NUMBERS,
    head=st.sampled_from(["⚡️ЗБИТО/ПОДАВЛЕНО {down} ВОРОЖИХ БПЛА\n\n", ""]),
    attack=st.sampled_from([
        "У ніч на 14 липня (із 18:00 13 липня) противник атакував {all}-ма ударними БпЛА типу "
        "Shahed, Гербера та дронами інших типів із напрямків: Курськ, Орел – рф, Чауда – ТОТ Криму",
        "З 19:30 13 липня ворог завдав удару {missiles} балістичними ракетами Іскандер-М із "
        "Ростовської обл., а також {all} ударними БпЛА, понад {hit} із них – «шахеди»",
        "Цієї ночі противник атакував Україну {all} БпЛА, а також {missiles} зенітними керованими "
        "ракетами С-300",
    ]),
    fate=st.sampled_from([
        "За попередніми даними, станом на 08:30, протиповітряною обороною збито/подавлено {down} "
        "ворожих БпЛА типу Shahed та безпілотників інших типів",
        "Станом на 08.30 збито/подавлено {missiles} ракет та {down} БпЛА різних типів",
        "Попередньо, сили ППО збили або подавили {down} БпЛА",
    ]),
    hits=st.sampled_from([
        "Зафіксовано влучання {hit} ударних БпЛА на {places} локаціях, а також падіння збитих "
        "(уламки) на {debris} локаціях",
        "Є влучання {hit} БпЛА у {places} локаціях, падіння уламків збитих БпЛА на {debris} "
        "локаціях",
    ]),
    end=st.sampled_from(["Основний напрямок удару – Київщина.", "Тримаймо небо!", ""]),
)  # fmt: skip
def test_whatever_the_numbers_a_composed_bulletin_is_read_whole(
    down: int, hit: int, places: int, debris: int, missiles: int,
    head: str, attack: str, fate: str, hits: str, end: str,
) -> None:  # fmt: skip
    text = f"{head}{attack}.\n\n{fate} на півночі та сході.\n\n{hits}.\n{end}".format(
        all=down + hit, down=down, hit=hit, places=places, debris=debris, missiles=missiles
    )
    draft = air_force(text)
    assert (draft.status, draft.reason) == ("accepted", "")
    assert told(draft) == (
        f"launched {down + hit}; shot_down_or_suppressed {down}; "
        "shot_down_or_suppressed@UA.north listed; shot_down_or_suppressed@UA.east listed; "
        f"hit {hit}; hit locations {places}; debris locations {debris}"
    )


def test_what_is_supposed_is_no_figure() -> None:
    draft = air_force("Shot down: 50 of 60 drones. At least 12 drones might have reached targets.")
    assert "12" in draft.unread
    assert "hit" not in told(draft)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("З 18:00 12 липня і до 08:00 13 липня збито 7 БпЛА.", "12T18:00", "13T08:00"),
        ("On the night of 12-13 July, 7 drones were shot down.", "12T20:00", "13"),
        ("On the night of July 12 to July 13, 7 drones were shot down.", "12T20:00", "13"),
        ("On the night of 12 July-13 July, 7 drones were shot down.", "12T20:00", "13"),
    ],
)
def test_nights_of_two_days(text: str, start: str, end: str) -> None:
    (said,) = air_force(text).statements
    assert said["window_start"].startswith(f"2026-07-{start}")
    assert said["window_end"].startswith(f"2026-07-{end}")


def test_a_cut_off_without_its_day_is_of_the_day_on_which_the_period_ends() -> None:
    draft = air_force(
        "72 UAVs were launched between 10:00 on July 12 and 09:00 on July 13. By 09:00, 47 of them "
        "had been shot down."
    )
    assert draft.statements[0]["as_of"] == "2026-07-13T09:00+03:00"
