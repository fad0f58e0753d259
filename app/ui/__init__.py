"""The window: shows values, announces what a person did, decides nothing."""
