"""Made screenings of a made assessment: none, one without hits, one with all kinds of hits, a long one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from app.report.screened import HitLine, ListLine, NameLine, Said, Screened, Stand

NOON = dt.datetime(2026, 7, 1, 12, 30, tzinfo=dt.UTC)
REASON = "Founded in another year and city by other people; register extract in exhibit X-01."
LIST = ListLine(
    "Consolidated Screening List", "consolidated.csv", "ab" * 32, "", "2026-06-30 08:00", 25_921
)
NAMES = (
    NameLine("Example Buyer", "", "Example Buyer", "example buyer", "France", "1 Rue", "2 hits, 1 open"),
    NameLine("深圳样品公司", "", "深圳样品公司", "shenzhen yangpin co", "China", "样品路 1 号", "No match"),
    NameLine("شركة العينة", "ultimate parent", "شركة العينة", "shrkt alynt", "", "", "No match"),
    NameLine("Образец", "", "Образец", "ooo obrazets", "", "", "Not screened"),
)  # fmt: skip
OPEN = HitLine(
    whose="Example Buyer",
    asked="Example Buyer",
    matched="EXAMPEL BUYER LLC",
    entry="Institute of Made Examples",
    list="Entity List, BIS",
    key="EL:a1",
    version="cd" * 32,
    score=0.93,
    band="strong",
    why=("example = exampel: differs by a letter or two (0.84, weight 0.80)", "another legal form"),
    country="different",
    address="not known",
    effect="A licence is required as far as the entry says.",
    stand=Stand.OPEN,
    countries=("RU", "CN"),
    addresses=("12 Made Street, Nowhere, RU",),
    requirement="For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)",
    policy="Presumption of denial",
    citation="99 FR 1",
    footnote="4, inferred from 734.9(e)(2) in the licence requirement; the file names none.",
)
FALSE = replace(
    OPEN,
    matched="BUYER, Exemple",
    entry="BUYER, Exemple",
    list="Specially Designated Nationals, OFAC",
    key="SDN:7",
    score=0.74,
    band="weak",
    stand=Stand.FALSE,
    said=Said("A. Sample", NOON, REASON, second="B. Sample"),
    programmes=("MADE-UP", "OTHER"),
    identifiers=("Passport, X1, AE",),
    requirement="",
    policy="",
    citation="",
    footnote="",
)
PERMITTED = replace(
    OPEN,
    stand=Stand.PERMITTED,
    said=Said("A. Sample", NOON, REASON, basis="BIS licence D000000"),
)
FULL = Screened(
    moment=NOON,
    who="A. Sample",
    engine="clearway 2",
    threshold=0.7,
    bands="Strong from 0.90, possible from 0.80, weak below",
    lists=(LIST, replace(LIST, title="UN list", file="un.xml", dated="2026-06-01", old="OLD: 30 days", replaced=True)),
    names=NAMES,
    hits=(OPEN, FALSE),
    unscreened=("Образец: Образец",),
    old=("UN list: dated 2026-06-01, OLD: 30 days",),
    replaced=("UN list",),
    not_held=(("Owned affiliates of listed parties", "Owners and shares are asked."),),
)  # fmt: skip
CLEAN = replace(FULL, lists=(LIST,), names=NAMES[1:3], hits=(), unscreened=(), old=(), replaced=())
NEVER = replace(CLEAN, moment=None, who="", lists=())


def long(hits: int = 500) -> Screened:
    """As many hits of as many names as a large file brings."""
    each = (OPEN, FALSE, PERMITTED)
    lines = tuple(
        replace(each[n % 3], whose=f"Party {n // 25}", asked=f"Party {n // 25} Ltd")
        for n in range(hits)
    )
    return replace(FULL, hits=lines)
