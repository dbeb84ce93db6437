// A header that is on its way: made, signed, and where it will stand in the chain.

import { equal, toText } from "./bytes.js";
import { chainNext, hashOfAad, hashOfBox } from "./chain.js";
import { KIND } from "./entry.js";
import { makeHeader, membersToBytes, wrapsToBytes } from "./epoch.js";
import { encodeFrame, TYPE } from "./frames.js";
import { random } from "./sodium.js";

/** @import { Header, KeyRecord } from "./shapes.d.ts" */
/** @typedef {{id: string, closedN: number, n: number, h: Uint8Array, hash: Uint8Array, header: Header, key: Uint8Array, frame: Uint8Array, head: any}} Pending */

/**
 * @param {Omit<Header, "kc" | "wrapsHash">} draft @param {KeyRecord[]} records @param {Uint8Array} before the chain's hash at closedN
 * @param {{id: Uint8Array, ikSecret: Uint8Array}} account the author
 * @returns {Pending}
 */
export function pendingHeader(draft, records, before, { id: author, ikSecret }) {
	const key = random(32);
	const { header, eh, ehHash: hash, sig, wraps } = makeHeader(draft, { epochKey: key, records, ikSecret });
	const { conv, closedN } = header;
	const n = closedN + 1;
	const h = chainNext(before, { conv, n, kind: KIND.HEADER, hAad: hashOfAad(eh), hBox: hashOfBox(sig) });
	const wrap = wraps.find(({ accountId }) => equal(accountId, author))?.wrap;
	const members = membersToBytes(header.members);
	const head = { ...header, headerConv: conv, members, ehSig: sig, wrap, wraps: wrapsToBytes(wraps) };
	const frame = headerFrame(head, new Uint8Array(0));
	return { id: toText(hash.slice(0, 16)), closedN, n, h, hash, header, key, frame, head };
}

/** @param {any} head @param {Uint8Array} first a whole SEND frame, or nothing */
export const headerFrame = (head, first) =>
	encodeFrame(TYPE.HEADER, { ...head, conv: head.headerConv, first });
