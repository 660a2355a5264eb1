"""One control for each kind of question."""
