"""The desk: the Textual application. Nothing below this floor imports Textual."""
