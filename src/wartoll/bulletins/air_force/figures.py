"""Figures of the Air Force of Ukraine: numbers, what became of the drones, and where.

Sentence by sentence from left to right. A sentence of which anything is not understood
gives no figure; what is not understood is returned as unread, never dropped.
"""

from __future__ import annotations

from collections.abc import Callable

from wartoll.bulletins.air_force import headlines, names, numbers, outcomes, waiting
from wartoll.bulletins.air_force.account import DOWN, LOOSE, VERBS, Account, Told
from wartoll.bulletins.air_force.nouns import noun
from wartoll.bulletins.air_force.state import SCENES, List, Sentence
from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.signs import sentences
from wartoll.bulletins.text import Word, begins

_LISTED = {"place", "macro", "join", "duration", "plain"}


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


def _word(sentence: Sentence, at: int) -> None:
    """Marks end what a verb may take; an unknown name or number is unread."""
    sign = sentence.signs[at]
    if sign.value == ";" and sentence.pending and at + 1 < len(sentence.signs):
        waiting.close(sentence, at)
    if sign.value == ";" and sentence.scene == "origin":
        sentence.scene = ""
    if sign.value in waiting.CLAUSE_ENDS:
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


def _end(sentence: Sentence) -> None:
    """Give no figure of a sentence that is not wholly understood."""
    if sentence.pending:
        waiting.alone(sentence)
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
    "within": waiting.within,
}
