"""How well names are found: recall by kind of variation, and alerts on ordinary names.

Run as ``python -m tests.screening.quality LIST.csv [SAMPLE]``; the figures stand in
docs/screening.md. Everything is drawn with fixed seeds.
"""

from __future__ import annotations

import random
import string
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from app.screening.folding import fold
from app.screening.forms import STOP_WORDS
from app.screening.index import Index, build
from app.screening.reading import read_list
from app.screening.search import search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.screening.listed import Listed

    Change = Callable[[random.Random, str], str]

THRESHOLDS = (0.6, 0.65, 0.68, 0.7, 0.72, 0.75, 0.8, 0.85, 0.9)
_EXTRA = ("Group", "International", "Trading", "Holding", "Branch", "Moscow", "Shenzhen", "Beijing")
_FORMS = ("Ltd", "LLC", "GmbH", "Co., Ltd.", "Inc.", "S.A.")
_ACCENTS = str.maketrans("aeioucnsz", "áéíöüçñšž")
_LONG, _LEAST_LONG, _LEAST_ACRONYM, _MANY = 6, 2, 3, 10


def _letters(name: str) -> list[int]:
    return [place for place, letter in enumerate(name) if letter.isalnum()]


def _dropped(chance: random.Random, name: str) -> str:
    at = chance.choice(_letters(name))
    return name[:at] + name[at + 1 :]


def _added(chance: random.Random, name: str) -> str:
    at = chance.randrange(len(name) + 1)
    return name[:at] + chance.choice(string.ascii_lowercase) + name[at:]


def _replaced(chance: random.Random, name: str) -> str:
    at = chance.choice(_letters(name))
    others = [each for each in string.ascii_lowercase if each != name[at].lower()]
    return name[:at] + chance.choice(others) + name[at + 1 :]


def _swapped(chance: random.Random, name: str) -> str:
    places = [at for at in _letters(name) if at + 1 < len(name) and name[at + 1].isalnum()]
    if not places:
        return name
    at = chance.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _two_letters(chance: random.Random, name: str) -> str:
    return _replaced(chance, _dropped(chance, name))


def _two_letters_of_many(chance: random.Random, name: str) -> str:
    """The same for names that have letters enough to be known without two of them."""
    return _two_letters(chance, name) if len("".join(fold(name).core)) >= _MANY else name


def _reordered(chance: random.Random, name: str) -> str:
    words = name.replace(",", "").split()
    chance.shuffle(words)
    return " ".join(words)


def _joined(chance: random.Random, name: str) -> str:
    words = name.split()
    if len(words) == 1:
        return name
    at = chance.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def _split(chance: random.Random, name: str) -> str:
    words = name.split()
    places = [place for place, word in enumerate(words) if len(word) >= _LONG]
    if not places:
        return name
    at = chance.choice(places)
    cut = chance.randrange(_LEAST_LONG, len(words[at]) - _LEAST_LONG)
    return " ".join([*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]])


def _with_initial(chance: random.Random, name: str) -> str:
    words = name.replace(",", "").split()
    if len(words) == 1:
        return name
    at = chance.randrange(len(words))
    words[at] = f"{words[at][0]}."
    return " ".join(words)


def _other_form(chance: random.Random, name: str) -> str:
    """Without its legal forms, or with another instead."""
    folded = fold(name)
    if len(folded.core) == len(folded.words):
        return name
    return " ".join([*folded.core, *chance.choice((("",), *map(str.split, _FORMS)))])


# ruff: noqa: RUF001 (letters of other scripts are meant)
# Each sound as a person who writes the other script would put it down.
_TO_CYRILLIC = """
shch щ sch щ kh х zh ж ts ц ch ч sh ш yu ю ya я yo ё ye е ph ф th т x кс ck к ce се ci си cy си
oo у ee и j дж a а b б v в g г d д e е z з i и k к l л m м n н o о p п r р s с t т u у f ф h х
y й c к w в q к
"""
_TO_GREEK = """
th θ ph φ ch τσ kh χ sh σ ps ψ x ξ ou ου oo ου ee ι ck κ ce σε ci σι j τζ a α b μπ v β g γκ d ντ
e ε z ζ i ι k κ l λ m μ n ν o ο p π r ρ s σ t τ u ου f φ h χ y ι c κ w β q κ
"""


