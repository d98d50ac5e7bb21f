"""Places that a ministry's bulletin names: which go together, and where their number stands."""

from __future__ import annotations

import itertools

from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.signs import DASHES
from wartoll.bulletins.text import Word

_NUMBERS = {"number", "taken"}
#: What a line of a list has that names places alone.
_LISTED = {"place", "over", "join", "area"}
#: Words and marks after which something else is told.
_GOES_ON = {",", ";", "и", "а", "также", "and"}
_AND = {"and", "и", ","}
_OPENS = 4
_ENDS = {",", ";", "("}


def run(
    words: list[Word],
    sentence: list[Sign],
    at: int,
    *,
    numbered: bool = False,
    clause: bool = False,
) -> tuple[list[str], int]:
    """Places named together, and the index of the last of their signs.

    A run that is ``numbered`` ends before a comma whose places have a number of their own:
    five over A, over B were downed nine. With ``clause`` it ends before any comma.
    """
    found, parts = [at], []
    for index in range(at + 1, len(sentence)):
        sign = sentence[index]
        if sign.kind == "place":
            found.append(index)
        elif words[sign.first].text == ",":
            parts.append(len(found))
        elif sign.kind not in ("over", "join", "area"):
            break
    apart = numbered and bool(parts) and parts[-1] < len(found)
    own = apart and _has_number_after(words, sentence, found[-1])
    kept = found[: parts[0]] if clause and parts else found[: parts[-1]] if own else found
    return list(dict.fromkeys(sentence[i].value for i in kept)), kept[-1]


def _has_number_after(words: list[Word], sentence: list[Sign], at: int) -> bool:
    """Whether a verb or dash and a number follow a place, and no place them: downed nine."""
    following = [s for s in sentence[at + 1 :] if s.kind not in ("over", "area", "known")]
    kinds = [s.kind for s in following[:2]]
    rest = itertools.takewhile(lambda s: words[s.first].text not in (",", ";"), following[2:])
    led = kinds == ["verb", "number"] or (kinds == ["", "number"] and following[0].value in DASHES)
    return led and all(s.kind != "place" for s in rest)


def regions(words: list[Word], sentence: list[Sign], at: int, last: int) -> int:
    """How many places of a run are regions: Moscow and Tula regions and the Sea of Azov."""
    named = [s for s in sentence[at : last + 1] if s.kind == "place"]
    before = " ".join(w.folded for w in words[: sentence[at].first][-2:])
    after = [[w.folded for w in words[s.last + 1 :][:1]] for s in named]
    told = len(after) - after[::-1].index(["regions"]) if ["regions"] in after else 0
    return len(named) if before == "regions of" else told if told > 1 else 0


def are_beside_others(words: list[Word], sentence: list[Sign], at: int) -> bool:
    """Whether a place is named beside regions without names: over six regions and a sea."""
    before = itertools.takewhile(lambda s: s.kind in ("join", "over"), sentence[at - 1 :: -1])
    between = list(before) if at else []
    area = at - len(between) - 1
    joined = any(words[s.first].folded in _AND for s in between)
    return joined and area >= 0 and sentence[area].kind == "area"


def are_far(words: list[Word], sentence: list[Sign], at: int) -> bool:
    """Whether a comma and unknown words stand between a place and the number before it."""
    start = next((i for i in range(at - 1, -1, -1) if sentence[i].kind == "number"), 0)
    between = sentence[start + 1 : at]
    commas = [i for i, s in enumerate(between) if words[s.first].text == ","]
    after = between[commas[-1] :] if commas else []
    return any(not s.kind and s.value.isalpha() for s in after)


def number_in_brackets(sentence: list[Sign], at: int) -> int | None:
    """Index of the number in brackets after a place: (5 drones)."""
    after = range(at + 1, min(at + _OPENS, len(sentence)))
    opened = next((i for i in after if sentence[i].value == "("), None)
    if opened is None or any(s.kind != "over" for s in sentence[at + 1 : opened]):
        return None
    return opened + 1 if _kind(sentence, opened + 1) == "number" else None


def number_after_dash(words: list[Word], sentence: list[Sign], at: int) -> int | None:
    """Index of the number after a place and a dash: over the Rostov region – 22, ..."""
    after = [s for s in sentence[at + 1 : at + 6] if s.kind not in ("over", "known", "each")]
    if [s.kind for s in after[:2]] != ["", "number"] or after[0].value not in DASHES:
        return None
    index = sentence.index(after[1])
    following = sentence[index + 1 :]
    if following and words[following[0].first].folded in _AND:
        return index
    ends = (s for s in following if s.kind == "place" or words[s.first].text in _ENDS)
    return None if next(ends, after[1]).kind == "place" else index


def names_places(sentence: list[Sign]) -> bool:
    """Whether a line has places alone, which go on the list of the line before."""
    return all(s.kind in _LISTED or s.value in (",", ";") for s in sentence)


def number_after(words: list[Word], sentence: list[Sign], at: int) -> int | None:
    """Index of the number that follows a place: over the Kursk region five."""
    first = all(s.kind in _LISTED for s in sentence[:at])
    counted = [i for i in range(at, len(sentence)) if sentence[i].kind == "number"]
    alone = not any(s.kind == "place" for s in sentence[at + 1 :])
    if first and alone and len(counted) == 1:
        return counted[0]
    for index in range(at + 1, len(sentence)):
        sign = sentence[index]
        if sign.kind == "number":
            return index
        unknown = not sign.kind and sign.value.isalpha()
        if unknown and _is_counted_by(words, sentence, index):
            continue
        joins = unknown or words[sign.first].folded in _GOES_ON
        if sign.kind == "place" or (joins and _kind(sentence, index + 1) != "verb"):
            return None
    return None


def _is_counted_by(words: list[Word], sentence: list[Sign], at: int) -> bool:
    """Whether a verb and its number follow in the clause: the air defence downed four."""
    after = sentence[at:]
    clause = itertools.takewhile(lambda s: words[s.first].text not in (",", ";"), after)
    kinds = [s.kind for s in clause]
    verb = kinds.index("verb") if "verb" in kinds else len(kinds)
    return kinds[verb + 1 : verb + 2] == ["number"] and "place" not in kinds


def noun_before(sentence: list[Sign], at: int) -> str:
    """What a place goes with: a noun before it, or the number of the place before."""
    kinds = {s.kind for s in sentence}
    if "other" in kinds and "drone" not in kinds:
        return "other"
    last = next((i for i in range(at - 1, -1, -1) if sentence[i].kind in _NUMBERS), -1)
    since = {s.kind for s in sentence[last + 1 : at]}
    if last >= 0 and "place" in since and not _begins_anew(sentence, last, at):
        return "number"
    nouns = [s.kind for s in sentence[:at] if s.kind in ("drone", "other")]
    return nouns[-1] if nouns else ""


def _begins_anew(sentence: list[Sign], number: int, at: int) -> bool:
    """Whether something else is told after the places of a number: a verb or a noun."""
    first = next(i for i in range(number, at) if sentence[i].kind == "place")
    return bool({s.kind for s in sentence[first:at]} & {"verb", "drone", "other"})


def _kind(sentence: list[Sign], at: int) -> str:
    return sentence[at].kind if 0 <= at < len(sentence) else ""
