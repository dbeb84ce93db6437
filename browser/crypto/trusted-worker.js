// The page may start exactly three workers (two with keys, and the listening coach without), and the service worker that keeps the help page: the Trusted Types
// policy `pse` lets no other address through.

import { Refusal } from "./refusal.js";

const FILES = ["worker.js", "stretch-worker.js"];
const SERVICE_WORKER = "sw.js";
const LISTENING = "listening";
const ADDRESSES = new Map([
	...FILES.map((file) => /** @type {const} */ ([file, new URL(file, import.meta.url).href])),
	[LISTENING, new URL("../listening/worker.js", import.meta.url).href],
	[SERVICE_WORKER, new URL(`../${SERVICE_WORKER}`, import.meta.url).href],
]);

/** @typedef {{createScriptURL: (url: string) => unknown}} Policy */

/** @param {string} url @returns {string} */
export function allowed(url) {
	if (![...ADDRESSES.values()].includes(url)) throw new Refusal("worker-unknown");
	return url;
}

/** @type {Policy | undefined} */
let policy;

/** @returns {Policy} a plain check where the browser has no Trusted Types */
function pse() {
	const { trustedTypes } =
		/** @type {{trustedTypes?: {createPolicy: (name: string, rules: object) => Policy}}} */ (globalThis);
	policy ??= trustedTypes?.createPolicy("pse", { createScriptURL: allowed }) ?? { createScriptURL: allowed };
	return policy;
}

/** @param {string} file worker.js, stretch-worker.js, sw.js, or listening */
export function trustedAddress(file) {
	return pse().createScriptURL(ADDRESSES.get(file) ?? file);
}

/** @param {string} file worker.js, stretch-worker.js, or listening @returns {Worker} */
export function trustedWorker(file) {
	return new Worker(/** @type {string} */ (trustedAddress(file)), { type: "module" });
}
