"""How hard a text is to read: the grade of Flesch and Kincaid, for English."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_SENTENCE = re.compile(r"[.!?…]+(?=[\s\"'’”)]|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^sxzaeiou]es|[^aeiouy]ely|[^aeiouy]eless)$")


def syllables(word: str) -> int:
    """About how many syllables an English word has: groups of vowels, without a silent e."""
    plain = word.lower().replace("’", "'").split("'")[0]
    count = len(_VOWELS.findall(plain))
    if count > 1 and _SILENT.search(plain):
        count -= 1
    return max(count, 1)


def count_words(text: str) -> int:
    """How many words a text has, numbers among them."""
    return len(text.split())


def grade(texts: list[str]) -> tuple[float, int]:
    """The school grade, in years, that texts read at, and how many words they have.

    0.39 · words per sentence + 11.8 · syllables per word - 15.59 (Kincaid, Fishburne, Rogers and Chissom
    1975). Each text ends a sentence. Without a word the grade is 0.
    """
    words = [word for text in texts for word in _WORD.findall(text)]
    if not words:
        return 0.0, 0
    sentences = sum(max(1, len(_SENTENCE.findall(text.strip()))) for text in texts if _WORD.search(text))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59, len(words)
