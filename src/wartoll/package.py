"""Where the data package is, and what its descriptor and schemas say.

The wheel carries the package verbatim in ``wartoll/_package``; a checkout has it at
the top of the repository. Nothing here needs more than the standard library.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DESCRIPTOR = "datapackage.json"


class UnusableInput(Exception):
    """The input cannot be worked on at all: no descriptor, no schema, no folder."""


@dataclass(frozen=True)
class DataPackage:
    """A folder with a ``datapackage.json``, its schemas and its tables.

    Attributes
    ----------
    root : Path
        The folder.
    descriptor : dict
        The parsed descriptor.
    schemas : dict
        Table Schema of every resource, by resource name, in the descriptor's order.
    """

    root: Path
    descriptor: dict[str, Any]
    schemas: dict[str, dict[str, Any]]

    @classmethod
    def open(cls, root: Path) -> DataPackage:
        """Read the descriptor and every schema.

        Raises
        ------
        UnusableInput
            When either is missing, is not JSON or lacks what every reader needs.
        """
        descriptor = _read_json(root / DESCRIPTOR)
        schemas = {}
        for resource in _resources(descriptor, root):
            schema = _read_json(_inside(root, resource["schema"]))
            if not isinstance(schema.get("fields"), list) or "primaryKey" not in schema:
                raise UnusableInput(
                    f"{resource['schema']}: no fields or no primaryKey; restore the schema"
                )
            schemas[resource["name"]] = schema
        return cls(root, descriptor, schemas)

    @property
    def version(self) -> str:
        """Version of the data and the code: the descriptor is its only place."""
        return str(self.descriptor["version"])

    @property
    def curated(self) -> tuple[str, ...]:
        """Names of the hand-edited tables."""
        return tuple(n for n in self.schemas if not self.is_derived(n))

    @property
    def derived(self) -> tuple[str, ...]:
        """Names of the generated tables."""
        return tuple(n for n in self.schemas if self.is_derived(n))

    def is_derived(self, name: str) -> bool:
        """Whether a table is generated."""
        return self.relative(name).startswith("data/derived/")

    def relative(self, name: str) -> str:
        """Path of a table inside the package, as the descriptor gives it."""
        paths = {r["name"]: str(r["path"]) for r in self.descriptor["resources"]}
        return paths[name]

    def file(self, name: str) -> Path:
        """Path of a table's CSV file."""
        return _inside(self.root, self.relative(name))


def _read_json(file: Path) -> dict[str, Any]:
    try:
        value = json.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise UnusableInput(f"{file}: not found; give a folder that holds a data package") from None
    except (OSError, ValueError, RecursionError) as error:
        raise UnusableInput(f"{file}: not readable as JSON ({error}); restore the file") from None
    if not isinstance(value, dict):
        raise UnusableInput(f"{file}: not a JSON object; restore the file")
    return value


def _resources(descriptor: dict[str, Any], root: Path) -> list[dict[str, Any]]:
    resources = descriptor.get("resources")
    wanted = ("name", "path", "schema")
    if (
        not isinstance(resources, list)
        or not resources
        or not all(
            isinstance(r, dict) and all(isinstance(r.get(k), str) for k in wanted)
            for r in resources
        )
        or not isinstance(descriptor.get("version"), str)
    ):
        raise UnusableInput(
            f"{root / DESCRIPTOR}: needs a version and resources with name, path and schema"
        )
    return resources


def _inside(root: Path, relative: str) -> Path:
    if relative.startswith("/") or ".." in Path(relative).parts:
        raise UnusableInput(f"{relative}: leads out of the data package; use a path below it")
    return root / relative


@cache
def installed() -> DataPackage:
    """Open the data package that this code came with."""
    here = Path(__file__).resolve().parent
    bundled = here / "_package"
    return DataPackage.open(bundled if bundled.is_dir() else here.parents[1])


def tables() -> tuple[str, ...]:
    """Names of all tables, curated first, then derived.

    Returns
    -------
    tuple of str
        Names that `load`, `describe`, `schema`, `pandera_schema` and `path` accept.
    """
    return tuple(installed().schemas)


def known(name: str) -> str:
    """Return the name of a table, or raise with the list of names."""
    if name not in installed().schemas:
        raise ValueError(f"no table {name!r}; tables are: {', '.join(tables())}")
    return name


def schema(name: str, /) -> dict[str, Any]:
    """Table Schema of a table, as in ``schemas/``.

    Parameters
    ----------
    name : str
        A name from `tables`.

    Returns
    -------
    dict
        A copy; changing it changes nothing else.

    Raises
    ------
    ValueError
        When no table has this name.
    """
    copy: dict[str, Any] = json.loads(json.dumps(installed().schemas[known(name)]))
    return copy


def path(name: str | None = None, /) -> Path:
    """Path of a table's CSV file, for other tools; without a name, of the descriptor.

    Parameters
    ----------
    name : str, optional
        A name from `tables`.

    Returns
    -------
    Path
        An absolute path.

    Raises
    ------
    ValueError
        When no table has this name.
    """
    if name is None:
        return installed().root / DESCRIPTOR
    return installed().file(known(name))
