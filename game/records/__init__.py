"""What is kept: players, teams, attempts, boards.

Importing this package, or its `errors`, `names` and `urls`, is cheap; `store` brings in the database toolkit.
"""
