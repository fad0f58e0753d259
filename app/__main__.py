"""The composition root: the only place that reads the clock and the environment."""

import sys


def main() -> int:
    """Run the command that the arguments name."""
    return 0


if __name__ == "__main__":
    sys.exit(main())
