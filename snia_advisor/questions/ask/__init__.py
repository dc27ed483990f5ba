"""Which question next, and what a typed answer means."""
