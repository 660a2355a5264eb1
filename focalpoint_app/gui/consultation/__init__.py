"""Who is asked, what was asked, what came back, and who is late."""
