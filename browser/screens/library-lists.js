/** The closed lists of the library, as rules.py of the house has them (tests/library/test_room.py). */
export const THEMES = Object.freeze([
	..."alcohol drugs medicines gambling eating low-mood fear voices loss family children work home".split(" "),
	..."prison faith asking-for-help setbacks starting-again finding-people helping-others".split(" "),
]);
export const NOTES = Object.freeze(
	"suicide self-harm violence sexual-violence harm-to-children death using drinking eating hospital discrimination".split(
		" ",
	),
);
export const ANSWERS = Object.freeze(["helped", "too_much", "like_mine"]);
export const LONGEST = 8000;
