"""How to cite the package, in the words of its own descriptor."""

from __future__ import annotations

from typing import Literal

from wartoll.package import installed

Format = Literal["text", "bibtex", "apa"]


def cite(*, format: Format = "text") -> str:
    """Say how to cite this version of the data.

    Parameters
    ----------
    format : {'text', 'bibtex', 'apa'}
        A line for a caption, a BibTeX entry, or APA style.

    Returns
    -------
    str
        The citation, with the version that is installed.

    Raises
    ------
    ValueError
        When the format is none of these.
    """
    package = installed()
    title, version = package.descriptor["title"], package.version
    year = package.descriptor["created"][:4]
    authors = package.descriptor["contributors"][0]["title"]
    forms = {
        "text": f"{authors}: {title}, version {version} ({year}), CC BY 4.0",
        "apa": f"{authors}. ({year}). {title} (Version {version}) [Data set]. CC BY 4.0.",
        "bibtex": (
            f"@misc{{wartoll_{version.replace('.', '_')},\n"
            f"  author  = {{{{{authors}}}}},\n"
            f"  title   = {{{{{title}}}}},\n"
            f"  year    = {{{year}}},\n"
            f"  version = {{{version}}},\n"
            "  note    = {Data set, CC BY 4.0}\n}"
        ),
    }
    if format not in forms:
        raise ValueError(f"no format {format!r}; formats are: {', '.join(forms)}")
    return forms[format]
