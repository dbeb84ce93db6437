/** What the house refuses about circles. */
export const circles = {
	"trouble.circle-full": "There is no place free now. Please try again another day.",
	"trouble.waits-for-enough": "You wait for three circles already. Please take one of them back first.",
	"trouble.other-hosts": "The hosts of this circle changed. Please look again.",
	"trouble.circles-off": "This programme holds no circles now.",
	"trouble.no-such-words": "Please give a name of at most 60 letters and one line of at most 200.",
	"trouble.leads-enough": "Nobody leads more than three circles at once.",
};
