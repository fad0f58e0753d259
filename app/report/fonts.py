"""The bundled faces, and which characters they can print.

A character counts as covered only if every face of a family has it: a semibold without it would
let a font of the machine slip in, and the same document would differ from machine to machine.
"""

from functools import cache, reduce
from io import BytesIO

from app.data import data_root
from app.report.errors import ReportError

# The families of print.css in the order of its chains; the monospaced face falls back on Sans.
FAMILIES = {
    "Cw Serif": ("SourceSerif4-Regular.ttf", "SourceSerif4-It.ttf", "SourceSerif4-Semibold.ttf"),
    "Cw Sans": ("SourceSans3-Regular.ttf", "SourceSans3-It.ttf", "SourceSans3-Semibold.ttf"),
    "Cw Naskh": ("Amiri_400Regular.ttf", "Amiri_700Bold.ttf"),
    "Cw Hebrew": ("NotoSerifHebrew_400Regular.ttf", "NotoSerifHebrew_600SemiBold.ttf"),
    "Cw Han": ("NotoSansSC_400Regular.ttf",),
}
_MONO = "SourceCodePro-Regular.ttf"


def font_names() -> frozenset[str]:
    """The file names of all faces that a document may use."""
    return frozenset(name for faces in FAMILIES.values() for name in faces) | {_MONO}


@cache
def font_bytes(name: str) -> bytes:
    """The bytes of a face; they are read once in a process."""
    try:
        return (data_root() / "resources" / "fonts" / "documents" / name).read_bytes()
    except FileNotFoundError as missing:
        raise ReportError(
            f"The font {name} is missing from this installation. Install Clearway again."
        ) from missing


def _covers(name: str) -> frozenset[int]:
    """The code points a face has a glyph for."""
    # Loaded late: 0.1 s, which the first window should not wait. It ships no types.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(BytesIO(font_bytes(name)), lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def covered() -> frozenset[int]:
    """The code points that print in any weight and style of at least one family."""
    families = (reduce(frozenset.intersection, map(_covers, faces)) for faces in FAMILIES.values())
    return reduce(frozenset.union, families)
