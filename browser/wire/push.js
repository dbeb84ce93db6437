/**
 * This browser's own push service: asked only when somebody pressed for it, and told no more when they say so.
 * The words that a note shows stay here, on a shelf that `sw.js` reads; what comes by push is one byte and its filling.
 * @typedef {{title: string, new: string, near: string}} NoteWords
 * @typedef {{endpoint: string, p256dh: string, auth: string}} Subscription
 */
import { WireError } from "./request.js";

/** `sw.js` names the same shelf. */
export const SHELF = "note";
const WORDS = "/app/own-note";

export const pushHere = {
	/** Whether this browser could be told at all; nobody is asked anything. */
	can: () =>
		["PushManager", "Notification"].every((name) => name in globalThis) && "serviceWorker" in navigator,

	/** Asks the person, then the push service. @param {Uint8Array} key @returns {Promise<Subscription>} */
	async hear(key) {
		if ((await Notification.requestPermission()) !== "granted") throw new WireError("push-denied");
		const manager = await managerHere();
		if (manager === null) throw new WireError("no-push");
		try {
			await (await manager.getSubscription())?.unsubscribe();
			const given = await manager.subscribe({
				userVisibleOnly: true,
				applicationServerKey: new Uint8Array(key),
			});
			const { endpoint = "", keys = {} } = given.toJSON();
			return { endpoint, p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" };
		} catch (error) {
			if (error instanceof DOMException || error instanceof TypeError) throw new WireError("no-push");
			throw error;
		}
	},

	/** The push service forgets this browser. */
	async hush() {
		const manager = await managerHere();
		await (await manager?.getSubscription())?.unsubscribe();
		await globalThis.caches?.delete(SHELF);
	},

	/** What a note says here from now on. @param {NoteWords} words */
	async keepWords(words) {
		const shelf = await caches.open(SHELF);
		await shelf.put(WORDS, new Response(JSON.stringify(words)));
	},
};

/** @returns {Promise<PushManager | null>} null where no service worker may be, as in a private window */
async function managerHere() {
	const registration = await navigator.serviceWorker?.getRegistration("/");
	return registration?.pushManager ?? null;
}
