"""The contributor's side: a packet opened, answered and returned in the same window."""
