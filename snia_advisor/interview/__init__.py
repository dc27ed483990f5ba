"""Which question next, why it is asked, and what a typed answer means."""
