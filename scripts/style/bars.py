"""Stacked bars, with what is not told apart hatched and bracketed."""

from __future__ import annotations

from typing import Any

from style.ladder import _look
from style.look import BLUE, INK, OPEN, SIZE


def part(
    axes: Any,
    at: float,
    ends: tuple[float, float],
    look: tuple[str, str, str],
    tall: float = 0.3,
    number: bool = True,
) -> None:
    """Draw one part of a stacked bar, with its number where there is room.

    Parameters
    ----------
    axes : Axes
        From a sheet, with the limits of x set.
    at : float
        Middle of the bar, inches below the top of the axes.
    ends : tuple of float
        Where the part starts and ends; nothing is drawn between equal ones.
    look : tuple of str
        Name for the legend, then colour and hatch as matplotlib writes them.
    tall : float
        Height of the bar in inches; a thin one has smaller numbers.
    number : bool
        Whether its number stands in it.
    """
    name, fill, hatch = look
    left, wide = ends[0], ends[1] - ends[0]
    thin = tall < 0.2
    edge = {"edgecolor": INK, "linewidth": 0.5 if thin else 0.8}
    if wide:
        axes.barh(at, wide, tall, left, facecolor=fill, hatch=hatch, label=name, **edge)
    if number and wide > 0.03 * axes.get_xlim()[1] and "x" not in hatch:
        size = 6.5 if thin else SIZE
        words = {"ha": "center", "va": "center_baseline", "weight": "bold", "fontsize": size}
        box = {"facecolor": fill, "edgecolor": "none", "pad": 0.4 if thin else 1.5}
        colour = "white" if fill in (INK, BLUE) else INK
        axes.text(left + wide / 2, at, f"{wide:.0f}", color=colour, bbox=box, **words)


def keys(axes: Any) -> list[Any]:
    """Marks for the legend, each name once."""
    handles, labels = axes.get_legend_handles_labels()
    return [*dict(zip(labels, handles, strict=True)).values()]


def bracket(axes: Any, at: float, ends: tuple[float, float], name: str) -> None:
    """Name a stretch of x from below; without a name nothing is drawn.

    Parameters
    ----------
    axes : Axes
        From a sheet, with the limits of x set.
    at : float
        Inches below the top of the axes.
    ends : tuple of float
        Of the stretch.
    name : str
        Its name.
    """
    if name:
        right = bool(ends[1] > axes.get_xlim()[1] / 2)
        corners = [ends[0], ends[0], ends[1], ends[1]]
        axes.plot(corners, [at, at + 0.05, at + 0.05, at], color=INK, linewidth=0.8)
        look = {"ha": "right" if right else "left", "va": "top"}
        axes.text(ends[right], at + 0.09, name, **look)


def after(axes: Any, at: float, end: float, more: bool, share: bool) -> None:
    """Draw what follows a bar.

    Parameters
    ----------
    axes : Axes
        From a sheet.
    at : float
        Middle of the bar, inches below the top of the axes.
    end : float
        Where the bar ends.
    more : bool
        Whether there is no upper limit: draws an open arrow.
    share : bool
        Whether the bar is a whole; otherwise says that it is not.
    """
    if more:
        axes.plot(end, at, clip_on=False, **_look(*OPEN[:2]) | {"markersize": 12})
    if not share:
        note = "launched: not stated, so no share can be given"
        room = end < 0.6 * axes.get_xlim()[1]
        spot = (end, at) if room else (0, at + 0.3)
        look = {"textcoords": "offset points", "va": "center_baseline"}
        axes.annotate(note, spot, (12 * room, 0), **look)
