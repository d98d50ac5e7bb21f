"""What the names of an Air Force bulletin are: places of drones, of their launch, of damage."""

from __future__ import annotations

import itertools

from wartoll.bulletins.air_force import counts
from wartoll.bulletins.air_force.account import DOWN, LOOSE, VERBS, Told
from wartoll.bulletins.air_force.nouns import QUOTES, are_missiles, noun
from wartoll.bulletins.air_force.state import SCENES, Sentence
from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.signs import DASHES

#: The same of places named beside a quantity.
_NOTED = {
    "launched": "Said to be attacked",
    "hit": "Said to be hit",
    "debris": "Said to have debris",
    "in_airspace": "Said to have drones in the air",
}
_STRUCK = {"hit", "debris"}
_CITIES = {"kyiv", "dnipro"}
_QUOTED = QUOTES - {"(", ")", "/"}
#: Districts of the country, not of a city.
_DISTRICTS = {"районах", "районів"}
_SILENT = {"origin", "withheld"}


def place(sentence: Sentence, at: int) -> None:
    """Attach a place to the quantity that it belongs to."""
    sign = sentence.signs[at]
    if sentence.scene in _SILENT:
        return
    if of_missiles(sentence, at):
        return
    if not (sentence.scene or sentence.heard or sentence.last) and sign.value:
        sentence.scene = _scene_after(sentence, at)
    if sentence.word_before(sign) == "по":
        sentence.scene = "target"
    city = _is_city(sentence, sign)
    if sentence.scene == "area" and sentence.verbs_after(at)[:1] in ([s] for s in SCENES):
        sentence.scene = "target"
    if sentence.apart or not sign.value or _is_other(sentence, at):
        sentence.leave(sign)
    elif _is_attacked(sentence, at):
        note(sentence, SCENES["target"], sentence.text(sign) if city else sign.value)
    elif sentence.scene in SCENES:
        name = sentence.text(sign) if city else sign.value
        note(sentence, SCENES[sentence.scene], name)
    elif city:
        sentence.leave(sign)
    elif sentence.pending and sentence.last and sentence.pending.value is not None:
        counts.take_before(sentence, at)
    elif counts.take_after(sentence, at):
        pass
    elif sentence.scene == "area" or (sentence.scene == "most" and not sentence.made):
        _attach(sentence, sentence.account.find(*DOWN), sign)
    else:
        _attach(sentence, sentence.last, sign)


def of_missiles(sentence: Sentence, at: int) -> bool:
    """Whether a name is of missiles alone, or where they went: attacked Kyiv with missiles."""
    if (sentence.verbs & VERBS or sentence.verb) and are_missiles(sentence):
        return True
    if sentence.verb != "launched" or sentence.made or sentence.pending:
        return False
    means = next((s for s in sentence.signs[at:] if s.kind in ("drone", "other")), None)
    missiles = means is not None and means.kind == "other" and means.value != "targets"
    sentence.listing = sentence.listing or missiles
    return missiles


def _is_attacked(sentence: Sentence, at: int) -> bool:
    """Whether a name right after an attack is where drones went: attacked Odesa with 9 drones."""
    waits = sentence.verb == "launched" and not (sentence.made or sentence.pending)
    following = (s.kind for s in sentence.signs[at:] if s.kind in ("number", "drone", "verb"))
    return waits and list(itertools.islice(following, 2)) == ["number", "drone"]


def _scene_after(sentence: Sentence, at: int) -> str:
    """What the verb after names makes of them: Kyiv was the main target."""
    following = (s for s in sentence.clause_after(at, commas=True) if s.kind in ("verb", "area"))
    verb = next((s.value or s.kind for s in following), "")
    counted = sentence.kinds & {"number", "several", "times"}
    if LOOSE.get(verb, verb) in DOWN and not counted:
        return "area"
    attacked = verb in ("launched", "hit") and not counted
    return "target" if attacked else verb if verb in {*SCENES, "area"} else ""


def _is_other(sentence: Sentence, at: int) -> bool:
    """Whether a name that looks like a region's is a direction's or a city district's."""
    after = sentence.kind(at + 1)
    if after != "district":
        return after == "origin"
    return sentence.kind(at) != "macro" or sentence.word(sentence.signs[at + 1]) not in _DISTRICTS


def _is_city(sentence: Sentence, sign: Sign) -> bool:
    """Whether a name may be the city's: in English the region has the same."""
    if sentence.word(sign) not in _CITIES or sign.value == "UA-30":
        return False
    regions = any(s.value == "regions" for s in sentence.signs)
    following = sentence.words[sign.last + 1].folded if sign.last + 1 < len(sentence.words) else ""
    return bool(sentence.verbs) and not regions and not following.startswith(("region", "oblast"))


def note(sentence: Sentence, words: str, name: str) -> None:
    """Keep a place that has no figure: its id, or a name that is not in the tables."""
    sentence.account.notes.append(f"{words}: {name}.")


