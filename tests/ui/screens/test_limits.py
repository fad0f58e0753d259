"""What the law leaves out, as the list of editions words it."""

from __future__ import annotations

from app.data import data_root
from app.questionnaire.extent import MODELLED
from app.questionnaire.loader import load, texts_below
from app.ui.views.editions import limits


def test_every_gap_of_the_shipped_law_is_shown_with_its_words() -> None:
    law = load(texts_below(data_root() / "questionnaires"))
    gaps = [each for each in law.extents.values() if each.state != MODELLED]
    shown = limits(law)
    assert sorted(shown) == sorted((each.title, each.says) for each in gaps)
    assert len(shown) > 1
