import { earlierAsked } from "./circle-earlier.js";
import { isWordsOfOwn } from "./circle-standing.js";
import { RoomError } from "./trouble.js";

/**
 * Words of one's own in a circle, taken back: hidden for everybody, and with them what was handed on of them.
 * @typedef {import("./lines.js").Line} Line
 */

/** Mine, stored, and words: what somebody did in a circle stands. @param {Line} line */
export const mayTakeBack = (line) =>
	line.from === "me" && line.state === "stored" && line.msg !== null && isWordsOfOwn(line);

/** My cards that handed a line on: which of them holds it nobody can see once they are sealed, so it is all that answered one question. @param {readonly Line[]} lines @param {string} id @returns {{line: Line, to: string}[]} */
export const handedWith = (lines, id) =>
	lines.flatMap((line) => {
		const { from, card } = line;
		if (from !== "me" || card?.t !== "circle-earlier-words") return [];
		const ask = earlierAsked(/** @type {any} */ (lines), card.of);
		return ask?.mine.includes(id) ? [{ line, to: ask.to }] : [];
	});

/** A story is taken back as it is elsewhere, and its teller's own account says so. @param {import("./inside.js").Inside} inside @param {import("./circle-talk.js").CircleTalk} talk @param {string} id */
export async function takeWordsBack({ parts }, talk, id) {
	const line = talk.lines.find((one) => one.id === id);
	if (line === undefined || !mayTakeBack(line)) throw new RoomError("not-found");
	if (!talk.known.canWrite) throw new RoomError("cannot-write");
	const { card } = line;
	if (card?.t === "story-shared") return await parts.deed("circleStories", "takeBack", talk.conv, card.of);
	for (const one of [...handedWith(talk.lines, id).map((each) => each.line), line])
		if (one.msg !== null) talk.changing.erase(one.id);
		else await talk.takeBack(one.id);
}
