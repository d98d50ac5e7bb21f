"""Signs of a text: its words by the grammar, with number words joined, cut into sentences."""

from __future__ import annotations

from wartoll.bulletins.lexicon import Lexicon, Sign
from wartoll.bulletins.text import Word, digits, words

STOPS = {".", "¶", "!", "?"}
DASHES = {"–", "—", "-"}


def signs(told: list[Word], lexicon: Lexicon) -> list[Sign]:
    """Cut words into signs, number words joined; kind '' for words the table lacks."""
    found: list[Sign] = []
    index = 0
    while index < len(told):
        sign = lexicon.at(told, index) or Sign("", told[index].folded, index, index)
        if digits(told[index].text) is not None:
            sign = Sign("number", told[index].text, index, index)
        last = found[-1] if found else sign
        if sign.kind == last.kind == "number" and found and _goes_on(last, sign, told):
            found[-1] = last._replace(value=str(int(last.value) + int(sign.value)), last=sign.last)
        else:
            found.append(sign)
        index = sign.last + 1
    return _without_repetitions(found)


def named(text: str, lexicon: Lexicon) -> list[str]:
    """Numbers and places of a text, as they are written."""
    told = words(text)
    found = (s for s in signs(told, lexicon) if s.kind in ("number", "place", "macro"))
    return [" ".join(w.text for w in told[s.first : s.last + 1]) for s in found]


def _without_repetitions(found: list[Sign]) -> list[Sign]:
    """Signs without a number that repeats the one before it in brackets: 64 (sixty-four)."""
    if all(s.value != "(" for s in found):
        return found
    kept: list[Sign] = []
    for sign in found:
        kept.append(sign)
        if sign.value != ")":
            continue
        last = kept[-4:]
        bracketed = [s.kind or s.value for s in last] == ["number", "(", "number", ")"]
        if bracketed and last[0].value == last[2].value:
            del kept[-3:]
    return kept


def _goes_on(before: Sign, after: Sign, words: list[Word]) -> bool:
    """Whether a number word goes on a larger one: сорок два, but not два сорок, nor 40 2."""
    if any(digits(words[i].text) is not None for i in (before.last, after.first)):
        return False
    large, small = int(before.value), int(after.value)
    room = 100 if large % 100 == 0 else 10 if large % 10 == 0 and large % 100 >= 20 else 0
    return 0 < small < room


_DOWN = {"shot_down", "down", "shot_down_or_suppressed"}
_REACH = 3


def join_outcomes(signs: list[Sign]) -> list[Sign]:
    """Make one outcome of two with one number: shot down / suppressed, shot down and destroyed."""
    joined: list[Sign] = []
    between, words = 0, False
    for at, sign in enumerate(signs):
        outcome = ""
        if sign.kind == "verb" and words and between < min(_REACH + 1, len(joined)):
            apart = between == 1 and joined[-1].value in ("/", "or")
            before = joined[-1 - between]
            outcome = _both(before, sign) or (_either(before, sign) if apart else "")
        if outcome:
            del joined[-1 - between :]
            joined.append(sign._replace(value=outcome, first=before.first))
        else:
            joined.append(sign)
        again = sign.value == "(" and _puts_again(signs, at)
        joins = sign.kind == "join" or sign.value == "/" or again
        words = joins or (words and sign.value == ",")
        between = between + 1 if joins or sign.value == "," else 0
    return joined


def _either(one: Sign, other: Sign) -> str:
    """One outcome for drones lost from radar or suppressed; '' for any others."""
    verbs = one.kind == other.kind == "verb"
    pair = {one.value, other.value} == {"lost_track", "suppressed"}
    return "lost_or_suppressed" if verbs and pair else ""


def _puts_again(signs: list[Sign], at: int) -> bool:
    """Whether brackets put an outcome in another word: shot down or suppressed (jammed)."""
    before, after = signs[max(at - 1, 0)], [s.value for s in signs[at + 2 : at + 3]]
    return after == [")"] and before.value == "suppressed"


def _both(one: Sign, other: Sign) -> str:
    """Outcome that two verbs share; '' when they are no such pair."""
    values = {one.value, other.value}
    if one.kind != "verb" or other.kind != "verb" or one is other:
        return ""
    if len(values) == 1:
        return other.value
    downs = values <= {*_DOWN, "suppressed"}
    if not downs:
        return ""
    return "shot_down_or_suppressed" if values != {"shot_down"} else "shot_down"


def sentences(signs: list[Sign]) -> list[list[Sign]]:
    """Runs of signs between stops."""
    split: list[list[Sign]] = [[]]
    for sign in signs:
        if sign.kind == "" and sign.value in STOPS:
            split.append([])
        else:
            split[-1].append(sign)
    return [s for s in split if s]
