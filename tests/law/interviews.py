"""How many questions the shipped interview asks, sample by sample, as a person goes through it.

Run it: ``python -m tests.law.interviews`` prints the counts.  A question that a sample does not
answer is answered "I don't know yet", as a person would, so that nothing is left out.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from typing import TYPE_CHECKING

from app.assessment.assessment import Assessment, assess
from app.assessment.interview import asked
from app.operations.samples import samples
from tests.shipped import shipped

if TYPE_CHECKING:
    from app.operations.samples import Sample
    from app.questionnaire.definition import Questionnaire

TODAY = dt.date(2026, 11, 25)


def gone_through(law: Questionnaire, sample: Sample) -> tuple[str, ...]:
    """The addresses that are asked of a person who answers as the sample does, in order."""
    groups = {plural: sample.answers.get(plural, ()) for plural in law.group_of_plural}
    whole = {f"{plural}.complete": True for plural in groups}
    state = assess(law, {**groups, **whole}, TODAY)
    seen: list[str] = []
    while (address := _next(state)) is not None:
        seen.append(address)
        state = state.given(address, sample.answers.get(address))
    return tuple(seen)


def _next(state: Assessment) -> str | None:
    return next((each.address for each in asked(state) if not each.given), None)


def counts(law: Questionnaire, addresses: tuple[str, ...]) -> Counter[str]:
    """How many questions of each folder stand at the addresses."""
    names = (address.rpartition(".")[2] for address in addresses)
    return Counter(law.questions[name].at.file.partition("/")[0] for name in names)


def main() -> None:
    """Print, for each sample, the questions of each folder and those of the U.S. law by name."""
    law = shipped()
    for sample in samples():
        found = gone_through(law, sample)
        each = ", ".join(f"{name} {number}" for name, number in counts(law, found).items())
        sys.stdout.write(f"{sample.id}: {len(found)} ({each})\n")
        if "-v" in sys.argv:
            ours = (at for at in found if counts(law, (at,))["us_ear"])
            unanswered = (at for at in found if at not in sample.answers)
            sys.stdout.write(f"   {' '.join(ours)}\n   NOT IN SAMPLE {' '.join(unanswered)}\n")


if __name__ == "__main__":
    main()
