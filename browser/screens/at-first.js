/** When how long is asked. Pure. */

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/**
 * As long as one has written nothing but a hello, and no day is set by oneself: later it stands among the other ways.
 * One thing at a time: not while our promise waits to be read.
 * @param {Conversation} conversation
 * @returns {"ask" | "told" | null} asked, or told of a day that the other set
 */
export function firstLength({ relationship, lines, older, catching, canWrite }) {
	const { state, earlier, plan } = relationship;
	if (promiseWaits(relationship)) return null;
	const isBeginning = state === "active" && earlier.length === 0 && canWrite && !catching && older === "none";
	if (!isBeginning || lines.some(({ from, kind }) => from === "me" && kind !== "hello")) return null;
	if ((plan ?? null) === null) return "ask";
	return plan?.by === "them" && plan.endsOn !== null && plan.wish === null ? "told" : null;
}

/** Something about our promise waits to be read or decided. @param {Pick<Conversation["relationship"], "change">} relationship */
export function promiseWaits({ change }) {
	const { asked = null, told = null } = change ?? {};
	return told !== null || (asked !== null && !asked.mine);
}