def _written_in(sounds: str) -> Change:
    """A change into another script."""
    words = sounds.split()
    table = tuple(zip(words[::2], words[1::2], strict=True))

    def written(_: random.Random, name: str) -> str:
        text = name.lower()
        last, comma, _rest = name.partition(", ")
        if not (comma and last.isupper() and text.isascii()) or " co" in text:
            return name  # firms are translated rather than written in another script
        for latin, other in table:
            text = text.replace(latin, other)
        return text

    return written


_NEIGHBOURS = (
    *(("ph", "f"), ("f", "ph"), ("k", "c"), ("c", "k"), ("kh", "h"), ("sh", "sch"), ("zh", "j")),
    *(("w", "v"), ("v", "w"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("i", "y")),
    *(("ks", "x"), ("x", "ks"), ("q", "k"), ("z", "s"), ("ai", "ay"), ("ei", "ey"), ("o", "u")),
)


def _heard(chance: random.Random, name: str) -> str:
    """Two sounds of the name written otherwise."""
    text = name.lower()
    fitting = [each for each in _NEIGHBOURS if each[0] in text]
    for sound, other in chance.sample(fitting, min(2, len(fitting))):
        text = text.replace(sound, other, 1)
    return text if fitting else name


def _acronym(_: random.Random, name: str) -> str:
    """The initials, of names long enough to be called so."""
    core = [word for word in fold(name).core if word not in STOP_WORDS]
    if len(core) < _LEAST_ACRONYM or "," in name or not all(word[0].isalpha() for word in core):
        return name
    return "".join(word[0] for word in core).upper()


_NUMERALS = {"1": "I", "2": "II", "3": "Three", "4": "IV", "5": "Five", "6": "VI", "7": "Seven"}


def _numeral(_: random.Random, name: str) -> str:
    return " ".join(_NUMERALS.get(word, word) for word in name.split())


CHANGES: dict[str, Change] = {
    "as listed": lambda _, name: name,
    "case": lambda _, name: name.swapcase(),
    "accents": lambda _, name: name.lower().translate(_ACCENTS),
    "order": _reordered,
    "legal form": lambda chance, name: f"{name} {chance.choice(_FORMS)}",
    "legal form dropped or another": _other_form,
    "letter dropped": _dropped,
    "letter added": _added,
    "letter replaced": _replaced,
    "letters swapped": _swapped,
    "two letters wrong": _two_letters,
    "two letters wrong of ten or more": _two_letters_of_many,
    "words joined": _joined,
    "word split": _split,
    "extra word": lambda chance, name: f"{name} {chance.choice(_EXTRA)}",
    "initial": _with_initial,
    "acronym": _acronym,
    "numeral": _numeral,
    "written by ear": _heard,
    "person in Cyrillic": _written_in(_TO_CYRILLIC),
    "person in Greek": _written_in(_TO_GREEK),
}
ONE_LETTER = ("letter dropped", "letter added", "letter replaced", "letters swapped")

_FIRST = """
James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Susan Joseph Jessica
Thomas Sarah Emma Olivia Noah Liam Hannah Felix Lukas Anna Sophie Pierre Camille Luca Giulia Marco
Elena Carlos Lucia Javier Carmen Ines Joao Lars Ingrid Sven Astrid Kenji Yuki Hiroshi Aiko Wei Min
Jun Priya Arjun Ananya Rahul Aisha Olga Natalia Piotr Agnieszka Tomasz Zsofia Andrei Ioana Nikos
"""
_LAST = """
Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Wilson Anderson Taylor
Moore Jackson Martin Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott
Hill Green Adams Baker Nelson Carter Mitchell Turner Phillips Campbell Parker Evans Edwards Collins
Mueller Schmidt Schneider Fischer Weber Meyer Wagner Becker Dubois Moreau Laurent Rossi Bianchi
Ricci Silva Santos Pereira Tanaka Suzuki Sato Watanabe Kumar Patel Sharma Petrova Novak Kowalski
Nagy Popescu Andersson Nilsson Hansen Larsen Park
"""
_FANCY = """
Blue Green Red Silver Golden North South East West Bright Clear Summit River Mountain Valley Ocean
Forest Cedar Maple Oak Pine Harbor Bridge Stone Iron Copper Crystal Lumen Vertex Apex Nova Quantum
Pioneer Heritage Liberty Northern Pacific Atlantic Alpine Prairie Sunrise Evergreen Falcon Eagle
Lion Orchid Keystone Granite Cascade Meridian
"""
_TRADE = """
Robotics Analytics Software Consulting Logistics Foods Bakery Plumbing Architects Dental Pharma
Biotech Optics Instruments Electronics Machining Textiles Furniture Printing Media Design Energy
Solar Motors Marine Farms Gardens Insurance Capital Partners Legal Systems Networks Semiconductors
Sensors Labs Technologies Industries Manufacturing Engineering Construction Trading Imports Travel
"""


def ordinary_names(count: int, seed: int = 11) -> list[str]:
    """Names of people and firms as they stand in any customer file."""
    chance = random.Random(seed)
    people = [
        f"{chance.choice(_FIRST.split())} {chance.choice(_LAST.split())}" for _ in range(count // 2)
    ]
    firms = [
        f"{chance.choice(chance.choice((_FANCY, _LAST)).split())} {chance.choice(_TRADE.split())} {chance.choice(_FORMS)}"
        for _ in range(count - len(people))
    ]
    return list(dict.fromkeys((*people, *firms)))


def recall(
    index: Index, parties: tuple[Listed, ...], sample: int, seed: int = 7
) -> dict[str, list[float]]:
    """For each kind of change, the score that the right party got, 0 where it was not found."""
    chance = random.Random(seed)
    drawn = chance.sample(range(len(parties)), min(sample, len(parties)))
    found: dict[str, list[float]] = {}
    for kind, change in CHANGES.items():
        names = [(change(chance, parties[at].name), at) for at in drawn]
        if kind in SOME:
            names = list(_changed(kind, parties, chance, sample))
        found[kind] = [_score(index, name, at) for name, at in names]
    return found


SOME = (
    "two letters wrong of ten or more",
    "legal form dropped or another",
    "acronym",
    "numeral",
    "person in Cyrillic",
    "person in Greek",
)
"""Changes that few names lend themselves to; only such names are drawn for them."""


def _changed(
    kind: str, parties: tuple[Listed, ...], chance: random.Random, sample: int
) -> Iterable[tuple[str, int]]:
    order = chance.sample(range(len(parties)), len(parties))
    changed = ((CHANGES[kind](chance, parties[at].name), at) for at in order)
    return islice((each for each in changed if each[0] != parties[each[1]].name), sample)


def _score(index: Index, name: str, party: int) -> float:
    found = search(index, name, THRESHOLDS[0])
    return next((each.score.value for each in found if each.party == party), 0.0)


def alerts(index: Index, names: Iterable[str]) -> list[float]:
    """The highest score that each name got."""
    found = (search(index, name, THRESHOLDS[0]) for name in names)
    return [each[0].score.value if each else 0.0 for each in found]


def index_of(parties: tuple[Listed, ...]) -> Index:
    """An index of all names of parties."""
    return build([(at, name) for at, party in enumerate(parties) for name in party.names])


def shares(scores: list[float]) -> list[float]:
    """Which share reached each threshold, in per cent."""
    return [100 * sum(score >= each for score in scores) / len(scores) for each in THRESHOLDS]


def main(path: str, sample: str = "1000") -> None:
    """Print the table."""
    parties = read_list(Path(path)).parties
    index = index_of(parties)
    found = recall(index, parties, int(sample))
    found["one letter, all four"] = [score for kind in ONE_LETTER for score in found[kind]]
    found["alerts on ordinary names"] = alerts(index, ordinary_names(4 * int(sample)))
    lines = [
        f"| {kind} | " + " | ".join(f"{s:.1f}" for s in shares(found[kind])) + " |"
        for kind in found
    ]
    head = "| % at threshold | " + " | ".join(f"{each:.2f}" for each in THRESHOLDS) + " |"
    sys.stdout.write("\n".join((head, "|---" * (len(THRESHOLDS) + 1) + "|", *lines)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
