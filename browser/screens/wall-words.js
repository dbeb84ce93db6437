/** What a row of the wall says, in plain words; and rows by month, newest first. Pure. */
import { canSay, say } from "../words/index.js";
import { dayWords } from "./days.js";

/** @typedef {import("../talk/wall.js").Row} Row */
/** @typedef {{name: string, programme: string, myRole: number}} About whom the row is about, as I know them */

/** Kinds that say who did it: you, they, or the programme. */
const SIDED = new Set([40, 42, 43, 44, 45, 46, 61, 63]);
/** Kinds that somebody else could have done with my words or my device. */
const NOT_YOU = new Set([80, 81, 82, 83, 84, 86, 87, 88, 104, 120, 130]);
const STAFF = new Set([100, 101]);
/** Kept longer because of the law: the team can say why. */
const HELD = 105;
/** Who was told something about me. */
const WEIGHTY = new Set([4, 8]);
const [WAY, PAGE] = [new Set([82, 83, 84, 85, 88]), STAFF];
/** By what short notes come, or come no more. */
const NOTES = new Set([130, 131]);
const [PROGRAMME, GONE] = [4, 26];

/** @param {Row} row @param {About} about @returns {string} */
export function rowWords({ kind, detail }, { name, programme, myRole }) {
	if (kind === 0) return say("wall.over");
	const id = `wall.told-${kind}${whose(kind, Number(detail.by ?? 0), myRole)}`;
	if (!canSay(id)) return say("wall.newer");
	const until = detail.until === undefined ? "" : dayWords(Number(detail.until));
	return say(id, { name, programme, until, way: wayWords(kind, detail), page: pageWords(kind, detail) });
}

/** What helps with a row that matters, or null. @param {Row} row @returns {"not-you" | "staff" | "weighty" | null} */
export function rowHelp({ kind }) {
	if (NOT_YOU.has(kind)) return "not-you";
	if (STAFF.has(kind) || kind === HELD) return "staff";
	return WEIGHTY.has(kind) ? "weighty" : null;
}

/** Rows by month, newest first, each month with its first day. @param {readonly Row[]} rows oldest first @returns {{month: string, day: number, rows: Row[]}[]} */
export function byMonth(rows) {
	/** @type {Map<string, {month: string, day: number, rows: Row[]}>} */
	const months = new Map();
	for (const row of rows.toReversed()) {
		const month = new Date(row.day * 86_400_000).toISOString().slice(0, 7);
		const found = months.get(month) ?? { month, day: row.day, rows: [] };
		found.rows.push(row);
		months.set(month, found);
	}
	return [...months.values()];
}

/** @param {number} kind @param {number} by @param {number} myRole */
function whose(kind, by, myRole) {
	if (kind === GONE) return by === PROGRAMME ? "-programme" : "";
	return SIDED.has(kind) ? `-${side(by, myRole)}` : "";
}

/** @param {number} by @param {number} myRole */
function side(by, myRole) {
	if (by === PROGRAMME) return "programme";
	return by === myRole ? "you" : "them";
}

/** @param {number} kind @param {Row["detail"]} detail */
function wayWords(kind, { way, what }) {
	if (NOTES.has(kind)) return say(`wall.notes-${what ?? 1}`);
	return WAY.has(kind) ? say(`wall.way-${way ?? 1}`) : "";
}

/** @param {number} kind @param {Row["detail"]} detail */
const pageWords = (kind, { page }) => (PAGE.has(kind) ? say(`wall.page-${page ?? 1}`) : "");
