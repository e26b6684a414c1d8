"""Start the game, or one of its commands, from a checkout: `python main.py [COMMAND …]`."""

from game.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
