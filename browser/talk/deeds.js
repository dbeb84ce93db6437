/**
 * Small changes to lines that are on their way: shown at once, as if they had arrived.
 * @typedef {import("./lines.js").Line} Line
 * @typedef {{kind: "edit" | "react" | "erase", to: string, text: string, r: number, ts: number}} Deed `to` is the line's own id
 */

/** Deeds that are none of their own lines. @type {ReadonlySet<string>} */
export const DEEDS = new Set([
	"edit",
	"react",
	"erase",
	"ours",
	"ours-yes",
	"share",
	"path",
	"bring",
	"go",
	"grant",
	"vow",
	"story",
	"circle",
]);

/** They name the header they stand in: refused, they are made anew. @type {ReadonlySet<string>} */
export const ANEW = new Set(["bring", "go", "grant", "circle"]);

/** A conversation begins with it: a hello, one that goes on from another, the first header of a circle. @param {string} kind @param {{cannot: string | null}} known */
export const begins = (kind, { cannot }) =>
	kind === "hello" || kind === "continues" || (kind === "circle" && cannot === "hello");

/** What cannot be done whatever one tries. */
const IMPOSSIBLE = new Set([
	...["no-such-text", "not-yours", "edit-often", "malformed"],
	...["reads-already", "reads-not", "three-read", "last-one", "no-stretch", "not-verified"],
	...["circle-full", "leads-already", "two-lead", "begun-already"],
]);

/** Who is to read is not who they should be: a person decides, and nobody waits for it to pass. */
const DOUBTED = new Set([
	"lock-changed",
	"endorsement",
	"log-keys",
	"keys-other",
	"key-record",
	"name-moved",
]);

/** @param {string} kind @param {string} code */
export const isImpossible = (kind, code) => IMPOSSIBLE.has(code) || (ANEW.has(kind) && DOUBTED.has(code));

/** A header of a circle: who reads, or who leads, from here on. @param {any} core @param {object} at @param {string} text its operation and what that takes */
export function headerOfCircle(core, at, text) {
	const { op, ...given } = JSON.parse(text);
	return core[op]({ ...given, ...at });
}

/** What a person wrote for it, in words; nothing for what is only pressed. @param {{kind: string, text: string}} waiting */
export function wordsIn({ kind, text }) {
	if (kind === "share") return JSON.parse(text).words ?? "";
	if (kind === "vow") return JSON.parse(text).b ?? "";
	if (kind === "card" || kind === "path") return JSON.parse(text).words ?? JSON.parse(text).b ?? "";
	if (kind === "mend") return JSON.parse(text).text;
	if (kind === "ours")
		return JSON.parse(text)
			.map((/** @type {{b: string}} */ { b }) => b)
			.join("\n");
	return ["text", "goodbye", "edit"].includes(kind) ? text : "";
}

/** A card on its way is shown as it will stand. @param {{kind: string, text: string}} waiting @returns {{card?: import("../crypto/cards.js").Card, text?: string, re?: string | null, mend?: Line["mend"]}} */
export const cardIn = ({ kind, text }) =>
	kind === "mend" ? mendIn(JSON.parse(text)) : kind === "card" ? { card: JSON.parse(text), text: "" } : {};

/** What is said to be about a line names it (crypto/mend.js). */
const A_LINE = 1;

/** So is a step of mending. @param {any} step */
const mendIn = ({ step, of, about, how, re, text }) => ({
	...{ text, re: about === A_LINE ? re : null, mend: { step, of, about, how } },
});

/** @param {readonly Line[]} lines @param {readonly Deed[]} deeds in their order @returns {readonly Line[]} */
export function withDeeds(lines, deeds) {
	if (deeds.length === 0) return lines;
	return Object.freeze(lines.map((line) => deeds.filter(({ to }) => to === line.msg).reduce(changed, line)));
}

/** @param {Line} line @param {Deed} deed @returns {Line} */
function changed(line, { kind, text, r }) {
	if (kind === "erase") {
		const { card, ...rest } = line;
		return Object.freeze({ ...rest, kind: "taken-back", text: "", file: null, earlier: [] });
	}
	if (kind === "react") return Object.freeze({ ...line, signs: { ...line.signs, me: r } });
	const earlier = [...line.earlier, { text: line.text, ts: line.ts ?? 0 }];
	return Object.freeze({ ...line, text, earlier, state: "waiting" });
}
