"""`{% t "id" name=value %}` puts a sentence of the catalogue on the page."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import conditional_escape

from alongside.ground import clock
from alongside.web.words import DEFAULT, language_for, say

register = template.Library()


@register.simple_tag(takes_context=True)
def t(context: Context, key: str, **parameters: Any) -> str:
    """Give the sentence for an id in the reader's language."""
    return conditional_escape(say(key, language_of(context), **parameters))


@register.simple_tag(takes_context=True)
def day(context: Context, number: int) -> str:
    """Give a day (whole days since 1970) as people say it."""
    return say_day(number, language_of(context))


@register.simple_tag(takes_context=True)
def lang(context: Context) -> str:
    """Give the language of the page for its first line."""
    return language_of(context)


@register.filter
def site(address: str) -> str:
    """Give an address as people read it: without its scheme and last stroke."""
    return address.removeprefix("https://").removesuffix("/")


def say_day(number: int, language: str) -> str:
    """Give a day (whole days since 1970) as people say it in a language."""
    date = clock.date_of(number)
    month = say(f"month.{date.month}", language)
    return say("date.words", language, month=month, day=date.day, year=date.year)


def language_of(context: Context) -> str:
    """Give the reader's language; pages that know no request speak the first one."""
    request = context.get("request")
    return language_for(request.headers.get("Accept-Language", "")) if request else DEFAULT
