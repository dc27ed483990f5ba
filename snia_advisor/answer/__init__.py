"""One case before the law: decided, dated, explained, said."""
