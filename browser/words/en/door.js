/** In front of the door, beside coming in and coming back: a link that was given, one's own device, a page that is slow to come. */
export const door = {
	"plain.lock": "What you write here is locked on your own device before it is sent. The lock is on its way.",
	"plain.slow": "This takes longer than usual. Your line may be slow, or it stopped. You can wait, or load the page again. Help now works all the same.",
	"plain.broken": "A part of this page did not come. Nothing is lost. Please load the page again.",

	"join.title": "Join {programme} as a peer specialist",
	"join.lead": "You were given a link that works once. First you get a name and five words. Then you say something about yourself.",
	"join.used": "This link does not work any more",
	"join.used-why": "It was used, or it is older than 7 days. Ask your coordinator for a new one.",

	"invite.title": "Someone gave you this link",
	"invite.lead": "It leads you to one person here, and works once. First you get a name and five words.",
	"invite.had": "If you have been here before, come back with your name and five words. The link comes along.",
	"invite.gone": "This link does not work any more",
	"invite.gone-why": "It was used, or its 7 days are over. If you did not use it yourself, tell the person who gave it to you: someone else may have.",
	"invite.odd": "This link is not whole",
	"invite.odd-why": "A part of it is missing, or was changed. Open it once more, or ask for a new one.",
	"invite.house": "This link is not for this place",
	"invite.house-why": "It does not fit {programme} as your device sees it here. Ask the person who gave it to you before you go on.",
	"invite.anyway": "You can come in without it, and choose someone yourself.",
	"invite.go-on": "Go on without the link",

	"open-here.title": "Welcome back",
	"open-here.lead": "This is your own device, {name}.",
	"open-here.number": "Your short number",
	"open-here.open": "Open",
	"open-here.words": "Use my five words instead",
	"open-here.five": "This device was signed out from elsewhere. Give your five words once. Then it opens again as before.",
	"open-here.opening": "Opening your place",
	"open-here.opening-why": "It can take some seconds.",
	"ways.words": "Your five words",

	"see.them": "the other person",

	"trouble.pin-form": "The number needs four to eight digits.",
	"trouble.wrong-number": "That is not the number. Tries left: {left}. After that, this device asks for your five words.",
	"trouble.device-gone": "This device does not open your place any more. Please use your five words.",
	"trouble.words-first": "This device was signed out. Please give your five words once.",
	"trouble.device-cannot-keep": "This browser cannot keep anything. Try another one, or go on with your five words.",
	"trouble.not-fresh": "You came in some time ago. Please give your five words once more.",
	"trouble.too-many-ways": "There are too many ways in already. Please remove one first.",
	"trouble.last-way": "This is the last of its kind, so it stays. You can make a new one first.",
	"trouble.not-yet": "The three days are not over yet.",
	"trouble.programme-ended":
		"This programme has ended. Load the page again: it shows people you can call.",
};
