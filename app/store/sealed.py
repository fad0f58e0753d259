"""Files locked with a passphrase, in the age format (age-encryption.org/v1).

Any program that knows the format opens them, so that a record outlives this one. The key is
worked out of the passphrase each time and stands nowhere; who forgets it has lost the file.
"""

from __future__ import annotations

from pyrage import DecryptError, passphrase  # type: ignore[import-untyped]  # it ships none

from app.store.errors import Locked, Refused

_MARK = b"age-encryption.org/v1\n"
SHORTEST = 8
"""The fewest characters that a passphrase may have."""


def is_sealed(raw: bytes) -> bool:
    """Whether these are the bytes of a locked file."""
    return raw.startswith(_MARK)


def sealed(raw: bytes, phrase: str) -> bytes:
    """The bytes, locked; it takes about a second, which is what slows guessing down.

    Raises:
        Refused: the passphrase is too short.
    """
    if len(phrase) < SHORTEST:
        raise Refused(f"a passphrase needs at least {SHORTEST} characters; several words are best")
    return bytes(passphrase.encrypt(raw, phrase))


def unsealed(raw: bytes, phrase: str) -> bytes:
    """The bytes as they were before they were locked; bytes that are not locked as they are.

    Raises:
        Locked: there is no passphrase, it is another, or the file is damaged; which of the last
            two it is cannot be told.
    """
    if not is_sealed(raw):
        return raw
    if not phrase:
        raise Locked("it is locked with a passphrase; give it to open the file")
    try:
        return bytes(passphrase.decrypt(raw, phrase))
    except DecryptError as error:
        message = "the passphrase does not open it, or the file is damaged"
        raise Locked(message) from error
