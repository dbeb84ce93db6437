"""Attack 11: a house that rewrites, forks or stretches the list of who is who is found out."""

from dataclasses import replace

import pytest

from pse import audit
from pse.conversation import Conversation
from pse.epoch import epoch_bytes
from pse.headers import Headers
from pse.key_log import EMPTY, REVOKED, KeyLog, Leaf, endorsement_leaf, key_leaf, who_of
from pse.key_record import first_key_record, kr_hash_of
from pse.note import sign_checkpoint
from pse.promise import agreement_hash
from pse.refusal import LogBehind, LogTrouble, Trouble
from pse.signing import sign, verify_key_of
from pse.talking import ask
from pse.vectors.key_logs import LOG, endorsement, lines, revoked_leaf
from pse.vectors.scene import DAY, HOME, LOG_SEED, NOON, SENTENCES, Ledger, newcomer
from pse.wrapping import wrap_key_of

SERVERS_OWN = b"the server's own seed, 32 bytes!"


class House:
    """Signs whatever list it likes."""

    def __init__(self, leaves=None):
        self.leaves = lines() if leaves is None else leaves

    def told(self, known=EMPTY):
        """What a room reads after what it knows."""
        note = sign_checkpoint(LOG_SEED, HOME, KeyLog(self.leaves).at())
        fresh = self.leaves[known.size :]
        return audit.read_on(known, fresh, note, home=HOME, log_key=LOG)


@pytest.fixture
def ada():
    return newcomer("ada").person


@pytest.fixture
def ben():
    return newcomer("ben").person


@pytest.fixture
def house():
    return House()


def cause_of(check, *given):
    with pytest.raises(LogTrouble) as trouble:
        check(*given)
    return trouble.value.cause


def test_11_ada_reads_an_honest_list_and_goes_on(house, ada, ben):
    log = house.told()
    audit.check_grown(log, [KeyLog(house.leaves[:4]).at()])
    audit.check_own(log, ada.account_id, ada.records)
    audit.check_other(log, ben.records)
    audit.check_endorsed(log, HOME, endorsement())


def test_11_a_shrunk_list_is_found_out_at_the_next_visit(house):
    seen = house.told().at()
    house.leaves = house.leaves[:-1]

    assert cause_of(audit.check_grown, house.told(), [seen]) == "log-rewritten"


def test_11_an_old_line_that_was_changed_is_found_out(house):
    seen = house.told().at(6)
    house.leaves[5] = replace(house.leaves[5], hash=b"f" * 32)

    assert cause_of(audit.check_grown, house.told(), [seen]) == "log-rewritten"


def test_11_two_lines_that_changed_places_are_found_out(house):
    seen = house.told().at()
    house.leaves[4], house.leaves[5] = house.leaves[5], house.leaves[4]

    assert cause_of(audit.check_grown, house.told(), [seen]) == "log-rewritten"


def test_11_a_list_that_forks_while_a_room_is_open_is_found_out(house):
    known = house.told()
    house.leaves = [*reversed(house.leaves), Leaf(1, b"n" * 31, b"n" * 32)]

    assert cause_of(house.told, known) == "log-other"


def test_11_a_line_about_ada_that_she_did_not_make_is_shown_to_her(house, ada):
    house.leaves.append(key_leaf(ada.account_id, b"x" * 32))

    assert cause_of(audit.check_own, house.told(), ada.account_id, ada.records) == "log-added"


def test_11_another_line_in_place_of_hers_is_shown_to_her(house, ada):
    house.leaves[0] = key_leaf(ada.account_id, b"x" * 32)

    assert cause_of(audit.check_own, house.told(), ada.account_id, ada.records) == "log-added"


def test_11_her_line_may_not_be_left_out(house, ada):
    del house.leaves[0]

    cause = cause_of(audit.check_own, house.told(), ada.account_id, ada.records)
    assert cause == "log-missing"


def test_11_keys_that_are_not_in_the_list_are_not_used(house):
    swapped = first_key_record(
        ik_seed=SERVERS_OWN,
        ik=verify_key_of(SERVERS_OWN),
        ek=wrap_key_of(SERVERS_OWN),
        rand=bytes(16),
        day=DAY,
    )

    assert cause_of(audit.check_other, house.told(), [swapped]) == "log-keys"


