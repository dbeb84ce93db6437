"""Passing it on, at its doors: who gets further than the door, and well-made papers."""

SIGNED_IN = ("ada", "ben", "cem", "dora", "eve", "finn")
ASKING = "/api/relationships/{number}/step"
# Nobody takes a step or is counted before the yes; tests/ripple tells who may then.
STEPS = {
    ("GET", "/api/ripple"): SIGNED_IN,
    ("PUT", "/api/ripple"): ("ben",),
    ("DELETE", "/api/ripple/steps/{role}"): SIGNED_IN,
    ("PUT", ASKING): (),
    ("POST", f"{ASKING}/answer"): (),
}
STEP_PAPERS = {
    "/api/ripple": lambda: {"counted": True, "generation": 0},
    ASKING: lambda: {"role": 1},
    f"{ASKING}/answer": lambda: {"role": 1, "yes": True},
}
