"""Figures of the Air Force of Ukraine: numbers, what became of the drones, and where.

Sentence by sentence from left to right. A sentence of which anything is not understood
gives no figure; what is not understood is returned as unread, never dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wartoll.bulletins.air_force import headlines, names, numbers, outcomes, parts
from wartoll.bulletins.air_force.account import (
    DOWN,
    FATES,
    LOOSE,
    VERBS,
    Account,
    Number,
    Told,
)
from wartoll.bulletins.air_force.nouns import noun
from wartoll.bulletins.air_force.state import SCENES, List, Sentence
from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.signs import DASHES, sentences
from wartoll.bulletins.text import Word, begins

_LISTED = {"place", "macro", "join", "duration", "plain"}
_CLAUSE_ENDS = {",", ";", ":"}


def account(words: list[Word], signs: list[Sign]) -> Account:
    """Read all sentences of a text."""
    missiles = any(s.kind == "other" and s.value != "targets" for s in signs)
    found, last, listed = Account(missiles=missiles), None, List()
    above: list[Told] = []
    headline = headlines.end(words)
    for run in sentences(signs):
        sentence = Sentence(words, run, found, headline=run[-1].last < headline)
        goes_on = _is_list(sentence) or sentence.kind(0) == "within"
        sentence.last = last if goes_on else None
        listed.open(sentence)
        _read(sentence)
        listed.close(sentence)
        last = None if sentence.headline else sentence.last
        above = found.told[:] if sentence.headline else above
    _place_areas(found)
    headlines.check(found, above)
    found.joint = any(s.kind == "verb" and s.value == DOWN[1] for s in signs)
    drones = {v for t in found.told for v in (t.value, *t.counts.values()) if v is not None}
    known = {True: drones, False: drones | found.passed}
    found.unread += [n.text for n in found.alone if not n.fits(known[n.drones])]
    return found


def _place_areas(found: Account) -> None:
    """Give places where air defence worked to the drones shot down, told after them."""
    down = found.find(*DOWN)
    if down is None:
        found.unread += [name for _, name in found.areas]
    else:
        down.places += [p for p, _ in found.areas if p not in down.places]


def _read(sentence: Sentence) -> None:
    kept = [(told, told.where) for told in sentence.account.told]
    if sentence.verbs & {"none", "no_drones"}:
        _none(sentence)
    elif "withheld" in sentence.verbs and not _drones_counted(sentence):
        _withheld(sentence)
    else:
        for at, sign in enumerate(sentence.signs):
            step = _STEPS.get(sign.kind)
            if step is not None:
                step(sentence, at)
    _end(sentence)
    if sentence.unread:
        for told, where in kept:
            told.places, told.counts, told.most, told.open = where


def _is_list(sentence: Sentence) -> bool:
    """Whether a line is of names alone, which go on the list of the line before."""
    return all(
        s.kind in _LISTED or not (s.kind or any(c.isalnum() for c in s.value))
        for s in sentence.signs
    )


def _drones_counted(sentence: Sentence) -> bool:
    """Whether a sentence has a number of drones."""
    counts = (i for i, s in enumerate(sentence.signs) if s.kind == "number")
    return any(noun(sentence, i) == "drone" for i in counts)


def _none(sentence: Sentence) -> None:
    """No drone was launched: a true zero, unless the words are of one place or of missiles."""
    named = sentence.kinds & {"place", "macro", "toward", "within"}
    drones = "drone" in sentence.kinds
    if "no_drones" in sentence.verbs:
        drones = {LOOSE.get(v, v) for v in sentence.verbs & VERBS} == {"launched"}
    if drones and not named and not sentence.apart:
        if sentence.account.find("launched") is None:
            sentence.add(Told("launched", 0))
    elif "other" not in sentence.kinds:
        sentence.unread += [sentence.text(s) for s in sentence.signs if s.kind == "verb"]
    _leave_numbers(sentence)


def _withheld(sentence: Sentence) -> None:
    """The claimant says that it will not say; of missiles that is none of ours."""
    if "drone" in sentence.kinds and "other" not in sentence.kinds:
        sentence.add(Told("shot_down_or_suppressed", None, "withheld"))
    elif "drone" in sentence.kinds:
        sentence.unread += [sentence.text(s) for s in sentence.signs if s.kind == "verb"]
    _leave_numbers(sentence)


def _leave_numbers(sentence: Sentence) -> None:
    """Numbers of a sentence that gives no figure; lengths of time and missiles are known."""
    for at, sign in enumerate(sentence.signs):
        known = noun(sentence, at) in ("duration", "other")
        if sign.kind == "number" and sign.value != "0" and not known:
            sentence.leave(sign)


def _qualifier(sentence: Sentence, at: int) -> None:
    """Keep a limiting word for the number right after it."""
    after = sentence.kind(at + 1), sentence.kind(at + 2)
    near = after[0] in ("number", "times") or after == ("of", "number")
    sentence.qualifier = sentence.signs[at].value if near else ""


def _within(sentence: Sentence, at: int) -> None:
    """Read "of which": with an outcome after it, the number that waits is that of the whole."""
    sentence.within = True
    counted = sentence.kind(at - 1) in ("number", "all")
    if sentence.pending and not counted and _have_fate(sentence, at):
        _whole(sentence, sentence.pending)
        sentence.pending = None


def _have_fate(sentence: Sentence, at: int) -> bool:
    """Whether an outcome other than the launch stands before the next mark."""
    marks = (i for i in range(at, len(sentence.signs)) if sentence.mark(i) in _CLAUSE_ENDS)
    clause = sentence.signs[at : next(marks, len(sentence.signs))]
    return any(s.kind == "verb" and LOOSE.get(s.value, s.value) in FATES for s in clause)


def _whole(sentence: Sentence, number: Number) -> None:
    """Take drones of which some have an outcome: they are those launched."""
    if number.drones:
        sentence.tell(number, "launched")
    else:
        sentence.unread.append(number.text)


def _word(sentence: Sentence, at: int) -> None:
    """Marks end what a verb may take; an unknown name or number is unread."""
    sign = sentence.signs[at]
    if sign.value == ";" and sentence.pending and at + 1 < len(sentence.signs):
        _close(sentence, at)
    if sign.value == ";" and sentence.scene == "origin":
        sentence.scene = ""
    if sign.value in _CLAUSE_ENDS:
        goes_on = sign.value == ":" or sentence.listing or sentence.every
        sentence.verb = sentence.verb if goes_on else ""
        return
    if sign.value == "(":
        sentence.outside = sentence.scene
        return
    if sign.value == ")":
        sentence.scene = "origin" if sentence.outside == "origin" else ""
        return
    word = sentence.words[sign.first]
    if word.text.isalpha() and outcomes.is_alternative(sentence, at):
        sentence.leave(sign)
        return
    name = word.text[:1].isupper() and not begins(sentence.words, sign.first)
    if any(c.isnumeric() for c in word.text):
        sentence.leave(sign)
    elif name and sentence.scene in SCENES:
        names.note(sentence, SCENES[sentence.scene], word.text)
    elif (
        name and sentence.scene not in ("origin", "speaker") and not names.of_missiles(sentence, at)
    ):
        sentence.leave(sign)


def _close(sentence: Sentence, at: int) -> None:
    """End a clause: a number that waits is of those launched, if it says where from."""
    start = max((i for i in range(at) if sentence.kind(i) == "number"), default=0)
    number, clause = sentence.pending, {s.kind for s in sentence.signs[start:at]}
    sentence.pending = None
    if number and "drone" in clause and clause & {"origin", "from"}:
        sentence.tell(number, "launched")
    elif number:
        sentence.unread.append(number.text)


def _end(sentence: Sentence) -> None:
    """Give no figure of a sentence that is not wholly understood."""
    if sentence.pending:
        _launched_alone(sentence)
    for told in sentence.made:
        if told.outcome == "left_airspace" and not told.places:
            told.places += sentence.bound
        if told.outcome == "left_airspace" and not _leaves(sentence, told):
            sentence.unread.append(str(told.value))
    account = sentence.account
    _place_early(sentence)
    if sentence.unread and sentence.headline:
        headlines.leave_to_the_text(sentence)
    elif sentence.unread:
        account.give_up(*(t for t in sentence.made if any(t is a for a in account.told)))
        sentence.last = None
        account.unread += dict.fromkeys(sentence.unread)


def _place_early(sentence: Sentence) -> None:
    """Give names that stand before their drones to those shot down."""
    here = (t for t in sentence.made if t.outcome in DOWN)
    down = next(here, sentence.account.find(*DOWN))
    if down is None or (sentence.made and down not in [*sentence.made, sentence.last]):
        sentence.unread += sentence.early
    else:
        down.places += [p for p in sentence.early if p not in down.places]


def _leaves(sentence: Sentence, told: Told) -> bool:
    """Whether drones that flew on are said to have left the country."""
    return "left_airspace" in sentence.verbs or bool(told.places) or told.open


def _launched_alone(sentence: Sentence) -> None:
    """Drones told without a verb: told before, or launched, with the places they came from."""
    number = sentence.pending
    if number is None:
        return
    verbs = {LOOSE.get(v, v) for v in sentence.verbs & VERBS}
    alone = "drone" in sentence.kinds and not verbs
    again = [t for t in sentence.account.told if t.exact == number.value and t.unit == "drones"]
    here = [t for t in again if any(t is m for m in sentence.made)]
    if (alone and again and number.qualifier == "exact") or here:
        sentence.last = again[-1]
    elif again and not verbs and not sentence.kinds & {"drone", "other"}:
        return
    elif "unclear" in sentence.verbs and not verbs:
        sentence.account.notes.append(f"Said of {number.value} that it is not clear yet.")
    elif alone and _is_of_type(sentence):
        parts.part(sentence, number)
    elif _are_launched(sentence, number, verbs):
        sentence.tell(number, "launched")
    elif alone and number.qualifier == "exact":
        sentence.account.alone.append(replace(number, drones=True))
    else:
        sentence.unread.append(number.text)


def _are_launched(sentence: Sentence, number: Number, verbs: set[str]) -> bool:
    """Whether a number is of those launched: it says where from, or an attack and nothing else."""
    if not verbs and "drone" in sentence.kinds:
        return bool(sentence.kinds & {"origin", "from", "within"})
    return verbs == {"launched"} and number.drones and not sentence.account.find("launched")


def _is_of_type(sentence: Sentence) -> bool:
    """Whether drones are said to be others: about 70 drones were Shaheds."""
    signs = [s for s in sentence.signs if s.kind or s.value.isalpha() or s.value in DASHES]
    kinds = [s.kind or s.value for s in signs if s.kind != "qualifier"]
    joins = next((k == "join" or k in DASHES for k in reversed(kinds[:-1])), False)
    named = any(s.kind == "drone" and s.value == "type" for s in sentence.signs)
    first = next((s.value for s in signs if s.kind in ("drone", "number", "several")), "")
    last = kinds[-1] == "drone" or (first == "type" and kinds[-1] == "number")
    return named and joins and last and _are_some(sentence)


def _are_some(sentence: Sentence) -> bool:
    """Whether the number that waits is no more than that of all those launched."""
    launched, some = sentence.account.find("launched"), sentence.pending
    most = launched.value if launched else None
    return most is None or (some is not None and (some.value or 0) <= most)


_STEPS: dict[str, Callable[[Sentence, int], None]] = {
    "": _word,
    "abroad": names.abroad,
    "all": outcomes.everything,
    "area": names.scene,
    "country": names.country,
    "from": names.abroad,
    "macro": names.macro,
    "most": names.scene,
    "number": numbers.number,
    "other": numbers.other,
    "occupied": names.occupied,
    "origin": names.scene,
    "place": names.place,
    "qualifier": _qualifier,
    "several": numbers.several,
    "some": names.some,
    "speaker": names.scene,
    "times": numbers.times,
    "toward": names.scene,
    "verb": outcomes.verb,
    "within": _within,
}
