"""Figures and short answers as an Excel sheet, and the sheet that comes back."""
