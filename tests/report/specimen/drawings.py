"""The pictures of the specimen. Limits and classes are invented here, as data should bring them."""

from datetime import date

from app.report.pictures import plane as planes
from app.report.pictures import route
from app.report.pictures import timeline as timelines
from app.report.pictures import world as worlds
from app.report.pictures import zones as rooms
from app.report.pictures.svg import Picture

ACROSS = planes.Axis(
    "total processing performance", 400, 60000, (500, 1000, 2000, 5000, 10000, 20000, 50000)
)
UPWARDS = planes.Axis("performance density", 0.5, 60, (0.5, 1, 2, 5, 10, 20, 50))
REGIONS = (
    planes.Region("3A090.a.1", (4800, None), (None, None), strong=True, note="4,800 or more"),
    planes.Region("3A090.a.2", (1600, 4800), (5.92, None), strong=True),
    planes.Region("3A090.b.1", (2400, 4800), (1.6, 5.92), strong=False),
    planes.Region(".b.2", (1600, 2400), (3.2, 5.92), strong=False),
)
MARKS = (planes.Mark(6000, "EU 6,000", "the EU has no density test"),)
ITEM = planes.Item("Sample board", 15832, 19.45, ("TPP 15,832", "3.30 × 4,800", "Density 19.45"))


def plane_of(*items: planes.Item) -> planes.Plane:
    return planes.Plane(ACROSS, UPWARDS, REGIONS, MARKS, items, "Not in 3A090")


def plane() -> Picture:
    unknown = planes.Item("Second board", 1936, None, ("TPP 1,936", "Density not known"))
    return planes.draw(plane_of(ITEM, unknown, planes.Item("Cluster", 900000, 40)))


def timeline() -> Picture:
    state = timelines.State
    start, end = date(2025, 1, 1), date(2027, 6, 30)

    def bar(name: str, *pieces: tuple[date, date, timelines.State]) -> timelines.Bar:
        return timelines.Bar(name, tuple(timelines.Piece(*piece) for piece in pieces))

    bars = (
        bar("A rule in force", (start, end, state.IN_FORCE)),
        bar(
            "A rule with a very long name that needs two lines of the margin",
            (start, date(2025, 5, 13), state.NOT_DUE),
            (date(2025, 5, 13), end, state.NOT_ENFORCED),
        ),
        bar(
            "Stayed, then not confirmed",
            (date(2025, 11, 10), date(2026, 11, 9), state.STAYED),
            (date(2026, 11, 10), date(2027, 3, 1), state.NOT_CONFIRMED),
            (date(2027, 3, 1), end, state.PENDING),
        ),
    )
    moments = (
        timelines.Moment(date(2025, 5, 13), "13 May 2025: announced"),
        timelines.Moment(date(2026, 5, 12), "12 May 2026: a decision"),
        timelines.Moment(date(2026, 5, 31), "31 May 2026: guidance"),
        timelines.Moment(date(2027, 4, 6), "6 April 2027: an end"),
    )
    return timelines.draw(
        timelines.Timeline(bars, moments, start, end, date(2026, 11, 24), "this memo")
    )


def path() -> Picture:
    kind, box = route.Kind, route.Box
    return route.draw(
        (
            route.Column(
                "Facts",
                (
                    box("f1", "F-07 FP8, dense", ("1,979 TFLOPS",)),
                    box("f2", "F-12 Die area", ("814 mm²",)),
                    box("f3", "F-18 Shared memory", ("not known",), kind.UNKNOWN),
                ),
            ),
            route.Column(
                "Values",
                (
                    box("v1", "C-01 TPP", ("15,832",), sources=("f1",)),
                    box("v2", "C-02 Density", ("19.45",), sources=("f1", "f2")),
                    box("v3", "C-03 APP", ("60.3 or 482.4 WT",), kind.UNKNOWN, ("f3",)),
                ),
            ),
            route.Column(
                "Classification",
                (
                    box(
                        "c1",
                        "4A090.a",
                        ("contains a controlled circuit",),
                        kind.CONCLUSION,
                        ("v1", "v2"),
                    ),
                    box("c2", "or 4A003.z.1.a", ("adds a control",), kind.UNKNOWN, ("v3",)),
                ),
            ),
            route.Column(
                "This sale", (box("r", "Licence required", (), kind.CONCLUSION, ("c1",)),)
            ),
        )
    )


def world() -> Picture:
    classes = (
        ("embargo", worlds.Class("See part 746", worlds.Fill.SOLID)),
        ("denial", worlds.Class("Licence required; first group", worlds.Fill.CROSS)),
        ("licence", worlds.Class("Licence required; second group", worlds.Fill.SINGLE)),
        ("special", worlds.Class("Licence, unless all parties are approved", worlds.Fill.LEVEL)),
        ("rest", worlds.Class("Codified, not enforced", worlds.Fill.PALE, quiet=True)),
        ("home", worlds.Class("United States", worlds.Fill.WHITE)),
    )
    members = {
        "embargo": "CU IR KP SY RU BY",
        "denial": "CN VE CD SD LY IQ MO",
        "licence": "VN SA EG PK KZ BH SG",
        "special": "AE",
        "home": "US",
        "rest": "BR CA DE FR IN AU MY ZA AR MX ID NO SE PL",
    }
    of = {code: key for key, codes in members.items() for code in codes.split()}
    names = {"SG": "Singapore", "MO": "Macau", "BH": "Bahrain", "CN": "China"}
    pins = (
        worlds.Pin("MY", "Malaysia: headquarters rule", strong=True),
        worlds.Pin("SG", "Singapore"),
        worlds.Pin("BH", "Bahrain"),
        worlds.Pin("MO", "Macau"),
    )
    return worlds.draw(worlds.World("Outcomes for the item", classes, of, names, pins))


def zones() -> Picture:
    zone = rooms.Zone
    inner = (
        zone(
            "E  Laboratory",
            ("Enter: badge, register", "Holds T-01 open, T-03", "Visitors: F3, work stops"),
        ),
        zone("S  Server room", ("Enter: badge, PIN", "Holds T-01 running")),
        zone("R  Cage", ("Enter: two persons, keys", "No visitors")),
    )
    offices = zone("W  Offices", ("Enter: staff badge. Holds T-04 on screens",), inner)
    return rooms.draw(zone("Z  Reception", ("Enter: host",), (offices,)))
