"""One thread that reads, with a connection of its own, so that no reading holds up the wire."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from .driver import Driver

Answer = TypeVar("Answer")


class Reader:
    """Answers questions one after another; each sees the tables at one moment."""

    def __init__(self, connect: Callable[[], Driver]) -> None:
        self._connect = connect
        self._db: Driver | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reader")

    async def ask(self, question: Callable[[Driver], Answer]) -> Answer:
        """Run a question in the thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._answer, question)

    async def answers(self, *, within: float) -> bool:
        """Say whether the database answers, soon."""
        try:
            async with asyncio.timeout(within):
                return await self.ask(lambda db: db.rows("SELECT 1")) != []
        except Exception:  # whatever it is, it is no answer
            return False

    def close(self) -> None:
        """Stop after the question that is being answered."""
        self._thread.submit(self._let_go)
        self._thread.shutdown(wait=True, cancel_futures=False)

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

    def _let_go(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None
