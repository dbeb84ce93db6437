"""What a room checks of the key log at every signing-in, and a witness too (section 13).

A LogTrouble's `cause` says what does not fit:
log-other      the lines are not the ones that were signed
log-rewritten  what was seen before is not the beginning of what is there now
log-added      a line about me that I did not make, or another order
log-missing    a line that I made is not there
log-fork       somebody else was shown another log
log-keys       somebody's keys, or the word for them, are not what the log says
"""

from collections.abc import Iterable, Sequence

from .endorsement import Endorsement
from .epoch import Epoch
from .key_log import KeyLog, Leaf
from .key_record import KeyRecord, kr_hash_of
from .merkle import LogAt
from .note import read_checkpoint
from .refusal import LogBehind, LogTrouble, Refused


def read_on(
    log: KeyLog, fresh: Iterable[Leaf], note: str, *, home: bytes, log_key: bytes
) -> KeyLog:
    """The log with the lines that follow, if the log key signed exactly these."""
    grown = KeyLog([*log.leaves, *fresh])
    try:
        signed = read_checkpoint(note, home=home, log_key=log_key)
    except Refused as refusal:
        raise LogTrouble("log-other", str(refusal)) from refusal
    if signed.size < log.size:
        raise LogTrouble("log-rewritten", "the log is shorter than it was")
    if signed != grown.at():
        raise LogTrouble("log-other", "other lines than the signed ones")
    return grown


def check_grown(log: KeyLog, before: Iterable[LogAt]) -> None:
    """Return if the log continues everything that was seen of it; LogTrouble else."""
    for seen in before:
        if not log.holds(seen):
            raise LogTrouble("log-rewritten", "the log does not continue what was seen")


def check_own(log: KeyLog, account_id: bytes, records: Sequence[KeyRecord]) -> None:
    """Return if the lines about me are exactly the keys I made; LogTrouble else."""
    mine, logged = [kr_hash_of(record) for record in records], log.keys_of(account_id)
    if logged == mine:
        return
    if len(logged) < len(mine) and logged == mine[: len(logged)]:
        raise LogTrouble("log-missing", "my keys are not in the log")
    raise LogTrouble("log-added", "the log holds keys that I did not make")


def check_other(log: KeyLog, records: Sequence[KeyRecord]) -> None:
    """Return if somebody's keys are exactly those of the log; LogTrouble else."""
    told = [kr_hash_of(record) for record in records]
    if not records or log.keys_of(records[0].account_id) != told:
        raise LogTrouble("log-keys", "these keys are not the ones in the log")


def check_endorsed(log: KeyLog, home: bytes, endorsement: Endorsement) -> None:
    """Return if the programme's word is in the log and was not taken back; LogTrouble else."""
    if not log.stands_behind(home, endorsement):
        raise LogTrouble("log-keys", "this endorsement is not in the log, or was taken back")


def check_header(log: KeyLog, header: Epoch) -> None:
    """Return if a header's author saw the same log; LogBehind if more has to be read first."""
    if header.log_size > log.size:
        raise LogBehind("the author has read more of the log")
    if not log.holds(LogAt(header.log_root, header.log_size)):
        raise LogTrouble("log-fork", "the author was shown another log")
