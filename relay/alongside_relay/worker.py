"""One thread that reads, with a connection of its own, so that no reading holds up the wire."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from queue import PriorityQueue
from typing import Any, TypeVar

from .driver import Driver

Answer = TypeVar("Answer")
AT_THE_DOOR, INSIDE, THE_LAST = range(3)
Question = Callable[[Driver], Any]


class Reader:
    """Answers questions one after another; each sees the tables at one moment.

    Whoever stands at the door is answered before those who catch up: a storm of the ones must
    not keep the others waiting until they give up and come again.
    Its thread is a daemon: a database that stands still must not keep the process from ending.
    """

    def __init__(self, connect: Callable[[], Driver]) -> None:
        self._connect = connect
        self._db: Driver | None = None
        self._asked: PriorityQueue[tuple[int, int, Question | None, Future[Any]]]
        self._asked = PriorityQueue()
        self._count = count()
        self._thread = threading.Thread(target=self._run, name="reader", daemon=True)
        self._is_closed = False

    async def ask(
        self, question: Callable[[Driver], Answer], *, is_at_the_door: bool = False
    ) -> Answer:
        """Run a question in the thread."""
        if self._is_closed:
            raise RuntimeError("the reader has stopped")
        if self._thread.ident is None:
            self._thread.start()
        answer: Future[Answer] = Future()
        turn = AT_THE_DOOR if is_at_the_door else INSIDE
        self._asked.put((turn, next(self._count), question, answer))
        return await asyncio.wrap_future(answer)

    async def answers(self, *, within: float) -> bool:
        """Say whether the database answers, soon."""
        try:
            async with asyncio.timeout(within):
                return await self.ask(lambda db: db.rows("SELECT 1")) != []
        except Exception:  # whatever it is, it is no answer
            return False

    def close(self, *, within: float) -> None:
        """Stop after the questions that were asked, or without their answers."""
        self._is_closed = True
        self._asked.put((THE_LAST, next(self._count), None, Future()))
        if self._thread.is_alive():
            self._thread.join(within)

    def _run(self) -> None:
        while True:
            _, _, question, answer = self._asked.get()
            if question is None:
                break
            if answer.set_running_or_notify_cancel():  # nobody waits for it otherwise
                try:
                    answer.set_result(self._answer(question))
                except BaseException as failure:
                    answer.set_exception(failure)
        if self._db is not None:
            self._db.close()

    def _answer(self, question: Callable[[Driver], Answer]) -> Answer:
        if self._db is None:
            self._db = self._connect()
        try:
            self._db.begin_reading()
            answer = question(self._db)
            self._db.rollback()
        except Exception:
            self._db.close()  # the next question finds a fresh connection
            raise
        return answer
