// Every key there is, for those who search for one where none may be.

import { spareKeys, wordsKeys } from "../../crypto/account.js";
import { fromText, toText } from "../../crypto/bytes.js";
import { kdf } from "../../crypto/hash.js";
import { stateKeyOf } from "../../crypto/state.js";

/** All keys a core holds now, by name. */
export function keysOf(person, keys) {
	const { core, house, username, masters } = person;
	const place = core.newPlace ?? placeOrNull(core);
	for (const [i, mk] of masters.entries())
		keys.set(`${username} mk ${i}`, mk).set(`${username} kek ${i}`, wordsKeys(mk, house.home, username).kek);
	if (core.comingIn !== null) keys.set(`${username} kek now`, core.comingIn.kek.slice());
	if (place === null) return keys;
	keys
		.set(`${username} ark`, place.ark.slice())
		.set(`${username} ik`, place.ik.secretKey.slice())
		.set(`${username} ik seed`, place.ik.secretKey.slice(0, 32));
	for (const [gen, seed] of place.ekSeeds) keys.set(`${username} ek ${gen}`, seed.slice());
	for (const key of place.vaultKeys.values()) keys.set(`${username} vk`, key.slice());
	keys
		.set(`${username} state`, stateKeyOf(place.ark))
		.set(`${username} bundle`, kdf(place.ark, 32, "pse1/bundle-key"));
	if (core.spare !== null)
		keys.set(`spare kek of ${core.spare.join()}`, spareKeys(core.spare, house.home, username).kek);
	for (const { docId, docKey } of [...core.documents.values(), ...core.writing.values()])
		keys.set(`document ${docId}`, docKey.slice());
	for (const [id, { papers }] of core.files) keys.set(`file ${id}`, fromText(papers.key, 32));
	for (const { conversation } of core.talks.values()) epochKeys(conversation, house, keys);
	return keys;
}

function epochKeys({ headers, about }, house, keys) {
	const { entries } = house.ledger(toText(about.conv));
	for (let epoch = 0; headers.numbered(epoch); epoch++) {
		const { key } = headers.numbered(epoch);
		if (key === null) continue;
		keys.set(`epoch ${epoch} of ${about.conv.join()}`, key.slice());
		for (const { n, fields } of entries)
			if (fields.msgId) keys.set(`message ${n}, epoch ${epoch}`, kdf(key, 32, "pse1/mk", fields.msgId));
	}
}

function placeOrNull(core) {
	try {
		return core.place;
	} catch {
		return null;
	}
}

/** Where one of the keys stands in an answer: raw, hex, base64 or base64url, also inside other bytes. */
export function found(answer, keys) {
	const [texts, bytes] = [[], []];
	spread(answer, texts, bytes);
	const decoded = texts.flatMap((text) => [Buffer.from(text, "base64url"), Buffer.from(text, "hex")]);
	return [...keys].filter(([, key]) => {
		const raw = Buffer.from(key);
		const isRaw = [...bytes.map((one) => Buffer.from(one)), ...decoded].some((one) => one.includes(raw));
		return (
			isRaw ||
			texts.some((text) =>
				["hex", "base64", "base64url"].some((kind) =>
					text.includes(raw.toString(kind).replace(/=+$/, "").slice(0, -1)),
				),
			)
		);
	});
}

function spread(value, texts, bytes) {
	if (value instanceof Uint8Array) bytes.push(value);
	else if (typeof value === "string") texts.push(value);
	else if (typeof value === "object" && value !== null)
		for (const inside of Object.values(value)) spread(inside, texts, bytes);
}
