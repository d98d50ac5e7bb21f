"""The rules of the check, one module per theme."""

from wartoll.rules import cells, derived, harm, keys, numbers, places, provenance, sums, time
from wartoll.rules.registry import RULES

__all__ = [
    "RULES",
    "cells",
    "derived",
    "harm",
    "keys",
    "numbers",
    "places",
    "provenance",
    "sums",
    "time",
]
