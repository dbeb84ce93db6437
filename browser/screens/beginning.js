/** The first words of a longer text, for one line of a small bar. */

const longest = 60;

/** @param {string} text */
export function beginningOf(text) {
	const plain = text.replace(/\s+/gu, " ").trim();
	const letters = [...plain];
	return letters.length <= longest ? plain : `${letters.slice(0, longest).join("")}…`;
}
