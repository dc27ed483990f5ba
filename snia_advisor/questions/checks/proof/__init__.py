"""Can an answer stand beside what forbids it? A proof by propagation, without a case."""
