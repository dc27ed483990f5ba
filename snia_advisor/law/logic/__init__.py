"""Conditions, comparisons and the evaluator: the specification of the logic."""
