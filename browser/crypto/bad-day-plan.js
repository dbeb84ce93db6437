// A plan for bad days: signs, people, places, numbers, what helps (envelope.md, section 12). No libsodium here.

import { fromText } from "./bytes.js";
import { eachOnce, MOST_ROWS } from "./path.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson } from "./strict-json.js";

/** @typedef {{b: string, id: string, k: number, n: string}} PlanRow k: 1 signs, 2 people, 3 places, 4 numbers, 5 what helps; n: a number to call */
/** @typedef {{rows: PlanRow[]}} Plan */

const [PARTS, LONGEST_ROW, LONGEST_NUMBER] = [5, 200, 40];

/** @param {Uint8Array} content of a document of kind 7 @returns {Plan} */
export function readPlan(content) {
	const { rows } = fieldsOf(parseJson(content), { rows: "list" });
	for (const row of rows) {
		const { b, id, k, n } = fieldsOf(row, { b: "text", id: "text", k: "int", n: "text" });
		if (b === "" || [...b].length > LONGEST_ROW) throw new Refusal("malformed", "b");
		if ([...n].length > LONGEST_NUMBER) throw new Refusal("malformed", "n");
		if (k < 1 || k > PARTS) throw new Refusal("malformed", "k");
		fromText(id, 8);
	}
	eachOnce(
		rows.map((/** @type {PlanRow} */ { id }) => id),
		MOST_ROWS,
	);
	return { rows };
}
