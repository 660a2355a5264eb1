"""The program opened without a file: make, open, look at the sample."""
