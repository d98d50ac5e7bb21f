"""Intervals one under another, with open ends as arrows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.lines import Line2D

from style.look import BLUE, BODY, GUTTER, INK, LABELS, LINE, OPEN
from style.sheet import Sheet, _measure, paragraphs


class Interval(NamedTuple):
    """One figure on an axis.

    Attributes
    ----------
    low, high : int or NA
        Bounds; a missing high is open, a missing low is no figure.
    text : str
        What stands beside the mark.
    marker, colour : str
        As matplotlib writes them.
    best : int or NA
        A figure inside the bounds that a dot marks.
    """

    low: Any
    high: Any
    text: str
    marker: str
    colour: str
    best: Any = pd.NA


class Rung(NamedTuple):
    """One row of a ladder: the paragraphs of its label, and a figure for each column."""

    label: list[str]
    cells: list[Interval]
    bold: bool = True


class Panel(NamedTuple):
    """A ladder with the paragraphs above it and the names of its columns."""

    head: list[str]
    rungs: list[Rung]
    columns: tuple[str, ...] = ("drones",)


def ladders(
    title: str, panels: list[Panel], marks: Iterable[tuple[str, str, str]], foot: Iterable[str]
) -> tuple[Any, str]:
    """Draw panels side by side, each with a heading and a row for each figure.

    Parameters
    ----------
    title : str
        The finding.
    panels : list of Panel
        What is drawn, left to right.
    marks : iterable of tuple of str
        Marker, colour and meaning; those that do not occur are left out.
    foot : iterable of str
        Paragraphs below the panels.

    Returns
    -------
    tuple of Figure and str
        The drawing, and all of it in words.
    """
    width = (BODY + GUTTER) / len(panels) - GUTTER
    heads = [paragraphs(panel.head, width) for panel in panels]
    top = max(map(len, heads)) * LINE + 0.45
    tall = [_tops(panel, width)[-1] for panel in panels]
    key = [_key(*mark) for mark in [*marks, OPEN] if mark[0] in _used(panels)]
    body = top + max(*tall, min(tall) + 0.2 + 0.18 * len(key))
    sheet = Sheet(title, body, foot)
    end = max(_end(c, width / len(p.columns)) for p in panels for r in p.rungs for c in r.cells)
    for turn, panel in enumerate(panels):
        sheet.write(turn * (width + GUTTER), 0, heads[turn])
        _ladder(sheet, panel, (turn * (width + GUTTER), top, width), end)
    sheet.legend(key, tall.index(min(tall)) * (width + GUTTER))
    return sheet.figure, " ".join(map(_aloud, panels))


def _ladder(sheet: Sheet, panel: Panel, box: tuple[float, float, float], end: float) -> None:
    left, top, width = box
    tops = _tops(panel, width)
    beside = LABELS * width
    each = (width - beside) / len(panel.columns)
    for turn, name in enumerate(panel.columns):
        start = left + beside + turn * each
        axes = sheet.axes((start, top, each - 0.15, tops[-1]), end, name)
        axes.grid(axis="x")
        for rung, start, stop in zip(panel.rungs, tops, tops[1:], strict=False):
            _interval(axes, (start + stop) / 2, rung.cells[turn])
    for rung, start in zip(panel.rungs, tops, strict=False):
        sheet.write(left, top + start + 0.07, _label(rung, width))


def _label(rung: Rung, width: float) -> list[tuple[str, str]]:
    return paragraphs(rung.label, LABELS * width - 0.1, bold=rung.bold)


def _tops(panel: Panel, width: float) -> list[float]:
    heights = (len(_label(rung, width)) * LINE + 0.1 for rung in panel.rungs)
    return [0.0, *accumulate(heights)]


def _end(cell: Interval, width: float) -> float:
    """Where x has to end so that the text beside the mark has room."""
    room = min((_measure(cell.text) + 0.4) / (width * (1 - LABELS)), 0.8)
    ends = (cell.low, cell.high, cell.best)
    return max([1, *(int(x) for x in ends if pd.notna(x))]) / (1 - room)


def _used(panels: list[Panel]) -> set[str]:
    cells = [c for panel in panels for rung in panel.rungs for c in rung.cells]
    used = {c.marker for c in cells if pd.notna(c.low)}
    used |= {"o" for c in cells if pd.notna(c.best)}
    return used | {">" for c in cells if pd.notna(c.low) and pd.isna(c.high)}


def _aloud(panel: Panel) -> str:
    columns = [f"{name} " for name in panel.columns]
    rows = [
        f"{'. '.join(r.label)}: "
        + ", ".join(f"{n}{c.text}" for n, c in zip(columns, r.cells, strict=True))
        for r in panel.rungs
    ]
    return " ".join(f"{text.rstrip('.')}." for text in [*panel.head, *rows])


def _look(marker: str, colour: str) -> dict[str, Any]:
    hollow = marker in ("D", ">")
    return {
        "marker": marker,
        "color": colour,
        "markerfacecolor": "white" if hollow else colour,
        "markeredgecolor": INK if marker == ">" else colour,
        "markersize": 9 if marker in ("|", "x") else 6,
        "linestyle": ":" if marker == "D" else "-",
        "linewidth": 3 if marker == "s" else 1.5,
    }


def _interval(axes: Any, at: float, cell: Interval) -> None:
    end = 0.0
    if pd.notna(cell.low):
        least = max(c for c in (cell.low, cell.best) if pd.notna(c))
        end = float(least + 0.1 * axes.get_xlim()[1] if pd.isna(cell.high) else cell.high)
        bounded = [0, 1] if pd.notna(cell.high) else [0]
        look = _look(cell.marker, cell.colour)
        axes.plot([int(cell.low), end], [at, at], markevery=bounded, clip_on=False, **look)
        if pd.isna(cell.high):
            axes.plot(end, at, clip_on=False, **_look(*OPEN[:2]))
    if pd.notna(cell.best):
        axes.plot(int(cell.best), at, clip_on=False, **_look("o", BLUE))
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    look = {"textcoords": "offset points", "va": "center_baseline", "bbox": box}
    axes.annotate(cell.text, (end, at), (8, 0), annotation_clip=False, **look)


def _key(marker: str, colour: str, label: str) -> Any:
    look = _look(marker, colour)
    return Line2D(
        [], [], label=label, **(look | {"linestyle": ""} if marker in ("o", ">", "x") else look)
    )
