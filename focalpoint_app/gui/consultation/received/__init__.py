"""Replies that came back: taken in, judged, their loose text assigned."""
