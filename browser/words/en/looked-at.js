/** If others look at this screen: the tab, only today, paper. */
export const lookedAt = {
	"tab.name": "Notes",
	"tab.list": "Shopping list",
	"tab.weather": "Weather",
	"tab.timetable": "Bus times",
	"tab.choose": "What the tab says",
	"tab.own": "Or write your own",
	"tab.own-hint": "It will be there at your next visit. Only you can see what you chose.",
	"tab.use": "Use this",
	"tab.now": "The tab now says {title}.",

	"looked.title": "If others look at this screen",
	"looked.tips": "What others can still find on this device",

	"today.only": "Show only today until I ask",
	"today.why": "Older lines are folded away on this visit. You can open them at any time.",
	"today.earlier": "Show earlier lines",
	"today.none": "Nothing from today yet.",

	"paper.or": "Print it instead",
	"paper.hand": "Writing by hand is safer when others are near. A printer can keep a copy. The slip says what it is for only if you tick this.",
	"paper.say": "Say on the slip what it is for",
	"paper.code": "My spare code. It opens my place if the five words are lost.",
	"paper.code-given": "A spare code. With the name above it opens a place if the words there are lost.",
	"paper.words": "My name and my five words. They open my place.",
	"paper.nothing": "Nothing is printed from here. Others could find the paper.",
};
