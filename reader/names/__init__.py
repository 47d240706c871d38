"""One name taken apart, and two names compared."""
