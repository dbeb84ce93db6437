import { dateHere } from "./clock.js";
import { copiesIn } from "./kept-notes.js";

/**
 * A path, a plan for bad days, a diary, units that were done, stories and kept notes of meetings as plain text, part by part; a part that holds nothing is left out.
 * @typedef {object} Texts what the screen says, in its language
 * @property {(own: import("./own-rows.js").Own) => string} title @property {(own: "path" | "plan", part: number) => string} part
 * @property {(day: string) => string} done @property {(look: {matters: number, sure: number}) => string} look @property {(unit: number) => string} unit @property {(answers: readonly number[]) => string} well
 * @property {(layer: import("../crypto/story.js").Layer) => string} layer a layer with what it touches on @property {(one: {k: number, days: Readonly<Record<"asked" | "told" | "opened" | "over", string>>}) => string} told
 * @property {(copy: import("./kept-notes.js").Copy) => string} note a note of a meeting, whole
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
		...ownLooks(rowsOf("wellbeing"), texts),
		...stories(own, texts),
		...notes(own, texts),
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

/** Each note of a meeting that is kept. @param {readonly import("./notebook.js").OwnRows[]} own @param {Texts} texts */
function notes(own, texts) {
	const docs = /** @type {any} */ (own.filter(({ kind }) => kind === "notes"));
	const copies = copiesIn(docs).map((copy) => `${texts.note(copy)}\n`);
	return copies.length === 0 ? [] : [`${texts.title("notes")}\n`, ...copies];
}

/** @param {readonly any[]} rows @param {Texts} texts */
function ownLooks(rows, texts) {
	if (rows.length === 0) return [];
	const all = [...rows].sort((one, other) => one.day - other.day);
	return [
		`${texts.title("wellbeing")}\n`,
		...all.map(({ day, a, b }) => `${dayHere(day)}\n${[texts.well(a), b].filter(Boolean).join("\n")}\n`),
	];
}

/** Each story with its layers, and what was told of it when. @param {readonly import("./notebook.js").OwnRows[]} own @param {Texts} texts */
function stories(own, texts) {
	const all = /** @type {import("../crypto/story.js").Story[]} */ (
		own.filter((one) => one.kind === "story").map(({ content }) => /** @type {any} */ (content))
	);
	return all.map(({ title, day, layers, told }) => {
		const said = layers.map((layer) => `${texts.layer(layer)}\n${layer.b}\n`);
		return [
			`${texts.title("story")}: ${title}`,
			dayHere(day),
			"",
			...said,
			...told.map((one) => toldOf(one, texts)),
			"",
		].join("\n");
	});
}

/** @param {import("../crypto/story.js").Told} one @param {Texts} texts */
function toldOf({ k, asked, told, opened, over }, texts) {
	const on = (/** @type {number} */ day) => (day === 0 ? "" : dayHere(day));
	return `- ${texts.told({ k, days: { asked: on(asked), told: on(told), opened: on(opened), over: on(over) } })}`;
}
