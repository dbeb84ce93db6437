/** What a pack says of itself, as the screen shows it. Pure. */

/** In the order in which marks are told. */
const SHOWN = [
	"question",
	"open",
	"reflection",
	"understanding",
	"warmth",
	"exploring",
	"advice",
	"own_story",
	"information",
];

/** Of what is there: less is called few, so much is called nearly all. */
const [FEW, MOST] = [0.15, 0.95];

/** Of the times it was sure, one in so many was wrong, and of ten that were there it found so many; what the pack never says is left out. @param {any} card @returns {{mark: string, times: number, found: number | null, much: "few" | "some" | "most"}[]} */
export function mistakesOf({ labels }) {
	return SHOWN.flatMap((mark) => {
		const { yes, found } = labels?.[mark]?.errors ?? {};
		if (typeof yes !== "number" || typeof found !== "number") return [];
		const told = { mark, times: timesOf(yes), found: Math.round(10 * found), much: muchOf(found) };
		return mark === "open" ? [told, ...closedOf(labels.open.errors)] : [told];
	});
}

/** A question that is surely not open is marked as closed; how many of these it finds, no pack says. @param {{no?: unknown}} errors */
const closedOf = ({ no }) =>
	typeof no === "number"
		? [{ mark: "closed", times: timesOf(no), found: null, much: /** @type {const} */ ("some") }]
		: [];

/** @param {number} found of all that was there @returns {"few" | "some" | "most"} */
function muchOf(found) {
	if (found < FEW) return "few";
	return found >= MOST ? "most" : "some";
}

/** @param {number} wrong of all that it said */
const timesOf = (wrong) => Math.min(99, Math.max(1, Math.round(1 / Math.max(wrong, 0.01))));

/** Of the second tier, where a pack has one. */
const FULLER = /^(?:encoder\.bin|pieces\.txt)$/u;

/** What comes each time, in thousands of bytes. @param {any} card */
export const sizeOf = ({ files }) =>
	Math.max(1, Math.round(bytesOf(files, (name) => !FULLER.test(name)) / 1_000));

/** What comes once, in millions of bytes (weights hardly shrink on their way); null where a pack has no second tier. @param {any} card */
export const fullerSizeOf = ({ files, encoder }) =>
	encoder === undefined
		? null
		: Math.max(1, Math.round(bytesOf(files, (name) => FULLER.test(name)) / 1_000_000));

/** @param {Record<string, {bytes: number}> | undefined} files @param {(name: string) => boolean} isMeant */
const bytesOf = (files, isMeant) =>
	Object.entries(files ?? {}).reduce((sum, [name, { bytes }]) => sum + (isMeant(name) ? bytes : 0), 0);
