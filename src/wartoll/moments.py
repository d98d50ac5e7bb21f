"""Moments: a day, or a day and time with its offset, as text; instants on demand.

A plain day means the whole day. Which clock it belongs to is not written, so it spans
from midnight on the earlier clock of the war (Moscow, UTC+3) to midnight on the later
one (Kyiv in winter, UTC+2).
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pandas as pd

KYIV = "Europe/Kyiv"
MOSCOW = "Europe/Moscow"
#: Clock of each side's offices; Russian offices use Moscow time in this package.
CLOCKS = {"UA": KYIV, "RU": MOSCOW}
#: From midnight at UTC+3 to the next midnight at UTC+2.
_DAY = pd.Timedelta(hours=25)
_TIMED = r"\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d"


def zone(name: str) -> ZoneInfo:
    """Time zone by name; Kyiv also under the name that older zone tables have."""
    try:
        return ZoneInfo(name)
    except KeyError:
        return ZoneInfo("Europe/Kiev" if name == KYIV else name)


def instants(moments: pd.Series, /) -> pd.DataFrame:
    """Earliest and latest instant of moments, in UTC.

    Parameters
    ----------
    moments : Series of str
        Cells like ``2024-10-28`` or ``2024-10-28T10:30+02:00``, or missing.

    Returns
    -------
    DataFrame
        One row per moment, same index: ``earliest`` and ``latest``, datetime64[s, UTC].
        Equal for a moment with a time; a plain day spans from 00:00 at UTC+3 to 24:00 at
        UTC+2, so that it holds the day on the clocks of both sides. Missing stays missing.

    Raises
    ------
    ValueError
        When a cell is not a moment.
    """
    codes, texts = pd.factorize(moments.astype("str"))
    plain = pd.Series(texts, dtype="str").str.len() == 10
    full = pd.Series(texts, dtype="str").where(~plain, texts + "T00:00+03:00")
    earliest = _parsed(full).astype("datetime64[s, UTC]")
    latest = earliest.where(~plain, earliest + _DAY)
    both = pd.DataFrame({"earliest": earliest, "latest": latest}).reindex(codes)
    return both.set_axis(moments.index)


def _parsed(moments: pd.Series) -> pd.Series:
    """Instants of moments with a time; the parser for ISO 8601 is fast but takes more forms."""
    exact = moments.str.fullmatch(_TIMED).fillna(True).all()
    return pd.to_datetime(moments, format="ISO8601" if exact else "%Y-%m-%dT%H:%M%z", utc=True)
