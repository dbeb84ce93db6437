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
export const SHORTEST = 80;
/** Notes of a layer of one's own (stories.note) that say the same as one of these. */
export const NOTE_OF_LAYER = Object.freeze({
	...{ 3: "suicide", 4: "self-harm", 5: "violence", 6: "sexual-violence" },
	...{ 7: "harm-to-children", 8: "death", 9: "hospital", 10: "eating" },
});
