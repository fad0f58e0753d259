"""The arguments that the program takes; wrong ones end it with status 2."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from app.cli.render import MORE
from app.operations.printing import NAMES
from app.screening.screen import THRESHOLD


def refuse_half_a_license(given: argparse.Namespace) -> None:
    """Either a whole pair or a matrix; anything else is wrong usage."""
    if given.verb != "license":
        return
    pair = (given.eccn, given.destination)
    if given.matrix and (any(pair) or given.json):
        given.usage("--matrix takes neither an ECCN and DESTINATION before it nor --json")
    if not given.matrix and (not all(pair) or given.numbers):
        given.usage("expected ECCN and DESTINATION, or --matrix OUT.csv")


def parser() -> argparse.ArgumentParser:
    """The arguments that the program takes."""
    top = argparse.ArgumentParser(
        prog="clearway",
        description="Find out, and be able to prove, whether and how AI hardware may be exported. "
        "Without a verb it opens the window.",
    )
    top.add_argument("--library", type=Path, metavar="PATH", help="another library than your own")
    verbs = top.add_subparsers(dest="verb", metavar="VERB")
    _add_demo(verbs.add_parser("demo", help="sample assessments, start to finish"))
    _add_evaluate(verbs.add_parser("evaluate", help="what an assessment file determines"))
    _add_render(verbs.add_parser("render", help="the documents of an assessment file"))
    verifying = verbs.add_parser("verify", help="whether a document belongs to its attachment")
    verifying.add_argument("file", type=Path, metavar="FILE.pdf", help="a document of this program")
    checking = verbs.add_parser("check", help="check questionnaires and run their worked cases")
    checking.add_argument("folder", type=_folder, nargs="?", metavar="FOLDER")
    checking.add_argument(
        "--templates", type=_folder, metavar="DIR", help="own templates; else those of the library"
    )
    _add_classify(verbs.add_parser("classify", help="what a product catalogue decides"))
    _add_license(verbs.add_parser("license", help="what an entry needs for a destination"))
    _add_edition(verbs.add_parser("edition", help="the dated state of the rules"))
    _add_lists(verbs.add_parser("lists", help="lists of restricted parties"))
    _add_screen(verbs.add_parser("screen", help="names against the imported lists"))
    _add_library(verbs.add_parser("library", help="the assessments on this machine"))
    return top


def _add_demo(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--out", type=Path, default=Path("out"), metavar="DIR")
    verb.add_argument("--no-window", action="store_true", help="do not open the window")


def _add_evaluate(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "file", type=Path, metavar="FILE", help=".clearway, or a PDF that carries one"
    )
    verb.add_argument("--as-of", type=_day, metavar="DATE", help="another day than today")
    verb.add_argument("--edition", default="", metavar="ID", help="another law at hand, by id")
    verb.add_argument("--revision", type=int, metavar="N", help="a revision instead of the draft")
    verb.add_argument("--json", action="store_true", help="as JSON")


def _add_render(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "file", type=Path, metavar="FILE", help=".clearway, or a PDF that carries one"
    )
    verb.add_argument(
        "--document",
        choices=(*NAMES, *MORE, "all"),
        default="all",
        metavar="memo|tcp|all|NAME",
        help="all, the usual, is memo and tcp; or one of " + ", ".join((*NAMES, *MORE)),
    )
    verb.add_argument(
        "--templates", type=_folder, metavar="DIR", help="own templates over the shipped ones"
    )
    for end in ("before", "after"):
        verb.add_argument(
            f"--{end}",
            type=_state,
            metavar="N|draft",
            help=f"the state {end} the changes of a redline",
        )
    verb.add_argument("--out", type=Path, default=Path(), metavar="DIR")


def _add_classify(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="CATALOGUE.csv", help="one product a row")
    verb.add_argument("--as-of", type=_day, metavar="DATE", help="another day than today")
    verb.add_argument("-o", dest="out", type=Path, metavar="OUT.csv", help="instead of the screen")


def _add_license(verb: argparse.ArgumentParser) -> None:
    verb.set_defaults(usage=verb.error)
    verb.add_argument("eccn", nargs="?", metavar="ECCN", help="an entry, or a paragraph of one")
    verb.add_argument("destination", nargs="?", metavar="DESTINATION", help="a name or ISO code")
    verb.add_argument("--as-of", type=_day, metavar="DATE", help="another day than today")
    verb.add_argument("--json", action="store_true", help="as JSON")
    verb.add_argument("--matrix", type=Path, metavar="OUT.csv", help="every destination, as CSV")
    verb.add_argument(
        "--eccn", dest="numbers", nargs="+", action="extend", default=[], metavar="ECCN",
        help="only these entries in the matrix",
    )  # fmt: skip


def _add_edition(verb: argparse.ArgumentParser) -> None:
    what = verb.add_subparsers(dest="what", required=True, metavar="WHAT")
    listing = what.add_parser("list", help="the laws at hand; the one in use has a star")
    listing.add_argument("--json", action="store_true", help="as JSON")
    bringing = what.add_parser("import", help="check an edition, keep it, use it if it is newer")
    bringing.add_argument("file", type=Path, metavar="FILE")
    packing = what.add_parser("pack", help="make an edition of a folder of questionnaires")
    packing.add_argument("folder", type=_folder, metavar="FOLDER")
    packing.add_argument("file", type=Path, metavar="FILE")
    packing.add_argument("--changed", default="", metavar="TEXT", help="what changed, in words")
    what.add_parser("reevaluate", help="every assessment again under the law in use")


def _add_lists(verb: argparse.ArgumentParser) -> None:
    what = verb.add_subparsers(dest="what", required=True, metavar="WHAT")
    what.add_parser("list", help="which lists are searched, and how old they are")
    bringing = what.add_parser("import", help="CSL (csv, json), EU (csv, xml), UN (xml), SDN (csv)")
    bringing.add_argument("files", type=Path, nargs="+", metavar="FILE")


def _add_screen(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="NAMES.csv", help="id, name; country, address")
    verb.add_argument(
        "--threshold",
        type=_score,
        default=THRESHOLD,
        metavar="T",
        help=f"the lowest score written, 0 to 1; {THRESHOLD} unless given",
    )
    verb.add_argument("-o", dest="out", type=Path, metavar="OUT.csv", help="instead of the screen")


def _add_library(verb: argparse.ArgumentParser) -> None:
    what = verb.add_subparsers(dest="what", required=True, metavar="WHAT")
    what.add_parser("list", help="a line for each assessment")
    exporting = what.add_parser("export", help="one assessment into a file")
    exporting.add_argument("id", metavar="ID")
    bringing = what.add_parser("import", help="an assessment from a file")
    copying = what.add_parser("backup", help="the whole library")
    unlocking = what.add_parser("unlock", help="a locked backup into a library in clear")
    logging = what.add_parser("log", help="who did what when, chained by hashes, as JSON")
    logging.add_argument("id", metavar="ID")
    for each in (exporting, bringing, copying, unlocking, logging):
        each.add_argument("file", type=Path, metavar="FILE")
    unlocking.add_argument("target", type=Path, metavar="LIBRARY")
    for each in (exporting, copying):
        each.add_argument("--locked", action="store_true", help="ask for a passphrase, lock it")
    doing = what.add_parser("actions", help="what is to be done, over all assessments")
    doing.add_argument("--calendar", type=Path, metavar="OUT.ics", help="due days as a calendar")


def _state(text: str) -> str:
    if text == "draft" or (text.isdecimal() and int(text) > 0):
        return text
    message = f"expected the number of a revision, or draft, not {text!r}"
    raise argparse.ArgumentTypeError(message)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        message = f"expected a date like 2026-11-25, not {text!r}"
        raise argparse.ArgumentTypeError(message) from error


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if 0.0 < score <= 1.0:
        return score
    message = f"expected a score above 0 and up to 1, not {text!r}"
    raise argparse.ArgumentTypeError(message)


def _folder(text: str) -> Path:
    folder = Path(text)
    if folder.is_dir():
        return folder
    message = f"{text!r} is no folder"
    raise argparse.ArgumentTypeError(message)
