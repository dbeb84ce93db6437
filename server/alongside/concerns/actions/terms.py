"""What the programme says at the desk: within how many days, who comes from a partner."""

from collections.abc import Collection

from django.db import transaction

from alongside.concerns.models import Partner, Terms
from alongside.concerns.queries import officers
from alongside.concerns.rules import LEAST_WITHIN, MOST_WITHIN, outside_of
from alongside.ground.refusal import Refused


class TermsDoNotFit(Refused):
    """Days or addresses that the page does not take."""

    code = "terms-do-not-fit"
    words = "Please give a number of days from 1 to 20, and up to five short addresses."


@transaction.atomic
def promise(*, answer_within: int, outside: str) -> None:
    """Promise an answer within so many working days; name where else somebody can turn."""
    if not LEAST_WITHIN <= answer_within <= MOST_WITHIN:
        raise TermsDoNotFit
    try:
        lines = outside_of(outside)
    except ValueError:
        raise TermsDoNotFit from None
    Terms.objects.update_or_create(
        pk=1, defaults={"answer_within": answer_within, "outside": lines}
    )


@transaction.atomic
def name_partners(accounts: Collection[int], *, today: int) -> None:
    """Say who of the officers comes from a partner organisation; nobody else is named."""
    here = {one.account.pk for one in officers(today=today)}
    Partner.objects.all().delete()
    Partner.objects.bulk_create(Partner(account_id=pk) for pk in sorted(here & set(accounts)))
