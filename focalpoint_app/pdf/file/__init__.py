"""The PDF file itself: objects, archive entries, bookmarks, what is drawn."""
