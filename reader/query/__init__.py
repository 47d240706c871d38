"""The filter's grammar: one language for the desk, the command line and export."""
