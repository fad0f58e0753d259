"""The composition root: the only place that reads the clock and the environment."""

import sys
from pathlib import Path

from app.cli.check import check
from app.data import data_root


def main() -> int:
    """Run the command that the arguments name."""
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else data_root() / "questionnaires"
    return check(folder, print, lambda line: print(line, file=sys.stderr))


if __name__ == "__main__":
    sys.exit(main())
