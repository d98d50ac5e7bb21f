"""What the verbs of an Air Force bulletin say: what became of the drones, and of which."""

from __future__ import annotations

from wartoll.bulletins.air_force.account import DOWN, FATES, LOOSE, VERBS, Number
from wartoll.bulletins.air_force.nouns import are_targets_before, noun
from wartoll.bulletins.air_force.state import Sentence

_COUNTS = {"number", "several", "times"}
_PARTICIPLES = ("них", "тих", "ними", "тими")
_LAUNCHED = {"launched", "sent", "used", "fired", "deployed"}
_MARKS = {",", ";", ":"}
_REST = {"rest", "remaining", "others", "решта", "решту", "інші"}
_MEANS = {"with", "using"}
_AUXILIARIES = {"was", "were", "been", "had", "has", "have", "and", "that", "which", "who"}


def verb(sentence: Sentence, at: int) -> None:
    """Read an outcome, or a word after which names are not places of drones."""
    sign = sentence.signs[at]
    if sign.value not in VERBS:
        sentence.scene, sentence.last = sign.value, None
        return
    came = sign.value == "flew" and _comes_from(sentence, at)
    if came or (sign.value == "struck" and _strikes_with(sentence, at)):
        sign = sentence.signs[at] = sign._replace(value="launched")
    outcome = LOOSE.get(sign.value, sign.value)
    if _says_nothing(sentence, at) or _is_participle(sentence, at):
        return
    if is_alternative(sentence, at) or _are_struck(sentence, at):
        sentence.leave(sign)
    waiting = LOOSE.get(sentence.verb, sentence.verb)
    counted = any(s.kind in _COUNTS for s in sentence.signs[at + 1 :])
    if waiting in FATES and outcome != waiting and counted and not sentence.listing:
        sentence.leave(sign)
    sentence.scene = sentence.scene if sentence.scene == "most" else ""
    sentence.heard = outcome
    if sentence.pending:
        sentence.tell(sentence.pending, sign.value)
        sentence.pending = None
    else:
        sentence.verb = sign.value
        sentence.listing = sentence.listing or are_targets_before(sentence, at)


def _comes_from(sentence: Sentence, at: int) -> bool:
    """Whether drones are said to have flown from somewhere, not to it."""
    kinds = [s.kind for s in sentence.clause_after(at) if s.kind in ("origin", "toward", "country")]
    return kinds[:1] == ["origin"]


def _strikes_with(sentence: Sentence, at: int) -> bool:
    """Whether drones are what someone struck with: struck at regions with missiles, 9 drones."""
    following = (sentence.word(s) for s in sentence.clause_after(at))
    return sentence.pending is None and any(w in _MEANS for w in following)


def _are_struck(sentence: Sentence, at: int) -> bool:
    """Whether drones are said to be hit, which may be shot down: 34 drones were hit."""
    sign = sentence.signs[at]
    word, before = sentence.word(sign), sentence.word_before(sign)
    drones = sentence.pending is not None and sentence.pending.drones
    return word == "hit" and before in _AUXILIARIES and drones


def _says_nothing(sentence: Sentence, at: int) -> bool:
    """Whether a word for an outcome is none here: debris of those shot down, hits recorded."""
    value = sentence.signs[at].value
    if value in (*DOWN, "down"):
        debris = sentence.verbs_after(at, commas=True)[:1] == ["debris"] and not sentence.pending
        return sentence.heard == "debris" or (debris and sentence.mark(at + 1) not in _MARKS)
    if value == "sky":
        return _are_down_there(sentence, at)
    following = [LOOSE.get(v, v) for v in sentence.verbs_after(at)[:1]]
    fate = following and following[0] in (*FATES, "debris")
    return value == "noted" and bool(sentence.heard or sentence.scene or fate)


def _are_down_there(sentence: Sentence, at: int) -> bool:
    """Whether the sky is where drones were shot down: 30 downed in the sky over two regions."""
    if sentence.pending and _is_part_of_those_down(sentence, at):
        return True
    if sentence.pending or sentence.scene == "area":
        return sentence.scene == "area"
    following = sentence.verbs_after(at, commas=True)[:1]
    counted = sentence.kind(at + 1 + len(sentence.clause_after(at))) == "number"
    before = sentence.heard in DOWN and not counted
    return before or bool(following and LOOSE.get(following[0], following[0]) in DOWN)


def _is_part_of_those_down(sentence: Sentence, at: int) -> bool:
    """Whether a number is of those shot down in a place: 97, of which 12 in the sky over Kyiv."""
    index = max((i for i in range(at) if sentence.kind(i) in _COUNTS), default=0)
    placed = any(s.kind in ("place", "macro") for s in sentence.clause_after(at))
    return sentence.kind(index - 1) == "within" and sentence.heard in DOWN and placed


def is_alternative(sentence: Sentence, at: int) -> bool:
    """Whether a word and an outcome beside it are one or the other: lost / suppressed."""
    for step in (-1, 1):
        joins = sentence.mark(at + step) == "/" or sentence.value(at + step) == "or"
        if joins and sentence.kind(at + 2 * step) in ("verb", "told"):
            other = sentence.value(at + 2 * step)
            return LOOSE.get(other, other) in FATES
    clause = sentence.clause_after(at)
    either = next((i for i, s in enumerate(clause) if s.value == "or"), len(clause))
    verb = sentence.kind(at) == "verb"
    return verb and any(LOOSE.get(s.value, s.value) in FATES for s in clause[either:])


def _is_participle(sentence: Sentence, at: int) -> bool:
    """Whether a launch only tells which drones are meant: 16 drones launched were lost."""
    if sentence.signs[at].value != "launched" or sentence.pending is None:
        return False
    sign = sentence.signs[at]
    word, before = sentence.word(sign), sentence.word_before(sign)
    form = word.endswith(_PARTICIPLES) or (word in _LAUNCHED and before not in _AUXILIARIES)
    following = [v for v in sentence.verbs_after(at, commas=True) if v in VERBS]
    return form and bool(following) and LOOSE.get(following[0], following[0]) in FATES


def _are_the_rest(sentence: Sentence, at: int) -> bool:
    """Whether all are only those left over: the rest, all of them decoys, were lost."""
    return any(sentence.word(s) in _REST for s in sentence.signs[:at])


def everything(sentence: Sentence, at: int) -> None:
    """Read "all": of the number after it, or of those launched."""
    launched, counted = sentence.account.find("launched"), noun(sentence, at)
    if sentence.pending:
        return
    if _are_the_rest(sentence, at):
        sentence.leave(sentence.signs[at])
        return
    if counted == "?" and not {LOOSE.get(v, v) for v in sentence.verbs} & set(FATES):
        return
    following = next((i for i in (at + 1, at + 2) if sentence.kind(i) == "number"), 0)
    if following and noun(sentence, following) == "other":
        return
    sentence.every = True
    if "number" in (sentence.kind(at + 1), sentence.kind(at + 2)):
        return
    if launched is None or counted == "other":
        sentence.every = False
        if counted in ("drone", "") and sentence.verbs & set(FATES):
            sentence.leave(sentence.signs[at])
        return
    meant = Number(launched.value, launched.qualifier, sentence.text(sentence.signs[at]))
    if sentence.verb:
        sentence.tell(meant, sentence.verb)
        sentence.verb = ""
    else:
        sentence.pending = meant
