"""What can go wrong between values and a PDF, each in words that a person can act on.

Every error crosses a process border, so each is built from its message alone.
"""


class ReportError(Exception):
    """A document could not be made or read; the message says why and what to do."""


class TemplateError(ReportError):
    """A template cannot be used as it is; the message names template and line."""


class AccessRefusedError(ReportError):
    """A document asked for something outside itself: a file, an address of the network, a script."""


class LibraryMissingError(ReportError):
    """Pango, which sets the type, is not installed on this machine."""


class TooLongError(ReportError):
    """The rendering took longer than its limit and was ended."""


class TooLargeError(ReportError):
    """The document needs more memory, text or nesting than its limits allow."""


class WorkerLostError(ReportError):
    """The rendering process ended by itself before the document was ready."""


class CancelledError(ReportError):
    """Somebody called the rendering off."""


class NotReadableError(ReportError):
    """A file is not a PDF, or a PDF that is damaged or locked."""


class NoAttachmentError(ReportError):
    """The PDF can be read and carries no assessment."""
