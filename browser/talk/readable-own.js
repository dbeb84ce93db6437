import { dateHere } from "./clock.js";

/**
 * A path, a plan for bad days and a diary and units that were done as plain text, part by part; a part that holds nothing is left out.
 * @typedef {object} Texts what the screen says, in its language
 * @property {(own: import("./own-rows.js").Own) => string} title @property {(own: "path" | "plan", part: number) => string} part
 * @property {(day: string) => string} done @property {(look: {matters: number, sure: number}) => string} look @property {(unit: number) => string} unit
 */

const DAY = 86_400_000;
/** The middle of a day is that day in every zone. @param {number} day */
const dayHere = (day) => dateHere(day * DAY + DAY / 2);
const PARTS = [1, 2, 3, 4, 5];

/** @param {readonly import("./notebook.js").OwnRows[]} own @param {Texts} texts */
export function readableOwn(own, texts) {
	const rowsOf = (/** @type {string} */ kind) =>
		own.filter((one) => one.kind === kind).flatMap(({ content }) => content.rows);
	const said = [
		...inParts("path", rowsOf("path"), texts),
		...inParts("plan", rowsOf("plan"), texts),
		...looks(rowsOf("diary"), texts),
		...units(rowsOf("training"), texts),
	];
	return new Blob([said.join("\n")], { type: "text/plain" });
}

/** @param {"path" | "plan"} kind @param {readonly any[]} rows @param {Texts} texts */
function inParts(kind, rows, texts) {
	if (rows.length === 0) return [];
	const parts = PARTS.filter((part) => rows.some(({ k }) => k === part)).map((part) => {
		const lines = rows.filter(({ k }) => k === part).map((row) => `- ${rowWords(row, texts)}`);
		return [texts.part(kind, part), ...lines, ""].join("\n");
	});
	return [`${texts.title(kind)}\n`, ...parts];
}

/** @param {{b: string, n?: string, done?: number}} row @param {Texts} texts */
function rowWords({ b, n = "", done = 0 }, texts) {
	const number = n === "" ? "" : `: ${n}`;
	return `${b}${number}${done > 0 ? ` (${texts.done(dayHere(done))})` : ""}`;
}

/** @param {readonly any[]} rows @param {Texts} texts */
function looks(rows, texts) {
	if (rows.length === 0) return [];
	const all = [...rows].sort((one, other) => one.day - other.day);
	return [
		`${texts.title("diary")}\n`,
		...all.map((look) => `${dayHere(look.day)}\n${[texts.look(look), look.b].filter(Boolean).join("\n")}\n`),
	];
}

/** @param {readonly any[]} rows @param {Texts} texts */
function units(rows, texts) {
	if (rows.length === 0) return [];
	const all = [...rows].sort((one, other) => one.day - other.day);
	return [
		[
			texts.title("training"),
			"",
			...all.map(({ day, u }) => `- ${texts.unit(u)} (${texts.done(dayHere(day))})`),
			"",
		].join("\n"),
	];
}
