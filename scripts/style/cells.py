"""Grids of cells: a number on a shade that steps like a logarithm, and marks of what is missing."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, NamedTuple

from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Polygon

from style.look import INK, LINE, ORANGE, RAMP
from style.sheet import Sheet, _measure

#: First number of each shade.
STEPS = (1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 30000)

#: Width of a digit over the size of the letters, with some room.
DIGIT = 0.67


class Cell(NamedTuple):
    """How one cell looks.

    Attributes
    ----------
    fill, edge, ink : str or tuple of float
        Colours of the cell, its border and what stands in it, as matplotlib writes them.
    text : str
        What stands in it.
    hatch : str
        As matplotlib writes it.
    cut : bool
        Whether its lower right corner is cut off.
    dot : bool
        Whether a dot stands in it, in the upper right corner when there is text.
    thick : bool
        Whether its frame is thick.
    """

    fill: Any = "white"
    edge: str = "none"
    ink: str = INK
    text: str = ""
    hatch: str = ""
    cut: bool = False
    dot: bool = False
    thick: bool = False


class Scale:
    """Shades from pale to dark, one for each third of a power of ten.

    Parameters
    ----------
    top : int
        Largest number that is shown.
    """

    def __init__(self, top: int) -> None:
        self.steps = [step for step in STEPS if step <= max(top, 1)]
        ramp = LinearSegmentedColormap.from_list("ramp", RAMP)
        count = max(len(self.steps) - 1, 1)
        self.shades = [tuple(ramp(turn / count)[:3]) for turn in range(len(self.steps))]

    def cell(self, number: int, text: str, **look: Any) -> Cell:
        """Cell of a number above 0."""
        fill = self.shades[bisect_right(self.steps, max(number, 1)) - 1]
        light = 0.3 * fill[0] + 0.59 * fill[1] + 0.11 * fill[2]
        return Cell(fill=fill, ink="white" if light < 0.55 else INK, text=text, **look)

    def keys(self, unit: str) -> list[tuple[Cell, str]]:
        """What each shade means, for `key`; the first names the unit."""
        last = [*(step - 1 for step in self.steps[1:]), None]
        names = [f"{a}–{b}" if b else f"{a} or more" for a, b in zip(self.steps, last, strict=True)]
        names[0] += f" {unit}"
        return [(self.cell(step, ""), name) for step, name in zip(self.steps, names, strict=True)]


def board(sheet: Sheet, box: tuple[float, float, float, float]) -> Any:
    """Add axes without marks that are measured in inches, downward.

    Parameters
    ----------
    sheet : Sheet
        The page.
    box : tuple of float
        Left, top, width and height.

    Returns
    -------
    Axes
        Without anything in it.
    """
    axes = sheet.axes(box, box[2])
    axes.set(xlim=(0, box[2]))
    axes.set_axis_off()
    return axes


def fill(axes: Any, box: tuple[float, float, float, float], cell: Cell, size: float) -> None:
    """Draw one cell.

    Parameters
    ----------
    axes : Axes
        From `board`.
    box : tuple of float
        Left, top, width and height of the cell.
    cell : Cell
        Its look.
    size : float
        Of its letters, in points; smaller where the text would not fit.
    """
    left, top, width, height = box
    right, below, notch = left + width, top + height, 0.42 * height
    corners = [(left, top), (right, top), (right, below)]
    if cell.cut:
        corners[2:] = [(right, below - notch), (right - notch, below)]
    look: dict[str, Any] = {"facecolor": cell.fill, "edgecolor": cell.edge, "hatch": cell.hatch}
    look |= {"edgecolor": ORANGE, "zorder": 1.5} if cell.thick else {}
    line = 1.4 if cell.thick else 0.5
    axes.add_patch(Polygon([*corners, (left, below)], linewidth=line, clip_on=False, **look))
    spot = (left + width / 2, top + height / 2)
    if cell.text:
        lines = cell.text.split("\n")
        wide = 72 * width / (DIGIT * max(map(len, lines)))
        size = min(size, wide, 72 * height / (1.2 * len(lines)))
        at: dict[str, Any] = {"ha": "center"}
        at |= {"va": "center_baseline" if len(lines) == 1 else "center"}
        at |= {"linespacing": 0.95} if len(lines) > 1 else {}
        axes.text(*spot, cell.text, color=cell.ink, fontsize=size, **at)
        spot = (right - 0.025, top + 0.025)
    if cell.dot:
        axes.plot(
            *spot,
            marker=".",
            color=cell.ink,
            markersize=2 if cell.text else 3.5,
            markeredgewidth=0,
            clip_on=False,
        )


def tall(keys: list[tuple[Cell, str]], columns: int) -> float:
    """Height in inches of what `key` draws."""
    return -(-len(keys) // columns) * LINE


def key(sheet: Sheet, at: tuple[float, float], keys: list[tuple[Cell, str]], columns: int) -> None:
    """Explain cells, column by column.

    Parameters
    ----------
    sheet : Sheet
        The page.
    at : tuple of float
        Left and top.
    keys : list of tuple
        Cells and their meaning.
    columns : int
        How many.
    """
    left, top = at
    rows = round(tall(keys, columns) / LINE)
    for start in range(0, len(keys), rows):
        part = keys[start : start + rows]
        wide = max(_measure(name) for _, name in part) + 0.5
        axes = board(sheet, (left, top, wide, rows * LINE))
        for turn, (cell, name) in enumerate(part):
            fill(axes, (0.01, turn * LINE + 0.015, 0.2, LINE - 0.03), cell, 5.5)
            axes.text(0.27, (turn + 0.5) * LINE, name, va="center_baseline")
        left += wide
