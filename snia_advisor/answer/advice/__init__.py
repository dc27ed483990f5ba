"""From a case to a proved advice."""
