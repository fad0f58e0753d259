"""One section for one member. The page lives on; single questions come, change and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.question_view import UNANSWERED
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.views.places import Place
from app.ui.work.block import QuestionBlock
from app.ui.work.computed import Computed
from app.ui.work.members import Complete, RemoveMember
from app.ui.work.page_head import PageHead
from app.ui.work.tidy import laid_out

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.ui.views.pages import PageView
    from app.ui.views.questions import Shown

_AT_ONCE = 6
_THEN = 3
_WIDE, _NARROW = 36, 24
_NARROW_BELOW = 640


class SectionPage(QWidget):
    """Shows a page view; announces answers and where a person wants to go."""

    answer_given = Signal(str, object)
    source_given = Signal(str, str)
    citation_chosen = Signal(str)
    place_chosen = Signal(object)
    member_added = Signal(str)
    member_removed = Signal(str, str)
    group_completed = Signal(str, bool)
    stepped = Signal(int)
    why_wanted = Signal()

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self.view = view
        self.blocks: dict[str, QuestionBlock] = {}
        self._waiting: tuple[Shown, ...] = ()
        self._wanted_focus: str | None = None
        self._computed: Computed | None = None
        self._complete: Complete | None = None
        self._remove: RemoveMember | None = None
        self._head = PageHead()
        self._head.member_chosen.connect(self._member_chosen)
        self._head.member_added.connect(self.member_added)
        self._list = layout.column(gap=0)
        self._empty = Text("", "body", "text.2")
        self._make_foot()
        self._inner = self._inside()
        self.area = Scroll(self._inner)
        # Only where a table is wider than a small window at 200 %: all of it can be reached.
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setLayout(layout.column(self.area, gap=0))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._build_more)
        self.show_page(view)

    def _make_foot(self) -> None:
        self.back = Button("back", "", Kind.PLAIN, icon="arrow-left")
        self.next = Button("next", "", Kind.PRIMARY, icon="arrow-right")
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_next)

    def _inside(self) -> QWidget:
        foot = layout.row(self.back, layout.STRETCH, self.next, margins=(0, 20, 0, 32))
        self._column = layout.column(
            self._head, self._list, self._empty, foot, gap=0, margins=(_WIDE, 18, _WIDE, 0)
        )
        self._column.addStretch(1)
        page = layout.Pane(self._column)
        page.setMaximumWidth(theme.px(tokens.READING + 2 * _WIDE))
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._page = page
        around = layout.row(page, layout.STRETCH, gap=0)
        around.setStretch(0, 1000)  # the page takes what it may, the rest stays free
        return layout.Pane(around)

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._page.setMaximumWidth(theme.px(tokens.READING + 2 * _WIDE))

    # ---------------------------------------------------------------- showing
    def show_page(self, view: PageView) -> None:
        """Show another state of the page."""
        self.view = view
        self._head.show_page(view)
        self._show_questions(view)
        self._empty.show_text(view.empty)
        self._empty.setVisible(bool(view.empty))
        self._show_complete(view)
        self.back.show_words(view.back_words or "Library")
        self.next.show_words(view.next_words)
        self._show_computed(view)

    def _show_complete(self, view: PageView) -> None:
        if view.group is None or not view.group.is_home:
            return
        if self._remove is None and view.group.current:
            self._remove = RemoveMember(view.group)
            self._remove.removed.connect(self.member_removed)
            spot = layout.row(self._remove, layout.STRETCH)
            self._column.insertLayout(self._column.indexOf(self._empty), spot)
        if self._remove is not None:
            self._remove.setEnabled(view.enabled)
        if self._complete is None:
            self._complete = Complete(view.group)
            self._complete.completed.connect(self.group_completed)
            at = self._column.indexOf(self._empty)
            self._column.insertWidget(at, self._complete)
            self._complete.show()
        self._complete.show_group(view.group, enabled=view.enabled)

    def _show_questions(self, view: PageView) -> None:
        wanted = {each.address for each in view.questions}
        for address in [at for at in self.blocks if at not in wanted]:
            block = self.blocks.pop(address)
            self._list.removeWidget(block)
            block.hide()
            block.deleteLater()
        for each in view.questions:
            block_there = self.blocks.get(each.address)
            if block_there is not None:
                block_there.show_question(each)
        self._waiting = tuple(each for each in view.questions if each.address not in self.blocks)
        if self._waiting:
            self._build(_AT_ONCE)

    def _build(self, count: int) -> None:
        """Build some of the blocks that are missing, each in its place."""
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        order = [each.address for each in self.view.questions]
        for each in now:
            block = self._new_block(each)
            self.blocks[each.address] = block
            before = set(order[: order.index(each.address)])
            at = sum(1 for address in self.blocks if address in before)
            self._list.insertWidget(self._place_in_list(at), block)
            block.show()  # Qt would show it one turn later, after a frame without it
        if self._waiting:
            self._later.start(0)

    def _place_in_list(self, at: int) -> int:
        """The place among the widgets of the list: the computed block stands among them."""
        places = sorted(self._list.indexOf(block) for block in self.blocks.values())
        standing = [place for place in places if place >= 0]
        return standing[at] if at < len(standing) else self._list.count()

    def _build_more(self) -> None:
        self._build(_THEN)
        if not self._waiting:
            self._show_computed(self.view)
        laid_out()
        if self._wanted_focus is not None:
            self.go_to(self._wanted_focus, flash=False)

    def build_all(self) -> None:
        """Build what is still missing; a page that is looked at for pictures cannot wait."""
        while self._waiting:
            self._build(len(self._waiting))
        self._show_computed(self.view)
        laid_out()

    def _new_block(self, shown: Shown) -> QuestionBlock:
        block = QuestionBlock(shown)
        block.answer_given.connect(self.answer_given)
        block.source_given.connect(self.source_given)
        block.citation_chosen.connect(self.citation_chosen)
        block.hint_opened.connect(self._hinted)
        block.finished.connect(self._finished)
        return block

    def _show_computed(self, view: PageView) -> None:
        after = self.blocks.get(view.figures_after)
        if self._computed is None and view.figures and after is not None:
            self._computed = Computed()
            self._computed.why_wanted.connect(self.why_wanted)
        if self._computed is None:
            return
        if (
            after is not None
            and self._list.indexOf(self._computed) != self._list.indexOf(after) + 1
        ):
            self._list.removeWidget(self._computed)
            self._list.insertWidget(self._list.indexOf(after) + 1, self._computed)
        self._computed.show_figures(view.figures if after is not None else (), view.plane)

    # ---------------------------------------------------------------- going about
    def focus_first_open(self) -> None:
        """Give the focus to the first question without an answer."""
        open_ = (each.address for each in self.view.questions if each.view.answer is UNANSWERED)
        address = next(open_, next((each.address for each in self.view.questions), None))
        if address is not None:
            self.go_to(address, flash=False)
        else:
            (self._head.adding() or self.next).setFocus(Qt.FocusReason.TabFocusReason)
            painting.by_keyboard(self)

    def go_to_group(self) -> None:
        """Give the focus to “Are these all?”; where nothing is in the group, to adding the first."""
        self.build_all()  # what is built later would push it out of sight again
        if self._complete is None or self._complete.isHidden():
            self.focus_first_open()
            return
        self._complete.go()
        self._reveal(self._complete)

    def go_to(self, address: str, *, flash: bool = True) -> bool:
        """Give a question the focus, bring it into sight, and flash its ground once."""
        block = self.blocks.get(address)
        if block is None:
            self._wanted_focus = address if self._waiting else None
            return self._wanted_focus is not None
        self._wanted_focus = None
        block.card.go()
        self._reveal(block)
        if flash:
            block.card.flash()
        return True

    def _reveal(self, block: QWidget) -> None:
        inner = self._inner
        self._column.activate()
        top = block.mapTo(inner, QPoint(0, 0)).y()
        bar = self.area.verticalScrollBar()
        high = self.area.viewport().height()
        if top < bar.value() or top + block.height() > bar.value() + high:
            self.area.ensureVisible(0, top + block.height(), 0, theme.px(24))
            self.area.ensureVisible(0, top, 0, theme.px(24))

    def focused_address(self) -> str:
        """The address of the question that has the focus, if one has it."""
        focus = QApplication.focusWidget()
        for address, block in self.blocks.items():
            if focus and block.isAncestorOf(focus):
                return address
        return ""

    def _finished(self, address: str) -> None:
        """Enter in a field: go on to the next question, else to Next."""
        order = [each.address for each in self.view.questions]
        after = order[order.index(address) + 1 :] if address in order else []
        if not any(self.go_to(each, flash=False) for each in after[:1]):
            self.next.setFocus()

    def _hinted(self, address: str) -> None:
        for each, block in self.blocks.items():
            if each != address:
                block.card.close_hint()

    def _member_chosen(self, key: str) -> None:
        self.place_chosen.emit(Place(id=self.view.place.id, keys=(key,)))

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_next(self) -> None:
        self.stepped.emit(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower margins where the page is narrow."""
        super().resizeEvent(event)
        side = _NARROW if event.size().width() < theme.px(_NARROW_BELOW) else _WIDE
        self._column.set_margins((side, 18, side, 0))
