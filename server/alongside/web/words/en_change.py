"""English: what is missing, changing a setting, and what a wrong answer is told."""

CHANGE = {
    # what is missing before the door opens
    "desk.missing.title": "What is missing",
    "desk.missing.lead": "The door stays shut until all of this is there.",
    "desk.missing.stays": "Something is still missing. The door stays shut. See the list here.",
    "desk.missing.open": "The door is open, but this is missing now. Please mend it soon.",
    "desk.missing.duties-reviewed": "Someone has to read what must be passed on, and say so.",
    "desk.missing.contact": "Say who people can call when something is wrong.",
    "desk.missing.independent": "Name someone to call who does not work for you.",
    "desk.missing.help-lines": "Check at least one help line, and say that you did.",
    "desk.missing.specialist": "Bring in a specialist whom you stand behind.",
    # changing a setting
    "desk.change.do": "Change this",
    "desk.change.of": "Change this: {what}",
    "desk.setting.name": "Your name",
    "desk.setting.age": "The youngest age",
    "desk.setting.duties": "What must be passed on",
    "desk.setting.keeping": "How long words are kept",
    "desk.setting.choice": "What those who ask may choose",
    "desk.setting.answering": "How soon people get an answer",
    "desk.setting.contact": "Your contact",
    "desk.setting.independent": "Someone who does not work for you",
    "desk.setting.leave": "Where Leave this page goes",
    "desk.setting.working-days": "Days on which you work",
    "desk.setting.in-time": "How early a time must be moved",
    "desk.setting.time-zone": "Your time zone",
    "desk.change.look": "See what it would change",
    "desk.change.look.title": "Please look before you change it",
    "desk.change.now": "As it is",
    "desk.change.then": "As it would be",
    "desk.change.goes": "Goes away:",
    "desk.change.comes": "New:",
    "desk.change.no-goes": "No sentence goes away.",
    "desk.change.no-comes": "No sentence is new.",
    "desk.change.others": "All other {count} sentences stay as they are.",
    "desk.change.none": "No sentence of our promise changes.",
    "desk.change.who": (
        "New people see this at once. How long words are kept is their own choice and stays."
    ),
    "desk.change.asks": (
        "It promises people who already talk less. Both are asked, and until both say yes "
        "the old promise stays for them."
    ),
    "desk.change.at-once": (
        "For people who already talk it counts at once. Both are told what is new."
    ),
    "desk.change.sure": "Yes, change it",
    "desk.change.again": "Go back to the form",
    "desk.change.leave-it": "Leave it as it is",
    "desk.change.wrong": "Please look at the form again. Nothing was changed.",
    "desk.change.done": "It is changed.",
    "desk.change.field.name": "The name of your group",
    "desk.change.field.name.hint": "It stands on every page and in the promise.",
    "desk.change.field.min_age": "How old people must be, in years",
    "desk.change.field.min_age.hint": "From 10 to 99. Most choose 18.",
    "desk.change.field.retention_months": "For how many months words are kept",
    "desk.change.field.retention_months.hint": "From 1 to 24. With 0 they have no end date.",
    "desk.change.field.retention_least": "The least they may choose, in months",
    "desk.change.field.retention_least.hint": "From 1 to 24.",
    "desk.change.field.retention_most": "The most they may choose, in months",
    "desk.change.field.retention_most.hint": "From 1 to 24.",
    "desk.change.field.retention_open_allowed": "May they also choose no end date?",
    "desk.change.field.retention_open_allowed.hint": (
        "Words are then kept until the one who asked closes their place."
    ),
    "desk.change.field.retention_open_allowed.yes": "Yes",
    "desk.change.field.retention_open_allowed.no": "No",
    "desk.change.field.answer_within_hours": "Within how many days people get an answer",
    "desk.change.field.answer_within_hours.hint": (
        "After that the desk sees that someone waits, and with whom. It never sees who."
    ),
    "desk.change.days": "{count} days",
    "desk.change.days.one": "One day",
    "desk.change.field.passes_on": "A specialist must pass it on when:",
    "desk.change.field.passes_on.hint": "Tick what the law where you are asks of you.",
    "desk.change.field.reviewed_by": "Who read this list and found it right",
    "desk.change.field.reviewed_by.hint": "A person who knows the law where you are.",
    "desk.change.field.reviewed_on": "On which day",
    "desk.change.field.reviewed_on.hint": "The day they last read it.",
    "desk.change.field.contact_name": "Name",
    "desk.change.field.contact_name.hint": "People call this person when something is wrong.",
    "desk.change.field.contact_phone": "Phone number",
    "desk.change.field.contact_phone.hint": "People see it as you write it.",
    "desk.change.field.independent_name": "Name",
    "desk.change.field.independent_name.hint": (
        "People call them if they do not want to call you."
    ),
    "desk.change.field.independent_phone": "Phone number",
    "desk.change.field.independent_phone.hint": "People see it as you write it.",
    "desk.change.field.leave_url": "Address of a plain page",
    "desk.change.field.leave_url.hint": (
        "It begins with https:// and says nothing of you. A page about the weather is good."
    ),
    "desk.change.field.time_zone": "Name of the time zone",
    "desk.change.field.time_zone.hint": "A region and a city: America/New_York.",
    "desk.rules.answering": "People get an answer within {count} days.",
    "desk.rules.answering.one": "People get an answer within one day.",
    "desk.rules.leave": "Leave this page goes to {value}.",
    "desk.change.field.working_days": "Days on which you work",
    "desk.change.field.working_days.hint": (
        "When something did not sit right, a reply is due in three of these days. What is due "
        "already stays so."
    ),
    "desk.change.field.in_time_hours": "Hours before a time to meet",
    "desk.change.field.in_time_hours.hint": (
        "Moved or let go of this early, no promise is broken. A number from 1 to 168."
    ),
    "desk.weekday.1": "Monday",
    "desk.weekday.2": "Tuesday",
    "desk.weekday.3": "Wednesday",
    "desk.weekday.4": "Thursday",
    "desk.weekday.5": "Friday",
    "desk.weekday.6": "Saturday",
    "desk.weekday.7": "Sunday",
    "desk.rules.working-days": "You work on: {days}.",
    "desk.rules.in-time": "A time to meet is moved in time up to {count} hours before.",
    "desk.rules.in-time.one": "A time to meet is moved in time up to one hour before.",
    "check.working-days": "Please choose one day of the week or more.",
    "check.in-time": "Please write a number of hours from 1 to 168.",
    "desk.rules.time-zone": "Your time zone is {value}.",
    "desk.rules.reviewed": "{name} read this list on {date}.",
    "desk.rules.not-reviewed": "No one has said yet that this list is right.",
    "desk.rules.no-sentence": "It makes no sentence of our promise.",
    # what a wrong answer is told, at the desk and while setting up
    "check.empty": "Please write something here.",
    "check.name-long": "Please keep it to one line of at most 60 letters.",
    "check.phone": "Please write a phone number with digits, like 503-555-0142.",
    "check.country": "Please give the two letters of your country, like US or GB.",
    "check.language": (
        "Please choose a language the house speaks: English (en) or Spanish (es)."
    ),
    "check.time-zone": (
        "We do not know this time zone. Write a region and a city: Europe/Madrid."
    ),
    "check.age": "Please give a number from 10 to 99.",
    "check.months": "Please give a number from 0 to 24.",
    "check.limit": "Please give a number from 1 to 24.",
    "check.limits-order": "The most cannot be less than the least.",
    "check.outside-limits": (
        "How long words are kept must lie between the least and the most that people may"
        " choose."
    ),
    "check.no-end-date": (
        "Words kept with no end date: that only works if people may choose it too."
    ),
    "check.yes-or-no": "Please say yes or no.",
    "check.answer-within": "Please choose from 1 to 14 whole days.",
    "check.duties": "That is not one of the things that can be passed on.",
    "check.day": "Please write the day like this: 2025-06-30.",
    "check.day-to-come": "That day has not come yet.",
    "check.leave": "Please give a whole address that begins with https://.",
    "check.not-apart": (
        "This is the same person or the same phone as your own contact. Name someone else."
    ),
}
