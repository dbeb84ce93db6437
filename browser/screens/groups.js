/** Sentences of the promise that stand together. Pure. */

/** @typedef {import("./seen.d.ts").Sentence} Sentence */

/**
 * @param {readonly Sentence[]} sentences
 * @returns {Sentence[][]} runs of the same group, in order
 */
export function grouped(sentences) {
	/** @type {Sentence[][]} */
	const runs = [];
	for (const sentence of sentences) {
		const run = runs.at(-1);
		if (run?.[0]?.group === sentence.group) run?.push(sentence);
		else runs.push([sentence]);
	}
	return runs;
}
