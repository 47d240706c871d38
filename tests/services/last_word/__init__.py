"""A person's verdicts, on five made-up articles."""
