// Batch receipts, signed by the server's log key (envelope.md, section 10).

import { fromText } from "./bytes.js";
import { h, labelled } from "./hash.js";
import { Refusal } from "./refusal.js";
import { verify } from "./sodium.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {{conv: Uint8Array, n: number, h: Uint8Array, index: number, size: number, path: Uint8Array, sig: Uint8Array}} Ack */

/** @param {Uint8Array} conv @param {number} n @param {Uint8Array} hash H_n */
export const leafOf = (conv, n, hash) => h("pse1/rleaf", conv, n, hash);

/**
 * The root a leaf and its path lead to; a path that does not fit is refused.
 * @param {Uint8Array} leaf @param {{index: number, size: number, path: Uint8Array}} place
 */
export function rootFrom(leaf, { index, size, path }) {
	if (index >= size || path.length % 32 !== 0) throw new Refusal("receipt");
	let node = leaf;
	let used = 0;
	for (let [at, width] = [index, size]; width > 1; at >>= 1, width = Math.ceil(width / 2)) {
		if ((at ^ 1) >= width) continue;
		const sibling = path.slice(used, used + 32);
		used += 32;
		if (sibling.length !== 32) throw new Refusal("receipt");
		node = at % 2 === 1 ? h("pse1/rnode", sibling, node) : h("pse1/rnode", node, sibling);
	}
	if (used !== path.length) throw new Refusal("receipt");
	return node;
}

/** @param {Uint8Array} home @param {number} size @param {Uint8Array} root */
export const receiptBytes = (home, size, root) => labelled("pse1/receipt", home, size, root);

/** @param {Ack} ack @param {{home: Uint8Array, log: Uint8Array}} expected */
export function verifyReceipt(ack, { home, log }) {
	const root = rootFrom(leafOf(ack.conv, ack.n, ack.h), ack);
	try {
		verify(log, receiptBytes(home, ack.size, root), ack.sig);
	} catch {
		throw new Refusal("receipt");
	}
}

/**
 * What the server says it destroyed when a place was closed.
 * @param {unknown} json @param {{home: Uint8Array, log: Uint8Array, accountId: Uint8Array}} expected
 */
export function verifyClosed(json, { home, log, accountId }) {
	const found = fieldsOf(json, {
		home: "text",
		account_id: "text",
		day: "int",
		slots: "int",
		wraps: "int",
		sig: "text",
	});
	const bytes = labelled("pse1/closed", home, accountId, found.day, found.slots, found.wraps);
	try {
		verify(log, bytes, fromText(found.sig, 64));
	} catch {
		throw new Refusal("receipt");
	}
}
