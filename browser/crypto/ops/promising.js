// A promise that changes, and own lines of both beside it.

import { knownPromise, signedFor } from "../agreement.js";
import { writeBody } from "../body.js";
import { fromText, toText } from "../bytes.js";
import { checkedDay } from "../day.js";
import { editionsOf, shownPut } from "../editions.js";
import { ROLE } from "../people.js";
import { signAgree } from "../promise.js";
import { Refusal } from "../refusal.js";
import { writable } from "./writing.js";

/** @import { RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */

/** The promise that holds, and what is asked or told about it. @param {Core} core @param {{relationship: RelationshipJson} & import("../audit.js").Asked} args */
export function editions(core, { relationship, isFresh }) {
	const { holds, asked, told, kept } = editionsOf(core, relationship, { isFresh });
	return { holds, asked: shownPut(asked), told: shownPut(told), kept: shownPut(kept) };
}

/** A person agrees to an edition they were shown: to exactly these words. @param {Core} core @param {{relationship: RelationshipJson, version: number, hash: string, day: number}} args */
export function agreeAnew(core, { relationship, version, hash, day }) {
	core.checkTrusted();
	const { asked, told } = editionsOf(core, relationship);
	const put = [asked, told].find((one) => one?.edition.version === version);
	if (!put) throw new Refusal("promise-other");
	const agreementHash = knownPromise(core, put.edition.promise);
	if (toText(agreementHash) !== hash) throw new Refusal("promise-other");
	const sig = signAgree(core.place.ik.secretKey, {
		home: core.programme.home,
		conv: fromText(signedFor(relationship), 16),
		agreementHash,
		accountId: core.place.accountId,
		role: relationship.mine === "client" ? ROLE.CLIENT : ROLE.SPECIALIST,
		day: checkedDay(day),
	});
	return { version, day, sig };
}

/** All my own lines, in the place of those before. @param {Core} core @param {{conv: string, lines: import("../ours.js").OwnLine[], ts: number, today: number}} args */
export function sealOurs(core, { conv, lines, ts, today }) {
	const talk = writable(core, conv, today);
	const ver = (talk.conversation.reading.ours.of(core.place.id, talk.other)?.ver ?? 0) + 1;
	const body = writeBody({ lines, sc: core.place.book.count(), t: "ours", ts, ver });
	return talk.writer.write(body, checkedDay(today));
}

/** A yes to exactly the lines of the other that stand here now. @param {Core} core @param {{conv: string, to: string, ts: number, today: number}} args */
export function sealOursYes(core, { conv, to, ts, today }) {
	const talk = writable(core, conv, today);
	const theirs = talk.conversation.reading.ours.of(talk.other, core.place.id);
	if (theirs?.id !== to) throw new Refusal("no-such-text");
	const body = writeBody({ fc: theirs.fc, sc: core.place.book.count(), t: "ours-yes", to, ts });
	return talk.writer.write(body, checkedDay(today));
}
