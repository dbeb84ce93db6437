// How a specialist is, for themselves alone: words that were chosen, never a sum (envelope.md, section 12). No libsodium here.

import { fromText } from "./bytes.js";
import { eachOnce } from "./path.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{a: number[], b: string, day: number, id: string}} Look a word for each question: 0 left out, 1 yes, 2 partly, 3 no */
/** @typedef {{rows: Look[]}} Wellbeing */

export const QUESTIONS = 5;
const [MOST_LOOKS, LAST_ANSWER, LONGEST_WORDS] = [40, 3, 280];

/** @param {Uint8Array} content of a document of kind 16 @returns {Wellbeing} */
export function readWellbeing(content) {
	const { rows } = fieldsOf(parseJson(content), { rows: "list" });
	for (const row of rows) {
		const { a, b, id } = fieldsOf(row, { a: "list", b: "text", day: "int", id: "text" });
		if (a.length !== QUESTIONS || !a.every(isAnswer)) throw new Refusal("malformed", "a");
		if ([...b].length > LONGEST_WORDS) throw new Refusal("malformed", "b");
		fromText(id, 8);
	}
	eachOnce(
		rows.map((/** @type {Look} */ { id }) => id),
		MOST_LOOKS,
	);
	return { rows };
}

/** @param {unknown} one */
const isAnswer = (one) => Number.isInteger(one) && Number(one) >= 0 && Number(one) <= LAST_ANSWER;
