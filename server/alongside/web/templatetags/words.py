"""`{% t "id" name=value %}` puts a sentence of the catalogue on the page."""

from dataclasses import dataclass
from typing import Any

from babel.dates import format_date, format_skeleton
from django import template
from django.template import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from alongside.ground import clock
from alongside.ground.languages import NAMES
from alongside.web.language import Choice, choices, reader_language
from alongside.web.words import DEFAULT, PSEUDO, say

register = template.Library()


@register.simple_tag(takes_context=True)
def t(context: Context, key: str, **parameters: Any) -> str:
    """Give the sentence for an id in the reader's language."""
    return conditional_escape(say(key, language_of(context), **parameters))


@register.simple_tag(takes_context=True)
def t_of(context: Context, group: str, name: str) -> str:
    """Give the sentence of one thing in a group of sentences."""
    return conditional_escape(say(f"{group}.{name}", language_of(context)))


@register.simple_tag(takes_context=True)
def ticks(context: Context, *groups: list[str]) -> str:
    """Give what people ticked, facts and languages, in a row of words."""
    spoken = language_of(context)
    return ", ".join(say(f"fact.{id}", spoken) for group in groups for id in group)


@register.simple_tag(takes_context=True)
def day(context: Context, number: int) -> str:
    """Give a day (whole days since 1970) as people say it."""
    return say_day(number, language_of(context))


@register.simple_tag(takes_context=True)
def quarter_is(context: Context, number: int) -> str:
    """Say the month in which a quarter (of 91 days, since 1970) begins."""
    reader = language_of(context)
    spoken = DEFAULT if reader == PSEUDO else reader
    words = format_skeleton("yMMM", clock.date_of(number * 91), locale=spoken)
    said = say("desk.doing.from", reader, month=words)
    return conditional_escape(said)


@register.simple_tag(takes_context=True)
def lang(context: Context) -> str:
    """Give the language of the page for its first line."""
    return language_of(context)


@dataclass(frozen=True)
class Spoken:
    """The language of a part of the page, marked where it is another than the page's own."""

    language: str
    mark: SafeString


@register.simple_tag(takes_context=True)
def spoken_in(context: Context, language: str) -> Spoken:
    """Say in which language a part of the page speaks."""
    reader = language_of(context)
    if language in {reader, ""} or reader == PSEUDO:
        return Spoken(reader, SafeString(""))
    return Spoken(language, format_html(' lang="{}"', language))


@register.simple_tag
def t_as(spoken: Spoken, key: str, **parameters: Any) -> str:
    """Give the sentence for an id in the language of a part of the page."""
    return conditional_escape(say(key, spoken.language, **parameters))


@register.simple_tag(takes_context=True)
def languages(context: Context) -> list[Choice]:
    """Give the languages this page can be read in."""
    request = context.get("request")
    return choices(request) if request else []


@register.simple_tag
def further_languages(*keys: str) -> list[dict[str, object]]:
    """Give sentences in every language but the first: some pages cannot know their reader."""
    others = (code for code in NAMES if code != DEFAULT)
    return [{"code": code, "said": [say(key, code) for key in keys]} for code in others]


@register.filter
def site(address: str) -> str:
    """Give an address as people read it: without its scheme and last stroke."""
    return address.removeprefix("https://").removesuffix("/")


def say_day(number: int, language: str) -> str:
    """Give a day (whole days since 1970) as people say it in a language."""
    spoken = DEFAULT if language == PSEUDO else language
    words = format_date(clock.date_of(number), format="long", locale=spoken)
    return f"[!! {words} !!]" if language == PSEUDO else words


def language_of(context: Context) -> str:
    """Give the reader's language; pages that know no request speak the first one."""
    request = context.get("request")
    return reader_language(request) if request else DEFAULT
