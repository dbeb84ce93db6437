"""Asks in the terminal, one thing at a time; keeps what was said, so that one may stop."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import fill
from typing import Any

from alongside.cli.setup import questions
from alongside.cli.setup.questions import Question
from alongside.cli.setup.reading import NotTaken
from alongside.cli.setup.words import say

KEPT = "setup-answers.json"
WIDTH = 80
BACK, STOP, YES = "back", "stop", "yes"


class Stopped(Exception):
    """The person stops here and goes on another time."""


class _Back(Exception):
    """The person wants to answer the question before once more."""


@dataclass
class Interview:
    """What was typed so far, and which questions that leaves."""

    data: Path
    today: int
    with_key: bool
    typed: dict[str, str] = field(default_factory=dict)
    # What was said before, offered again in brackets.
    before: dict[str, str] = field(default_factory=dict)

    def run(self) -> dict[str, Any]:
        """Ask everything and give the answers in the shape of a file; Stopped in between."""
        self._remember_before()
        print(say("again") if self.typed else say("hello", data=self.data))
        try:
            self._ask_open()
            self._confirm()
        except (EOFError, KeyboardInterrupt):
            print()
            raise Stopped from None
        return questions.told(self.typed, today=self.today)

    def _questions(self) -> list[Question]:
        return questions.questions(
            self.typed, data=self.data, today=self.today, with_key=self.with_key
        )

    def _ask_open(self) -> None:
        """Ask until nothing is open; an answer may open another question, or reopen one."""
        while (at := self._first_open()) is not None:
            try:
                self._ask(self._questions()[at])
            except _Back:
                self._forget(self._questions()[max(0, at - 1)].name)

    def _first_open(self) -> int | None:
        names = [question.name for question in self._questions()]
        return next((at for at, name in enumerate(names) if name not in self.typed), None)

    def _ask(self, question: Question) -> None:
        print(f"\n{_lines(question.ask)}\n{_lines(question.why, before='  ')}")
        offered = self.before.get(question.name, question.default)
        while True:
            text = self._input(f"[{offered}] " if offered else "")
            try:
                value = question.read(text or offered)
            except NotTaken as refusal:
                print(f"  {refusal}")
                continue
            self._note(question, value)
            return

    def _input(self, before: str) -> str:
        text = input(f"{before}> ").strip()
        if text.lower() == STOP:
            raise Stopped
        if text.lower() == BACK:
            raise _Back
        return text

    def _note(self, question: Question, value: Any) -> None:
        if question.name == "country" and self.before.get("country") != value:
            self._drop_lines()
        self.typed[question.name] = _as_typed(value)
        self._keep()

    def _confirm(self) -> None:
        while True:
            asked = self._questions()
            print(f"\n{say('summary')}")
            for number, question in enumerate(asked, start=1):
                shown = self.typed[question.name] if question.is_kept else _hidden(self.typed)
                print(f"  {number:2}. {question.ask} {shown}")
            try:
                word = self._input(f"\n{say('sure')} ").lower()
            except _Back:
                word = str(len(asked))
            if word == YES:
                return
            if not word.isdigit() or not 1 <= int(word) <= len(asked):
                print(f"  {say('which')}")
                continue
            self._forget(asked[int(word) - 1].name)
            self._ask_open()

    def _forget(self, name: str) -> None:
        """Let a question be asked again, with the answer before in brackets."""
        if name in self.typed:
            self.before[name] = self.typed.pop(name)

    def _drop_lines(self) -> None:
        """Another country has other help lines: what was said about the old ones is gone."""
        for said in (self.typed, self.before):
            for name in [name for name in said if name.startswith("line-")]:
                del said[name]

    def _remember_before(self) -> None:
        """Take up what was kept, as far as it still can be taken."""
        kept = self.before = _kept(self.data / KEPT)
        while (at := self._first_open()) is not None:
            question = self._questions()[at]
            try:
                value = question.read(kept[question.name])
            except (KeyError, NotTaken):
                return
            self.typed[question.name] = _as_typed(value)

    def _keep(self) -> None:
        secret = {question.name for question in self._questions() if not question.is_kept}
        said = {**self.before, **self.typed}
        kept = {name: value for name, value in said.items() if name not in secret}
        _write_for_owner(self.data / KEPT, json.dumps(kept, indent=2, ensure_ascii=False))


def forget(data: Path) -> None:
    """Delete what was kept between two sittings."""
    (data / KEPT).unlink(missing_ok=True)


def _lines(text: str, *, before: str = "") -> str:
    return fill(text, WIDTH, initial_indent=before, subsequent_indent=before)


def _as_typed(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _hidden(typed: dict[str, str]) -> str:
    return "(set)" if typed["mail_url"] else "later"


def _kept(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    texts = found.items() if isinstance(found, dict) else ()
    return {str(name): str(value) for name, value in texts}


def _write_for_owner(path: Path, text: str) -> None:
    aside = path.with_name(f"{path.name}.new")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    aside.replace(path)
