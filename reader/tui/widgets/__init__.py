"""What draws: each widget owns its pixels, and tells the screen by messages what a person did with it."""
