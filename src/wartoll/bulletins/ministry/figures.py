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
    is_measure,
    is_within,
    noun_of,
)
from wartoll.bulletins.ministry.outcomes import by_outcome, settle_apart, settle_one
from wartoll.bulletins.ministry.places import (
    are_beside_others,
    are_far,
    names_places,
    noun_before,
    number_after,
    number_after_dash,
    number_in_brackets,
    regions,
    run,
)
from wartoll.bulletins.signs import DASHES, sentences
from wartoll.bulletins.text import Word, begins

#: A city whose region the ministry counts with it.
_REGION = {"RU-MOW": "group.RU-MOS+RU-MOW"}
#: Within how many signs a number before a place is its own, though the rest are told.
_SINCE = 3
_SINGULAR = {"аппарат", "бпла", "беспилотник", "дрон", "drone", "uav", "vehicle"}


@dataclass
class _State:
    """State while one sentence is read.

    Attributes
    ----------
    pending : list of Number
        Numbers that wait for their places.
    heading, near, joined, rest : bool
        Whether the next place is where drones flew, where a place lies, one more of the
        places before, where those are that are left.
    """

    pending: list[Number] = field(default_factory=list)
    heading: bool = False
    near: bool = False
    joined: bool = False
    rest: bool = False


class FigureReader:
    """One pass over the signs of a body; sentences one by one."""

    def __init__(self, words: list[Word], found: list[Sign]) -> None:
        self.words, self.signs = words, found
        self.told: dict[str, Figures] = {}
        self.loose: dict[str, list[Number]] = {}
        self.unread: list[str] = []
        self.districts: list[str] = []
        self.noun = "drone"
        self.single = False
        self.outcome = ""
        self.earlier: list[Item] = []
        self.beside: dict[str, list[str]] = {}

    def read(self, announced: list[int]) -> list[Figures]:
        """Read all sentences; ``announced`` are the numbers that the header gives.

        Returns
        -------
        list of Figures
            One for each outcome that the text tells; the first has what is unread.
        """
        for sentence in sentences(self.signs):
            self._sentence(sentence)
        self._list_beside()
        settle = settle_apart if len(self.loose.keys() - {""}) > 1 else settle_one
        return settle(self._figures(), announced, self.loose, single=self.single)

    @property
    def _now(self) -> Figures:
        """What is told of the outcome that is being read."""
        outcome = self.outcome or "shot_down"
        return self.told.setdefault(outcome, Figures(outcome))

    def _figures(self) -> list[Figures]:
        """What is told so far, of the outcomes in order."""
        outcomes = [o for o in self.loose if o] or ["shot_down"]
        found = [self.told.get(o) or Figures(o) for o in outcomes]
        found[0].unread, found[0].districts = self.unread, self.districts
        return found

    def _text(self, sign: Sign) -> str:
        return " ".join(w.text for w in self.words[sign.first : sign.last + 1])

    def _sentence(self, sentence: list[Sign]) -> None:
        """Read a sentence; one of which anything is not understood gives no figure."""
        kept = {o: (len(f.items), len(f.headings)) for o, f in self.told.items()}
        loose = {o: len(numbers) for o, numbers in self.loose.items()}
        unread, numbers = len(self.unread), [self._text(s) for s in sentence if s.kind == "number"]
        self._clauses(sentence)
        if len(self.unread) == unread:
            return
        self.unread += [n for n in numbers if n not in self.unread[unread:]]
        for outcome, figures in self.told.items():
            items, headings = kept.get(outcome, (0, 0))
            del figures.items[items:], figures.headings[headings:]
        for outcome, waiting in self.loose.items():
            del waiting[loose.get(outcome, 0) :]

    def _clauses(self, sentence: list[Sign]) -> None:
        """Read a sentence with two outcomes clause by clause, if each has its number."""
        outcomes = {s.value for s in sentence if s.kind == "verb"}
        clauses = [sentence] if len(outcomes) < 2 else by_outcome(sentence)
        if self._is_of_other_weapons(sentence):
            return
        if self._is_of_others(sentence):
            self.unread += self._drones_and_places(sentence)
            return
        if not clauses:
            self.unread.append("two outcomes in one sentence")
            self.unread += [self._text(s) for s in sentence if s.kind == "number"]
        for clause in clauses:
            self._clause(clause)

    def _is_of_other_weapons(self, sentence: list[Sign]) -> bool:
        """Whether all that a sentence counts are missiles, boats and the like."""
        counted = [noun_of(sentence, i) for i, s in enumerate(sentence) if s.kind == "number"]
        return {*counted} == {"other"} and not any(s.kind == "drone" for s in sentence)

    def _is_of_others(self, sentence: list[Sign]) -> bool:
        """Whether a sentence is another office's or night's, or tells no drone's end in words."""
        kinds = {s.kind for s in sentence}
        unknown = any(not s.kind and s.value.isalpha() for s in sentence)
        begins = next((s.kind for s in sentence if s.kind or s.value.isalpha()), "")
        listed = "verb" in kinds or begins in ("number", "each", "over", "place")
        told = listed or {"attack", "drone"} <= kinds
        return "apart" in kinds or (not told and "number" in kinds and unknown)

    def _drones_and_places(self, sentence: list[Sign]) -> list[str]:
        """Places of a sentence and its numbers, as written, but for those of other things."""
        others = [i for i in range(len(sentence)) if noun_of(sentence, i) == "other"]
        kinds = enumerate(s.kind for s in sentence)
        left = [i for i, k in kinds if k == "place" or (k == "number" and i not in others)]
        return [self._text(sentence[i]) for i in left]

    def _clause(self, sentence: list[Sign]) -> None:
        self.earlier = list(self._now.items)
        outcome = next((s.value for s in sentence if s.kind == "verb"), "")
        self.single |= self._is_singular(sentence)
        self.outcome = outcome or self.outcome
        state = _State()
        at = 0
        while at < len(sentence):
            at = self._step(sentence, at, state) + 1
        left = state.pending
        kept = [n for n in left if n.noun != "other" and (outcome or n.noun)]
        if kept or not self._is_of_weapons(sentence):
            self.loose.setdefault(outcome, []).extend(kept)
        self.unread += [n.text for n in left if not outcome and not n.noun]

    def _is_of_weapons(self, sentence: list[Sign]) -> bool:
        """Whether a clause tells of anything but drones."""
        kinds = {s.kind for s in sentence}
        return "other" in kinds and "drone" not in kinds

    def _step(self, sentence: list[Sign], at: int, state: _State) -> int:
        """Read one sign, or a run of places; the index of the last sign read."""
        sign = sentence[at]
        if sign.kind in ("number", "verb"):
            state.heading = False
        if sign.kind == "number":
            self._counted(sentence, at, state)
        elif sign.kind == "heading":
            state.heading = True
        elif sign.kind in ("near", "rest"):
            setattr(state, sign.kind, True)
        elif sign.kind == "place":
            return self._placed(sentence, at, state)
        elif sign.kind == "" and self._is_name(sign):
            self._name(sentence, at)
        return at

    def _counted(self, sentence: list[Sign], at: int, state: _State) -> None:
        """Keep a number until its place comes, unless it counts regions or is limited."""
        noun = noun_of(sentence, at)
        if noun == "area":
            return
        after = sentence[at + 1] if at + 1 < len(sentence) else None
        verbs = any(s.kind == "verb" for s in sentence)
        of_unknown = after and not (noun or verbs or after.kind) and after.value.isalpha()
        limited = noun != "other" and is_limited(sentence, at)
        if limited or of_unknown:
            self.unread.append(self._text(sentence[at]))
        else:
            state.pending.append(self._number(sentence, at))

    def _placed(self, sentence: list[Sign], at: int, state: _State) -> int:
        """Give a run of places its number; the index of its last sign."""
        if state.near:
            state.near, state.joined = False, True
            return at
        numbered = bool(state.pending)
        places, last = run(self.words, sentence, at, numbered=numbered, clause=state.heading)
        end = regions(self.words, sentence, at, last)
        places = [_REGION.get(p, p) if i < end else p for i, p in enumerate(places)]
        if state.joined and not state.pending and self._goes_on(sentence, last):
            self._now.items[-1].places += places
        elif self._is_name_again(sentence, at, places):
            return last
        elif state.rest and all(s.kind != "number" for s in sentence[at - _SINCE : at]):
            self._now.items.append(Item(places, None))
        elif are_beside_others(self.words, sentence, at):
            self.beside.setdefault(self.outcome or "shot_down", []).extend(places)
        elif state.heading:
            self._heading(places, state.pending)
            state.heading, state.joined = False, True
        else:
            self._place(places, state.pending, sentence, last)
        return last

    def _goes_on(self, sentence: list[Sign], at: int) -> bool:
        """Whether a place goes on the list before it: it has no number of its own."""
        own = number_in_brackets(sentence, at), number_after_dash(self.words, sentence, at)
        return bool(self._now.items) and own == (None, None)

    def _is_name_again(self, sentence: list[Sign], at: int, places: list[str]) -> bool:
        """Whether a place's other name follows a dash: the Chuvash Republic – Chuvashia."""
        dash = at > 0 and sentence[at - 1].value in DASHES
        return dash and bool(self._now.items) and places == self._now.items[-1].places

    def _list_beside(self) -> None:
        """List places named beside regions without names, unless the text numbers them."""
        for outcome, places in self.beside.items():
            items = self.told.setdefault(outcome, Figures(outcome)).items
            told = {p for item in items for p in item.places}
            items += [Item([p], None) for p in dict.fromkeys(places) if p not in told]

    def _number(self, sentence: list[Sign], at: int) -> Number:
        own = noun_of(sentence, at)
        noun = own or self.noun
        self.noun = self.noun if is_measure(sentence, at) else noun
        value, text = int(sentence[at].value), self._text(sentence[at])
        return Number(value, text, noun, each(sentence, at), is_within(sentence, at))

    def _place(
        self, places: list[str], pending: list[Number], sentence: list[Sign], at: int
    ) -> None:
        beside = self._number_beside(sentence, at)
        if beside:
            self._add(places, beside)
            for number in pending:
                number.passed = True
            return
        while pending and pending[-1].noun == "other" and len(pending) > 1:
            pending.pop()
        if pending:
            number = pending.pop()
            if number.noun != "other" and (number.passed or are_far(self.words, sentence, at)):
                self.unread += [number.text, *places]
                return
            if number.noun == "other":
                return
            if number.within and self._now.items:
                self.unread.append(number.text)
                return
            self._add(places, number)
        elif any(s.kind == "verb" for s in sentence):
            self._unnumbered(places, sentence, at)
        elif self.outcome and names_places(sentence) and not self._shares(self._now.items):
            self._now.items.append(Item(places, None))
        else:
            self.unread += places

    def _add(self, places: list[str], number: Number) -> None:
        if number.each == "after" and len(places) == 1:
            self.unread.append(number.text)
            self._now.items.append(Item(places, None))
        elif number.each:
            self._now.items += [Item([p], number.value) for p in places]
        elif not self._told_before(places, number.value):
            self._now.items.append(Item(places, number.value))

    def _number_beside(self, sentence: list[Sign], at: int) -> Number | None:
        """The number of drones in brackets or after a dash that belongs to the place before it."""
        index = number_in_brackets(sentence, at)
        if index is not None:
            number = self._number(sentence, index)
            if number.noun == "drone" and not number.within:
                return self._take(sentence, index, number)
        index = number_after_dash(self.words, sentence, at)
        if index is None:
            return None
        number = self._take(sentence, index, self._number(sentence, index))
        return number if number.noun == "drone" else None

    def _take(self, sentence: list[Sign], at: int, number: Number) -> Number:
        sentence[at] = sentence[at]._replace(kind="taken")
        return number

    def _shares(self, items: list[Item]) -> bool:
        """Whether the last places share a number, so that names after them may share it too."""
        return bool(items) and items[-1].value is not None and len(items[-1].places) > 1

    def _told_before(self, places: list[str], value: int) -> bool:
        """Whether another sentence gives the same number for the same places."""
        return any(i.value == value and set(i.places) == set(places) for i in self.earlier)

    def _unnumbered(self, places: list[str], sentence: list[Sign], at: int) -> None:
        """A place before its number, one drone in the singular, or a place without number."""
        index = number_after(self.words, sentence, at)
        if index is not None:
            number = self._number(sentence, index)
            if number.noun == "drone":
                self._add(places, self._take(sentence, index, number))
        elif noun_before(sentence, at) == "number":
            self.unread += places
        elif noun_before(sentence, at) != "other":
            single = self._is_singular(sentence)
            self._now.items.append(Item(places, 1 if single else None))

    def _is_singular(self, sentence: list[Sign]) -> bool:
        verbs = [self.words[s.first].folded for s in sentence if s.kind == "verb"]
        nouns = [self.words[s.last].folded for s in sentence if s.kind == "drone"]
        was = [self.words[s.first - 1].folded == "was" for s in sentence if s.kind == "verb"]
        one = all(v.endswith(("ен", "бит", "чен")) or w for v, w in zip(verbs, was, strict=True))
        numbers = [i for i, s in enumerate(sentence) if s.kind == "number" and s.value != "1"]
        one = one and all(noun_of(sentence, i) != "drone" for i in numbers)
        return bool(nouns) and bool(verbs) and one and all(n in _SINGULAR for n in nouns)

    def _heading(self, places: list[str], pending: list[Number]) -> None:
        if pending and pending[-1].within:
            self._now.headings.append(Item(places, pending.pop().value))
        else:
            self.unread += places

    def _name(self, sentence: list[Sign], at: int) -> None:
        """Note a district's name; any other name is unread."""
        for sign in sentence[at + 1 : at + 6]:
            if sign.kind == "district":
                self.districts.append(self._text(sentence[at]))
                return
            if sign.kind in ("place", "number"):
                break
        self.unread.append(self._text(sentence[at]))

    def _is_name(self, sign: Sign) -> bool:
        """Whether an unknown word may be a name (a capital inside a sentence) or a number."""
        word = self.words[sign.first]
        if any(letter.isnumeric() for letter in word.text):
            return True
        return word.text[:1].isupper() and not begins(self.words, sign.first)
