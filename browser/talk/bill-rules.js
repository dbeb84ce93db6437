/**
 * What a payer sees of a meeting, and when nothing goes to them: pure. The line is derived from an agreed note; only the client signs it away,
 * and only as long as their consent runs.
 * @typedef {import("./note-rules.js").Written} Written
 * @typedef {import("../crypto/bill.js").Bill} Bill
 * @typedef {import("./telling.js").Telling} Telling
 */
import { billIn } from "../crypto/bill.js";
import { unitsOf } from "../crypto/units.js";

export { billIn, writeBill } from "../crypto/bill.js";

const FOR_A_PAYER = 7;
const BILLING = "billing";
const [TOLD, BY_CLIENT] = [3, 1];

/**
 * The line of one note, or the reason why there is none.
 * @param {Written | undefined} one @param {{rule: number, work: string}} says what the programme says @param {{name: string, number: string}} whom the client as the payer knows them
 * @returns {{bill: Bill, why: null} | {bill: null, why: "not-agreed" | "too-short" | "no-name" | "no-number"}}
 */
export function lineOf(one, { rule, work }, whom) {
	const [name, number] = [whom.name.trim(), whom.number.trim()];
	const why = whyNoLine(one, rule, name, number);
	if (why !== null || one === undefined) return { bill: null, why: why ?? "not-agreed" };
	const { goal, mins, start, zone } = one.draft;
	return {
		bill: { code: work, goal, mins, name, number, start, units: unitsOf(mins, rule), zone },
		why: null,
	};
}

/** @param {Written | undefined} one @param {number} rule @param {string} name @param {string} number */
function whyNoLine(one, rule, name, number) {
	if (one === undefined || !one.agreed) return "not-agreed";
	if (unitsOf(one.draft.mins, rule) === 0) return "too-short";
	if (name === "") return "no-name";
	return number === "" ? "no-number" : null;
}

/** Is it one that may be for a payer, for whoever receives it? @param {Telling} telling */
export const isForPayer = ({ part, terms }) => part === TOLD && terms?.purpose === FOR_A_PAYER;

/**
 * Why nothing may go out under a consent; null where it holds today. What the house gives no more counts as taken back.
 * @param {Telling | undefined} telling @param {number} today @returns {"none" | "taken-back" | "over" | "not-yet" | "not-signed" | "other" | null}
 */
export function whyNot(telling, today) {
	if (telling === undefined) return "none";
	if (telling.endedOn !== null) return telling.endedBy === BY_CLIENT ? "taken-back" : "over";
	if (!telling.fits || telling.terms === null) return "not-signed";
	const { purpose, what } = telling.terms;
	if (purpose !== FOR_A_PAYER || what.length !== 1 || what[0] !== BILLING) return "other";
	if (telling.part !== TOLD) return "other";
	if (today < telling.from) return "not-yet";
	return today > telling.until ? "over" : null;
}

/**
 * What goes out: each line whose consent holds, opened; and for each of the others why it stays.
 * @param {readonly string[]} ids that were chosen @param {readonly Telling[]} tellings as the house gives them now @param {number} today
 * @param {(id: string) => Promise<{b: string}>} open
 */
export async function exportable(ids, tellings, today, open) {
	const [lines, refused] = [
		/** @type {{id: string, bill: Bill, terms: import("./telling.js").Terms}[]} */ ([]),
		/** @type {{id: string, why: string}[]} */ ([]),
	];
	for (const id of ids) {
		const telling = tellings.find((one) => one.id === id);
		const why = whyNot(telling, today);
		const bill = why === null ? billIn((await open(id)).b) : null;
		if (bill === null) refused.push({ id, why: why ?? "other" });
		else lines.push({ id, bill, terms: /** @type {any} */ (telling?.terms) });
	}
	return { lines, refused };
}
