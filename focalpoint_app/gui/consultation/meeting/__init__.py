"""Meetings: a question large on the wall, what is said typed beside it."""
