/**
 * At most one unasked request a visit, none in the first three or on a bad day, in one order; what must be known comes first and alone.
 * The spare code is no request of ours: without it nobody gets back. Nor are house rules, the first time.
 */

/**
 * To keep a spare code, to read the house rules, how to go on where a planned day comes near, to say that one runs the desk too,
 * to make this device one's own, how it is going with somebody.
 * @typedef {"spare" | "rules" | "plan" | "desk" | "own" | "check"} Ask
 * @typedef {object} Seen
 * @property {string} door
 * @property {readonly unknown[]} notices
 * @property {readonly unknown[]} changes
 * @property {number | null} lastOpened
 * @property {{spareSeen?: boolean, atTheDesk?: readonly {agreed: boolean}[]} | null} me
 * @property {boolean} offerOwn
 * @property {readonly {plan: {remind: number | null} | null}[]} [relationships]
 * @property {Readonly<Record<string, any>>} [parts] what each part of the room shows that is here
 * @property {boolean | null} badDay null while nobody knows
 * @property {number} visits which visit this is, counted to four
 */

/** @type {readonly [Ask, (seen: Seen) => boolean][]} the first that is true is asked */
const order = [
	["spare", ({ me }) => me?.spareSeen === false],
	["rules", ({ parts = {} }) => parts.houseRules?.asks === true],
	["plan", ({ relationships = [] }) => relationships.some(({ plan }) => (plan?.remind ?? null) !== null)],
	["desk", ({ me }) => (me?.atTheDesk ?? []).some(({ agreed }) => !agreed)],
	["own", ({ offerOwn }) => offerOwn],
	["check", ({ parts = {} }) => (parts.checking?.due ?? null) !== null],
];

/** The first visits belong to what someone came for. */
const FIRST_TO_ASK = 4;

/** Something must be read first: a notice, a change of the ways in, or when the place was opened last. @param {Seen} seen */
const mustKnow = ({ notices, changes, lastOpened }) =>
	notices.length > 0 || changes.length > 0 || lastOpened !== null;

/**
 * @param {Seen} seen
 * @param {Ask | null} asked what this visit has asked already
 * @returns {Ask | null} what to ask now
 */
export function askNow(seen, asked = null) {
	if (seen.door !== "inside" || mustKnow(seen) || seen.badDay !== false) return null;
	const open = order.filter(([ask, isOpen]) => isOpen(seen) && isTime(ask, seen)).map(([ask]) => ask);
	if (asked !== null) return open.includes(asked) ? asked : null;
	return open[0] ?? null;
}

/** @param {Ask} ask @param {Seen} seen */
const isTime = (ask, { visits, parts = {} }) =>
	ask === "spare" || (ask === "rules" && parts.houseRules.yes === null) || visits >= FIRST_TO_ASK;

/** Where I am supported in no talk it is none; null while nobody knows. @param {import("./inside.js").Inside} inside @returns {boolean | null} */
export function badDayOf({ parts, relationships: { areRead, all } }) {
	const { path } = parts.shown;
	if (path !== undefined) return path.badDay;
	return areRead && !all.some(({ mine, state }) => mine === "client" && state === "active") ? false : null;
}

/** Remembers what a visit asked: a lock does not begin another. */
export class OneAsk {
	/** @type {Ask | null} */
	#asked = null;

	/** @param {Seen} seen @returns {Ask | null} */
	of(seen) {
		if (seen.door === "outside") this.#asked = null;
		const ask = askNow(seen, this.#asked);
		this.#asked ??= ask;
		return ask;
	}
}
