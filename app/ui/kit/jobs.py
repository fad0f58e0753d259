"""The one place where threads live: run a function elsewhere, hear of its result here.

A job belongs to a named parent and dies with it: a result that comes after its parent has gone
reaches nobody. Results arrive in the thread of the window.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

_PATIENCE_MS = 5_000


class _Relay(QObject):
    """Carries a result from the worker's thread; kept alive by the running job."""

    ended = Signal(object, object, object)


class Jobs(QObject):
    """Runs functions in a pool of its own, in the order they were given."""

    done = Signal(object, object)  # key, result
    failed = Signal(object, object)  # key, the exception

    def __init__(self, parent: QObject, name: str, threads: int = 1) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setObjectName(name)
        self._relay = _Relay()
        self._relay.ended.connect(self._ended, Qt.ConnectionType.QueuedConnection)

    def run(self, key: object, function: Callable[[], object]) -> None:
        """Run a function; `done` or `failed` tells of it, with the key."""
        self._pool.start(_job(self._relay, key, function))

    def forget_waiting(self) -> None:
        """Drop what has not begun."""
        self._pool.clear()

    def wait(self) -> bool:
        """Wait for what runs; for closing and for tests."""
        return self._pool.waitForDone(_PATIENCE_MS)

    def _ended(self, key: object, result: object, error: object) -> None:
        if error is None:
            self.done.emit(key, result)
        else:
            self.failed.emit(key, error)


def _job(relay: _Relay, key: object, function: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        try:
            result = function()
        except Exception as error:  # noqa: BLE001 - told to the window, whatever it is
            relay.ended.emit(key, None, error)
        else:
            relay.ended.emit(key, result, None)

    return run
