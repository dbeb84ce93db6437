"""How many years of school a Spanish sentence asks for: Crawford's formula for primary school.

A. N. Crawford, "A Spanish language Fry-type readability procedure: elementary level" (1984):
grade = -0.205 * sentences + 0.049 * syllables - 3.407, both for each hundred words.
"""

import re

from tests.words.grade import sentences_in

STRONG, WEAK, STRESSED_WEAK = "aeoáéó", "iuü", "íú"
_WORD = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+|[0-9]+")


def grade_es(text: str) -> float:
    """Give Crawford's grade of a Spanish text."""
    words = words_in_es(text)
    if not words:
        return 0.0
    syllables = sum(syllables_in_es(word) for word in words)
    per_hundred = 100 / len(words)
    return -0.205 * sentences_in(text) * per_hundred + 0.049 * syllables * per_hundred - 3.407


def words_in_es(text: str) -> list[str]:
    """Give the words of a text; a {parameter} counts as one short word."""
    return _WORD.findall(re.sub(r"\{[a-z_]+\}", "Ben", text))


def syllables_in_es(word: str) -> int:
    """Count the syllables of a Spanish word: strong vowels part, weak ones lean on them."""
    if word.isdigit():
        return 2
    plain = re.sub(r"(?<=[qg])u(?=[eiéí])", "", word.lower())
    plain = re.sub(r"y(?![aeiouáéíóú])", "i", plain)
    vowels = STRONG + WEAK + STRESSED_WEAK
    return max(1, sum(_nuclei(run) for run in re.findall(f"[{vowels}]+", plain)))


def _nuclei(vowels: str) -> int:
    heavy = sum(1 for one in vowels if one in STRONG + STRESSED_WEAK)
    return max(1, heavy)
