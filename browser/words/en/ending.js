/** When the programme ends: said at unlock, and on home. */
export const ending = {
	"notice.programme-closing":
		"{programme} ends on {last}. Until then all goes on as it is. Take along what you want to keep. After that nobody can open anything here.",
	"ending.note": "{programme} ends on {last}. Take along what you want to keep until then.",
};
