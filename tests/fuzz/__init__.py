"""Inputs that no person would write, and those that once broke a reader."""
