"""Read official bulletins: from a text to rows of the tables, or a refusal with its reason.

So far the Russian Ministry of Defence's air-defence bulletins, in Russian. The words a
reader knows stand in tables under ``grammar/`` and need no Python to extend.
"""

from __future__ import annotations

from datetime import date, datetime

from wartoll.bulletins.draft import Draft, draft
from wartoll.bulletins.ru_mod import read as _read_ru_mod

READERS = {"ru-mod": _read_ru_mod}

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
    return draft(READERS[claimant](text, posted), claimant, posted, source, read_on or date.today())
