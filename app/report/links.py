"""Which addresses a document may link to: web, mail and places inside itself, nothing else."""

import re

_ALLOWED = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+|#[^\s]+", re.IGNORECASE)


def safe_href(address: str) -> str:
    """The address if a document may link to it, else nothing.

    Browsers and viewers ignore blanks and controls inside a scheme, so an address with
    any of them is refused and not repaired.
    """
    return address if _ALLOWED.fullmatch(address) else ""
