"""The least a window of PySide6 can be: what `first_paint.py` holds ours against."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


def main() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QLabel("The quick brown fox jumps over the lazy dog"))
    window.resize(1200, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
