"""What words are written in one."""
