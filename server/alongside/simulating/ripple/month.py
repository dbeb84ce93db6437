"""One month of a programme: everything that happens to everybody in it, in one fixed order."""

import numpy as np

from alongside.simulating.ripple.assumptions import (
    DEEPEST,
    FIRST_MONTHS,
    MOST_OPEN,
    NO_STEP,
    SPECIALIST,
    THANKS,
    WELCOMING,
    Assumptions,
)
from alongside.simulating.ripple.people import (
    AROUND,
    GONE,
    NEVER,
    SUPPORTED,
    WAITING,
    Chance,
    Column,
    People,
    Places,
)


def live(people: People, assumed: Assumptions, *, month: int, chance: Chance) -> None:
    """Live one month."""
    _invite(people, assumed, month, chance)
    _come_by_themselves(people, assumed, month, chance)
    _give_up(people, assumed, month, chance)
    _begin(people, month, chance)
    _end(people, assumed, month, chance)
    _walk_the_path(people, assumed, month, chance)
    _stop(people, assumed, month, chance)
    _leave(people, assumed, month, chance)


def _drawn(places: Places, likely: float, chance: Chance) -> Places:
    """Give those of `places` it happens to: as many as it would be one by one."""
    if not len(places):
        return places
    many = chance.binomial(len(places), likely)
    return places[chance.choice(len(places), many, replace=False, shuffle=False)]


def _where(mask: np.ndarray) -> Places:
    return np.flatnonzero(mask).astype(np.int32)


def _come(people: People, many: int, month: int) -> slice:
    """Let the next ones in, to the end of the queue."""
    new = slice(people.here, people.here + many)
    people.state[new] = WAITING
    people.came[new] = month
    people.here += many
    people.queue = np.concatenate(
        (people.queue, np.arange(new.start, new.stop, dtype=np.int32))
    )
    return new


def _invite(people: People, assumed: Assumptions, month: int, chance: Chance) -> None:
    """Open invitations, three at most; of open ones some bring somebody, some lapse."""
    here = _where(people.state[: people.here] != GONE)
    free = MOST_OPEN - people.open_invites[here]
    open_now = people.open_invites[here] + chance.binomial(free, assumed.invites)
    some = open_now > 0
    here, open_now = here[some], open_now[some]
    yet_to_come = len(people.state) - people.here
    likely = assumed.invited_comes * yet_to_come / len(people.state)
    come = chance.binomial(open_now, likely)
    lapse = chance.binomial(open_now - come, assumed.invite_lapses)
    people.open_invites[here] = open_now - come - lapse
    brings = _at_most(come, yet_to_come)
    inviters = here.repeat(brings)
    new = _come(people, len(inviters), month)
    people.was_invited[new] = True
    _remember(people.brought_any, inviters, month)
    # Both ends let it be counted, or it is not.
    _remember(people.brought, inviters[people.lot[new] < assumed.counted], month)


def _remember(column: Column, places: Places, month: int) -> None:
    """Keep the first month something happened to somebody."""
    column[places[column[places] == NEVER]] = month


def _at_most(come: np.ndarray, most: int) -> np.ndarray:
    """Cut off whoever would come after the last one who can."""
    total = come.cumsum()
    return np.clip(come - np.maximum(total - most, 0), 0, None) if len(come) else come


def _come_by_themselves(
    people: People, assumed: Assumptions, month: int, chance: Chance
) -> None:
    yet_to_come = len(people.state) - people.here
    _come(people, int(chance.binomial(yet_to_come, assumed.comes)), month)


def _give_up(people: People, assumed: Assumptions, month: int, chance: Chance) -> None:
    gone = _drawn(people.queue, assumed.gives_up_waiting, chance)
    if len(gone):
        _go(people, gone, month)
        people.gave_up[gone] = True
        people.queue = people.queue[people.state[people.queue] == WAITING]


