/** Being reached: notes to a specialist, and when to look in again. */
export const reached = {
	"again.today": "Look in again today after {time}.",
	"again.tomorrow": "Look in again tomorrow after {time}.",
	"again.day": "Look in again on {day} after {time}.",

	"seat.late": "They have waited longest",
	"seat.late-lead": "These people have waited longer than you say it takes. A short line is enough.",
	"seat.notes": "Notes by mail",

	"reach.title": "Notes by mail",
	"reach.lead": "We can send you a short mail when something is new. It has no names and no words of anyone.",
	"reach.often": "One note comes, then none until you look in here or a day has passed.",
	"reach.no-mail": "This place sends no mail yet. Your coordinator can set it up.",
	"reach.address": "Where can we send you a short note when something is new?",
	"reach.address-hint": "A work address is best. Leave it empty to get no notes.",
	"reach.quiet": "No notes at these hours",
	"reach.from": "From",
	"reach.to": "To",
	"reach.zone": "That is {zone} time.",
	"reach.on": "Send me notes",
	"reach.save": "Save",
	"reach.saved": "Saved.",
	"reach.unproven": "We sent a link to {address}. Open it there. Until then no notes go out.",
	"reach.proven": "Notes go to {address}.",
	"reach.off": "Notes are turned off.",
	"reach.returned": "Mail to {address} came back to us. Please check the address and save it again.",

	"trouble.not-an-address": "We cannot write to that address. Please check it.",
	"trouble.not-quiet-hours": "Please choose two times of the day.",
	"trouble.no-mail": "This place sends no mail yet.",
};
