/** How shapes of words are written, and made into what is looked for: `{name}` stands for a slot of the same language, a word begins and ends at a space. */

/**
 * `groups`: shapes that are looked for; those of `said` hold only where no `no` stands before them or in them.
 * `alone`: a whole sentence, and nothing beside it.
 * `told`: somebody else's, in a whole sentence; `over` and `joke`: past, or a manner of speaking, in a thought.
 * @typedef {Readonly<{slots: Readonly<Record<string, string>>, said: readonly string[], unsaid: readonly string[], alone: readonly string[], no: string, told: string, over: string, joke: string}>} Shapes
 */

/** @param {Shapes} shapes */
export function compiled({ slots, said, unsaid, alone, no, told, over, joke }) {
	const one = (/** @type {string} */ shape, end = "(?= )") =>
		new RegExp(`(?<= )(?:${filled(shape, slots)})${end}`, "u");
	const never = new RegExp(` (?:${filled(no, slots)})$`, "u");
	const groups = [
		...unsaid.map((shape) => ({ shape: one(shape), no: /** @type {RegExp | null} */ (null) })),
		...said.map((shape) => ({ shape: one(shape), no: /** @type {RegExp | null} */ (never) })),
	];
	const only = alone.map((shape) => new RegExp(`^ (?:${filled(shape, slots)}) $`, "u"));
	return Object.freeze({ only, told: one(told), over: one(over), joke: one(joke), groups });
}

/** @param {string} shape @param {Readonly<Record<string, string>>} slots @returns {string} */
function filled(shape, slots) {
	return shape.replace(/\{([a-z]+)\}/g, (_, name) => `(?:${filled(slots[name] ?? "", slots)})`);
}
