"""Word documents, and the two other formats of word processors: read as text with its layout, and written to."""
