/**
 * The coach's second tier, kept in this browser until it is switched off, or what the browser holds is cleared at a lock: weights alone, nothing anybody wrote.
 * A file is kept by its address and its hash, so that another version is another file. A browser that may keep nothing, as in a private window, fetches it each time.
 * @typedef {import("./request.js").Fetch} Fetch
 */

const SHELF = "coach";

/** @param {string} url @param {string} sha256 */
const nameOf = (url, sha256) => `${url}?${sha256}`;

/** @returns {Promise<Cache | null>} */
async function shelf() {
	try {
		return (await globalThis.caches?.open(SHELF)) ?? null;
	} catch {
		return null;
	}
}

/** @param {string} url @param {string} sha256 whether this very file is here */
export async function isKept(url, sha256) {
	return (await (await shelf())?.match(nameOf(url, sha256))) !== undefined;
}

/** From the shelf, or fetched and put there. The browser's own cache holds no copy. @param {Fetch} fetch @param {string} url @param {string} sha256 @param {AbortSignal} [signal] aborted, nothing is put there any more @returns {Promise<Response>} */
export async function keptOrFetched(fetch, url, sha256, signal) {
	const here = await shelf();
	const known = await here?.match(nameOf(url, sha256));
	if (known !== undefined) return known;
	const response = await fetch(url, { cache: "no-store", ...(signal && { signal }) });
	signal?.throwIfAborted();
	if (response.ok) await put(here, nameOf(url, sha256), response.clone());
	return response;
}

/** Leaves nothing of it, or nothing but what is named. @param {readonly [string, string][]} [but] addresses and hashes */
export async function dropKept(but = []) {
	if (but.length === 0) {
		await globalThis.caches?.delete(SHELF).catch(() => false);
		return;
	}
	const here = await shelf();
	const names = new Set(but.map(([url, sha256]) => nameOf(url, sha256)));
	const others = ((await here?.keys()) ?? []).filter((one) => !names.has(one.url));
	await Promise.all(others.map((one) => here?.delete(one)));
}

/** @param {Cache | null} here @param {string} name @param {Response} response */
async function put(here, name, response) {
	try {
		await here?.put(name, response);
	} catch {
		// No room for it: it is fetched again another time.
	}
}
