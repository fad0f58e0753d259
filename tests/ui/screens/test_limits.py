"""What the law leaves out, as the list of editions words it."""

from __future__ import annotations

from app.questionnaire.extent import MODELLED
from app.ui.views.editions import limits
from tests.shipped import shipped


def test_every_gap_of_the_shipped_law_is_shown_with_its_words() -> None:
    law = shipped()
    gaps = [each for each in law.extents.values() if each.state != MODELLED]
    shown = limits(law)
    assert sorted(shown) == sorted((each.title, each.says) for each in gaps)
    assert len(shown) > 1
