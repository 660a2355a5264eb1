"""The user's verbs, one module each; the only place where the rooms meet."""
