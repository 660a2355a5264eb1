"""A damaged file looked over, and what can be read of it."""
