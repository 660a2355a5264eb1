"""What keeps the file whole, apart and closed."""
