"""Who may be asked: the list, one institution in full, suggestions to begin with."""
