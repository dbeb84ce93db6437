// Units of the practice room that somebody has done (envelope.md, section 12). No libsodium here.

import { fromText } from "./bytes.js";
import { eachOnce } from "./path.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{day: number, id: string, u: number}} Unit one unit, done on a day; units have numbers */
/** @typedef {{rows: Unit[]}} Training */

export const MOST_UNITS = 60;
const HIGHEST_UNIT = 99;

/** @param {Uint8Array} content of a document of kind 10 @returns {Training} */
export function readTraining(content) {
	const { rows } = fieldsOf(parseJson(content), { rows: "list" });
	for (const row of rows) {
		const { id, u } = fieldsOf(row, { day: "int", id: "text", u: "int" });
		if (u < 1 || u > HIGHEST_UNIT) throw new Refusal("malformed", "u");
		fromText(id, 8);
	}
	eachOnce(
		rows.map((/** @type {Unit} */ { id }) => id),
		MOST_UNITS,
	);
	return { rows };
}
