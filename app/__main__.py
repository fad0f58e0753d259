"""The composition root: the only place that reads the clock and the environment."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from app.store.place import default_path

if TYPE_CHECKING:
    from pathlib import Path


def main() -> int:
    """Run the command that the arguments name, or open the window.

    Where the window is all that is wanted nothing of the commands is loaded, which would cost
    more time than the window.
    """
    arguments = sys.argv[1:]
    if not arguments and _has_screen():
        return _open_window(default_path(), "")
    from app.cli.main import run
    from app.cli.terminal import Terminal

    terminal = Terminal(
        output=sys.stdout,
        errors=sys.stderr,
        clock=_now,
        library=default_path(),
        who=_who(),
        program=_version(),
        screen=_has_screen(),
        secret=getpass.getpass,
    )
    return run(arguments, terminal, _open_window)


def _open_window(library: Path, assessment: str) -> int:
    from app.ui.start import start  # Qt is loaded only where a window opens

    return start(library, assessment, _now, _who(), _version())


def _has_screen() -> bool:
    """Whether a window can be shown; Windows and macOS always have a screen to show it on."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or sys.platform in {"win32", "darwin"}


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).astimezone()


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _version() -> str:
    try:
        return version("clearway")
    except PackageNotFoundError:
        return "0"


if __name__ == "__main__":
    sys.exit(main())
