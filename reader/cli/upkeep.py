"""Commands that look after a library: `dictionary`, `doctor`."""
