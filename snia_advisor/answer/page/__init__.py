"""The parts of an advice on the screen."""
