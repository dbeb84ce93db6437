/**
 * What a reply did in a talk with a made-up person, and how that talk goes on. Pure: it knows readings and stories.
 * The words for it, and the rule, are in coach/practice/format.md.
 * @typedef {"listened" | "questioned" | "advised" | "shared" | "passed"} Deed
 * @typedef {{is: boolean | null}} Label
 * @typedef {{english: boolean, sentences: readonly {labels: Readonly<Record<string, Label>>}[], whole: Readonly<Record<string, Label>>}} Reading
 * @typedef {{reply: string, does: readonly string[]}} Example
 * @typedef {{says: readonly string[], next?: Readonly<Partial<Record<Deed, string>>>, examples?: readonly Example[], ends?: "opened" | "stayed" | "closed", after?: string, help?: boolean}} Beat
 * @typedef {{id: string, name: string, mood: "hope" | "ordinary" | "hard" | "night", topics: readonly string[], about: string, begins: string, beats: Readonly<Record<string, Beat>>}} Person
 */

/** @type {readonly Deed[]} */
export const DEEDS = Object.freeze(["listened", "questioned", "advised", "shared", "passed"]);

/** What counts first stands first; each with the labels that make it. @type {readonly [Deed, readonly string[]][]} */
const IN_ORDER = [
	["advised", ["advice"]],
	["listened", ["reflection", "understanding", "warmth"]],
	["questioned", ["question"]],
	["shared", ["own_story"]],
];

/** Where a story says nothing of its own about these. @type {Readonly<Record<string, Deed>>} */
const OTHERWISE = { shared: "questioned", passed: "advised" };

/** @param {Reading} reading @returns {Deed | "unsure"} nothing is guessed: where a label that would change it is not sure, neither is this */
export function done(reading) {
	if (!reading.english || reading.sentences.length === 0) return "unsure";
	for (const [deed, labels] of IN_ORDER) {
		const is = anyOf(reading, labels);
		if (is !== false) return is ? deed : "unsure";
	}
	return "passed";
}

/** @param {Reading} reading @param {readonly string[]} labels @returns {boolean | null} */
function anyOf({ sentences, whole }, labels) {
	const said = labels.flatMap((label) => [
		...sentences.map((one) => one.labels[label]?.is ?? null),
		...(whole[label] === undefined ? [] : [whole[label].is]),
	]);
	if (said.includes(true)) return true;
	return said.includes(null) ? null : false;
}

/** The beat after a reply. @param {Person} person @param {string} beat @param {Deed} deed @returns {string} */
export function after(person, beat, deed) {
	const { next = {} } = /** @type {Beat} */ (person.beats[beat]);
	return next[deed] ?? next[OTHERWISE[deed] ?? "advised"] ?? person.begins;
}

/** @param {Person} person @param {string} beat @returns {Beat} */
export function beatOf(person, beat) {
	return /** @type {Beat} */ (person.beats[beat]);
}
