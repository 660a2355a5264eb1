"""Another copy of the review taken in, and what both changed settled."""
