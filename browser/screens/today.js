/** Show only today until I ask: which lines that leaves. Pure. */

/** @typedef {import("./seen.d.ts").Line} Line */

/** @returns {string} like 2025-06-01, where the reader is */
export function today() {
	const at = new Date();
	return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())).toISOString().slice(0, 10);
}

/**
 * A line without a date of its own goes with the one before it.
 * @param {readonly Line[]} lines
 * @param {string} day like 2025-06-01
 */
export function linesSince(lines, day) {
	let isShown = false;
	return lines.filter((line) => {
		if (line.date !== null) isShown = line.date >= day;
		return isShown || line.state !== "stored";
	});
}
