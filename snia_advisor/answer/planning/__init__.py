"""One plan for the procedures of an advice: steps in order, papers once, the dates that matter."""
