"""The line above an Air Force bulletin: its numbers are compared with those of the text."""

from __future__ import annotations

from wartoll.bulletins.air_force.account import DOWN, Account, Number, Told
from wartoll.bulletins.air_force.nouns import noun
from wartoll.bulletins.air_force.state import Sentence
from wartoll.bulletins.signs import STOPS
from wartoll.bulletins.text import Word

_TWICE = 2


def end(words: list[Word]) -> int:
    """Where a first line ends that has no stop; 0 when there is none, or nothing after it."""
    first = next((i for i, w in enumerate(words) if w.text.isalnum()), 0)
    last = next((i for i, w in enumerate(words) if w.text == "¶" and i > first), 0)
    if last == 0:
        return 0
    stopped = any(w.text in STOPS for w in words[first:last])
    return 0 if stopped or words[last - 1].text == ":" else last


def check(account: Account, above: list[Told]) -> None:
    """Leave out of a headline what the text tells more loosely, or is not understood in it."""
    loose = [t.amount for t in account.told if t.loose]
    for told in above:
        looser = told.outcome in DOWN and not told.loose and told.amount in loose
        if told.said < _TWICE and (looser or str(told.value) in account.unread):
            account.drop(told)


def leave_to_the_text(sentence: Sentence) -> None:
    """A headline that is not understood has no figures; the text has to give its numbers."""
    account = sentence.account
    for told in sentence.made:
        account.drop(told)
    for at, sign in enumerate(sentence.signs):
        counted = noun(sentence, at)
        if sign.kind == "number" and counted not in ("duration", "other"):
            limit = sentence.value(at - 1) if sentence.kind(at - 1) == "qualifier" else "exact"
            number = Number(int(sign.value), limit, sentence.text(sign), counted == "drone")
            account.alone.append(number)
    sentence.last = None
