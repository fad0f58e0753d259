"""The commands: the same verbs as the window, for scripts and people at a terminal."""
