/** Whether lines somebody shows stand in the house's log where they say: asked by an officer's room. */

/**
 * "stands": the log has this very line there. "moved": the log has something else there, or nothing.
 * "gone": the house has no such log any more. "unasked": it could not be asked just now.
 * @typedef {"stands" | "moved" | "gone" | "unasked"} Found
 * @typedef {{n: number, hAad: string}} Line
 */

/** The house is asked for whole stretches, and so never learns which of their lines was shown. */
const STRETCH = 32;

/**
 * What the log says of each line, in their order.
 * @param {(body: {conv: string, stretches: number[]}) => Promise<{known: boolean, lines: {n: number, h_aad: string}[]}>} ask
 * @param {string} conv @param {readonly Line[]} lines @returns {Promise<Found[]>}
 */
export async function foundInLog(ask, conv, lines) {
	if (lines.length === 0) return [];
	const stretches = [...new Set(lines.map(({ n }) => Math.floor(n / STRETCH)))];
	const told = await ask({ conv, stretches }).catch(() => null);
	if (told === null) return lines.map(() => "unasked");
	if (!told.known) return lines.map(() => "gone");
	const held = new Map(told.lines.map((one) => [one.n, one.h_aad]));
	return lines.map(({ n, hAad }) => (held.get(n) === hAad ? "stands" : "moved"));
}

/** The one sentence about all of them: the gravest. @param {readonly {found: Found}[]} lines @returns {Found} */
export const gravest = (lines) =>
	/** @type {const} */ (["moved", "unasked", "gone"]).find((one) =>
		lines.some(({ found }) => found === one),
	) ?? "stands";
