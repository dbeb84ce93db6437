// What a dishonest house, or a dishonest other person, can put together from what it has.

import { fromText } from "../../crypto/bytes.js";
import { KIND, sealEntry, sealLeave } from "../../crypto/entry.js";
import { makeHeader, membersToBytes, wrapsToBytes } from "../../crypto/epoch.js";
import { TYPE, encodeFrame } from "../../crypto/frames.js";
import { random } from "../../crypto/sodium.js";
import { writeJson } from "../../crypto/strict-json.js";
import { NOON } from "../crypto/little-house.js";

/** A line of this person's, as their own room would write it. */
export const words = (person, text) =>
	writeJson({ b: text, sc: person.core.place.book.count(), t: "text", ts: NOON });

/** Everything this person's core holds about a conversation. */
export function insideOf(person, conv) {
	const { conversation } = person.core.talks.get(conv);
	const epoch = conversation.headers.newest;
	return {
		conversation,
		epoch,
		head: conversation.head,
		key: epoch.key,
		ik: person.core.place.ik,
		me: person.core.place.accountId,
	};
}

/** The next entry this person could honestly write; `change` replaces fields of its context, `by` its keys. */
export function crafted(
	person,
	conv,
	{ body = words(person, "hello"), change = {}, by = {}, seal = sealEntry } = {},
) {
	const { conversation, epoch, head, key, ik, me } = insideOf(person, conv);
	const draft = {
		kind: KIND.MESSAGE,
		conv: fromText(conv),
		epoch: epoch.header.epoch,
		ehHash: epoch.hash,
		sender: me,
		msgId: random(16),
		sseq: conversation.ownSseq + 1,
		seenN: head.n,
		seenH: head.h,
		...change,
	};
	return seal(draft, body, { epochKey: key, ikSecret: ik.secretKey, ...by });
}

export function craftedLeave(person, conv, day) {
	const seal = (draft) => sealLeave(draft, day, person.core.place.ik.secretKey);
	return crafted(person, conv, { seal });
}

/** A header that continues the conversation; `change` replaces fields, `author` signs. */
export function craftedHeader(
	person,
	conv,
	{ change = {}, author = person, records = null, key = random(32) } = {},
) {
	const { conversation, epoch, head } = insideOf(person, conv);
	const { kc, wrapsHash, ...kept } = epoch.header;
	const draft = {
		...kept,
		epoch: epoch.header.epoch + 1,
		prevEhHash: epoch.hash,
		closedN: head.n,
		closedH: head.h,
		authorId: author.core.place.accountId,
		reasonCode: 2,
		...change,
	};
	const known = [...conversation.about.people.values()].flat();
	const made = makeHeader(draft, {
		epochKey: key,
		records: records ?? known,
		ikSecret: author.core.place.ik.secretKey,
	});
	return { ...made, key, fields: fieldsOf(made) };
}

/** The fields of a HEADER frame. */
export function fieldsOf({ header, sig, wraps }) {
	return {
		...header,
		members: membersToBytes(header.members),
		ehSig: sig,
		wraps: wrapsToBytes(wraps),
		first: new Uint8Array(0),
	};
}

/** Puts an entry into the ledger as it is, and gives the frame for everybody. */
export function slip(ledger, fields) {
	return ledger.entryFrame(ledger.append({ kind: fields.kind, fields }));
}

export function slipHeader(ledger, fields, who) {
	return ledger.head(ledger.append({ kind: KIND.HEADER, fields }), who);
}

export const entryFrame = (fields) => encodeFrame(TYPE.ENTRY, fields);

/** The same bytes with one bit of one byte turned. */
export function flipped(bytes, at) {
	const other = bytes.slice();
	const place = at < 0 ? other.length + at : at;
	other[place] ^= 1;
	return other;
}
