"""Files that are built to do harm, one reader after the other."""
