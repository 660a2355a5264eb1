"""Documents, submissions, signatures, verdicts."""
