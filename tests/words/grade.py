"""How many years of school a sentence asks for: Flesch-Kincaid, with our count of syllables."""

import re

VOWELS = "aeiouy"
# Words the rules below count wrongly, with what people say.
SPOKEN = {
    "alongside": 3,
    "anyone": 3,
    "area": 3,
    "being": 2,
    "create": 2,
    "created": 3,
    "creates": 2,
    "does": 1,
    "doing": 2,
    "email": 2,
    "every": 2,
    "everyone": 3,
    "everything": 3,
    "everywhere": 3,
    "going": 2,
    "idea": 3,
    "json": 2,
    "maybe": 2,
    "people": 2,
    "reload": 2,
    "retry": 2,
    "science": 2,
    "seeing": 2,
    "some": 1,
    "someone": 2,
    "something": 2,
    "sometimes": 2,
    "somewhere": 2,
    "therefore": 2,
    "whole": 1,
}
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|[0-9]+")
_END = re.compile(r"[.!?:]+(?:\s|$)")


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade of a text."""
    words = words_in(text)
    if not words:
        return 0.0
    syllables = sum(syllables_in(word) for word in words)
    return 0.39 * len(words) / sentences_in(text) + 11.8 * syllables / len(words) - 15.59


def words_in(text: str) -> list[str]:
    """Give the words of a text; a {parameter} counts as one short word."""
    return _WORD.findall(re.sub(r"\{[a-z_]+\}", "Ben", text))


def sentences_in(text: str) -> int:
    """Count sentences; a text without an end is one."""
    return max(1, len(_END.findall(text)))


def syllables_in(word: str) -> int:
    """Count the syllables of an English word."""
    plain = word.lower().replace("'", "")
    if plain in SPOKEN:
        return SPOKEN[plain]
    if "-" in plain:
        return sum(syllables_in(part) for part in plain.split("-") if part)
    if plain.isdigit():
        return 1
    return max(1, _sounds(_without_silent_end(plain)))


def _sounds(word: str) -> int:
    groups = re.findall(f"[{VOWELS}]+", word)
    split = len(
        re.findall(
            r"(?<![ct])i[ao](?!us|n)|iet|client|eo(?!p)|[^q]ua|uo(?!y)|ying|eing|oing", word
        )
    )
    return len(groups) + split


def _without_silent_end(word: str) -> str:
    """Drop letters at the end that are written but not said."""
    if re.search(r"[^td]ed$", word) and not re.search(r"[aeiou]ed$|[^aeioul]led$", word):
        return word[:-2] + "d"
    if re.search(r"[^aeiouysxz]es$", word) and not re.search(r"(?:[cg]|sh|ch)es$", word):
        return word[:-2] + "s"
    if re.search(r"[aeiouy][^aeiouy]+e$", word) and not re.search(r"[^aeiouy]le$", word):
        return word[:-1]
    return re.sub(
        r"(?<=[a-z]e)ly$", "ly", re.sub(r"(?<=[^aeiou])e(?=(?:ly|less|ful|ment)$)", "", word)
    )
