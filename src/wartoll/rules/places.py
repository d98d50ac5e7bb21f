"""Places: one tree of recognised borders, and who may speak about which branch."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wartoll.gazetteer import ancestors
from wartoll.rules.registry import Hit, Tables, claim_hits, hits, rule

_PARENTS = {
    "country": {"theatre"},
    "region": {"country"},
    "district": {"region"},
    "settlement": {"region", "district"},
    "city_district": {"settlement", "region"},
    "water": {"theatre"},
    "macro": {"country"},
    "group": {"theatre", "country", "region", "district"},
}
_CITY_REGIONS = ("UA-30", "UA-40", "RU-MOW", "RU-SPE")
#: ISO 3166-2 codes of first-level regions, without their country.
_ISO_UA = "05 07 09 12 14 18 21 23 26 30 32 35 40 43 46 48 51 53 56 59 61 63 65 68 71 74 77"
_ISO_RU = (
    "AD AL ALT AMU ARK AST BA BEL BRY BU CE CHE CHU CU DA IN IRK IVA KAM KB KC KDA KEM "
    "KGD KGN KHA KHM KIR KK KL KLU KO KOS KR KRS KYA LEN LIP MAG ME MO MOS MOW MUR NEN "
    "NGR NIZ NVS OMS ORE ORL PER PNZ PRI PSK ROS RYA SA SAK SAM SAR SE SMO SPE STA SVE TA "
    "TAM TOM TUL TVE TY TYU UD ULY VGG VLA VLG VOR YAN YAR YEV ZAB"
)
_ISO_BY = "BR HM HO HR MA MI VI"
_ISO = {"UA": set(_ISO_UA.split()), "RU": set(_ISO_RU.split()), "BY": set(_ISO_BY.split())}
_LOCATED = ("region", "settlement")


@rule(
    "place-tree",
    "error",
    "Kinds descend from theatre to city district; only the theatre has no parent.",
    "correct kind or parent_id",
)
def place_tree(tables: Tables) -> Iterator[Hit]:
    """Each place against its parent's kind."""
    frame = tables["places"].dropna(subset=["kind"])
    orphan = frame[frame["parent_id"].isna() != (frame["kind"] == "theatre")]
    yield from hits("places", orphan, "parent_id", "a {kind} place with parent {parent_id}")
    above = frame["parent_id"].map(tables.column("places", "place_id", "kind"))
    rows = frame.assign(above=above.astype(object)).dropna(subset=["above"])
    rows = rows[rows["above"] != "city_district"]
    wrong = [a not in _PARENTS.get(k, ()) for k, a in zip(rows["kind"], rows["above"], strict=True)]
    yield from hits("places", rows[wrong], "parent_id", "a {kind} cannot lie in a {above}")
    inside = frame[
        frame["kind"].isin(("settlement",))
        & frame["place_id"].str.startswith(tuple(f"{r}." for r in _CITY_REGIONS))
    ]
    yield from hits(
        "places",
        inside,
        "place_id",
        "{place_id} lies in a city that is a region; use the region, or a city_district",
    )


@rule(
    "region-code",
    "error",
    "A place's code begins with its parent's: countries by ISO 3166-1, regions by ISO 3166-2 of "
    "their country (Crimea and Sevastopol under UA, UN resolution 68/262).",
    "correct place_id, kind or parent_id",
)
def region_code(tables: Tables) -> Iterator[Hit]:
    """Form of the id by kind, and its agreement with the parent's."""
    frame = tables["places"].dropna(subset=["place_id", "kind"])
    forms = {
        "theatre": r"theatre",
        "country": r"[A-Z]{2}",
        "region": r"[A-Z]{2}-[A-Z0-9]{2,3}",
        "water": r"sea\.[a-z]+",
        "macro": r"[A-Z]{2}\.[a-z]+",
        "group": r"group\..+",
    }
    for kind, part in frame.groupby("kind", observed=True):
        form = forms.get(str(kind), r"[A-Z]{2}-[A-Z0-9]{2,3}(?:\.[a-z0-9-]+)+")
        yield from hits(
            "places",
            part[~part["place_id"].str.fullmatch(form)],
            "place_id",
            "{place_id} is not the code of a {kind}",
        )
    regions = frame[frame["kind"] == "region"]
    known = [p[3:] in _ISO.get(p[:2], ()) for p in regions["place_id"]]
    odd = regions[~pd.array(known, dtype=bool)]
    yield from hits("places", odd, "place_id", "ISO 3166-2 has no {place_id}")
    coded = frame[
        frame["kind"].isin(("region", "macro", "district", "settlement", "city_district"))
    ].dropna(subset=["parent_id"])
    root = (
        coded["place_id"]
        .str.replace(r"[.-][^.]*$", "", regex=True)
        .where(
            coded["kind"].isin(("region", "macro")), coded["place_id"].str.extract(r"^([^.]*)")[0]
        )
    )
    apart = [
        not (p == r or p.startswith(r + ".")) for p, r in zip(coded["parent_id"], root, strict=True)
    ]
    yield from hits(
        "places", coded[apart], "parent_id", "{place_id} does not belong under {parent_id}"
    )


