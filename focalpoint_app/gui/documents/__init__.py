"""Documents besides the submission: chosen, looked at, saved."""
