"""What tells an Air Force bulletin from other texts, and its abbreviations in full."""

from __future__ import annotations

import itertools
import re

from wartoll.bulletins.text import undesignated

_DRONE = re.compile(
    r"бпла|безпілотн|дрон|шахед|shahed|drone|\buavs?\b|unmanned|боєприпас", re.IGNORECASE
)
#: What sentences with the window are about.
TOLD = re.compile(
    _DRONE.pattern
    + r"|атак|наліт|напад|удар|ніч|ночі|збит|знищ|знешкод|ппо|протиповітр|ворог|противник"
    r"|attack|raid|night|shot down|down(?:ed)?\b|destroy|air defen|enemy|russia|launch|as of",
    re.IGNORECASE,
)
#: Words of texts that are no bulletins, in small letters.
_OTHER = {
    "uk": re.compile(
        r"відколи|відео роботи|на відео|кадри|курсом на|загроза|увага!"
        r"|підсумк\w+ (?:тижня|місяця)|брифінг",
    ),
    "en": re.compile(r"footage|caption|threat of|monthly|weekly"),
}
#: Words of recaps of a day, a week or more, in small letters, which may follow the night.
RECAP = re.compile(
    r"\b(?:за (?:(?:минулу )?добу|тиждень|місяць"
    r"|(?:січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад"
    r"|грудень)\b)"
    r"|у (?:січні|лютому|березні|квітні|травні|червні|липні|серпні|вересні|жовтні|листопаді"
    r"|грудні)(?! \d{1,2}\b)"
    r"|протягом доби|минулого тижня|(?:від|з) початку"
    r"|(?:over|in|during) (?:the )?past (?:day|24 hours|week|month)|last (?:week|month)|this week"
    r"|(?:in|within|for|over|during) (?:a|the|one) (?:week|month)\b|since the (?:beginning|start))"
)
#: A small jet munition that the bulletins count apart; its designations are no numbers.
_BANDEROL = re.compile(
    r"(?:(?:(?:баражуюч\w+ )?боєприпас\w+|loitering munitions?) (?:типу |of the )?)?(?:S-?8000 )?"
    r"[\"«“„”]?((?<!\w)бандерол\w*|banderols?\b|(?<!\w)(?:дань?|dan)-[tт]\b)[\"»”]?"
    r"(?:\s?/\s?[\"«“„]?(?:дань?|dan)-[tт]\b[\"»”]?)?",
    re.IGNORECASE,
)
_SHORT = (
    (re.compile(r"\bв\s*т\.\s?ч\.", re.IGNORECASE), "в тому числі"),
    (re.compile(r"\bобл\.", re.IGNORECASE), "області"),
    (re.compile(r"…|\.{3,}\s*$"), "…"),
    (re.compile(r"\b3[мm]\d\d\b", re.IGNORECASE), ""),
    (re.compile(r"(?<=іскандер|iskander)\s?[-–]\s?(?=[мmкk]\b)", re.IGNORECASE), "-"),
    (re.compile(r"(?<=[a-z])['’]s\b", re.IGNORECASE), ""),
)


def no_bulletin(text: str, language: str) -> str:
    """Why a text is none; empty when it may be one."""
    if not _DRONE.search(text):
        return "no drones"
    other = _OTHER[language].search(text.lower())
    return f"not an air-defence bulletin: {other[0]}" if other else ""


def plain(text: str) -> str:
    """Abbreviations in full and designations of weapons without their numbers."""
    for pattern, full in _SHORT:
        text = pattern.sub(full, text)
    if any(name in text.lower() for name in ("андерол", "anderol", "дань-", "дан-", "dan-")):
        text = _BANDEROL.sub(r"\1", text)
    return undesignated(_one_headline(text))


def _one_headline(text: str) -> str:
    """The text with the lines of capitals above it as one line."""
    lines = re.split(r"\s*¶\s*", text)
    above = list(itertools.takewhile(lambda line: line.upper() == line, lines))
    head = " ".join(line for line in above if any(map(str.isalnum, line)))
    return " ¶ ".join([head, *lines[len(above) :]]) if head else text