@rule(
    "group-members",
    "error",
    "A group has two members or more, none inside another.",
    "correct place_groups",
)
def group_members(tables: Tables) -> Iterator[Hit]:
    """Members per group, and whether one contains another."""
    members = tables["place_groups"].dropna()
    size = members.groupby("group_id")["place_id"].nunique()
    frame = tables["places"]
    small = frame[(frame["kind"] == "group") & (frame["place_id"].map(size).fillna(0) < 2)]
    yield from hits("places", small, "place_id", "{place_id} has fewer than two members")
    kinds = members["group_id"].map(tables.column("places", "place_id", "kind")).astype(object)
    other = members[kinds.notna() & (kinds != "group")]
    yield from hits("place_groups", other, "group_id", "{group_id} is not a group")
    up = ancestors(frame)
    siblings = members.groupby("group_id")["place_id"].agg(set)
    inner = [
        bool(up.get(p, frozenset()) & siblings[g])
        for g, p in zip(members["group_id"], members["place_id"], strict=True)
    ]
    yield from hits(
        "place_groups", members[inner], "place_id", "{place_id} lies inside another member"
    )


@rule(
    "coordinates",
    "error",
    "Only regions and settlements have coordinates, both or none, with at most two decimals, "
    "inside the theatre.",
    "correct or clear the coordinates",
)
def coordinates(tables: Tables) -> Iterator[Hit]:
    """Kind, pair and precision."""
    frame = tables["places"]
    filled = frame[["latitude", "longitude"]].notna()
    odd = frame[filled.any(axis=1) & (~filled.all(axis=1) | ~frame["kind"].isin(_LOCATED))]
    yield from hits("places", odd, "latitude", "coordinates of a {kind}, or only one of the two")
    for column, low, high in (("latitude", 40, 82), ("longitude", 19, 192)):
        value = frame[column].astype("float64")
        if column == "longitude":
            value = value.where(value > -168, value + 360)
        fine = frame[(value - value.round(2)).abs() > 1e-9]
        yield from hits("places", fine, column, f"{{{column}}} has more than two decimals")
        yield from hits(
            "places",
            frame[~value.between(low, high) & value.notna()],
            column,
            f"{{{column}}} lies outside Ukraine, Russia and Belarus",
        )


@rule(
    "kyiv-ambiguous",
    "warning",
    "Kyiv in a list of regions is Kyiv region (UA-32); the city (UA-30) is meant rarely.",
    "read the source again; a note that says the city is meant settles this",
)
def kyiv_ambiguous(tables: Tables) -> Iterator[Hit]:
    """Kyiv city as a part along the place axis."""
    frame = tables["drone_claims"]
    rows = frame[
        (frame["place_id"] == "UA-30") & (frame["part_axis"] == "place") & frame["note"].isna()
    ]
    yield from hits("drone_claims", rows, "place_id", "the city of Kyiv in a list of regions")


@rule(
    "jurisdiction",
    "warning",
    "A local office speaks about its own jurisdiction.",
    "check the claimant and the place; a note settles this",
)
def jurisdiction(tables: Tables) -> Iterator[Hit]:
    """Claims of local offices about places outside theirs."""
    claimant = tables.column("statements", "statement_id", "claimant_id")
    home = tables.column("actors", "actor_id", "place_id")
    local = claimant.index[claimant.map(home).notna()]
    claims = tables.claims
    claims = claims[claims["statement_id"].isin(local) & claims["note"].isna()]
    claims = claims.assign(home=claims["statement_id"].map(claimant).map(home)).dropna(
        subset=["home", "place_id"]
    )
    up = ancestors(tables["places"])
    groups = tables["place_groups"].dropna().groupby("group_id")["place_id"].agg(list).to_dict()
    kinds = tables.column("places", "place_id", "kind")
    claims = claims[claims["home"].map(kinds) != "macro"]
    pairs = claims[["place_id", "home"]].drop_duplicates()
    outside = {
        (place, at)
        for place, at in pairs.itertuples(index=False)
        if not all(
            member == at or at in up.get(member, ()) for member in groups.get(place, [place])
        )
    }
    away = [pair in outside for pair in zip(claims["place_id"], claims["home"], strict=True)]
    yield from claim_hits(
        claims[pd.array(away, dtype=bool)], "place_id", "{place_id} is not in {home}"
    )
