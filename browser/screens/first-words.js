/** While the page's first words stand, the door is made behind them: a part at a time, so that a slow phone answers. */

const firstWords = document.getElementsByClassName("first");

export const firstWordsStand = () => firstWords.length > 0;

/** Between two pieces of work: what a person pressed meanwhile comes first. @returns {Promise<void>} */
export function breath() {
	const { scheduler } = /** @type {{scheduler?: {yield?: () => Promise<void>}}} */ (globalThis);
	return scheduler?.yield?.() ?? new Promise((on) => setTimeout(on));
}

/**
 * Each part of the first door after a breath of its own; from then on at once.
 * @param {() => void | Promise<unknown>} make
 */
export function unhurried(make) {
	return firstWordsStand() ? breath().then(make) : make();
}
