"""The lists of restricted parties: what stands, how old it is, and how more comes in."""
