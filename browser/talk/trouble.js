/** What a screen may catch: a code it has words for. */
export class RoomError extends Error {
	/**
	 * @param {string} code
	 * @param {{retryAfter?: number, place?: number | string, left?: number}} [about]
	 */
	constructor(code, { retryAfter, place, left } = {}) {
		super(code);
		this.name = "RoomError";
		this.code = code;
		this.retryAfter = retryAfter;
		this.place = place;
		this.left = left;
	}
}

/** @type {Record<string, string>} what floors below say, as a person should hear it */
const HEARD_AS = {
	"bundle-older": "way-in-changed",
	"code-form": "spare-mistyped",
	endorsement: "not-endorsed",
	"key-record": "way-in-changed",
	"locked-out": "signed-out",
	"name-form": "name-odd",
	"no-conversation": "not-found",
	"not-yours": "way-in-changed",
	"keys-other": "way-in-changed",
	"log-changed": "home-changed",
	"keys-moved": "state-moved",
	"log-behind": "state-moved",
	"log-unread": "offline",
	"not-verified": "not-endorsed",
	"op-unknown": "server-trouble",
	"profile-unknown": "way-in-changed",
	"promise-form": "promise-unknown",
	"promise-kept": "promise-unknown",
	"promise-other": "promise-changed",
	"promise-signature": "promise-changed",
	"roster-changed": "home-changed",
	"salt-other": "way-in-changed",
	"state-behind": "state-moved",
	"stretch-failed": "no-memory",
	"text-size": "too-long",
	"last-one": "not-now",
	"no-stretch": "not-now",
	"reads-already": "not-now",
	"reads-not": "not-now",
	"three-read": "not-now",
	bundle: "way-in-changed",
	ended: "signed-out",
	forked: "state-rolled-back",
	slot: "way-in-changed",
	state: "way-in-changed",
};

/**
 * Runs a deed; what was refused below comes out as a RoomError, a fault in the code stays what it is.
 * @template T
 * @param {() => Promise<T>} deed
 * @returns {Promise<T>}
 */
export async function heard(deed) {
	try {
		return await deed();
	} catch (error) {
		throw asRoomError(error);
	}
}

/** @param {any} error */
export function asRoomError(error) {
	if (error instanceof RoomError || !isRefusal(error)) return error;
	const place = Array.isArray(error.detail) ? error.detail[0] : error.detail;
	return new RoomError(HEARD_AS[error.code] ?? error.code, {
		retryAfter: error.retryAfter,
		place,
		left: error.body?.left,
	});
}

const PASSING = new Set(["offline", "timeout", "slow-down", "server-trouble"]);

/** It may go well in a while. @param {string} code */
export const isPassing = (code) => PASSING.has(code);

const UNANSWERED = new Set(["offline", "timeout", "server-trouble"]);

/** Nobody knows whether it was done. @param {string} code */
export const isUnanswered = (code) => UNANSWERED.has(code);

/** A refusal by name, not a fault in the code. @param {any} error */
export function isRefusal(error) {
	return (
		error instanceof Error &&
		typeof (/** @type {any} */ (error).code) === "string" &&
		!(error instanceof DOMException)
	);
}

/**
 * The door somebody stands at when the room could not be opened; who is on the way in, or gone, hears of it by their own deed.
 * @param {unknown} error
 * @param {{door: import("./front.js").Door, work: string | null}} now
 * @returns {import("./front.js").Door}
 */
export function doorFor(error, { door, work }) {
	const { code } = asRoomError(error);
	if (isRefusal(error) && (work !== null || !["starting", "outside"].includes(door))) return door;
	if (code === "room-too-old") return "too-old";
	if (code === "no-wasm") return "no-wasm";
	if (isRefusal(error)) return "unreachable";
	throw error;
}
