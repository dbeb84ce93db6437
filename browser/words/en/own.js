/** What is only yours: private names and notes, the last visit, people from before. */
export const own = {
	"own.only": "Only for you",
	"own.why": "Only you can read this. {name} never sees it, and we cannot open it.",
	"own.called": "What you call {name}",
	"own.called-hint": "It stands in your list in place of the name here.",
	"own.note": "Your note",
	"own.note-hint": "Something you want to have in mind next time.",
	"own.keep": "Keep it",
	"own.kept": "Kept.",
	"own.here": "Here: {name}",

	"opened.today": "You last opened this place today at {time}.",
	"opened.yesterday": "You last opened this place yesterday at {time}.",
	"opened.on": "You last opened this place on {day} at {time}.",
	"opened.yes": "That was me",
	"opened.no": "If that was not you",
	"opened.no-1": "Go to Your place and choose \"Sign out everywhere else\".",
	"opened.no-2": "Then lock, choose \"I forgot my words\" and use your spare code. You get new words. The old ones no longer work.",
	"opened.no-3": "You can also tell {contact} at {programme}.",

	"earlier.title": "People from before",
	"earlier.lead": "You can read what you wrote until its time is over. You can take it along as a file, in Your place.",
	"earlier.read": "Read what you wrote with {name}",
	"earlier.again": "Ask {name} again",
	"earlier.ended": "Ended on {day}",
	"earlier.gone": "What you wrote is no longer kept.",
	"earlier.not-free": "{name} has no room for someone new right now. Your words stay here. You can try again later, or ask someone else.",

	"place.along": "Take your things along",
	"place.along-why": "One file with your talks and your notes, with a lock of its own.",

	"trouble.notes-full": "Your notes are full. Please make one of them shorter. What you wrote is still in the box.",
};
