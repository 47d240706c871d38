"""What a face may ask for: the API that the desk, the command line and other programs use."""
