from tests.cli.conftest import moments, program

__all__ = ["moments", "program"]
