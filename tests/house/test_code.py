"""The rules of the house that no linter holds, read from the syntax trees of app/."""

from __future__ import annotations

import ast
import re
from statistics import median, quantiles

from tests.house.tree import Module, docstring_nodes, functions, modules, span

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
MEDIAN_FUNCTION = 8
NINETIETH_PERCENTILE = 20

ECCN = re.compile(r"\b[0-9][A-E][0-9]{3}\b")
FIGURES_OF_THE_LAW = {4800, 1600, 5.92}

CLOCKS = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
    ("QDate", "currentDate"),
    ("QTime", "currentTime"),
    ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"),
}


def test_every_module_class_and_public_function_says_what_it_is() -> None:
    bare = [
        f"{module.name}:{where}" for module in modules() for where in _without_docstring(module)
    ]
    assert not bare


def _without_docstring(module: Module) -> list[str]:
    """What is nested or private may stay silent, and all that is in it: its owner speaks for it."""
    named = [
        node
        for owner in ast.walk(module.tree)
        if isinstance(owner, ast.Module)
        or (isinstance(owner, ast.ClassDef) and not owner.name.startswith("_"))
        for node in owner.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not _repeats_another(node)
    ]
    silent = [f"{node.lineno} {node.name}" for node in named if not ast.get_docstring(node)]
    return silent if ast.get_docstring(module.tree) else ["1 the module itself", *silent]


def _repeats_another(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Overloads, setters and overridden methods are described where they are declared first."""
    decorators = {ast.unparse(decorator).split(".")[-1] for decorator in node.decorator_list}
    return bool(decorators & {"overload", "override", "setter"})


def test_no_function_is_longer_than_forty_lines() -> None:
    long = [
        f"{module.name}:{node.lineno} {node.name} has {span(node)}"
        for module in modules()
        for node in functions(module)
        if span(node) > LONGEST_FUNCTION
    ]
    assert not long


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    lengths = {module.name: module.text.count("\n") for module in modules()}
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE}


def test_functions_are_small_as_a_rule() -> None:
    spans = [span(node) for module in modules() for node in functions(module)]
    assert median(spans) <= MEDIAN_FUNCTION
    assert quantiles(spans, n=10)[-1] <= NINETIETH_PERCENTILE


def test_only_the_composition_root_reads_the_clock() -> None:
    reading = [
        f"{module.name}:{node.lineno} {ast.unparse(node)}"
        for module in modules()
        if module.name != "app/__main__.py"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in CLOCKS
    ]
    assert not reading


def _last_name(node: ast.expr) -> str:
    return ast.unparse(node).split(".")[-1]


def test_no_eccn_and_no_threshold_stands_in_python() -> None:
    law = [
        f"{module.name}:{node.lineno} {node.value!r}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant)
        and id(node) not in docstring_nodes(module)
        and _speaks_of_law(node.value)
    ]
    assert not law


def _speaks_of_law(value: object) -> bool:
    if isinstance(value, str):
        return bool(ECCN.search(value))
    return isinstance(value, int | float) and value in FIGURES_OF_THE_LAW
