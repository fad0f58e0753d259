"""What memo and plan have in common: the assessment read once, and words for what it says."""
