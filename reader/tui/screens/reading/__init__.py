"""The reading room: the screen, and what its commands do, each part by itself."""
