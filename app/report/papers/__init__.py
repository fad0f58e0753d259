"""Short papers, worksheets and copies without names: what leaves the firm carries a hash only."""

from app.report.kinds import DocumentKind, Family
from app.report.papers.application import classification_request, licence_application
from app.report.papers.card import card
from app.report.papers.copies import memo_without_names, plan_without_names
from app.report.papers.filings import disclosure, self_classification
from app.report.papers.letter import letter
from app.report.papers.statement import statement

_T = "papers/paper.html.j2"
_SHORT, _WORK = Family.PAPER, Family.WORKSHEET

KINDS = (
    DocumentKind("classification-statement", "Product classification statement",
                 "One page for customers and forwarders. No licence determination.",
                 _SHORT, _T, statement, named=False),
    DocumentKind("ship-hold-card", "Ship or hold card",
                 "One page for the dock, with the conditions still open.", _SHORT, _T, card),
    DocumentKind("memo-redacted", "Classification memo without names",
                 "For others to read: roles and numbers stand for names; only the hash goes along.",
                 _SHORT, "memo/memo.html.j2", memo_without_names, named=False),
    DocumentKind("tcp-redacted", "Technology Control Plan without names",
                 "For others to read: roles and numbers stand for names; only the hash goes along.",
                 _SHORT, "plan/plan.html.j2", plan_without_names, named=False),
    DocumentKind("licence-application", "Licence application worksheet",
                 "The blocks of Form BIS-748P with the answers that fill them.",
                 _WORK, _T, licence_application),
    DocumentKind("classification-request", "Classification request worksheet",
                 "What 15 CFR 748.3 asks, item by item.", _WORK, _T, classification_request),
    DocumentKind("self-classification", "Self-classification report worksheet",
                 "The columns of Supplement No. 8 to Part 742.", _WORK, _T, self_classification),
    DocumentKind("maker-letter", "Letter to the maker",
                 "Asks for the figures on which conclusions turn.", _WORK, _T, letter, named=False),
    DocumentKind("disclosure-outline", "Outline of a voluntary self-disclosure",
                 "What a narrative by 15 CFR 764.5 tells; counsel decides.", _WORK, _T, disclosure),
)  # fmt: skip
"""The rows of the table of documents for them."""