def _begin(people: People, month: int, chance: Chance) -> None:
    """Give free seats to whoever waits longest; seats are mixed."""
    specialists = _where(people.role[: people.here] == SPECIALIST)
    free = np.maximum(people.seats - people.load[specialists], 0)
    seats = specialists.repeat(free)
    many = min(len(seats), len(people.queue))
    clients, people.queue = people.queue[:many], people.queue[many:]
    supporters = chance.permutation(seats)[:many] if many else seats[:0]
    people.state[clients] = SUPPORTED
    people.supporter[clients] = supporters
    people.load += np.bincount(supporters, minlength=len(people.load)).astype(np.int32)
    first = people.began[clients] == NEVER
    new, theirs = clients[first], supporters[first]
    people.began[new] = month
    people.generation[new] = np.minimum(people.generation[theirs] + 1, DEEPEST)


def _end(people: People, assumed: Assumptions, month: int, chance: Chance) -> None:
    supported = _where(people.state[: people.here] == SUPPORTED)
    over = _drawn(supported, assumed.support_ends, chance)
    _free_seats(people, over)
    people.state[over] = AROUND
    people.ended[over] = month
    held = over[people.role[over] >= WELCOMING]
    people.gave[held] = month


def _walk_the_path(people: People, assumed: Assumptions, month: int, chance: Chance) -> None:
    """A step ahead or back; never in the first six months or in a month with a bad day."""
    began = people.began[: people.here]
    state = people.state[: people.here]
    may = (began != NEVER) & (month - began >= FIRST_MONTHS) & (state != GONE)
    may &= (state != WAITING) & (people.role[: people.here] != SPECIALIST)
    able = _where(may)
    people.bad[: people.here] = False
    people.bad[_drawn(able, assumed.bad_month, chance)] = True
    role = people.role[able]
    lot = chance.random(len(able), np.float32)
    ahead = able[(lot < _steps(assumed)[role]) & ~people.bad[able]]
    # Nobody stands behind somebody as a specialist while they are supported themselves.
    ahead = ahead[(people.role[ahead] != SPECIALIST - 1) | (people.state[ahead] != SUPPORTED)]
    back = able[(lot > 1 - assumed.steps_back) & (role > THANKS)]
    people.role[back] -= 1
    people.role[ahead] += 1
    now = people.role[ahead]
    first = people.reached[now, ahead] == NEVER
    people.reached[now[first], ahead[first]] = month
    _remember(people.gave, ahead[(now >= WELCOMING) & (people.ended[ahead] != NEVER)], month)


def _steps(assumed: Assumptions) -> np.ndarray:
    ahead = (
        assumed.says_thanks,
        assumed.welcomes,
        assumed.co_hosts,
        assumed.is_trained,
        assumed.is_endorsed,
        0.0,
    )
    return np.array(ahead, np.float32)


def _stop(people: People, assumed: Assumptions, month: int, chance: Chance) -> None:
    """Some specialists stop; whoever they supported waits again, before everybody else."""
    specialists = _where(people.role[: people.here] == SPECIALIST)
    stopping = _drawn(specialists, assumed.specialist_stops, chance)
    if not len(stopping):
        return
    is_stopping = np.zeros(people.here, np.bool_)
    is_stopping[stopping] = True
    supported = _where(people.state[: people.here] == SUPPORTED)
    left = supported[is_stopping[people.supporter[supported]]]
    people.state[left] = WAITING
    people.queue = np.concatenate((left, people.queue))
    people.load[stopping] = 0
    people.role[stopping] = NO_STEP
    _go(people, stopping, month)


def _leave(people: People, assumed: Assumptions, month: int, chance: Chance) -> None:
    """Some whose support has ended close their place; who gives support stays longer."""
    around = _where(
        (people.state[: people.here] == AROUND) & (people.role[: people.here] != SPECIALIST)
    )
    gives = people.role[around] >= WELCOMING
    _go(people, _drawn(around[gives], assumed.leaves / 2, chance), month)
    _go(people, _drawn(around[~gives], assumed.leaves, chance), month)


def _free_seats(people: People, clients: Places) -> None:
    seats = people.supporter[clients]
    people.load -= np.bincount(seats, minlength=len(people.load)).astype(np.int32)
    people.supporter[clients] = NEVER


def _go(people: People, going: Places, month: int) -> None:
    people.state[going] = GONE
    people.open_invites[going] = 0
    people.left[going] = month
