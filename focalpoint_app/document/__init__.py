"""Every document as a tree of blocks, knowing no format."""
