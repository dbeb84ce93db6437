import { asRoomError, RoomError } from "./trouble.js";

/** @typedef {import("./inside.js").Inside} Inside */

const [LOOK_EVERY, PATIENCE] = [100, 20_000];

/**
 * Writes the sealed half of something the house knows too, and waits until it stands. What cannot go now is taken back:
 * the words are still in the form they came from.
 * @param {Inside} inside @param {string} conv @param {"vow"} kind @param {object} body
 */
export async function untilItStands(inside, conv, kind, body) {
	const conversation = inside.conversation(conv);
	const { clock } = inside.given;
	conversation.changing.undo(null);
	const until = clock.now() + PATIENCE;
	const key = conversation.sayAs(kind, { text: JSON.stringify(body) });
	while (conversation.isOnItsWay(key)) {
		if (clock.now() > until) {
			await conversation.takeBack(key);
			throw new RoomError(conversation.isOnItsWay(key) ? "on-its-way" : "offline");
		}
		await new Promise((go) => clock.after(LOOK_EVERY, () => go(undefined)));
	}
	const { undone } = conversation.changing;
	if (undone !== null) throw asRoomError(Object.assign(new Error(undone), { code: undone }));
}
