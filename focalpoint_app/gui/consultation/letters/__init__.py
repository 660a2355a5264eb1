"""Letters, scans and e-mails: their passages are assigned to questions by hand."""
