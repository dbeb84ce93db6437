// A worker that lives for one stretching: its memory is given back when it ends. What it makes goes to the crypto
// worker through a port; the page never sees it.

import { Refusal } from "./refusal.js";
import { stretch } from "./stretch.js";

self.addEventListener("message", ({ ports: [port] }) => {
	if (port === undefined) return;
	port.onmessage = async ({ data: { phrase, salt } }) => port.postMessage(await answered(phrase, salt));
});

/** @param {Uint8Array} phrase @param {Uint8Array} salt */
async function answered(phrase, salt) {
	try {
		return { mk: await stretch(phrase, salt) };
	} catch (refusal) {
		return { code: refusal instanceof Refusal ? refusal.code : "stretch-failed" };
	}
}
