"""That two people ever knew each other is forgotten too."""

from django.db.models import Q

from alongside.relationships.models import Agreement, Handover, Invite, Relationship


def forget_relationship(relationship: Relationship) -> None:
    """Delete what is left of it: what both signed, who was asked to take over, its link."""
    about = Q(relationship=relationship) | Q(made=relationship)
    Handover.objects.filter(about).delete()
    Invite.objects.filter(used_by=relationship).delete()
    Agreement.objects.filter(relationship=relationship).delete()
    Relationship.objects.filter(pk=relationship.pk).delete()
