// What did not sit right, kept for oneself: a document of kind 5 (envelope.md, section 12).

import { ABOUT, LONGEST_MEND } from "./mend.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @typedef {{about: number, name: string, line: string, text: string, day: number}} Unsaid `line` is how the line begins that it is about */

const LONGEST = { name: 80, line: 280, b: LONGEST_MEND };
const FIELDS = { about: "int", b: "text", day: "int", line: "text", name: "text" };

/** @param {Unsaid} kept */
export const writeUnsaid = ({ about, name, line, text, day }) =>
	writeJson(checked({ about, b: text, day, line, name }));

/** @param {Uint8Array} content @returns {Unsaid} */
export function readUnsaid(content) {
	const { about, b, day, line, name } = checked(fieldsOf(parseJson(content), FIELDS));
	return { about, name, line, text: b, day };
}

/** @param {any} found */
function checked(found) {
	for (const [name, longest] of Object.entries(LONGEST))
		if ([...found[name]].length > longest) throw new Refusal("text-size");
	if (found.about < ABOUT.LINE || found.about > ABOUT.GENERAL) throw new Refusal("malformed", "about");
	if (found.b === "") throw new Refusal("malformed", "b");
	return found;
}
