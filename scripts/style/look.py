"""Colours, sizes and the settings of the drawing library."""

from __future__ import annotations

import matplotlib
from matplotlib.font_manager import fontManager

INK, GREY, FAINT, PALE = "#1a1a1a", "#5f5f5f", "#bdbdbd", "#d9d9d9"
BLUE, SKY, ORANGE = "#0072B2", "#8cc8ee", "#D55E00"
#: Pale to dark, evenly in grey as well.
RAMP = ("#e4f0f9", "#8cc8ee", "#3d8fc6", "#0b5a91", "#07263d")
#: Inches, except the sizes of letters, which are points.
WIDTH, EDGE, LINE, GUTTER, BAR = 8.6, 0.15, 0.16, 0.25, 1.35
BODY = WIDTH - 2 * EDGE
SIZE, TITLE_SIZE = 8.0, 11.0
#: Share of a panel's width that its labels take.
LABELS = 0.43
OPEN = (">", "white", "no upper limit stated")

matplotlib.rcdefaults()
# A system may hold another release of the same font, and the files must not differ by it.
fontManager.ttflist = [
    font for font in fontManager.ttflist if font.fname.startswith(matplotlib.get_data_path())
]
matplotlib.rcParams.update(
    {
        "font.family": "DejaVu Sans",
        "font.size": SIZE,
        "text.color": INK,
        "text.parse_math": False,
        "axes.edgecolor": GREY,
        "axes.spines.left": False,
        "axes.spines.right": False,
        "axes.spines.bottom": False,
        "axes.labelcolor": INK,
        "axes.axisbelow": True,
        "grid.color": "#e6e6e6",
        "xtick.top": True,
        "xtick.labeltop": True,
        "xtick.bottom": False,
        "xtick.labelbottom": False,
        "xtick.color": GREY,
        "ytick.left": False,
        "ytick.labelleft": False,
        "hatch.linewidth": 0.7,
        "legend.frameon": False,
        "svg.fonttype": "path",
        "svg.hashsalt": "wartoll",
    }
)
