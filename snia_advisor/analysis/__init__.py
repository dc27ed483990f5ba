"""Static checks of the rule base."""
