"""Forms on demand: pages to print and sign, prefilled from the assessment, with lines for the rest."""

from __future__ import annotations

from functools import partial

from app.report.forms.build import form
from app.report.forms.texts import FORMS
from app.report.kinds import DocumentKind, Family

_TEMPLATE = "forms/form.html.j2"

KINDS = tuple(
    DocumentKind(
        each.id, each.title, each.says, Family.FORM, _TEMPLATE, partial(form, each), named=False
    )
    for each in FORMS
) + tuple(
    DocumentKind(
        f"{each.id}-fillable",
        f"{each.title}, fillable copy",
        "The same with fields to fill on screen. The archive's copy is the one without fields.",
        Family.FORM,
        _TEMPLATE,
        partial(form, each, fillable=True),
        fillable=True,
        named=False,
    )
    for each in FORMS
    if each.fillable
)
"""The rows of the table of documents for the forms and their fillable copies."""
