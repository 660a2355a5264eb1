"""What things are and the rules about them: pure values and functions."""
