"""Requests: put together, written as files, followed until they are answered."""