def _attach(sentence: Sentence, told: Told | None, sign: Sign) -> None:
    if told is None and _is_before_those_down(sentence, sign):
        sentence.early.append(sign.value)
        return
    if told is None and _are_those_down(sentence):
        told = sentence.account.find(*DOWN)
    if told is None and (sentence.scene == "area" or _are_those_down(sentence)):
        sentence.account.areas.append((sign.value, sentence.text(sign)))
        return
    if sentence.heard == "launched" and sentence.scene != "most" and _is_scene(sentence, told):
        note(sentence, _NOTED["launched"], sign.value)
        return
    if told is None and sentence.heard in _STRUCK and "number" not in sentence.kinds:
        note(sentence, _NOTED[sentence.heard], sign.value)
        return
    if told is None or told.outcome == "left_airspace":
        sentence.leave(sign)
        return
    if told.outcome == "missiles":
        return
    if sentence.verb in _NOTED and sentence.verb == sentence.heard:
        note(sentence, _NOTED[sentence.verb], sign.value)
        return
    if told.outcome in _NOTED:
        note(sentence, _NOTED[told.outcome], sign.value)
        return
    if sentence.kinds & {"within", "some"}:
        told.open = True
    names = told.most if sentence.scene == "most" else told.places
    if sign.value not in names:
        names.append(sign.value)


def _is_before_those_down(sentence: Sentence, sign: Sign) -> bool:
    """Whether a name stands before what was shot down there: in the north, 97 drones were."""
    if sentence.heard or sentence.pending or sentence.scene not in ("", "area"):
        return False
    rest = sentence.signs[sentence.signs.index(sign) + 1 :]
    verb = next((s.value for s in rest if s.kind == "verb" and s.value in VERBS), "")
    before = itertools.takewhile(lambda s: s.value != verb, rest)
    if sum(s.kind == "number" for s in before) > 1:
        return False
    return LOOSE.get(verb, verb) in DOWN and {"drone", "number"} <= sentence.kinds


def _are_those_down(sentence: Sentence) -> bool:
    """Whether names without any number are where drones were shot down, as told before."""
    fates = {LOOSE.get(v, v) for v in sentence.verbs & VERBS - {"noted", "sky"}}
    numbers = [i for i, s in enumerate(sentence.signs) if s.kind == "number"]
    counted = any(noun(sentence, i) != "duration" for i in numbers)
    return bool(fates) and fates <= set(DOWN) and not counted and "other" not in sentence.kinds


def _is_scene(sentence: Sentence, told: Told | None) -> bool:
    """Whether names after an attack are where it was: its drones are told, or no number is."""
    if told is None:
        return "number" not in sentence.kinds
    return told.outcome not in ("left_airspace", "missiles")


def macro(sentence: Sentence, at: int) -> None:
    """Read a direction: one that drones came from is no place of theirs, nor a quoted name."""
    around = (sentence.kind(at - 1), sentence.kind(at + 1))
    if {sentence.mark(at - 1), sentence.mark(at + 1)} <= _QUOTED:
        return
    if "origin" in around or around[0] == "of":
        sentence.scene = "origin"
    place(sentence, at)


def country(sentence: Sentence, at: int) -> None:
    """Read a country that drones left for; a number that waits is of those."""
    value = sentence.signs[at].value
    if sentence.scene == "origin":
        return
    if sentence.outcome() != "left_airspace" and not _flew_without_a_verb(sentence, at):
        sentence.bound += [value] if _is_bound(sentence, at) else []
        return
    if sentence.pending and _is_toward(sentence, at):
        sentence.tell(sentence.pending, "flew")
        sentence.pending = None
    if sentence.last and value not in sentence.last.places:
        sentence.last.places.append(value)


def _is_bound(sentence: Sentence, at: int) -> bool:
    """Whether drones told of later flew to a country: to Russia and Belarus flew two more."""
    to = sentence.word_before(sentence.signs[at]) == "до"
    joined = sentence.kind(at - 1) == "join" and bool(sentence.bound)
    return to or joined


def _flew_without_a_verb(sentence: Sentence, at: int) -> bool:
    """Whether drones are said to be on their way abroad: two UAVs – toward Belarus."""
    toward = sentence.kind(at - 1) == "toward" and "drone" in sentence.kinds
    return bool(toward and sentence.pending) and not sentence.verbs & VERBS


def _is_toward(sentence: Sentence, at: int) -> bool:
    return sentence.kind(at - 1) in ("toward", "join") or sentence.mark(at - 1) in DASHES


def abroad(sentence: Sentence, at: int) -> None:
    """Read a place outside the tables: drones came from it or left for it."""
    if sentence.outcome() == "left_airspace" and sentence.last:
        if sentence.pending and _is_toward(sentence, at):
            sentence.tell(sentence.pending, "flew")
            sentence.pending = None
        if sentence.last:
            sentence.last.open = True
    elif sentence.scene not in _SILENT and sentence.heard in DOWN:
        sentence.leave(sentence.signs[at])


def occupied(sentence: Sentence, at: int) -> None:
    """Read occupied territory: drones came from it or left for it."""
    if sentence.outcome() == "left_airspace":
        abroad(sentence, at)
    sentence.scene = "origin"


def some(sentence: Sentence, at: int) -> None:
    """Read that not all places are named; a number after it may be that of a part."""
    sentence.within = sentence.signs[at].value == "part"
    down = sentence.account.find(*DOWN)
    if down:
        down.open = True


def scene(sentence: Sentence, at: int) -> None:
    """Read a word that says what the names after it are; most of what is hit is no more."""
    if sentence.kind(at) == "most" and sentence.scene in SCENES:
        return
    sentence.scene = sentence.signs[at].kind
