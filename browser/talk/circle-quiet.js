import { TYPE } from "../crypto/frames.js";
import { aheadIn } from "./times.js";

/**
 * Quiet hours of a circle: whether it is one of them, until when, and how a line goes meanwhile. The house is not told when they are;
 * a room says of each line it sends in them that nobody is to get a short note for it.
 * @typedef {import("./circle-shape.js").Quiet} Quiet
 */

const [SECOND, MINUTE, DAY] = [1_000, 60_000, 1_440];
/** A wall is moved by quarters of an hour. */
const QUARTER = 15 * MINUTE;
/** So far it looks: two days, of which one may have an hour more. */
const FURTHEST = 49 * 4;

/** The minute of the day that a wall shows; where this device does not know the zone, its own wall. @param {number} moment @param {string} zone */
function minuteAt(moment, zone) {
	const ahead = aheadIn(Math.floor(moment / SECOND), zone);
	if (ahead === null) {
		const here = new Date(moment);
		return here.getHours() * 60 + here.getMinutes();
	}
	return Math.floor((moment + ahead * SECOND) / MINUTE) % DAY;
}

/** @param {Quiet | null} quiet @param {number} moment */
export function isQuiet(quiet, moment) {
	if (quiet === null) return false;
	const { from, till, zone } = quiet;
	const minute = minuteAt(moment, zone);
	return from < till ? from <= minute && minute < till : minute >= from || minute < till;
}

/** What was found last: screens ask many times within the same quiet hours. */
let last = { of: "", from: 0, until: 0 };

/** The first moment at which it is quiet no more; null where it is not quiet now. @param {Quiet | null} quiet @param {number} moment */
export function quietUntil(quiet, moment) {
	const of = JSON.stringify(quiet);
	if (last.of === of && last.from <= moment && moment < last.until) return last.until;
	if (!isQuiet(quiet, moment)) return null;
	let at = Math.floor(moment / MINUTE) * MINUTE;
	for (let steps = 0; steps < FURTHEST && isQuiet(quiet, at + QUARTER); steps += 1) at += QUARTER;
	while (isQuiet(quiet, at)) at += MINUTE;
	last = { of, from: moment, until: at };
	return at;
}

/** A line as it goes in quiet hours; whatever is no line goes as it is. @param {Uint8Array} frame */
export function quietly(frame) {
	if (frame[0] !== TYPE.SEND) return frame;
	const found = frame.slice();
	found[0] = TYPE.SEND_QUIETLY;
	return found;
}

/**
 * The wire of a circle: in quiet hours each line says that nobody gets a note for it.
 * @param {import("../wire/socket.js").Wire} wire @param {() => boolean} isQuietNow
 * @returns {import("../wire/socket.js").Wire}
 */
export const hushed = (wire, isQuietNow) =>
	/** @type {any} */ ({
		get state() {
			return wire.state;
		},
		send: (/** @type {Uint8Array} */ frame) => wire.send(isQuietNow() ? quietly(frame) : frame),
		follow: (/** @type {[any, any]} */ ...given) => wire.follow(...given),
		page: (/** @type {[any, any, any]} */ ...given) => wire.page(...given),
		catchUp: (/** @type {[any]} */ ...given) => wire.catchUp(...given),
	});
