"""State while a bulletin of the Air Force is read: the account so far and one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from wartoll.bulletins.air_force.account import DOWN, LOOSE, VERBS, Account, Number, Told
from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.signs import DASHES
from wartoll.bulletins.text import Word

#: What names are that have no drones of their own, and how the note puts it.
SCENES = {
    "target": "Said to be attacked",
    "toward": "Said to be attacked",
    "damage": "Said to be damaged",
}
#: Words that join two of a kind.
AND = {"і", "й", "та", "and"}
_ENDS = {",", ";", ":", "("}
_ITEM_ENDS = {";", ","}


def _ends(sign: Sign, marks: set[str]) -> bool:
    return sign.kind == "number" or (not sign.kind and sign.value in marks)


@dataclass
class Sentence:
    """One sentence, read from left to right.

    Attributes
    ----------
    headline : bool
        Whether it is the line above the text.
    last : Told or None
        Quantity that names belong to.
    verb : str
        Outcome that waits for its number.
    heard : str
        Last outcome that the sentence names.
    scene : str
        What the names to come are: '' for places of ``last``, else where the drones came
        from or flew, where damage is, where air defence worked, who speaks.
    outside : str
        The scene outside of the brackets.
    pending : Number or None
        Number that waits for its outcome.
    whole : Told or None
        Quantity that the lines of a list divide, of which this one is.
    made : list of Told
        Quantities that this sentence gives.
    early : list of str
        Places named before the drones that were shot down there.
    bound : list of str
        Countries named before the drones that flew to them.
    unread : list of str
        What of it was not understood.
    others : Number or None
        Number of missiles just read, of which the next may be a part.
    within, listing, every : bool
        Whether the next number is that of a part; the verb goes on over a comma; all drones
        are meant.
    """

    words: list[Word]
    signs: list[Sign]
    account: Account
    headline: bool = False
    last: Told | None = None
    verb: str = ""
    heard: str = ""
    scene: str = ""
    outside: str = ""
    qualifier: str = ""
    pending: Number | None = None
    whole: Told | None = None
    made: list[Told] = field(default_factory=list)
    early: list[str] = field(default_factory=list)
    bound: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    within: bool = False
    listing: bool = False
    others: Number | None = None
    every: bool = False

    def __post_init__(self) -> None:
        self.kinds = {s.kind for s in self.signs}
        self.verbs = {s.value for s in self.signs if s.kind == "verb"}
        if not self.kinds & {"number", "several", "times"} and not self.verbs & VERBS:
            self.scene = next((v for v in sorted(self.verbs) if v in SCENES), "")
        self.apart = bool(self.kinds & {"apart", "apart_office", "recall", "supposed"})

    def text(self, sign: Sign) -> str:
        """A sign as it is written."""
        return " ".join(w.text for w in self.words[sign.first : sign.last + 1])

    def word(self, sign: Sign) -> str:
        """First word of a sign, folded."""
        return self.words[sign.first].folded

    def word_before(self, sign: Sign) -> str:
        """Word before a sign, folded; '' where the text begins."""
        return self.words[sign.first - 1].folded if sign.first else ""

    def kind(self, at: int) -> str:
        """Kind of the sign at an index; '' beyond the ends."""
        return self.signs[at].kind if 0 <= at < len(self.signs) else ""

    def value(self, at: int) -> str:
        """Meaning of the sign at an index; '' beyond the ends."""
        return self.signs[at].value if 0 <= at < len(self.signs) else ""

    def mark(self, at: int) -> str:
        """Word or mark that the grammar lacks, at an index; '' for others."""
        known = not 0 <= at < len(self.signs) or self.signs[at].kind
        return "" if known else self.signs[at].value

    def verbs_after(self, at: int, *, commas: bool = False) -> list[str]:
        """Verbs between a word and the next number, or the next mark unless commas are passed."""
        return [s.value for s in self.clause_after(at, commas=commas) if s.kind == "verb"]

    def clause_after(self, at: int, *, commas: bool = False) -> list[Sign]:
        """Signs between a word and the next mark or number."""
        signs = self.signs[at + 1 :]
        marks = set() if commas else _ENDS
        ends = (i for i, s in enumerate(signs) if _ends(s, marks))
        return signs[: next(ends, len(signs))]

    def leave_out(self, number: Number) -> None:
        """Remember a number that is understood and is no figure of drones."""
        self.account.passed |= set() if number.value is None else {number.value}

    def leave(self, sign: Sign) -> None:
        """Put a sign among what was not understood."""
        self.unread.append(self.text(sign))

    def outcome(self) -> str:
        """Outcome of the quantity that names belong to."""
        return self.last.outcome if self.last else ""

    def add(self, told: Told) -> None:
        """Take a quantity that was not told before."""
        self.account.told.append(told)
        self.made.append(told)
        self.last = told

    def tell(self, number: Number, verb: str, unit: str = "drones") -> None:
        """Take a quantity; told again it is the same, and another number contradicts it."""
        outcome = LOOSE.get(verb, verb)
        told = Told(outcome, number.value, number.qualifier, unit, loose=verb == "down")
        if (outcome, unit) == ("debris", "drones") or (outcome, unit) in self.account.contested:
            self.unread.append(number.text)
            return
        if self.every and outcome in DOWN:
            self._all(number)
        before = self._before(told)
        if before is not None and before.yields_to(told):
            self.account.drop(before)
            before = None
        if before is None:
            self.add(told)
        elif told.yields_to(before) or before.amount == told.amount:
            self.last = before
            before.said += 1
        else:
            self.unread.append(number.text)
            self.account.give_up(before)
            self.last = told

    def _before(self, told: Told) -> Told | None:
        """The same quantity told before; drones leaving for a further country are others."""
        like = (told.outcome, told.unit, told.loose)
        same = [t for t in self.account.told if (t.outcome, t.unit, t.loose) == like]
        further = told.outcome == "left_airspace" and self.last and self.last.places
        if further and any(t is self.last for t in same):
            return None
        return same[0] if same else None

    def _all(self, number: Number) -> None:
        """All drones shot down are as many as were launched."""
        self.every = False
        launched, amount = self.account.find("launched"), (number.value, number.qualifier)
        again = any(t.amount == amount for t in self.account.told if t.outcome in DOWN)
        if launched and launched.amount != amount and not again:
            self.unread.append(number.text)
        if launched is None and "launched" in self.verbs:
            self.add(Told("launched", number.value, number.qualifier))


@dataclass
class List:
    """A list of numbers, a line each, under a line that ends in a colon and gives the outcome.

    Attributes
    ----------
    verb : str
        Outcome of the lines; '' when there is no list.
    whole : Told or None
        Drones that the line above counts: the lines divide them, by type or means.
    more : bool
        Whether the last line says that another follows.
    """

    verb: str = ""
    whole: Told | None = None
    more: bool = False

    def open(self, sentence: Sentence) -> None:
        """Give a line of the list its outcome; any other line ends the list."""
        goes_on = self.more or sentence.signs[0].value in DASHES | _ITEM_ENDS
        if not goes_on or sentence.verbs & VERBS:
            self.verb = ""
        elif self.verb and self.whole:
            sentence.whole = sentence.last = self.whole
        elif self.verb:
            sentence.verb, sentence.heard, sentence.listing = self.verb, self.verb, True

    def close(self, sentence: Sentence) -> None:
        """See how a line ends."""
        mark = sentence.signs[-1].value
        if mark == ":" and sentence.verbs & VERBS:
            self.verb = sentence.heard
            counted = [t for t in sentence.made if t.outcome == self.verb and t.unit == "drones"]
            self.whole = counted[-1] if counted and not sentence.unread else None
        self.more = mark in _ITEM_ENDS or mark == ":"
