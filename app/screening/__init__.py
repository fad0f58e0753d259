"""Names against restricted-party lists."""
