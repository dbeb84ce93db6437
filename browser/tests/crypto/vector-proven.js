// Promises that were proven, of protocol/vectors/promises.json.

import { toText } from "../../crypto/bytes.js";
import { krHashOf, keyRecordBytes } from "../../crypto/people.js";
import { prove } from "../../crypto/proven.js";
import { json, named } from "./vector-values.js";

const recordOf = (record) => {
	const made = named(record);
	return { ...made, hash: krHashOf(keyRecordBytes(made), made.sig, made.prevSig) };
};

/** What Python gives: each signer once, with the newest day. */
export function provenIn({ sentences, agreements, home, conv, people }) {
	const known = people.map((rows) => [toText(rows[0].account_id), rows.map(recordOf)]);
	const signatures = agreements.map(({ account_id, sig, ...rest }) => ({
		...rest,
		account_id: toText(account_id),
		sig: toText(sig),
	}));
	const promised = { version: 1, sentences: json(sentences) };
	const { hash, kept, signed } = prove(promised, signatures, { home, conv, people: new Map(known) });
	const newest = new Map();
	for (const one of signed) {
		const who = `${Buffer.from(one.accountId).toString("hex")} ${one.role}`;
		if ((newest.get(who)?.day ?? -1) < one.day) newest.set(who, one);
	}
	const rows = [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
	return {
		hash,
		kept,
		signed: rows.map((one) => ({ account_id: one.accountId, role: one.role, day: one.day })),
	};
}
