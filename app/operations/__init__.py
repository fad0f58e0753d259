"""The verbs that both skins use: open, answer and save, render and record, import and export."""
