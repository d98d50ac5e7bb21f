"""What the bulletin reader makes of the composed bulletins, for docs/reader-accuracy.md."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from style.markdown import grid

from wartoll.bulletins import read

COMPOSED = Path(__file__).resolve().parents[1] / "tests" / "composed"
LANGUAGES = {
    "uk": "Ukrainian, Air Force", "en": "English, both", "ru": "Russian, ministry",
}  # fmt: skip
#: Names of the sets by the digit with which their keys begin.
SETS = {
    "4": "tricky", "5": "everyday", "7": "tricky, 2026", "8": "near to real", "9": "ordinary",
    "a": "ordinary, second",
}  # fmt: skip
RESULTS = ("accepted", "partial", "refused")
_BLOCK = re.compile(r"(?<=<!-- composed -->\n).*?(?=<!-- /composed -->)", re.DOTALL)


def results(language: str) -> dict[str, Counter[str]]:
    """What the texts of a language give, by set: a result, or that a text is no bulletin."""
    found: dict[str, Counter[str]] = {}
    for line in (COMPOSED / f"{language}.jsonl").read_text("utf-8").splitlines():
        told = json.loads(line)
        posted = datetime.fromisoformat(told["posted"])
        draft = read(told["text"], claimant=told["claimant"], posted=posted)
        result = draft.status if told["kind"] == "bulletin" else f"other {draft.status}"
        found.setdefault(told["key"].split("-")[1][0], Counter())[result] += 1
    return found


def rows() -> Iterator[list[object]]:
    """One row a set: bulletins by result, and texts that are no bulletin and were refused."""
    for language, name in LANGUAGES.items():
        for key, found in sorted(results(language).items()):
            told = [found[r] for r in RESULTS]
            yield [name, SETS[key], sum(told), *told, found["other refused"]]


def page(text: str) -> str:
    """The page with its table made anew."""
    names = ["language, claimant", "set", "bulletins", *RESULTS, "no bulletin, refused"]
    return _BLOCK.sub(lambda _: grid(names, list(rows())) + "\n", text)
