"""A date: typed, or picked from a calendar that opens below."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QWidget

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.dates import parse_date, show_date
from app.ui.kit.entry import Entry
from app.ui.kit.question_view import UNANSWERED, GivenAnswer, QuestionView

_MONTHS = range(1, 13)


def local_months() -> dict[str, int]:
    """The names of the months in the language of the system."""
    locale = QLocale()
    return {locale.monthName(number).lower(): number for number in _MONTHS}


class DateField(Entry):
    """A day as an ISO text; typed as 24 Nov 2026, 24.11.2026 or 2026-11-24."""

    box_width: ClassVar[int] = 168

    def __init__(self, view: QuestionView) -> None:
        self._frame: QFrame | None = None
        self.calendar: QCalendarWidget | None = None
        self._months = local_months()
        super().__init__(view)

    def extras(self) -> tuple[QWidget, ...]:
        """The button that opens the calendar."""
        self.pick = Button(
            self._view.name("calendar"), "", Kind.PLAIN, icon="calendar", tip="Pick a day"
        )
        self.pick.clicked.connect(self.open_calendar)
        return (self.pick,)

    def read(self, text: str) -> tuple[GivenAnswer, str]:
        """Read a date; empty is no answer."""
        if not text.strip():
            return UNANSWERED, ""
        day, doubt = parse_date(text, self._months)
        return (UNANSWERED if day is None else day.isoformat()), doubt

    def write(self, value: GivenAnswer) -> str:
        """The date with the month in words, so that nobody can mistake it."""
        return show_date(date.fromisoformat(value)) if isinstance(value, str) else ""

    def open_calendar(self) -> None:
        """Open the calendar below the field, at the day that stands there."""
        frame, calendar = self._open()
        value, _ = self.read(self.box.text())
        if isinstance(value, str):
            calendar.setSelectedDate(QDate.fromString(value, Qt.DateFormat.ISODate))
        frame.move(self.mapToGlobal(QPoint(0, self.box.height() + theme.px(4))))
        frame.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self) -> tuple[QFrame, QCalendarWidget]:
        if self._frame is None or self.calendar is None:
            self.calendar = self._make_calendar()
            self._frame = QFrame(self, Qt.WindowType.Popup)
            self._frame.setLayout(layout.column(self.calendar, margins=(1, 1, 1, 1)))
        return self._frame, self.calendar

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget()
        calendar.setObjectName("calendar")
        calendar.setAccessibleName("Calendar")
        calendar.setAccessibleDescription("Arrow keys move, Enter takes the day.")
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # red weekends would say "wrong"
            calendar.setWeekdayTextFormat(day, plain)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        return calendar

    def _picked(self, day: QDate) -> None:
        if self._frame is not None:
            self._frame.hide()
        value = day.toString(Qt.DateFormat.ISODate)
        self.box.show_text(self.write(value))
        self._left(self.box.text())
