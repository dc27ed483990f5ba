"""Reading the rule base: strict YAML with file:line, references resolved, hash, compiled form."""
