/** Fetches the part of the room that works behind the door, before anybody goes through it. */
import { RoomError } from "./trouble.js";

/** @typedef {typeof import("./inside.js").Inside} InsideKind */

/** @type {Promise<{Inside: InsideKind}> | null} */
let coming = null;

/**
 * Nothing is asked of the house before this is here: a line that fails now costs nobody a place.
 * @returns {Promise<InsideKind>}
 */
export async function behindTheDoor() {
	coming ??= import("./inside.js");
	try {
		return (await coming).Inside;
	} catch {
		coming = null;
		throw new RoomError("offline");
	}
}
