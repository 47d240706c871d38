"""`python -m reader` is `tadmor`."""

from reader.cli import main

if __name__ == "__main__":
    main()
