"""An open review and what is done in it."""
