"""Figures of a bulletin: numbers of drones, and the places they go with.

The text is turned into signs (numbers, drones, places, verbs, marks) by the grammar
table; then every number of drones is a total or goes with the places next to it. What is
not understood is returned as unread, never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wartoll.bulletins.lexicon import Sign
from wartoll.bulletins.ministry.numbers import (
    Figures,
    Item,
    Number,
    each,
    is_limited,
    is_within,
    noun_of,
)
from wartoll.bulletins.signs import STOPS, sentences
from wartoll.bulletins.text import Word

_BEGINNINGS = STOPS | {":", "«", '"', "“", "”"}
_SINGULAR = {"аппарат", "бпла", "беспилотник", "дрон", "drone", "uav", "vehicle"}


@dataclass
class _State:
    """State while one sentence is read.

    Attributes
    ----------
    pending : list of Number
        Numbers that wait for their places.
    heading, near, joined : bool
        Whether the next place is where drones flew, where a place lies, one more of the
        places before.
    """

    outcome: str
    pending: list[Number] = field(default_factory=list)
    heading: bool = False
    near: bool = False
    joined: bool = False


class FigureReader:
    """One pass over the signs of a body; sentences one by one."""

    def __init__(self, words: list[Word], found: list[Sign]) -> None:
        self.words, self.signs = words, found
        self.figures = Figures()
        self.loose: list[Number] = []
        self.noun = "drone"
        self.single = False
        self.outcomes: set[str] = set()

    def read(self, announced: list[int]) -> Figures:
        """Read all sentences; ``announced`` are the numbers that the header gives."""
        for sentence in sentences(self.signs):
            self._sentence(sentence)
        self._settle(announced)
        return self.figures

    def _text(self, sign: Sign) -> str:
        return " ".join(w.text for w in self.words[sign.first : sign.last + 1])

    def _sentence(self, sentence: list[Sign]) -> None:
        """Read a sentence; of one with two outcomes nothing, for they are not told apart."""
        outcomes = {s.value for s in sentence if s.kind == "verb"}
        self.outcomes |= outcomes
        if len(outcomes) > 1:
            self.figures.unread.append("two outcomes in one sentence")
            self.figures.unread += [self._text(s) for s in sentence if s.kind == "number"]
            return
        self.single |= self._is_singular(sentence)
        state = _State(next(iter(outcomes), "shot_down"))
        at = 0
        while at < len(sentence):
            at = self._step(sentence, at, state) + 1
        left = state.pending
        self.loose += [n for n in left if n.noun != "other" and (outcomes or n.noun)]
        self.figures.unread += [n.text for n in left if not outcomes and not n.noun]

    def _step(self, sentence: list[Sign], at: int, state: _State) -> int:
        """Read one sign, or a run of places; the index of the last sign read."""
        sign = sentence[at]
        if sign.kind == "number":
            self._counted(sentence, at, state)
        elif sign.kind == "heading":
            state.heading = True
        elif sign.kind == "near":
            state.near = True
        elif sign.kind == "place":
            return self._placed(sentence, at, state)
        elif sign.kind == "" and self._is_name(sign):
            self._name(sentence, at)
        return at

    def _counted(self, sentence: list[Sign], at: int, state: _State) -> None:
        """Keep a number until its place comes, unless it counts regions or is limited."""
        if noun_of(sentence, at) == "area":
            return
        if is_limited(sentence, at):
            self.figures.unread.append(self._text(sentence[at]))
        else:
            state.pending.append(self._number(sentence, at))

    def _placed(self, sentence: list[Sign], at: int, state: _State) -> int:
        """Give a run of places its number; the index of its last sign."""
        if state.near:
            state.near, state.joined = False, True
            return at
        places, last = self._run(sentence, at)
        if state.joined and not state.pending and self.figures.items:
            self.figures.items[-1].places += places
        elif state.heading:
            self._heading(places, state.pending, state.outcome)
            state.heading = False
        else:
            self._place(places, state.pending, state.outcome, sentence, last)
        return last

    def _number(self, sentence: list[Sign], at: int) -> Number:
        self.noun = noun_of(sentence, at) or self.noun
        value, text = int(sentence[at].value), self._text(sentence[at])
        return Number(value, text, self.noun, each(sentence, at), is_within(sentence, at))

    def _run(self, sentence: list[Sign], at: int) -> tuple[list[str], int]:
        """Places named together, and the index of the last of their signs."""
        places, last = [sentence[at].value], at
        for index in range(at + 1, len(sentence)):
            sign = sentence[index]
            if sign.kind == "place":
                if sign.value not in places:
                    places.append(sign.value)
                last = index
            elif sign.kind not in ("over", "join", "area"):
                break
        return places, last

    def _place(
        self, places: list[str], pending: list[Number], outcome: str, sentence: list[Sign], at: int
    ) -> None:
        while pending and pending[-1].noun == "other" and len(pending) > 1:
            pending.pop()
        if pending:
            number = pending.pop()
            if number.noun == "other":
                return
            if number.within and self.figures.items:
                self.figures.unread.append(number.text)
                return
            self._add(places, number, outcome)
        elif any(s.kind == "verb" for s in sentence):
            self._unnumbered(places, outcome, sentence, at)
        else:
            self.figures.unread += places

    def _add(self, places: list[str], number: Number, outcome: str) -> None:
        if number.each == "after" and len(places) == 1:
            self.figures.unread.append(number.text)
            self.figures.items.append(Item(places, None, outcome))
        elif number.each:
            self.figures.items += [Item([p], number.value, outcome) for p in places]
        else:
            self.figures.items.append(Item(places, number.value, outcome))

    def _unnumbered(self, places: list[str], outcome: str, sentence: list[Sign], at: int) -> None:
        """A place before its number, one drone in the singular, or a place without number."""
        for index in range(at + 1, len(sentence)):
            if sentence[index].value in (",", ";") and sentence[at + 1].value != "(":
                break
            if sentence[index].kind == "number":
                number = self._number(sentence, index)
                if number.noun == "drone":
                    sentence[index] = sentence[index]._replace(kind="taken")
                    self._add(places, number, outcome)
                return
            if sentence[index].kind == "place":
                break
        single = self._is_singular(sentence)
        self.figures.items.append(Item(places, 1 if single else None, outcome))

    def _is_singular(self, sentence: list[Sign]) -> bool:
        verbs = [self.words[s.first].folded for s in sentence if s.kind == "verb"]
        nouns = [self.words[s.last].folded for s in sentence if s.kind == "drone"]
        was = [self.words[s.first - 1].folded == "was" for s in sentence if s.kind == "verb"]
        one = all(v.endswith(("ен", "бит", "чен")) or w for v, w in zip(verbs, was, strict=True))
        return bool(nouns) and one and all(n in _SINGULAR for n in nouns)

    def _heading(self, places: list[str], pending: list[Number], outcome: str) -> None:
        if pending and pending[-1].within:
            self.figures.headings.append(Item(places, pending.pop().value, outcome))
        else:
            self.figures.unread += places

    def _name(self, sentence: list[Sign], at: int) -> None:
        """Note a district's name; any other name is unread."""
        for sign in sentence[at + 1 : at + 6]:
            if sign.kind == "district":
                self.figures.districts.append(self._text(sentence[at]))
                return
            if sign.kind in ("place", "number"):
                break
        self.figures.unread.append(self._text(sentence[at]))

    def _is_name(self, sign: Sign) -> bool:
        """Whether an unknown word may be a name (a capital inside a sentence) or a number."""
        word = self.words[sign.first]
        before = self.words[sign.first - 1].text if sign.first else "."
        if any(letter.isnumeric() for letter in word.text):
            return True
        return word.text[:1].isupper() and before not in _BEGINNINGS

    def _settle(self, announced: list[int]) -> None:
        """Decide which number is the total."""
        figures = self.figures
        numbers = [n for n in self.loose if not n.within]
        figures.unread += [n.text for n in self.loose if n.within]
        values = [i.value for i in figures.items]
        known = sum(v for v in values if v is not None)
        if len(numbers) == 1 or {n.value for n in numbers} == {known}:
            figures.total, figures.total_stated = numbers[0].value, True
        elif numbers:
            figures.unread += [n.text for n in numbers]
        elif len(figures.items) == 1 and values[0] is not None:
            figures.total = values[0]
        elif not figures.items and not announced and self.single:
            figures.total = 1
        if not figures.items:
            figures.unread += figures.districts
        self._announced(announced)
        if len(self.outcomes) > 1 and figures.total is not None:
            figures.unread.append(str(figures.total))
            figures.total = None

    def _announced(self, announced: list[int]) -> None:
        """Use the header's number of attacking drones where the body gives none."""
        figures = self.figures
        if not announced:
            return
        told = [i.value for i in figures.items if i.value is not None]
        if len(set(announced)) > 1:
            figures.unread += [str(a) for a in announced]
        elif figures.total is None and not told and len(figures.items) <= 1:
            figures.total, figures.total_stated = announced[0], True
            for item in figures.items:
                item.value = announced[0]
        elif announced[0] not in (figures.total, sum(told)):
            figures.unread.append(str(announced[0]))
        elif figures.total is None:
            figures.total, figures.total_stated = announced[0], True
