"""The formats in which authorities publish their lists, each read row by row."""
