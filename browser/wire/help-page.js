import { trustedAddress } from "../crypto/trusted-worker.js";

/** The page with help lines, kept for when there is no network. The service worker keeps it; `sw.js` names the shelf. */

const SHELF = "page";
/** What a short note says on this device. */
const NOTE = "note";
const EVERYWHERE = { scope: "/", updateViaCache: /** @type {const} */ ("none") };

/** Keeps it from now on. A browser that may keep nothing, as in a private window, refuses; then it has no such page. */
export async function keepHelpPage() {
	try {
		const address = /** @type {string} */ (trustedAddress("sw.js"));
		await navigator.serviceWorker?.register(address, EVERYWHERE);
	} catch (error) {
		if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
	}
}

/** Leaves nothing of it on this device: said at once, done without waiting. */
export function dropHelpPage() {
	Promise.all([emptyShelf(), unregister()]).catch(() => false);
}

async function emptyShelf() {
	await Promise.all([SHELF, NOTE].map((shelf) => globalThis.caches?.delete(shelf)));
}

async function unregister() {
	const known = (await navigator.serviceWorker?.getRegistrations()) ?? [];
	await Promise.all(known.map((one) => one.unregister()));
}
