"""A layout whose items run along the line and wrap, from the leading edge."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_NARROWEST = 120


class FlowLayout(QLayout):
    """As words on a line: mirrored with the widget, as high as its width asks."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._trailing: list[QWidget] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def trail(self, *widgets: QWidget) -> None:
        """The last of the items, at the other end of their line: all of them on one
        where it is long enough.
        """
        self._trailing += widgets
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Kept until something changes: layouts above ask many times over."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Narrow: whatever is wider wraps inside itself."""
        lowest = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(_NARROWEST, lowest)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def _lay(self, rect: QRect, *, place: bool) -> int:
        """The height that the items take in this width."""
        y = rect.y()
        for line in self._lines(max(1, rect.width())):
            height = max(size.height() for _, size in line)
            if place:
                self._place(line, QRect(rect.x(), y, rect.width(), height), rect)
            y += height + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken, kept = width, self._kept_together(width)
        for item in (each for each in self._items if not each.isEmpty()):
            size = _size(item, width)
            needs = kept if item.widget() in self._trailing[:1] else size.width()
            if lines and taken + self._gap + needs <= width:
                lines[-1].append((item, size))
                taken += self._gap + size.width()
            else:
                lines.append([(item, size)])
                taken = size.width()
        return lines

    def _kept_together(self, width: int) -> int:
        """What the trailing items need of one line; the first alone where none can
        take them all.
        """
        sizes = [_size(item, width).width() for item in self._items
                 if item.widget() in self._trailing and not item.isEmpty()]  # fmt: skip
        every = sum(sizes) + self._gap * (len(sizes) - 1)
        return every if every <= width else sum(sizes[:1])

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], row: QRect, whole: QRect
    ) -> None:
        """Each in the middle of the line's height, from the leading edge on."""
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner else Qt.LayoutDirection.LeftToRight
        x = row.x()
        left = sum(size.width() + self._gap for _, size in line) - self._gap
        is_trailing = False
        for item, size in line:
            if item.widget() in self._trailing and not is_trailing:
                is_trailing, x = True, row.x() + row.width() - left
            left -= size.width() + self._gap
            top = row.y() + (row.height() - size.height()) // 2
            box = QRect(QPoint(x, top), size)
            item.setGeometry(QStyle.visualRect(direction, whole, box))
            x += size.width() + self._gap


def _size(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint().boundedTo(QSize(width, 10_000))
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size
