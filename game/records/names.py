"""Names of players and teams: which are taken, and when two are the same."""

from __future__ import annotations

import unicodedata

from game.records.errors import BadName

LONGEST = 40

# Joiners that scripts such as Persian and emoji need; every other format character is invisible or turns the
# direction of the text around it, which lets one name pass for another.
_JOINERS = "\u200c\u200d"
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def clean_name(text: str) -> str:
    """The name as it is kept: trimmed, composed (NFC), runs of blanks made one space.

    Raises: BadName where nothing visible is left, it is longer than 40 characters, or it holds a control,
    invisible or direction-changing character.
    """
    name = unicodedata.normalize("NFC", text.strip())
    for character in name:
        if character not in _JOINERS and unicodedata.category(character) in _REFUSED:
            raise BadName(
                f"A name cannot hold the character U+{ord(character):04X}: leave out control and invisible "
                "characters."
            )
    name = " ".join(name.split())
    if not name.strip(_JOINERS + " "):
        raise BadName("A name needs at least one letter or other visible character.")
    if len(name) > LONGEST:
        raise BadName(f"A name can have up to {LONGEST} characters; this one has {len(name)}.")
    return name


def fold_name(name: str) -> str:
    """What two spellings of one name have in common: case, width and joiners left out."""
    bare = name.translate(dict.fromkeys(map(ord, _JOINERS)))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", bare).casefold())
    return " ".join(folded.split())
