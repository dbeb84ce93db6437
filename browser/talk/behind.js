/** Fetches the part of the room that works behind the door, before anybody goes through it. */
import { isRefusal, RoomError } from "./trouble.js";

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

/**
 * What opens with the device's own lock: fetched by those alone who press for it.
 * @param {import("./front.js").Front} front
 * @param {{ownLock?: import("../vault/own-device.js").OwnLock | undefined, clock: import("./clock.js").Clock}} given
 */
export async function passkeysWith(front, { ownLock: lock, clock }) {
	if (lock === undefined) throw new RoomError("passkey-cannot");
	try {
		const [{ Passkeys }, device] = await Promise.all([import("./passkeys.js"), lock.bring()]);
		return new Passkeys(front, { device, clock });
	} catch {
		throw new RoomError("offline");
	}
}

/** What is told: fetched when somebody tells or looks. @param {import("./front.js").Front} front */
export async function tellingBy(front) {
	try {
		return (await import("./telling.js")).tellingOf(front);
	} catch {
		throw new RoomError("offline");
	}
}

/**
 * Pauses, plans, goodbyes and ways back: fetched by whoever takes such a step.
 * @param {import("./inside.js").Inside} inside @param {any[]} all the deed's name and what it takes
 */
export async function livedWith(inside, all) {
	const { Living } = await import("./living.js").catch(() => {
		throw new RoomError("offline");
	});
	return await new Living(inside).deed(...all);
}

/** Handing over and standing in: fetched by whoever looks at it. @param {import("./inside.js").Inside} inside @param {any[]} all */
export async function handedWith(inside, all) {
	const { Handing } = await import("./handing.js").catch(() => {
		throw new RoomError("offline");
	});
	return await new Handing(inside).deed(...all);
}

/**
 * Count me in: whether there is a count, fetched by whoever looks at it. How the room runs a deed is handed in.
 * @param {<T>(deed: (front: import("./front.js").Front) => Promise<T>) => Promise<T>} run
 */
export function countedBy(run) {
	/** @template T @param {(counting: ReturnType<typeof import("./counting.js").countingBy>) => Promise<T>} deed */
	const counting = (deed) =>
		run(async ({ api }) => {
			const { countingBy } = await import("./counting.js").catch(() => {
				throw new RoomError("offline");
			});
			return await deed(countingBy(api));
		});
	return Object.freeze({ open: () => counting((it) => it.open()) });
}

/**
 * For those who came by a link: nobody else fetches it.
 * @param {import("./front.js").Front} front @param {() => void} onChange
 */
export async function invitedWith(front, onChange) {
	try {
		const { Invited } = await import("./invited.js");
		return new Invited(front, onChange);
	} catch {
		throw new RoomError("offline");
	}
}

/** Whoever is asked nothing unasked yet is asked for no check-in either. */
const FIRST_TO_ASK = 4;
const SPECIALIST = 2;

/** A line that fails is met again by whatever comes next. @param {unknown} error */
function quiet(error) {
	if (!isRefusal(error)) throw error;
}

/** What waits until their hours begin, and a month whose numbers may go by themselves. @param {import("./inside.js").Inside} inside */
async function ofSpecialist(inside) {
	await coachGone(inside);
	await inside.parts.deed("later", "watch");
	if (inside.given.isNewVisit) await inside.parts.deed("answering", "byItself");
}

/** Switched off on another device, nothing of the coach stays on this one. @param {import("./inside.js").Inside} inside */
export async function coachGone({ notes }) {
	if (!notes.isListening) await globalThis.caches?.delete("coach").catch(() => false);
}

/** Whoever told something for some days need not look at their stories for it to go. @param {import("./inside.js").Inside} inside */
export async function storiesOver({ given, parts }) {
	if (!given.isNewVisit) return;
	const { doc_ids } = await given.core.ownListed({ own: "story" });
	if (doc_ids.length > 0) await parts.deed("stories", "letGo");
}

/** When all else is there, once a visit. @param {import("./inside.js").Inside} inside */
export async function atRest(inside) {
	await wallWatched(inside);
	await storiesOver(inside).catch(quiet);
	if (inside.me.roles?.includes(SPECIALIST)) await ofSpecialist(inside).catch(quiet);
	if (!inside.given.isNewVisit || inside.notes.visits < FIRST_TO_ASK) return;
	await inside.parts.deed("checking", "watch").catch(quiet);
}

/** Once a visit, when all else is there, and quietly: nothing is said of a line that fails. @param {import("./inside.js").Inside} inside */
export async function wallWatched(inside) {
	if (!inside.given.isNewVisit) return;
	const wall = await import("./wall.js").catch(() => null);
	await wall?.watchWall(inside);
}

/** Who can see what: fetched when somebody looks. @param {import("./inside.js").Inside} inside */
export async function wallBy(inside) {
	try {
		return (await import("./wall.js")).wallOf(inside);
	} catch {
		throw new RoomError("offline");
	}
}
