"""The windows, thin."""

from focalpoint_app.gui.steadying import steady

steady()
