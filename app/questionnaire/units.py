"""Units as products of powers, so that a comparison of unlike things is found when read.

A unit is written as a product and quotient of names (``TPP/mm2``); a name may be
declared to equal others (``TPP`` is ``TFLOPS*bit``).  Dimensionless is the empty product.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Powers = frozenset[tuple[str, int]]
"""A unit in lowest terms: each base name with its power; none of them is zero."""

ONE: Powers = frozenset()
_PART = re.compile(r"([*/]?)\s*([^*/\s]+)\s*")


class UnknownUnit(ValueError):
    """The text is no product or quotient of names."""


def times(left: Powers, right: Powers, power: int = 1) -> Powers:
    """``left`` times ``right`` to the power given (1 multiplies, -1 divides)."""
    total = Counter(dict(left))
    for name, exponent in right:
        total[name] += power * exponent
    return frozenset((name, exponent) for name, exponent in total.items() if exponent)


@dataclass(frozen=True, slots=True)
class Units:
    """The declared equalities; turns the text of a unit into powers of base names."""

    equal: Mapping[str, str] = field(default_factory=dict)

    def powers(self, text: str) -> Powers:
        """The powers that ``text`` stands for.

        Raises:
            UnknownUnit: the text cannot be read.
        """
        if text in ("", "%"):
            return ONE
        if "".join(match[0] for match in _PART.finditer(text)) != text:
            raise UnknownUnit(text)
        result = ONE
        for match in _PART.finditer(text):
            name, power = match[2], -1 if match[1] == "/" else 1
            part = self.powers(self.equal[name]) if name in self.equal else frozenset({(name, 1)})
            result = times(result, part, power)
        return result


def printed(powers: Powers) -> str:
    """A unit in lowest terms as a complaint prints it."""
    over = [_one(name, power) for name, power in sorted(powers) if power > 0]
    under = [_one(name, -power) for name, power in sorted(powers) if power < 0]
    return "/".join(["*".join(over) or "1", *under]) if powers else "a bare number"


def _one(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"
