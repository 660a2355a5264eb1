"""Where the review stands, and the State it belongs to."""
