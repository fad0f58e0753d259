"""Prints the sizes of functions below a run of these tests, for those who watch them."""

from __future__ import annotations

from statistics import median, quantiles
from typing import TYPE_CHECKING

from tests.house.tree import functions, modules, span

if TYPE_CHECKING:
    import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    spans = sorted(span(node) for module in modules() for node in functions(module))
    lines = sum(module.text.count("\n") for module in modules())
    tests = sum(module.text.count("\n") for module in modules("tests"))
    terminalreporter.write_line(
        f"app: {len(modules())} modules, {lines} lines, tests {tests / lines:.2f} x; "
        f"{len(spans)} functions, median {median(spans):g} lines, "
        f"p90 {quantiles(spans, n=10)[-1]:g}, longest {spans[-1]}",
    )
