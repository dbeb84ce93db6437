// The note of a meeting that two people write together: its draft, a yes, something added. A draft and a yes hold all of the note.

import { fromText } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { fieldsOf } from "../strict-json.js";

/** 1 here in the room, 2 by phone, 3 in person. */
const WAYS = [1, 2, 3];
const LONGEST = { goal: 200, words: 4_000, zone: 64 };
const LONGEST_ADDED = 2_000;
const MOST_MINUTES = 720;
/** The last whole minute of the year 9999. */
const LAST_START = 253_402_300_740;
const FIELDS = {
	...{ goal: "text", mins: "int", ref: "text", start: "int" },
	...{ way: "int", words: "text", zone: "text" },
};

/** @param {Record<string, any>} card */
export function checkNote(card) {
	const fields = fieldsOf(card, FIELDS);
	fromText(fields.ref, 16);
	if (!WAYS.includes(fields.way)) throw new Refusal("malformed", "way");
	if (fields.mins < 1 || fields.mins > MOST_MINUTES) throw new Refusal("malformed", "mins");
	if (fields.start % 60 !== 0 || fields.start > LAST_START) throw new Refusal("malformed", "start");
	for (const [name, longest] of Object.entries(LONGEST))
		if ([...fields[name]].length > longest) throw new Refusal("malformed", name);
	if (fields.words.trim() === "" || fields.zone === "") throw new Refusal("malformed", "words");
}

/** @param {Record<string, any>} card */
export function checkAdded(card) {
	const { ref, words } = fieldsOf(card, { ref: "text", words: "text" });
	fromText(ref, 16);
	if (words.trim() === "" || [...words].length > LONGEST_ADDED) throw new Refusal("malformed", "words");
}
