import { asRoomError, RoomError } from "./trouble.js";

/** @typedef {import("./inside.js").Inside} Inside */
/** @typedef {import("./conversation.js").Conversation} Conversation */

/** The outbox asks anew after twenty seconds whether it was stored: a moment longer, and its answer is here. */
const [LOOK_EVERY, PATIENCE] = [100, 25_000];
/** What is on its way in each talk, by what it says. @type {WeakMap<Conversation, Map<string, string>>} */
const under = new WeakMap();

/**
 * Writes the sealed half of something the house knows too, and waits until it stands. What never left is taken back, for
 * the words are still in the form they came from. What left and has no answer is "on-its-way": it may stand already, so the
 * same again waits for that one and writes nothing new.
 * @param {Inside} inside @param {string} conv @param {"vow" | "mend"} kind @param {object} body
 */
export async function untilItStands(inside, conv, kind, body) {
	const conversation = inside.conversation(conv);
	const { clock } = inside.given;
	conversation.changing.undo(null);
	const until = clock.now() + PATIENCE;
	const text = JSON.stringify(body);
	const key = keyOf(conversation, kind, text);
	while (conversation.isOnItsWay(key)) {
		const isStuck = conversation.lines.some(
			({ id, state }) => id === key && state !== "sending" && state !== "waiting",
		);
		if (isStuck || clock.now() > until) {
			await conversation.takeBack(key);
			if (conversation.isOnItsWay(key)) throw new RoomError("on-its-way");
			under.get(conversation)?.delete(text);
			throw new RoomError(isStuck ? "line-asks" : "offline");
		}
		await new Promise((go) => clock.after(LOOK_EVERY, () => go(undefined)));
	}
	const why = conversation.changing.whyNot(key);
	if (why !== null) throw asRoomError(Object.assign(new Error(why), { code: why }));
}

/** May something that was written here under this name stand, or come to stand? @param {Conversation} conversation @param {string} name */
export function mayStand(conversation, name) {
	const written = [...(under.get(conversation) ?? [])];
	return written.some(([text, key]) => text.includes(name) && conversation.changing.whyNot(key) === null);
}

/** @param {Conversation} conversation @param {"vow" | "mend"} kind @param {string} text */
function keyOf(conversation, kind, text) {
	const here = under.get(conversation) ?? new Map();
	under.set(conversation, here);
	const before = here.get(text);
	if (before !== undefined && conversation.isOnItsWay(before)) return before;
	const key = conversation.sayAs(kind, { text });
	here.set(text, key);
	return key;
}
