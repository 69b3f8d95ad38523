"""Run the handbook command: python -m handbook."""

from handbook.cli import main

if __name__ == "__main__":
    main()
