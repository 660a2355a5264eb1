"""What is taken out for good."""
