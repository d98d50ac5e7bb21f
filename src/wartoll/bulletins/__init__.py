"""Read official bulletins: from a text to rows of the tables, or a refusal with its reason.

The Russian Ministry of Defence in Russian, the Air Force of Ukraine in Ukrainian, and
both in the agencies' English. The words a reader knows stand in tables under
``grammar/`` and need no Python to extend.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from wartoll.bulletins import air_force, ministry
from wartoll.bulletins.draft import Claimant, Draft, draft, own_post
from wartoll.bulletins.languages import language_of
from wartoll.bulletins.reading import Reading, refused
from wartoll.bulletins.text import MAX_LENGTH
from wartoll.moments import KYIV, MOSCOW, zone

CLAIMANTS = {
    "ru-mod": Claimant(MOSCOW, "https://t.me/mod_russia", "ru", "UA", "drone"),
    "ua-air-force": Claimant(KYIV, "https://t.me/kpszsu", "uk", "RU", "drone_long_range"),
}
READERS: dict[str, dict[str, Callable[[str, datetime, str], list[Reading]]]] = {
    "ru-mod": {"ru": ministry.read, "en": ministry.read},
    "ua-air-force": {"uk": air_force.read, "en": air_force.read},
}

__all__ = ["READERS", "Draft", "read"]


def read(
    text: str,
    /,
    *,
    claimant: str,
    posted: datetime,
    source: dict[str, str] | None = None,
    read_on: date | None = None,
) -> Draft:
    """Read one bulletin.

    Parameters
    ----------
    text : str
        The bulletin, with or without its markup. Nothing that stands in it raises.
    claimant : str
        Actor id of the office that speaks; `READERS` lists those with a grammar.
    posted : datetime
        Time of posting, with its zone.
    source : dict, optional
        Cells of the sources row to use; by default the claimant's own post.
    read_on : date, optional
        Day of reading; today by default.

    Returns
    -------
    Draft
        Accepted when every number and name is understood and the sums close; partial or
        refused, with the reason, otherwise.

    Raises
    ------
    ValueError
        When the claimant has no grammar, or the time has no zone.
    """
    if claimant not in READERS:
        raise ValueError(f"no grammar for {claimant!r}; there is one for: {', '.join(READERS)}")
    if posted.tzinfo is None:
        raise ValueError("the time of posting needs a zone, as in 2024-10-28T04:10Z")
    office = CLAIMANTS[claimant]
    language = language_of(text[:MAX_LENGTH], office.language)
    reader = READERS[claimant].get(language)
    said = posted.astimezone(zone(office.clock))
    document = own_post(claimant, office, said, read_on or date.today()) | {"language": language}
    if len(text) > MAX_LENGTH:
        readings = [refused("too long for a bulletin")]
    elif reader is None:
        readings = [refused(f"no grammar for this claimant in the language {language!r}")]
    else:
        readings = reader(text, posted, language)
    return draft(readings, claimant, office, said, document | (source or {}))
