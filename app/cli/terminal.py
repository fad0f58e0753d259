"""Where commands write: results to standard output, complaints to standard error, a line each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from app.data import data_root
from app.operations.desk import Desk
from app.operations.editions import begin_use, law_in_use, law_named, lines
from app.questionnaire.loader import load, texts_below
from app.store.errors import Refused, StoreError
from app.store.library import Library

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from app.operations.editions import EditionLine
    from app.questionnaire.definition import Questionnaire


def _nobody_to_ask(_prompt: str) -> str:
    raise Refused("there is nobody here to type a passphrase")


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
    secret: Callable[[str], str] = _nobody_to_ask

    def new_phrase(self) -> str:
        """A passphrase typed twice, after saying that a forgotten one is final.

        Raises:
            Refused: the two are not the same.
        """
        self.complain("clearway: who forgets the passphrase loses the file; nobody can open it")
        phrase = self.secret("New passphrase: ")
        if self.secret("Once more: ") != phrase:
            raise Refused("the two passphrases are not the same; nothing was written")
        return phrase

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
    def shipped(self) -> Questionnaire:
        """The law that ships with the program."""
        return load(texts_below(data_root() / "questionnaires"))

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The law in use: the newest of the shipped one and the editions in the library."""
        if not self.library.exists():
            return self.shipped
        try:
            with self.open_library(read_only=True) as library:
                return self._chosen(library)
        except StoreError as error:
            self.complain(f"clearway: {error}; the law that ships with the program is used")
            return self.shipped

    def _chosen(self, library: Library) -> Questionnaire:
        chosen = law_in_use(library, self.shipped)
        if chosen.remark:
            self.complain(f"clearway: {chosen.remark}")
        return chosen.questionnaire

    def law(self, name: str) -> Questionnaire:
        """An installed law by the id of one of its editions, or by its hash."""
        if not self.library.exists():
            return law_named(None, self.shipped, name)
        with self.open_library(read_only=True) as library:
            return law_named(library, self.shipped, name)

    def editions(self) -> tuple[EditionLine, ...]:
        """The laws at hand."""
        if not self.library.exists():
            return lines((), self.shipped)
        with self.open_library(read_only=True) as library:
            return lines(library.editions.read(), self.shipped)

    @cached_property
    def registers(self) -> Questionnaire:
        """The same law with its registers: control lists, charts and catalogues."""
        return load(self.questionnaire.texts, with_registers=True)

    def open_library(self, *, read_only: bool = False) -> Library:
        """The library alone, for what needs no law."""
        return Library.open(self.library, self.clock(), read_only=read_only)

    def desk(self, *, read_only: bool = False) -> Desk:
        """The library opened, under the law in use."""
        opened = self.open_library(read_only=read_only)
        law = self._chosen(opened)
        begin_use(opened, law, self.clock(), self.who)
        return Desk(opened, law, self.clock, self.who, self.program, self.shipped)
