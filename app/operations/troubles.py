"""What can go wrong in any verb and is told to a person in the words that it carries."""

from app.assessment.law import NotCovered
from app.report.errors import ReportError
from app.store.errors import StoreError

TROUBLES = (StoreError, ReportError, NotCovered, OSError)
