"""Pictures of a document, drawn from numbers alone; regions, classes and names come in as data."""
