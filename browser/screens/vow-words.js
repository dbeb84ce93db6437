/** The sealed half of what the house knows by name: words, and the day as its writer sealed it. */

/** @typedef {import("./seen.d.ts").Conversation} Conversation */
/** @typedef {import("../talk/vowing.js").Pledge} Pledge */
/** @typedef {import("../crypto/vow.js").Vow} Vow */

const [PLEDGE, CONTACT] = [1, 2];
const [MEETING, OWED] = [2, 3];
const DAYS_AFTER = 1;

/**
 * Only whoever gave their word can have worded it.
 * @param {Pick<Conversation, "vows" | "lines" | "relationship">} conversation
 * @param {{ref: string, mine: boolean, made_by?: number}} pledge
 * @returns {{words: string, day: number | null, why: string}} `why` there are no words
 */
export function wordsOf({ vows = [], lines, relationship }, { ref, mine, made_by = 1 }) {
	if (made_by === MEETING) return { words: "", day: null, why: "vows.meeting" };
	const isTheirs = (/** @type {Vow} */ vow) =>
		mine ? vow.mine : !vow.mine && vow.by === relationship.other.accountId;
	const found = vows.find((vow) => vow.k === PLEDGE && vow.ref === ref && isTheirs(vow));
	if (found === undefined) return { words: "", day: null, why: "vows.no-words" };
	if (found.b !== "") return { words: found.b, day: found.day, why: "" };
	const isTheirOwn = (/** @type {import("./seen.d.ts").Line} */ { from, by }) =>
		mine ? from === "me" : from === "them" && (by ?? found.by) === found.by;
	if (made_by === OWED) return { words: askedIn(lines, found), day: found.day, why: "vows.owed-gone" };
	const line = lines.find((one) => one.msg !== null && one.msg === found.to && isTheirOwn(one));
	if (line === undefined) return { words: "", day: found.day, why: "vows.no-words" };
	const isGone = line.kind === "taken-back";
	return { words: isGone ? "" : line.text, day: found.day, why: isGone ? "vows.gone-words" : "" };
}

/** The line that waits for an answer is one of the other's. @param {Conversation["lines"]} lines @param {Vow} word */
function askedIn(lines, { mine, to }) {
	const line = lines.find(({ msg, from }) => msg !== null && msg === to && (from === "me") !== mine);
	return line?.text ?? "";
}

/** @param {Pick<Conversation, "vows">} conversation @param {string} ref @returns {Vow | null} */
export const detailsOf = ({ vows = [] }, ref) =>
	vows.find((vow) => vow.k === CONTACT && vow.ref === ref) ?? null;

/** Is something open whose day has passed? For a note in the talk. @param {import("./seen.d.ts").View} view @param {string} id of the relationship */
export function isDue(view, id) {
	/** @type {readonly Pledge[]} */
	const open = view.parts?.vows?.pledges[id]?.open ?? [];
	return open.some((one) => one.made_by !== MEETING && one.due_on < (view.config?.today ?? 0));
}

/** Is an answer of mine open? @param {import("./seen.d.ts").View} view @param {string} id of the relationship */
export function owesAnswer(view, id) {
	/** @type {readonly Pledge[]} */
	const open = view.parts?.vows?.pledges[id]?.open ?? [];
	return open.some((one) => mayCallGiven(one, view.config?.today ?? 0));
}

/** May I say myself that an answer I owed is given? Until the day after its day. @param {Pledge} one @param {number} today */
export const mayCallGiven = ({ mine, made_by, due_on }, today) =>
	mine && made_by === OWED && due_on + DAYS_AFTER >= today;
