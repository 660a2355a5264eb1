"""How far the consultation is, and who is holding it up."""
