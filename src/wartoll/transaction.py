"""Replace several files together: all of them, or none.

The old files are kept aside until the last new one is in place. An error puts them back
at once; after a crash the next command that opens the folder does.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_ASIDE = ".wartoll-undo"
_READY = "ready"


def replace_all(root: Path, files: dict[str, bytes]) -> None:
    """Write files below a folder; on any error every one of them is as it was.

    Parameters
    ----------
    root : Path
        The folder.
    files : dict of bytes
        New contents by path relative to it; folders are made.
    """
    recover(root)
    _keep(root, list(files))
    try:
        for relative, content in files.items():
            _replace(root / relative, content)
    except BaseException:
        recover(root)
        raise
    shutil.rmtree(root / _ASIDE)


def recover(root: Path) -> bool:
    """Undo a replacement that did not end; whether there was one."""
    aside = root / _ASIDE
    if not aside.is_dir():
        return False
    if (aside / _READY).is_file():
        for relative in (aside / _READY).read_text("utf-8").splitlines():
            _fresh(root / relative).unlink(missing_ok=True)
            old = aside / "old" / relative
            if old.is_file():
                old.replace(root / relative)
            elif old.with_name(f"{old.name}.none").is_file():
                (root / relative).unlink(missing_ok=True)
    shutil.rmtree(aside)
    return True


def _keep(root: Path, files: list[str]) -> None:
    """Copy what is on disk aside; from the mark on, a crash is undone."""
    for relative in files:
        old = root / _ASIDE / "old" / relative
        old.parent.mkdir(parents=True, exist_ok=True)
        if (root / relative).is_file():
            shutil.copy2(root / relative, old)
        else:
            old.with_name(f"{old.name}.none").touch()
    _replace(root / _ASIDE / _READY, "\n".join(files).encode("utf-8"))


def _replace(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = _fresh(file)
    try:
        with fresh.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _fresh(file: Path) -> Path:
    """Where new content stands until it is whole."""
    return file.with_name(f"{file.name}.new")
