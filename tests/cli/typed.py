"""A command as somebody types it."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from app.cli.main import run
from app.cli.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


class Typed:
    """What a command said, complained and answered, and which windows it opened."""

    def __init__(self, folder: Path) -> None:
        self.output, self.errors = io.StringIO(), io.StringIO()
        self.windows: list[tuple[Path, str]] = []
        self.terminal = Terminal(
            output=self.output,
            errors=self.errors,
            clock=lambda: NOW,
            library=folder / "library.sqlite",
            who="A. Tester",
            program="0.1.0",
        )

    def __call__(self, *arguments: str) -> int:
        for stream in (self.output, self.errors):
            stream.seek(0)
            stream.truncate()
        return run(arguments, self.terminal, self._window)

    def _window(self, library: Path, assessment: str) -> int:
        self.windows.append((library, assessment))
        return 0
