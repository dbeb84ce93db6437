/** How soon a specialist answered, for themselves first. */
export const answering = {
	"answering.open": "How soon I answered",
	"answering.title": "How soon you answered",
	"answering.lead": "Your device counts this from what you can read. Nobody else sees it unless you hand it in.",
	"answering.counting": "Counting …",
	"answering.within": "In the time you said",
	"answering.later": "Later",
	"answering.much_later": "Much later",
	"answering.missing.one": "One talk could not be read back far enough.",
	"answering.missing.many": "{count} talks could not be read back far enough.",
	"answering.no-hours": "You have not said when you usually answer, so there is nothing to count.",
	"answering.say-hours": "Say when I answer",
	"answering.why": "You can hand in these three numbers, once. The programme adds them to those of others. It never learns of which talk they are.",
	"answering.hand": "Hand in these numbers",
	"answering.handed": "You handed in these numbers.",
};
