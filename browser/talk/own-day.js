import { lookBack } from "./story-back.js";
import { RoomError } from "./trouble.js";

/**
 * Whether today is a bad day, before anything is suggested or told: where nobody knows yet, it is not.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./conversation.js").Conversation} Conversation
 */

/** Whoever said that it is one has a clock of their own: a day, and one more for that. */
const LATELY = 2 * 86_400_000;
/** So long what was said lately is waited for. */
const LONGEST = 4_000;

/** All that was said lately in these talks is here; false where the line is cut. @param {Inside} inside @param {readonly (Conversation | null)[]} talks */
export async function areRead({ given: { clock } }, talks) {
	const from = clock.now() - LATELY;
	return await new Promise((resolve, reject) => {
		const noMore = clock.after(LONGEST, () => resolve(false));
		const all = Promise.all(talks.map((talk) => readFrom(talk, from)));
		all.then((each) => resolve(each.every(Boolean)), reject).finally(noMore);
	});
}

/** @param {Conversation | null} talk @param {number} from */
async function readFrom(talk, from) {
	if (talk === null) return false;
	await lookBack(talk, () => talk.lines.some(({ ts }) => ts !== null && ts < from));
	return true;
}

/** Mine, wherever I told of it; and of this talk nothing is unread. @param {Inside} inside @param {string} [conv] */
export async function isOwnBadDay(inside, conv) {
	const isBad = await inside.parts.deed("path", "day");
	const isHere = conv === undefined || (await areRead(inside, [inside.conversation(conv)]));
	if (isBad === null || !isHere) throw new RoomError("offline");
	return /** @type {boolean} */ (isBad);
}
