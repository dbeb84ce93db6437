"""Reads a page as a person does: what is shown and what is said aloud."""

from html.parser import HTMLParser

SAID = {"aria-label", "alt", "title", "placeholder", "content-for-people"}
NOT_SHOWN = {"style", "script"}


class Page(HTMLParser):
    """A page taken apart: its texts, its links, its headings and all its tags."""

    def __init__(self, answer):
        super().__init__()
        self.texts, self.links, self.tags = [], [], []
        self._inside = []
        self.html = answer.content.decode()
        self.feed(self.html)

    @property
    def text(self):
        return " ".join(self.texts)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.texts.extend(given[name] for name in SAID & given.keys())
        if tag == "a":
            self.links.append(given["href"])
        if tag not in {"meta", "link", "input", "path", "rect"}:
            self._inside.append(tag)

    def handle_endtag(self, tag):
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data):
        text = " ".join(data.split())
        if text and not NOT_SHOWN & set(self._inside):
            self.texts.append(text)
