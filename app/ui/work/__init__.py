"""The open assessment: rail, pages, panel, why, review, documents."""
