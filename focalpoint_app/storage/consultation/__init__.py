"""Who is asked, what was sent, what came back, what was made of it."""
