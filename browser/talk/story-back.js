/** Looking back for what was told: it may lie before what a talk has read so far. */

/** @typedef {import("./conversation.js").Conversation} Conversation */
/** @typedef {import("../crypto/story.js").Told} Told */

const DAY = 86_400_000;
/** So far back one looks: the longest anything is told for is a year, and its teller may have been away for another. */
const TWO_YEARS = 731;

/** Reads on into the past until it is found, or there is no more to read. @param {Conversation} talk @param {() => boolean} isFound */
export async function lookBack(talk, isFound) {
	await talk.isHere();
	for (let before = -1; isFurther(talk) && !isFound() && talk.lines.length > before; ) {
		before = talk.lines.length;
		await talk.loadOlder();
	}
}

/** @param {Conversation} talk */
const isFurther = ({ older, known }) => older === "more" && !known.stopped;

/** What may have been told for some days that are over: the line alone says until when. @param {{told: readonly Told[]}} story @param {number} day @returns {readonly Told[]} */
export const mayBeOver = ({ told }, day) =>
	told.filter(({ told: on, over }) => on > 0 && over === 0 && on < day && on >= day - TWO_YEARS);

/** The line is here, or everything since the day before it was told is, and it is not among it. @param {Conversation} talk @param {{day: number, line: import("./lines.js").Line | undefined}} row */
export const isRead = ({ lines }, { day, line }) =>
	line !== undefined || lines.some(({ ts }) => ts !== null && Math.floor(ts / DAY) < day - 1);
