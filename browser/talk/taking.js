import { TYPE } from "../crypto/frames.js";
import { today } from "./clock.js";
import { isRefusal } from "./trouble.js";

/** What ends the answer to a FOLLOW or a PAGE: until then its frames are taken together. @type {ReadonlySet<number>} */
export const ENDS = new Set([TYPE.UPTO, TYPE.PAGED]);

/**
 * What the core makes of frames that came. A header may know more of who is who than was read here: that is read first.
 * @param {{core: any, conv: string, clock: import("./clock.js").Clock, readWho: () => Promise<void>}} given
 * @param {Uint8Array[]} frames
 * @returns {Promise<any>} null: the list could not be read just now, so nothing was judged
 */
export async function taken({ core, conv, clock, readWho }, frames) {
	const given = { conv, frames, today: today(clock) };
	try {
		return await core.take(given);
	} catch (error) {
		if (/** @type {any} */ (error).code !== "log-behind") throw error;
	}
	try {
		await readWho();
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return null;
	}
	return await core.take({ ...given, isRead: true });
}

/** An answer to FOLLOW or PAGE names no entry. @param {Uint8Array} id */
export function isForNothing(id) {
	return id.every((byte) => byte === 0);
}
