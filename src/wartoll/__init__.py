"""Drone and casualty claims in the Russia-Ukraine war, with the source of every figure.

Everything below is loaded on first use, so that ``import wartoll`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wartoll import bounds as bounds
    from wartoll.check import check as check
    from wartoll.citation import cite as cite
    from wartoll.loading import describe as describe
    from wartoll.loading import instants as instants
    from wartoll.loading import load as load
    from wartoll.loading import sources_of as sources_of
    from wartoll.package import path as path
    from wartoll.package import schema as schema
    from wartoll.package import tables as tables
    from wartoll.tableschema import pandera_schema as pandera_schema

    __version__: str

_HOME = {
    "cite": "citation",
    "check": "check",
    "describe": "loading",
    "instants": "loading",
    "load": "loading",
    "pandera_schema": "tableschema",
    "path": "package",
    "schema": "package",
    "sources_of": "loading",
    "tables": "package",
}

__all__ = ["__version__", "bounds", *sorted(_HOME)]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from wartoll.package import installed

        return installed().version
    if name == "bounds":
        return import_module("wartoll.bounds")
    if name in _HOME:
        value = getattr(import_module(f"wartoll.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'wartoll' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
