"""The mail register of the consultation, and its documents."""
