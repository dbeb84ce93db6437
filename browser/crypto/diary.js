// How it went: importance and confidence, in one's own words (envelope.md, section 12). No libsodium here.

import { fromText } from "./bytes.js";
import { eachOnce } from "./path.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{b: string, day: number, id: string, matters: number, sure: number}} Look how much it matters, how sure one is: 0 to 10 */
/** @typedef {{rows: Look[]}} Diary */

export const MOST_LOOKS = 40;
const [RULER, LONGEST_WORDS] = [10, 280];

/** @param {Uint8Array} content of a document of kind 8 @returns {Diary} */
export function readDiary(content) {
	const { rows } = fieldsOf(parseJson(content), { rows: "list" });
	for (const row of rows) {
		const { b, id, matters, sure } = fieldsOf(row, {
			...{ b: "text", day: "int", id: "text", matters: "int", sure: "int" },
		});
		if ([...b].length > LONGEST_WORDS) throw new Refusal("malformed", "b");
		if (matters > RULER || sure > RULER) throw new Refusal("malformed", "ruler");
		fromText(id, 8);
	}
	eachOnce(
		rows.map((/** @type {Look} */ { id }) => id),
		MOST_LOOKS,
	);
	return { rows };
}
