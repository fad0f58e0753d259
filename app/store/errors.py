"""What can go wrong with a library or an exchange file, each said in one line with the way out.

Callers show ``str(error)`` as it is: it names the file, what is wrong and what to do.
"""


class StoreError(Exception):
    """Something about stored data that a person must be told; nothing was changed."""


class NotALibrary(StoreError):
    """The file is something else: another program's database, a text, a folder."""


class NoLibrary(StoreError):
    """There is no file, and none can be made there."""


class NewerLibrary(StoreError):
    """The library was written by a later version of the program."""


class DamagedLibrary(StoreError):
    """The library's file is broken and nothing in it could be read."""


class ReadOnly(StoreError):
    """The library was opened for reading only, and somebody tried to write."""


class Busy(StoreError):
    """Another program holds the file longer than we wait."""


class DiskFull(StoreError):
    """There is no room left; what was to be written is not in the library."""


class DiskFailed(StoreError):
    """The disk refused to read or write."""


class Final(StoreError):
    """A final revision, or a line of the log, was to be changed or deleted."""


class NotFound(StoreError):
    """No such assessment, revision, law or evidence stands in the library."""


class Refused(StoreError):
    """The library is sound and the request is not allowed; the message says why."""


class UnusableValue(StoreError):
    """An answer of a kind that cannot be stored."""


class UnreadableFile(StoreError):
    """An exchange file cannot be used; the library is as it was."""


class Locked(UnreadableFile):
    """The file is locked with a passphrase, and none or another one was given."""
