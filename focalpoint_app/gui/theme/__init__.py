"""How the window looks: tokens, palette, style, fonts, marks and icons."""
