"""Passing it on, and what a programme sets, at their doors: who gets further, and papers."""

SIGNED_IN = ("ada", "ben", "cem", "dora", "eve", "finn")
ASKING = "/api/relationships/{number}/step"
# Nobody takes a step, is counted or invites before the yes; tests/ripple tells who may then.
STEPS = {
    ("GET", "/api/ripple"): SIGNED_IN,
    ("PUT", "/api/ripple"): ("ben",),
    ("DELETE", "/api/ripple/steps/{role}"): SIGNED_IN,
    ("POST", "/api/ripple/invitations"): (),
    ("DELETE", "/api/ripple/invitations/{number}"): (),
    ("POST", "/api/ripple/came"): SIGNED_IN,
    ("PUT", ASKING): (),
    # Nobody learnt anything here, or took a step; tests/certificates tells who may ask then.
    ("GET", "/api/certificates"): SIGNED_IN,
    ("POST", "/api/certificates"): (),
    ("DELETE", "/api/certificates/{number}"): (),
    ("POST", "/api/certificates/{number}/file"): (),
    ("GET", "/api/on-call"): SIGNED_IN,
    ("GET", "/api/credentials"): SIGNED_IN,
    ("GET", "/api/documenting"): SIGNED_IN,
    ("GET", "/api/debrief"): ("ben",),
    ("GET", "/api/carrying"): ("ben",),
    ("PUT", "/api/carrying/not-now"): ("ben",),
    ("PUT", "/api/carrying/people/{number}"): ("ben",),
    ("PUT", "/api/carrying/break"): ("ben",),
    ("DELETE", "/api/carrying/break"): ("ben",),
    # Nobody supports Ben here: he reads that. tests/api/test_debrief.py tells who may answer.
    ("POST", "/api/debrief"): ("ben",),
    ("DELETE", "/api/debrief"): ("ben",),
    ("POST", "/api/supervising/{account_id}/debrief"): (),
    ("GET", "/api/house-rules"): SIGNED_IN,
    ("POST", "/api/house-rules/yes"): SIGNED_IN,
    ("POST", f"{ASKING}/answer"): (),
}
STEP_PAPERS = {
    "/api/ripple": lambda: {"counted": True, "generation": 0},
    "/api/ripple/came": lambda: {"code": "A" * 22},
    ASKING: lambda: {"role": 1},
    "/api/certificates": lambda: {"source": 1, "number": 0, "known_as": ""},
    "/api/certificates/{number}/file": lambda: {
        "name": "",
        **dict.fromkeys(("programme", "title", "hours", "day"), True),
    },
    "/api/supervising/{account_id}/debrief": lambda: {"meets_on": 20_000},
    "/api/carrying/not-now": lambda: {"topics": ["grief"]},
    "/api/carrying/people/{number}": lambda: {"weight": 4},
    "/api/carrying/break": lambda: {"from_on": 1, "back_on": 2, "cover": None},
    "/api/house-rules/yes": lambda: {"version": 0},
    f"{ASKING}/answer": lambda: {"role": 1, "yes": True},
}
