// Check-ins: what somebody answered about a talk, kept for themselves (envelope.md, section 12).

import { fromText } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @typedef {{a: number[], b: string, c: number[], day: number}} CheckIn an answer and a choice for each statement; 0 kept, 1 shown, 2 counted, 3 both */
/** @typedef {{conv: string, hash: string, pack: string, rows: CheckIn[], side: number, ver: number}} Sheet `pack` is empty for our six; `side` 1 client, 2 specialist */

export const [NOT_SURE, SKIPPED] = [20, 21];
export const VERSION = 1;
export const [STATEMENTS, WORDS, MOST_ROWS, LONGEST_WORDS] = [6, 5, 20, 500];
const [MOST_ANSWERS, MOST_WORDS, LAST_CHOICE] = [60, 11, 3];
const PACK = /^[a-z0-9-]{1,40}$/;
const SHEET = { conv: "text", hash: "text", pack: "text", rows: "list", side: "int", ver: "int" };
const ROW = { a: "list", b: "text", c: "list", day: "int" };

/** @param {Sheet} sheet */
export const writeSheet = (sheet) => writeJson(checkedSheet(sheet));

/** @param {Uint8Array} bytes what a document of kind 4 holds @returns {Sheet} */
export const readSheet = (bytes) => checkedSheet(parseJson(bytes));

/** @param {unknown} given @returns {Sheet} */
function checkedSheet(given) {
	const sheet = /** @type {Sheet} */ (/** @type {unknown} */ (fieldsOf(given, SHEET)));
	const { conv, hash, pack, rows, side, ver } = sheet;
	const isOurs = pack === "";
	if (!isOurs && !PACK.test(pack)) throw new Refusal("malformed", "pack");
	if (side < 1 || side > 2 || ver < 1) throw new Refusal("malformed", "side");
	fromText(conv, isOurs || conv !== "" ? 16 : 0);
	fromText(hash, isOurs ? 0 : 32);
	if (rows.length < 1 || rows.length > MOST_ROWS) throw new Refusal("malformed", "rows");
	for (const [at, row] of rows.entries()) {
		checkRow(row, isOurs);
		const before = rows[at - 1];
		if (before === undefined) continue;
		if (before.day > row.day || before.a.length !== row.a.length) throw new Refusal("malformed", "rows");
	}
	return sheet;
}

/** @param {unknown} row @param {boolean} isOurs */
function checkRow(row, isOurs) {
	const { a, b, c } = fieldsOf(row, ROW);
	const fits = isOurs ? a.length === STATEMENTS : a.length >= 1 && a.length <= MOST_ANSWERS;
	if (!fits || c.length !== a.length) throw new Refusal("malformed", "a");
	const words = isOurs ? WORDS : MOST_WORDS;
	const isAnswer = (/** @type {unknown} */ one) =>
		typeof one === "number" && (one < words || one === NOT_SURE || one === SKIPPED);
	const isChoice = (/** @type {unknown} */ one) => typeof one === "number" && one <= LAST_CHOICE;
	if (!a.every(isAnswer) || !c.every(isChoice)) throw new Refusal("malformed", "a");
	checkWords(b);
}

/** @param {string} b */
function checkWords(b) {
	if ([...b].length > LONGEST_WORDS) throw new Refusal("text-size");
}
