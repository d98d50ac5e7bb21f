"""What tells a ministry's bulletin from other texts, in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wartoll.bulletins.languages import ENGLISH, RUSSIAN, Language


@dataclass(frozen=True)
class Shape:
    """What tells a bulletin from other texts in one language; patterns.

    ``told``, ``clock`` and ``passage`` are for text as it is, the others for text in small
    letters, which is faster.

    Attributes
    ----------
    drone, down, agent, stopped : Pattern
        Drones; their end; who acts, or that an attempt was stopped. All must stand in it.
    attack : Pattern
        The attempt, told before its outcome.
    told : Pattern
        What sentences with the window are about: drones, their end or the attempt.
    other : Pattern
        Words of briefings, recaps and captions.
    clock : Pattern
        A time of day left over when the window is blanked.
    passage : Pattern
        Where a further statement with a window of its own begins.
    """

    language: Language
    drone: re.Pattern[str]
    down: re.Pattern[str]
    agent: re.Pattern[str]
    stopped: re.Pattern[str]
    attack: re.Pattern[str]
    told: re.Pattern[str]
    other: re.Pattern[str]
    clock: re.Pattern[str]
    passage: re.Pattern[str]


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _small(text: str) -> re.Pattern[str]:
    return re.compile(text)


_RU = Shape(
    RUSSIAN,
    drone=_small(r"бпла|беспилотн\w+|\bдрон\w*"),
    down=_small(r"уничтож|перехва|подавл|сби[тл]|ликвидир"),
    agent=_small(
        r"(?:средствами|силами|системами|расчетами|подразделениями)\s+"
        r"(?:и средствами\s+)?(?:пво|противовоздушной|радиоэлектронной|рэб)"
        r"|\b(?:силы|средства|системы|расчеты)\s+(?:пво|противовоздушной)"
    ),
    stopped=_small(r"пресечен\w*\s+(?:очередн\w+\s+)?(?:ряд|попытк|террорист|атак)"),
    attack=_small(r"попытк|атак|применени"),
    told=_pattern(r"бпла|беспилотн|дрон|попытк|атак|уничтож|перехва|подавл|сби[тл]|ликвидир"),
    other=_small(
        r"группировк|пресс-центр|сводка|главное за (?:день|неделю)|брифинг|кадры|видео|за сутки"
        r"|за неделю|в течение (?:суток|недели)|за \w*\s?(?:месяц|квартал|полугодие|год)\b"
        r"|всего с начала|командующ\w+|\bэкипаж\w*|оператор\w*"
    ),
    clock=_pattern(r"\b\d{1,2}[.:]\d{2}\s*мск\b"),
    passage=_pattern(r"(?:Всего|Ранее)[^.¶]{0,40}(?:\bс|около|в период с|\bв)\s+\d{1,2}[.:]\d{2}"),
)
_EN = Shape(
    ENGLISH,
    drone=_small(r"\bdrones?\b|\buavs?\b|unmanned aerial"),
    down=_small(
        r"destroy|intercept|shot down|shoot down|down(?:ed|s)\b|suppress|eliminat|repel"
        r"|(?:brought|taken|took) down"
    ),
    agent=_small(r"air[- ]defen[cs]e|ministry|destroyed|intercepted|shot down|suppressed"),
    stopped=_small(r"(?:thwarted|foiled|stopped|repelled)"),
    attack=_small(r"attempt|attack"),
    told=_pattern(r"drone|uav|unmanned|attempt|attack|raid|destroy|intercept|down|air defen"),
    other=_small(
        r"battlegroup|special military operation|over the past day|in the past day|past 24 hours"
        r"|over the week|past week|briefing|footage|video|since the beginning|in all since"
        r"|(?<!air[- ]defen[cs]e )(?<!duty )crews?\b"
    ),
    clock=_pattern(r"\b\d{1,2}(?::\d{2})?\s*[ap]\.?m\b"),
    passage=_pattern(r"(?!)"),
)
SHAPES = {"ru": _RU, "en": _EN}


def no_bulletin(text: str, shape: Shape) -> str:
    """Why a text is none; empty when it may be one."""
    text = text.lower()
    if not shape.drone.search(text) or not shape.down.search(text):
        return "no drones, or nothing shot down or jammed"
    if not shape.agent.search(text) and not shape.stopped.search(text):
        return "no air defence that acts"
    other = shape.other.search(text)
    return f"not an air-defence bulletin: {other[0]}" if other else ""
