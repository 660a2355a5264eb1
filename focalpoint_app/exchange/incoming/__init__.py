"""Letters that no form made: e-mails, Word files and plain texts, as text to quote."""
