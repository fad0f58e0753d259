"""One finding as the why-tree shows it: a frozen value, complete with all it rests on."""

from dataclasses import dataclass

from app.ui.kit.marks import STATES


@dataclass(frozen=True, slots=True)
class TreeNode:
    """One finding: its state, a sentence, the value behind it, where it stands, what it rests on."""

    id: str
    state: str
    sentence: str
    value: str = ""
    citation: str = ""
    chip: tuple[str, str] | None = None  # kind and words: "Text and practice differ"
    from_answer: bool = False  # the citation names an answer, not the law
    children: tuple["TreeNode", ...] = ()

    def spoken(self) -> str:
        """The row as it is read out."""
        parts = [self.sentence, STATES[self.state], self.value, self.citation]
        return ", ".join(part for part in parts if part)
