/**
 * A name to suggest, like river-otter-4827: a place, a creature, four digits (protocol/envelope.md, section 3).
 * @param {{places: string, creatures: string}} lists a word a line
 * @param {() => number} chance in [0, 1)
 */
export function drawName({ places, creatures }, chance) {
	const digits = String(Math.floor(chance() * 10_000)).padStart(4, "0");
	return `${drawn(places, chance)}-${drawn(creatures, chance)}-${digits}`;
}

/** @param {string} list @param {() => number} chance */
function drawn(list, chance) {
	const words = list.split("\n").filter((word) => word !== "");
	return words[Math.floor(chance() * words.length)] ?? "";
}
