/** When the programme ends: said at unlock, on home, and to a room that was still open afterwards. */
export const ending = {
	"notice.programme-closing":
		"{programme} ends on {last}. Until then all goes on as it is. Copy or write down what you want to keep. After that day nobody can open anything here.",
	"ending.note": "{programme} ends on {last}. Before then, copy or write down what you want to keep.",
};
