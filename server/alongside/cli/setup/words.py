"""What setting up says, in English: whoever runs the machine reads this, not the people."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "hello": (
        "This sets up your programme. I ask one thing at a time and say why.\n"
        "Press Enter to take what stands in [brackets]. Type back to go one step back,\n"
        "and stop to go on later: what you said is kept in {data}."
    ),
    "again": "Welcome back. What you said before is still here. We go on from there.",
    "kept": "Your answers are kept. Run alongside setup again to go on.",
    "empty": "Please write something here.",
    "yes-or-no": "Please type yes or no.",
    "days": "Please give a number of whole days.",
    "yes-keep-or-drop": "Please type yes, keep or drop.",
    "origin": "Please give a whole address like https://peers.example.org, and no more.",
    "mail-url": "Please write it like smtp://name:word@host:587?tls=starttls, or later.",
    "mail-from": "Please give a mail address, like hello@peers.example.org.",
    "no-folder": "There is no such folder, or I may not write in it.",
    "file-there": "There is a file with that name already. I do not write over it.",
    "in-data": (
        "That is inside the data folder. The key must never lie beside the data. Choose "
        "another place."
    ),
    "coordinator-long": "Please keep the coordinator's name to at most 40 letters.",
    "no-value": "This cannot stand in a settings file: {value}",
    "no-list": "Give a list of help lines, or leave them out.",
    "roster": "The roster and its home are what alongside roster new said.",
    "unknown": "The file says {field}, which nobody asked for.",
    "missing": "The file does not say {field}.",
    "no-file": "The file cannot be read: {why}.",
    "field": "{field}: {why}",
    "line": "help line: {why}",
    "not-done": "Not done: {why}",
    "already": "This programme is already here.",
    # the questions, each with its reason
    "ask.name": "What is the name of your programme?",
    "why.name": "It stands on every page and in the promise people sign.",
    "ask.country": "In which country are you?",
    "why.country": "Two letters, like US or GB. It chooses the emergency number.",
    "ask.lang": "Which language do your pages speak?",
    "why.lang": "en for English, es for Spanish. You can turn on the other one later.",
    "ask.time_zone": "What is your time zone?",
    "why.time_zone": "A region and a city, like America/New_York. Days begin there.",
    "ask.contact_name": "Who can people call when something is wrong?",
    "why.contact_name": "A name. Specialists also talk to this person.",
    "ask.contact_phone": "What is the number of your contact?",
    "why.contact_phone": "People see it as you write it here.",
    "ask.independent_name": "Who can people call who does not work for you?",
    "why.independent_name": "If the trouble is with you, they need someone else.",
    "ask.independent_phone": "What is the number of the one outside?",
    "why.independent_phone": "It must be another one than the number of your contact.",
    "ask.min_age": "How old must people be?",
    "why.min_age": "Most choose 18. Younger people need more care than this house has.",
    "ask.retention_months": "For how many months are words kept?",
    "why.retention_months": "After that no one can open them. 0 means: with no end date.",
    "ask.retention_least": "What is the least that people may choose instead, in months?",
    "why.retention_least": "Whoever asks chooses with the hello. From 1 to 24.",
    "ask.retention_most": "What is the most that they may choose, in months?",
    "why.retention_most": "From 1 to 24. With the same number twice there is no choice.",
    "ask.retention_open_allowed": "May they also choose no end date?",
    "why.retention_open_allowed": "Words are then kept until they close their place.",
    "ask.answer_within_days": "Within how many days do people get an answer?",
    "why.answer_within_days": "From 1 to 14. After that the desk sees that someone waits.",
    "ask.duty": "Must a specialist pass it on? {sentence}",
    "why.duty": "The promise lists what must be passed on, before anyone writes a word.",
    "ask.reviewed_by": "Who read this list and found it right?",
    "why.reviewed_by": (
        "A person who knows the law where you are. Without one, the door stays shut."
    ),
    "ask.reviewed_on": "On which day did they read it?",
    "why.reviewed_on": "Year, month, day. Lists grow old.",
    "ask.line": "Did you check this help line today? {name}: {how}",
    "why.line": (
        "Look it up or call it. Never call an emergency number just to try it. Type yes, keep "
        "(you check it later) or drop."
    ),
    "ask.leave_url": "Where does Leave this page lead to?",
    "why.leave_url": "A plain page that says nothing of you. The weather is good.",
    "ask.origin": "At which address will people find you?",
    "why.origin": "The whole address, like https://peers.example.org. It must be yours.",
    "ask.mail_url": "How can the house send mail?",
    "why.mail_url": (
        "Like smtp://name:word@host:587?tls=starttls. It is not kept if you stop here. You "
        "can leave it for later."
    ),
    "ask.mail_from": "From which address does mail come?",
    "why.mail_from": "It should say nothing of what you do.",
    "ask.coordinator": "What is the first coordinator called?",
    "why.coordinator": "They come in at /desk/ with this name and five words.",
    "ask.roster_file": "Where shall I write the roster key?",
    "why.roster_file": (
        "With this key you stand behind your specialists. It must not stay on this machine: "
        "a stick is good. You carry it to a machine that is never online."
    ),
    "ask.env_file": "Where shall I write the settings for the service?",
    "why.env_file": "The service reads this file when it starts. It holds a secret.",
    "summary": "This is what you said:",
    "sure": "Shall I write it now? Type yes, a number to change an answer, or stop",
    "which": "Please type yes, a number from the list, or stop.",
    # what is said when it is done
    "done": "The programme is made. Its door is shut.",
    "paper": (
        "Paper backup of the roster key, shown this once.\n"
        "Write it down and lock it away. Who has it can speak for you:"
    ),
    "carry": (
        "The key itself is in {file}. Carry it to a machine that is\n"
        "never online, look there that it opens, and then delete it here."
    ),
    "coordinator": "{name} comes in at /desk/ with these words, shown this once:",
    "next": (
        "What comes next:\n"
        "  1. Clear this window once both are on paper.\n"
        "  2. Start the service with {env_file}.\n"
        "  3. Run alongside doctor with the same settings.\n"
        "  4. Sign in at {origin}/desk/ and see what is missing before the door opens."
    ),
}


def say(key: str, **parameters: object) -> str:
    """Give a sentence; KeyError for one that nobody wrote."""
    return WORDS[key].format(**parameters)
