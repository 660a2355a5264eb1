"""Focal point: answer the UNTOC Review Mechanism offline, in Arabic first."""

__version__ = "0.1.0"
