"""A text with its figures marked: what was understood, and what was not."""

from __future__ import annotations

from wartoll.bulletins import CLAIMANTS, READERS, Draft
from wartoll.bulletins.languages import language_of
from wartoll.bulletins.lexicon import Sign, lexicon
from wartoll.bulletins.signs import signs
from wartoll.bulletins.text import MAX_LENGTH, Word, clean, words

_GRAMMARS = {"ru-mod": "ministry", "ua-air-force": "air_force"}
_FIGURES = {"number", "several", "times", "place", "macro", "country"}


def marked(raw: str, claimant: str, draft: Draft) -> str:
    """Mark numbers and names: ``[understood]``, ``{?not understood}``.

    Parameters
    ----------
    raw : str
        The bulletin.
    claimant : str
        Actor id of the office that speaks.
    draft : Draft
        What was read.
    """
    text = clean(raw[:MAX_LENGTH])
    language = language_of(raw[:MAX_LENGTH], CLAIMANTS[claimant].language)
    if language not in READERS[claimant]:
        return text
    told, unread, made, end = words(text), set(draft.unread), [], 0
    for sign in signs(told, lexicon(f"{_GRAMMARS[claimant]}_{language}")):
        first, last = told[sign.first], told[sign.last]
        stop = last.start + len(last.text)
        made += [text[end : first.start], _mark(text[first.start : stop], sign, told, unread)]
        end = stop
    return "".join([*made, text[end:]]).replace(" ¶ ", "\n").strip("¶ ")


def _mark(written: str, sign: Sign, told: list[Word], unread: set[str]) -> str:
    """Mark one run of words."""
    names = {" ".join(w.text for w in told[sign.first : sign.last + 1])}
    names |= {sign.value} if sign.kind in ("number", "place") else set()
    if names & unread:
        return f"{{?{written}}}"
    return f"[{written}]" if sign.kind in _FIGURES else written
