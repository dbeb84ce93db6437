// The key log of the little house, honest unless a test makes it otherwise.

import { createHash } from "node:crypto";
import { concat, fromText, toText } from "../../crypto/bytes.js";
import {
	EMPTY_KEY_LOG,
	endorsementHash,
	LINE,
	revocationBytes,
	revocationHash,
	whoOf,
} from "../../crypto/key-log.js";
import { originOf } from "../../crypto/note.js";
import { keyRecordBytes, krHashOf } from "../../crypto/people.js";
import { sign } from "../../crypto/sodium.js";

const DAY = 20_500;

export class LittleLog {
	/** In order, 64 bytes each. */
	rows = [];

	constructor(house) {
		this.house = house;
	}

	add(type, accountId, hash) {
		this.rows.push(concat(new Uint8Array([type]), whoOf(fromText(accountId)), hash));
	}

	/** Keys that somebody published. */
	keys(accountId, record) {
		this.add(LINE.KEYS, accountId, hashOfRecord(record));
	}

	/** The programme's word for somebody. */
	word(endorsement) {
		this.add(LINE.ENDORSED, endorsement.account_id, endorsementHash(this.house.home, endorsement));
	}

	/** The programme takes its word for somebody back. */
	revoke(id, { serial = 1, day = DAY } = {}) {
		const { home, roster } = this.house;
		const draft = { accountId: fromText(id), serial, day };
		const sig = sign(roster.secretKey, revocationBytes(home, draft));
		this.add(LINE.REVOKED, id, revocationHash(home, { ...draft, sig }));
	}

	/** GET /api/key-log?from=N, for somebody signed in. */
	from(start = 0) {
		const { at } = EMPTY_KEY_LOG.with(concat(...this.rows));
		return { size: at.size, rows: toText(concat(...this.rows.slice(start))), note: this.note(at) };
	}

	/** A checkpoint signed with the log key. */
	note({ size, root }) {
		const { home, log } = this.house;
		const name = originOf(home);
		const text = `${name}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
		const id = createHash("sha256").update(`${name}\n\u0001`).update(log.publicKey).digest();
		const sig = sign(log.secretKey, new TextEncoder().encode(text));
		return `${text}\n\u2014 ${name} ${Buffer.concat([id.subarray(0, 4), sig]).toString("base64")}\n`;
	}
}

/** The hash of a record as it was sent, whatever it holds. */
function hashOfRecord(record) {
	const { account_id, prev_sig, gen, day, ...rest } = record;
	const bytes = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, fromText(text)]));
	const signed = keyRecordBytes({ ...bytes, accountId: fromText(account_id), gen, day });
	return krHashOf(signed, bytes.sig, fromText(prev_sig));
}
