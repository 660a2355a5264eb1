"""What a passphrase does to the file: keys, pages, a new key."""
