"""The command line's verbs: files in, one outcome out."""
