"""The controls that every screen is made of: each shows one value and announces one thing."""