def test_11_older_keys_than_the_lists_newest_are_not_used(house, ben):
    house.leaves.append(key_leaf(ben.account_id, b"n" * 32))

    assert cause_of(audit.check_other, house.told(), ben.records) == "log-keys"


def test_11_a_word_the_list_does_not_hold_does_not_count(house):
    house.leaves.remove(endorsement_leaf(HOME, endorsement()))

    assert cause_of(audit.check_endorsed, house.told(), HOME, endorsement()) == "log-keys"


def test_11_a_word_that_was_taken_back_does_not_count_again(house, ben):
    house.leaves.append(revoked_leaf())
    assert cause_of(audit.check_endorsed, house.told(), HOME, endorsement()) == "log-keys"

    house.leaves.append(endorsement_leaf(HOME, endorsement()))
    assert cause_of(house.told) == "log-other"


def test_11_a_revocation_of_somebody_else_takes_nothing_from_ben(house, ada):
    house.leaves.append(Leaf(REVOKED, who_of(ada.account_id), b"r" * 32))

    audit.check_endorsed(house.told(), HOME, endorsement())


class Talk:
    """Ada asks Ben with one list in view, and Ben reads it with another."""

    def __init__(self, ada, ben, *, hers):
        self.ada, self.ben = ada, ben
        self.begun = ask(
            ada,
            ben.record,
            sentences=SENTENCES,
            retention=12,
            hello="Hello Ben.",
            name="Ada",
            day=DAY,
            ts=NOON,
            log=hers,
        )
        self.ledger = Ledger(self.begun.conv)
        self.ledger.store(self.begun.frame)

    def read_by_ben(self, log):
        headers = Headers(
            conv=self.begun.conv,
            rand=self.begun.rand,
            agreement_hash=agreement_hash(SENTENCES),
            reader=self.ben.reader(),
            people={one.account_id: one.records for one in (self.ada, self.ben)},
            kept=12,
            log=log,
        )
        conversation = Conversation(headers, today=DAY)
        for frame in self.ledger.follow(self.ben.account_id):
            conversation.take(frame)
        return conversation


def test_11_both_saw_the_same_list_and_they_talk(house, ada, ben):
    talk = Talk(ada, ben, hers=house.told().at(5))

    assert talk.read_by_ben(house.told()).headers.first.log_size == 5


def test_11_a_fork_shows_when_one_reads_the_other(house, ada, ben):
    hers = House([key_leaf(ada.account_id, b"x" * 32), *lines()]).told().at()
    talk = Talk(ada, ben, hers=hers)
    bens = House([*lines(), Leaf(1, b"n" * 31, b"n" * 32), Leaf(1, b"m" * 31, b"m" * 32)])

    with pytest.raises(Trouble, match="another log"):
        talk.read_by_ben(bens.told())


def test_11_who_has_read_less_reads_on_first_and_nothing_is_lost(house, ada, ben):
    talk = Talk(ada, ben, hers=house.told().at())
    with pytest.raises(LogBehind):
        talk.read_by_ben(KeyLog(lines()[:5]))

    talk.read_by_ben(house.told())


def test_11_a_header_from_before_there_was_a_list_stays_good(house, ada, ben):
    talk = Talk(ada, ben, hers=EMPTY.at())

    talk.read_by_ben(house.told())


def test_11_the_size_and_root_are_signed_with_the_header(house, ada, ben):
    talk = Talk(ada, ben, hers=house.told().at(5))
    head = talk.ledger.log[0]
    other = replace(head.header, log_size=6, log_root=house.told().at(6).root)
    talk.ledger.log[0] = replace(head, header=other)

    with pytest.raises(Trouble):
        talk.read_by_ben(house.told())
    assert sign(ada.ik_seed, epoch_bytes(other)) != head.eh_sig


def test_11_the_lines_of_the_scene_are_the_ones_people_made(ada):
    assert lines()[0] == key_leaf(ada.account_id, kr_hash_of(ada.record))
