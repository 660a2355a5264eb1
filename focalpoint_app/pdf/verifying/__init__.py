"""Whether a PDF that anyone may have made says what was signed."""
