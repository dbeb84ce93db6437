// The line that a payer sees of a meeting, and nothing else (envelope.md, section 17). Pure functions.

import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";
import { RULE, unitsOf } from "./units.js";

/** @typedef {{code: string, goal: string, mins: number, name: string, number: string, start: number, units: number, zone: string}} Bill `name` and `number`: the client's, as their payer knows them */

const LONGEST = { code: 40, goal: 200, name: 80, number: 40, zone: 64 };
const MOST_MINUTES = 720;
/** The last whole minute of the year 9999. */
const LAST_START = 253_402_300_740;
const FIELDS = {
	...{ code: "text", goal: "text", mins: "int", name: "text" },
	...{ number: "text", start: "int", units: "int", zone: "text" },
};

/** @param {Uint8Array} raw @returns {Bill} */
export function readBill(raw) {
	const bill = fieldsOf(parseJson(raw), FIELDS);
	for (const [name, longest] of Object.entries(LONGEST))
		if ([...bill[name]].length > longest) throw new Refusal("consent-missing");
	if ([bill.name.trim(), bill.number.trim(), bill.zone].includes("")) throw new Refusal("consent-missing");
	if (bill.mins < 1 || bill.mins > MOST_MINUTES) throw new Refusal("malformed", "mins");
	if (bill.start % 60 !== 0 || bill.start > LAST_START) throw new Refusal("malformed", "start");
	const counted = Object.values(RULE).map((rule) => unitsOf(bill.mins, rule));
	if (bill.units === 0 || !counted.includes(bill.units)) throw new Refusal("consent-missing");
	return /** @type {Bill} */ (bill);
}

/** @param {Bill} bill as it is told; refused unless it would be read */
export function writeBill(bill) {
	const raw = writeJson(bill);
	readBill(raw);
	return new TextDecoder().decode(raw);
}

/** @param {string} text @returns {Bill | null} null for own words */
export function billIn(text) {
	try {
		return readBill(new TextEncoder().encode(text));
	} catch {
		return null;
	}
}
