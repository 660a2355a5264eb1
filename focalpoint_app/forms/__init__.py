"""Reading and checking questionnaires."""
