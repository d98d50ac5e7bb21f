"""Figures of the Air Force of Ukraine: numbers, what became of the drones, and where.

Sentence by sentence, every number goes with the nearest outcome: the one before it that
has no number yet, or else the next. Names after an outcome are its places. What is not
understood is returned as unread, never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass

from wartoll.bulletins.account import Account, Told
from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.signs import STOPS, sentences
from wartoll.bulletins.text import Word

#: Outcomes that are numbers of drones, as in drone_claims.
OUTCOMES = {
    "launched", "shot_down", "suppressed", "shot_down_or_suppressed", "lost_track",
    "left_airspace", "in_airspace", "hit", "debris",
}  # fmt: skip
_DOWN = ("shot_down", "shot_down_or_suppressed")
_CLAUSE_ENDS = {",", ";", ":"}
_QUOTES = {"«", "»", '"', "“", "”", "„", "(", ")", "'", "’"}
_BEGINNINGS = STOPS | {":", "«", '"', "“"}
#: Places that a text names without a number of drones there.
_SCENES = {
    "target": "Said to be attacked",
    "toward": "Said to be attacked",
    "damage": "Said to be damaged",
}


@dataclass
class _Number:
    value: int | None
    qualifier: str
    text: str


class AccountReader:
    """One pass over the signs of a text."""

    def __init__(self, words: list[Word], signs: list[Sign]) -> None:
        self.words = words
        self.account = Account()
        self.sentences = sentences(signs)
        self.last: Told | None = None

    def read(self) -> Account:
        """Read all sentences."""
        for sentence in self.sentences:
            _Sentence(self, sentence).read()
        return self.account

    def text(self, sign: Sign) -> str:
        """A sign as it is written."""
        return " ".join(w.text for w in self.words[sign.first : sign.last + 1])


class _Sentence:
    """State while one sentence is read from left to right."""

    def __init__(self, reader: AccountReader, signs: list[Sign]) -> None:
        self.reader, self.signs, self.account = reader, signs, reader.account
        self.verb = ""
        self.scene = ""
        self.qualifier = ""
        self.within = self.listing = self.others = False
        self.pending: _Number | None = None
        self.made: list[Told] = []
        self.unread: list[str] = []
        self.kinds = {s.kind for s in signs}
        self.apart = bool(self.kinds & {"apart", "apart_office"})
        #: A line of names alone goes on the list of the line before.
        self.last = None if self.kinds & {"verb", "number", "several"} else reader.last

    def read(self) -> None:
        verbs = {s.value for s in self.signs if s.kind == "verb"}
        if "none" in verbs and "drone" in self.kinds:
            self._none()
        elif "withheld" in verbs:
            self._withheld()
        else:
            for at, sign in enumerate(self.signs):
                step = getattr(self, f"_{sign.kind or 'word'}", None)
                if step is not None:
                    step(at, sign)
        self._end()

    def _unread(self, sign: Sign) -> None:
        self.unread.append(self.reader.text(sign))

    def _none(self) -> None:
        """No drone was launched: a true zero. Numbers beside it count other things."""
        if self.account.find("launched") is None:
            self._add(Told("launched", 0))
        self._leave_numbers()

    def _withheld(self) -> None:
        """The claimant says that it will not say; of missiles that is none of ours."""
        if "other" not in self.kinds and "drone" in self.kinds:
            self._add(Told("shot_down_or_suppressed", None, "withheld"))
        self._leave_numbers()

    def _leave_numbers(self) -> None:
        """Numbers of a sentence that gives no figure; lengths of time and missiles are known."""
        for at, sign in enumerate(self.signs):
            if sign.kind == "number" and self._noun(at) not in ("duration", "other"):
                self._unread(sign)

    def _add(self, told: Told) -> None:
        self.account.told.append(told)
        self.made.append(told)

    def _verb(self, _: int, sign: Sign) -> None:
        if sign.value not in OUTCOMES:
            self.scene, self.last = sign.value, None
            return
        self.scene = ""
        if self.pending:
            self._tell(self.pending, sign.value)
            self.pending = None
        else:
            self.verb = sign.value

    def _qualifier(self, _: int, sign: Sign) -> None:
        self.qualifier = sign.value

    def _within(self, *_: object) -> None:
        self.within = True

    def _several(self, at: int, sign: Sign) -> None:
        self._count(at, _Number(None, "several", self.reader.text(sign)))

    def _number(self, at: int, sign: Sign) -> None:
        after = self.signs[at + 1] if at + 1 < len(self.signs) else None
        times = int(after.value) if after and after.kind == "times" else 1
        text = self.reader.text(sign)
        self._count(at, _Number(int(sign.value) * times, self.qualifier or "exact", text))

    def _times(self, at: int, sign: Sign) -> None:
        """Tens or hundreds without a number of them."""
        if not at or self.signs[at - 1].kind != "number":
            self._unread(sign)

    def _count(self, at: int, number: _Number) -> None:
        """Decide what a number counts by the noun after it, then by the verbs around it."""
        self.qualifier, noun = "", self._noun(at)
        before = self.signs[at - 1].kind if at else ""
        if noun == "duration":
            return
        of_others, self.others = self.others and not noun, noun == "other"
        if noun == "other":
            self.listing = bool(self.verb)
            self.last = self.last or Told("missiles")
        elif self.apart or of_others or noun in ("?", "apart"):
            self.unread.append(number.text)
        elif noun == "loc" or self._elliptical(noun):
            self._locations(number)
        elif self._is_sub(at, before):
            self._sub(number)
        elif before == "of" and not (at > 1 and self.signs[at - 2].kind == "verb"):
            last = self.last
            self._tell(number, "launched")
            self.last = last or self.last
        else:
            self._drones(at, number)

    def _drones(self, at: int, number: _Number) -> None:
        after = self.signs[at + 1] if at + 1 < len(self.signs) else None
        if after and after.kind == "verb" and after.value in OUTCOMES and self.verb != after.value:
            self.verb = after.value
            self.signs[at + 1] = after._replace(kind="told")
        if self.verb:
            self._tell(number, self.verb)
            self.verb, self.listing = "", False
            return
        if self.pending:
            self.unread.append(self.pending.text)
        self.pending = number

    def _noun(self, at: int) -> str:
        """Kind of the noun that a number counts; '' when it has none, '?' when it is unknown."""
        known = ""
        for place, sign in enumerate(self.signs[at + 1 : at + 9]):
            if sign.kind in ("drone", "other", "loc", "duration", "apart"):
                return sign.kind
            if sign.value in _QUOTES or sign.kind in ("of", "times", "qualifier"):
                continue
            if sign.kind == "number" and self.signs[at + place].kind in ("of", "qualifier"):
                continue
            if sign.kind or not sign.value.isalpha():
                break
            known = "?"
        return known

    def _elliptical(self, noun: str) -> bool:
        """Whether a number after debris leaves out the locations told just before."""
        told_before = self.last is not None and self.last.unit == "locations"
        return not noun and self.verb == "debris" and told_before

    def _is_sub(self, at: int, before: str) -> bool:
        """Whether a number is that of a part: N of them Shaheds, without an outcome of its own."""
        after = self.signs[at + 1].kind if at + 1 < len(self.signs) else ""
        marked = self.within or after == "within"
        self.within = False
        verbs = [s.value for s in self.signs[at + 1 :] if s.kind == "verb"]
        return marked and not (verbs and verbs[0] in OUTCOMES - {"launched"})

    def _sub(self, number: _Number) -> None:
        of = (self.last or Told(self.verb or "launched")).outcome.replace("_", " ")
        about = "" if number.qualifier == "exact" else f"{number.qualifier.replace('_', ' ')} "
        note = f"Of those {of}, {about}{number.value} are said to be of one type."
        self.account.notes.append(note)

    def _locations(self, number: _Number) -> None:
        places = ("hit", "debris")
        outcome = self.verb if self.verb in places else self._outcome()
        self.verb = ""
        if outcome not in places:
            self.unread.append(number.text)
        elif outcome == "hit" and "other" in self.kinds:
            self.account.notes.append(
                f"{number.value} locations are said to be hit by missiles and drones together."
            )
        else:
            self._tell(number, outcome, "locations")

    def _outcome(self) -> str:
        return self.last.outcome if self.last else ""

    def _tell(self, number: _Number, outcome: str, unit: str = "drones") -> None:
        """Take a quantity; told again it is the same one, with another number it is unread."""
        if outcome == "debris" and unit == "drones":
            self.unread.append(number.text)
            return
        told = Told(outcome, number.value, number.qualifier, unit)
        same = [t for t in self.account.told if (t.outcome, t.unit) == (outcome, unit)]
        if not same:
            self._add(told)
        elif (same[0].value, same[0].qualifier) != (told.value, told.qualifier):
            self.unread.append(number.text)
        self.last = same[0] if same else told

    def _all(self, at: int, sign: Sign) -> None:
        """All of those launched, without a number after it."""
        launched = self.account.find("launched")
        following = {s.kind for s in self.signs[at + 1 : at + 3]}
        if "number" in following or not launched:
            return
        number = _Number(launched.value, launched.qualifier, self.reader.text(sign))
        if self.verb in _DOWN:
            self._tell(number, self.verb)
            self.verb = ""
        elif not self.verb:
            self.pending = number

    def _most(self, *_: object) -> None:
        self.scene = "most"

    def _some(self, *_: object) -> None:
        down = self.account.find(*_DOWN)
        if down:
            down.open = True

    def _origin(self, at: int, _: Sign) -> None:
        self.scene = "origin"

    def _from(self, *_: object) -> None:
        """A place that drones are launched from or fly toward; no region of the tables."""
        if self._outcome() == "left_airspace" and self.last:
            self.last.open = True

    def _occupied(self, *_: object) -> None:
        if self._outcome() == "left_airspace":
            self._from()
        else:
            self.scene = "origin"

    def _country(self, _: int, sign: Sign) -> None:
        leaving = self.last if self._outcome() == "left_airspace" else None
        if leaving and sign.value not in leaving.places:
            leaving.places.append(sign.value)

    def _macro(self, at: int, sign: Sign) -> None:
        before = self.signs[at - 1].kind if at else ""
        after = self.signs[at + 1].kind if at + 1 < len(self.signs) else ""
        if "origin" in (before, after) or before == "of":
            self.scene = "origin"
        self._place(at, sign)

    def _toward(self, *_: object) -> None:
        self.scene = "toward"

    def _place(self, at: int, sign: Sign) -> None:
        """Attach a place to the quantity that it belongs to."""
        if self.scene == "origin":
            return
        if self.apart:
            self._unread(sign)
            return
        if self.scene in _SCENES:
            self.account.notes.append(f"{_SCENES[self.scene]}: {sign.value}.")
            return
        if self.scene in ("area", "most"):
            self._attach(self.account.find(*_DOWN), sign)
        elif self.pending and self.last and self.pending.value is not None:
            self.last.counts[sign.value] = self.pending.value
            self.pending = None
        else:
            self._attach(self.last, sign)

    def _attach(self, told: Told | None, sign: Sign) -> None:
        if told is None:
            self._unread(sign)
            return
        if told.outcome in ("launched", "missiles"):
            self.account.notes.append(f"{_SCENES['target']}: {sign.value}.")
            return
        names = told.most if self.scene == "most" else told.places
        if sign.value not in names:
            names.append(sign.value)

    def _correction(self, _: int, sign: Sign) -> None:
        self._unread(sign)

    def _word(self, at: int, sign: Sign) -> None:
        """Marks end what a verb may take; an unknown name or number is unread."""
        if sign.value in _CLAUSE_ENDS:
            self.verb = self.verb if sign.value == ":" or self.listing else ""
            return
        if sign.value in (")", "("):
            self.scene = "" if self.scene == "origin" else self.scene
            return
        word = self.reader.words[sign.first]
        before = self.reader.words[sign.first - 1].text if sign.first else "."
        name = word.text[:1].isupper() and before not in _BEGINNINGS
        known = self.scene in ("origin", "speaker")
        if (name and not known) or any(c.isnumeric() for c in word.text):
            self._unread(sign)

    def _speaker(self, *_: object) -> None:
        self.scene = "speaker"

    def _end(self) -> None:
        """Give no figure of a sentence that is not wholly understood."""
        if self.pending:
            self._launched_alone(self.pending)
        if self.unread:
            self.account.told = [t for t in self.account.told if t not in self.made]
            self.unread += [str(t.value) for t in self.made if t.value is not None]
        self.account.unread += dict.fromkeys(self.unread)
        self.reader.last = self.last

    def _launched_alone(self, number: _Number) -> None:
        """Drones told without a verb, with the places they came from, are those launched."""
        verbs = {s.value for s in self.signs if s.kind == "verb"} & OUTCOMES
        if self.kinds & {"origin", "from", "within"} and "drone" in self.kinds and not verbs:
            self._tell(number, "launched")
        else:
            self.unread.append(number.text)
