"""Short ways to read a bulletin in a test and to say what was read."""

from __future__ import annotations

from datetime import UTC, datetime

from wartoll.bulletins import Draft, read

#: A morning on which the invented Air Force bulletins are posted.
MORNING = datetime(2026, 7, 14, 6, 30, tzinfo=UTC)


def air_force(text: str, posted: datetime = MORNING) -> Draft:
    return read(text, claimant="ua-air-force", posted=posted)


def ministry(text: str, posted: datetime = MORNING) -> Draft:
    return read(text, claimant="ru-mod", posted=posted)


def told(draft: Draft) -> str:
    """Figures as `outcome[ locations][@place] number`, in order, joined by `; `.

    A total has no place; a qualifier stands before its number.
    """
    return "; ".join(_told(claim) for claim in draft.claims)


def _told(claim: dict[str, str]) -> str:
    unit = "" if claim["unit"] == "drones" else f" {claim['unit']}"
    total = claim["place_id"] in ("UA", "theatre") and claim["outcome"] != "left_airspace"
    place = "" if total else f"@{claim['place_id']}"
    qualifier = "" if claim["qualifier"] == "exact" else claim["qualifier"]
    number = " ".join(part for part in (qualifier, claim["value"]) if part)
    return f"{claim['outcome']}{unit}{place} {number}"


def window(draft: Draft) -> tuple[str, str, str, str]:
    """Start, end, basis and cut-off of the only statement."""
    (said,) = draft.statements
    return said["window_start"], said["window_end"], said["window_basis"], said["as_of"]
