// The key log: who is who, in a list that only ever grows (envelope.md, section 13).

import { fromText, isBytes, sized, toText } from "./bytes.js";
import { h, labelled } from "./hash.js";
import { holds, leafHash, Tree } from "./merkle.js";
import { endorsementBytes } from "./people.js";
import { Refusal } from "./refusal.js";

/** @import { EndorsementJson, KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./merkle.js").LogAt} LogAt */
/** @typedef {{type: number, hash: string}} About a line about somebody; the hash as base64url */

export const LINE = Object.freeze({ KEYS: 1, ENDORSED: 2, REVOKED: 3 });
export const ROW = 64;
const WHO = 31;
const MOST = 100_000;

/** How the log names an account. @param {Uint8Array} accountId */
export const whoOf = (accountId) => h("pse1/leaf-who", sized(accountId, 16)).slice(0, WHO);

/** @param {Uint8Array} home @param {EndorsementJson} e */
export const endorsementHash = (home, e) =>
	h("pse1/endorse-hash", endorsementBytes(home, e), fromText(e.sig, 64));

/** @param {Uint8Array} home @param {{accountId: Uint8Array, serial: number, day: number}} revocation what the roster key signs to take its word back */
export const revocationBytes = (home, { accountId, serial, day }) =>
	labelled("pse1/revoke", sized(home, 16), sized(accountId, 16), serial, day);

/** @param {Uint8Array} home @param {{accountId: Uint8Array, serial: number, day: number, sig: Uint8Array}} revocation */
export const revocationHash = (home, revocation) =>
	h("pse1/revoke-hash", revocationBytes(home, revocation), sized(revocation.sig, 64));

/** What stands for a line in the tree. @param {number} type @param {Uint8Array} who @param {Uint8Array} hash */
export function lineNode(type, who, hash) {
	if (type < LINE.KEYS || type > LINE.REVOKED) throw new Refusal("malformed", "row");
	return leafHash(labelled("pse1/leaf", type, sized(who, WHO), sized(hash, 32)));
}

/** A log as far as it was read; reading on gives another, and leaves this one as it is. */
export class KeyLog {
	#tree = new Tree();
	/** @type {Map<string, About[]>} */
	#about = new Map();

	get size() {
		return this.#tree.size;
	}

	/** @returns {LogAt} */
	get at() {
		return { size: this.size, root: this.#tree.rootAt(this.size) };
	}

	/** @param {number} size */
	rootAt(size) {
		return this.#tree.rootAt(size);
	}

	/** Whether this log was once exactly that. @param {LogAt} at */
	holds(at) {
		return holds(this.#tree, at);
	}

	/** The log with the rows that follow. @param {Uint8Array} rows @returns {KeyLog} */
	with(rows) {
		if (!isBytes(rows) || rows.length % ROW !== 0) throw new Refusal("malformed", "row");
		const grown = new KeyLog();
		grown.#tree = this.#tree.copy();
		grown.#about = new Map([...this.#about].map(([who, lines]) => [who, [...lines]]));
		for (let at = 0; at < rows.length; at += ROW) grown.#add(rows.subarray(at, at + ROW));
		return grown;
	}

	/** The hashes of an account's key records, oldest first. @param {Uint8Array} accountId */
	keysOf(accountId) {
		return this.#linesOf(accountId)
			.filter(({ type }) => type === LINE.KEYS)
			.map(({ hash }) => hash);
	}

	/** Whether a word of the programme is in the log at all. @param {Uint8Array} home @param {EndorsementJson} e */
	has(home, e) {
		return this.#placeOf(home, e) >= 0;
	}

	/** Whether it is there and was not taken back after it. @param {Uint8Array} home @param {EndorsementJson} e */
	standsBehind(home, e) {
		const place = this.#placeOf(home, e);
		const later = this.#linesOf(fromText(e.account_id, 16)).slice(place);
		return place >= 0 && later.every(({ type }) => type !== LINE.REVOKED);
	}

	/** Whether the newest word about somebody takes the ones before back. @param {Uint8Array} accountId */
	isTakenBack(accountId) {
		const words = this.#linesOf(accountId).filter(({ type }) => type !== LINE.KEYS);
		return words.at(-1)?.type === LINE.REVOKED;
	}

	/** @param {Uint8Array} home @param {EndorsementJson} e */
	#placeOf(home, e) {
		const hash = toText(endorsementHash(home, e));
		return this.#linesOf(fromText(e.account_id, 16)).findIndex(
			(line) => line.type === LINE.ENDORSED && line.hash === hash,
		);
	}

	/** @param {Uint8Array} accountId @returns {About[]} */
	#linesOf(accountId) {
		return this.#about.get(toText(whoOf(accountId))) ?? [];
	}

	/** @param {Uint8Array} row */
	#add(row) {
		const [type, who, hash] = [row[0] ?? 0, row.slice(1, 1 + WHO), row.slice(1 + WHO)];
		const node = lineNode(type, who, hash);
		const [name, line] = [toText(who), { type, hash: toText(hash) }];
		const lines = this.#about.get(name) ?? [];
		const isThere = lines.some((one) => one.type === type && one.hash === line.hash);
		if (isThere || this.size >= MOST) throw new Refusal("log-other");
		this.#about.set(name, [...lines, line]);
		this.#tree.add(node);
	}
}

export const EMPTY_KEY_LOG = new KeyLog();
