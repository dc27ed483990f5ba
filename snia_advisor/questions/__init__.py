"""One room a question that a person asks, or that a keeper of the rules asks."""
