"""Why, why not, and the smallest change."""
