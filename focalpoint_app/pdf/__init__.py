"""Block trees onto pages; signing and verifying."""
