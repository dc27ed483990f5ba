"""What the program talks about: facts, rules, determinations, procedures, sources, cases, advices."""
