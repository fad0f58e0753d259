"""Where commands write: results to standard output, complaints to standard error, a line each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from app.data import data_root
from app.operations.desk import Desk
from app.questionnaire.loader import load, texts_below
from app.store.library import Library

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from app.questionnaire.definition import Questionnaire


@dataclass(frozen=True)
class Terminal:
    """What a command has at hand: streams, clock, the library's place, who works, a screen."""

    output: TextIO
    errors: TextIO
    clock: Callable[[], dt.datetime]
    library: Path
    who: str
    program: str
    screen: bool = True

    def say(self, line: str) -> None:
        """Write a line of the result."""
        self.output.write(line + "\n")

    def complain(self, line: str) -> None:
        """Write a line about what is wrong."""
        self.errors.write(" ".join(line.split()) + "\n")

    def count(self, words: str) -> None:
        """Say how far something is, on one line that is written over; only where somebody looks."""
        if self.errors.isatty():
            self.errors.write(f"\r\033[K{words}")
            self.errors.flush()

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The law that ships with the program."""
        return load(texts_below(data_root() / "questionnaires"))

    @cached_property
    def registers(self) -> Questionnaire:
        """The same law with its registers: control lists, charts and catalogues."""
        return load(texts_below(data_root() / "questionnaires"), with_registers=True)

    def open_library(self, *, read_only: bool = False) -> Library:
        """The library alone, for what needs no law."""
        return Library.open(self.library, self.clock(), read_only=read_only)

    def desk(self, *, read_only: bool = False) -> Desk:
        """The library opened, under the shipped law."""
        opened = self.open_library(read_only=read_only)
        return Desk(opened, self.questionnaire, self.clock, self.who, self.program)
