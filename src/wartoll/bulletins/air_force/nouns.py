"""What the numbers of an Air Force bulletin count: drones, missiles, targets, locations."""

from __future__ import annotations

from wartoll.bulletins.air_force.state import Sentence
from wartoll.bulletins.signs import DASHES

#: Kinds of words that a number counts.
NOUNS = {"drone", "other", "loc", "duration", "district", "apart"}
#: Those that may stand after a verb: 140 downed targets.
_COUNTED = {"drone", "other"}
_NO_WEAPONS = {"targets", "together"}
_MORE = {"more", "other"}
_STOPS = {",", ";", ":"}
#: Regions that are counted: four of them, beside the form that stands after a name.
_REGIONS = {"області"}
_WERE = {"було", "were"}
_DIRECTION = ("напрям", "direction")
#: How far a number's noun may stand from it.
REACH = 9
_PASSED = {"of", "times", "qualifier", "plain", "country", "known", "within"}
QUOTES = {"«", "»", '"', "“", "”", "„", "(", ")", "'", "’", "/"}


def noun(sentence: Sentence, at: int) -> str:
    """Kind of the noun that a number counts; '' when it has none, '?' when it is unknown."""
    signs = sentence.signs
    if at + 1 == len(signs) or sentence.mark(at + 1) in _STOPS:
        return _noun_before(sentence, at)
    for place in range(at + 1, min(at + REACH, len(signs))):
        sign = signs[place]
        if sign.kind in NOUNS:
            return sign.kind.replace("district", "duration")
        if place == at + 1 and sentence.word(sign) in _REGIONS:
            return "duration"
        if sign.kind == "origin" and any(w in sentence.text(sign).lower() for w in _DIRECTION):
            return "duration"
        if place == at + 1 and _joined(sentence, place):
            return _joined(sentence, place)
        if place == at + 1 and sign.kind == "verb" and sentence.kind(place + 1) in _COUNTED:
            return sentence.kind(place + 1)
        if sign.kind == "number" and _is_whole(sentence, place):
            continue
        if sign.kind in _PASSED or sentence.word(sign) in _MORE:
            continue
        if sign.value in QUOTES or _joins_adjectives(sentence, place):
            continue
        if _joins_numbers(sentence, place) and noun(sentence, place + 1) == "other":
            return "other"
        return "" if sign.kind or not sign.value.isalpha() else "?"
    return ""


def _is_whole(sentence: Sentence, at: int) -> bool:
    """Whether a number is that of the whole: of 100, of over 100, of Russia's 100; not over 5."""
    before = sentence.kind(at - 1)
    limited = before in ("qualifier", "country") and sentence.kind(at - 2) == "of"
    return before == "of" or limited


def _noun_before(sentence: Sentence, at: int) -> str:
    """Kind of the noun that a number without one after it has before: directions were three."""
    were = sentence.word_before(sentence.signs[at])
    before = {sentence.kind(i) for i in (at - 2, at - 3)} if were in _WERE else set()
    if "drone" in before:
        return "drone"
    return "duration" if before & {"duration", "origin"} else ""


def _joins_numbers(sentence: Sentence, at: int) -> bool:
    """Whether a word joins two numbers of one noun: six cruise and seven ballistic missiles."""
    return [sentence.kind(at + step) for step in (-1, 0, 1)] == ["plain", "join", "number"]


def _joins_adjectives(sentence: Sentence, at: int) -> bool:
    """Whether a word joins two adjectives of one noun: cruise and ballistic missiles."""
    words = [sentence.kind(at + step) for step in (-1, 0, 1)]
    return words[:2] == ["plain", "join"] and words[2] in ("plain", "other")


def _joined(sentence: Sentence, at: int) -> str:
    """Kind of what a word or dash joins to the number before it: 35 were missiles, 8 – UAVs."""
    joins = sentence.word(sentence.signs[at]) in {"were", "was", "are", *DASHES}
    nouns = (s for s in sentence.signs[at + 1 : at + 3] if s.value not in QUOTES)
    noun = next(nouns, None)
    if not joins or noun is None or (noun.kind == "drone" and noun.value == "type"):
        return ""
    return noun.kind if noun.kind in ("other", "drone") else ""


def are_targets_before(sentence: Sentence, at: int) -> bool:
    """Whether targets are counted right before a verb, so that what follows lists them."""
    kinds = [s for s in sentence.signs[:at] if s.kind in ("number", "other", "drone", "verb")]
    return [s.value for s in kinds[-1:]] == ["targets"] and [s.kind for s in kinds[-2:-1]] == [
        "number"
    ]


def may_be_drones(sentence: Sentence, at: int) -> bool:
    """Whether targets are counted in a text without missiles, so that they may be drones."""
    if sentence.account.missiles:
        return False
    following = (s.value for s in sentence.signs[at + 1 : at + REACH] if s.kind == "other")
    return next(following, "") == "targets"


def are_missiles(sentence: Sentence) -> bool:
    """Whether a sentence names missiles and neither drones nor locations."""
    named = any(s.kind == "other" and s.value not in _NO_WEAPONS for s in sentence.signs)
    return named and not sentence.kinds & {"drone", "loc"}
