// Asking somebody, and saying yes: epoch 0, the hello, and both signatures under one promise.

import { firstHeader, firstPromise, knownPromise, originOf, rootOf, signedBy } from "../agreement.js";
import { remember, verifiedSpecialist } from "../acquaintance.js";
import { writeBody } from "../body.js";
import { fromText, toText } from "../bytes.js";
import { checkedDay } from "../day.js";
import { followEditions } from "../editions.js";
import { KIND } from "../entry.js";
import { convIdOf, ONE_TO_ONE, REASON } from "../epoch.js";
import { bindAsk, checkWithYes } from "./inviting.js";
import { ROLE } from "../people.js";
import { agreementHashOf, keptMonths, samePromise, signAgree } from "../promise.js";
import { Refusal } from "../refusal.js";
import { random } from "../sodium.js";
import { PART } from "../state.js";
import { learnKeys, newTalk } from "../talks.js";

/** @import { KeyRecord, PersonJson, PromiseJson, RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {{specialist: PersonJson, promise: PromiseJson, retention: number, name: string, text: string, ts: number, day: number, invite?: string, relationship?: RelationshipJson} & import("../audit.js").Asked} Ask */

const LONGEST_NAME = 40;

/** @param {Core} core @param {Ask} args */
export function ask(core, args) {
	const { specialist, promise, retention, name, text, ts, day, invite, relationship, isFresh } = args;
	core.checkMayBegin();
	const person = verifiedSpecialist(core, specialist, day, { isFresh });
	if (person.lock === "renewed") throw new Refusal("lock-changed");
	const agreementHash = knownPromise(core, promise);
	checkKept(promise, retention);
	const place = core.place;
	const { conv, rand, me, asked } =
		relationship === undefined
			? newAsk(core, { agreementHash, day })
			: sameAsk(core, relationship, specialist, agreementHash);
	if (typeof name !== "string" || [...name].length > LONGEST_NAME) throw new Refusal("malformed", "name");
	const bound =
		invite === undefined || asked === null
			? {}
			: { invite: bindAsk(core, invite, { conv, me, records: person.records, day }) };
	const body = writeBody({ b: text, name, sc: place.book.count(), t: "hello", ts });
	const about = {
		conv,
		ownerId: place.accountId,
		originHash: me.hash,
		agreementHash,
		kept: keptMonths(promise),
		people: new Map([
			[place.id, place.records],
			[person.pin.account_id, person.records],
		]),
	};
	const talk = newTalk(core, about, {
		name: person.endorsement.display_name,
		mine: "client",
		rootConv: toText(conv),
		lock: person.lock,
		specialist: person.record.accountId,
		other: person.pin.account_id,
	});
	const draft = firstHeader({
		conv,
		me,
		other: person.record,
		retention,
		agreementHash,
		log: core.readableLog.at,
		day,
		reasonCode: REASON.BEGIN,
	});
	talk.conversation.begin();
	const { frame, id } = talk.writer.begin(draft, [me, person.record], { kind: KIND.HELLO, body });
	remember(core, person.pin);
	rename(core, name);
	const signed = {
		specialist: specialist.account_id,
		conv: toText(conv),
		rand: toText(rand),
		promise,
		...asked,
		...bound,
	};
	return { ask: asked === null ? null : signed, frame, conv: toText(conv), id };
}

/** @param {Core} core @param {{relationship: RelationshipJson, day: number}} args */
export function agree(core, { relationship, day }) {
	const { place } = core;
	core.checkTrusted();
	const agreementHash = knownPromise(core, relationship.promise);
	const signed = signedBy(core, relationship);
	const conv = fromText(rootOf(relationship).conv, 16);
	const { conversation } = core.talk(toText(conv));
	if (relationship.mine !== "specialist" || !signed.theirs) throw new Refusal("promise-signature");
	if ((conversation.head?.n ?? 0) < 2 || conversation.stopped !== null) throw new Refusal("no-conversation");
	samePromise(agreementHash, conversation.about.agreementHash);
	checkKept(relationship.promise, conversation.headers.newest?.header.retention);
	const sig = signAgree(place.ik.secretKey, {
		home: core.programme.home,
		conv,
		agreementHash,
		accountId: place.accountId,
		role: ROLE.SPECIALIST,
		day: checkedDay(day),
	});
	return { day, sig, ...checkWithYes(core, relationship, day) };
}

/** What the header says of keeping is what the promise says. @param {unknown} promise @param {number | undefined} retention */
function checkKept(promise, retention) {
	const months = keptMonths(promise);
	if (months !== null && months !== retention) throw new Refusal("promise-kept");
}

/** @param {Core} core @param {{relationship: RelationshipJson} & import("../audit.js").Asked} args */
export function checkPromise(core, { relationship, isFresh }) {
	const signed = signedBy(core, relationship, { isFresh });
	const agreementHash = agreementHashOf(firstPromise(relationship));
	learnKeys(core, relationship, { isFresh });
	for (const { conv } of relationship.conversations) {
		const talk = core.talks.get(conv);
		if (talk === undefined) continue;
		samePromise(agreementHash, talk.conversation.about.agreementHash);
		talk.conversation.agreed = signed.both;
	}
	followEditions(core, relationship, { isFresh });
	return signed;
}

/** @param {Core} core @param {{agreementHash: Uint8Array, day: number}} about */
function newAsk({ programme, place }, { agreementHash, day }) {
	const rand = random(16);
	const me = /** @type {KeyRecord} */ (place.records.at(-1));
	const conv = convIdOf(ONE_TO_ONE, place.accountId, me.hash, rand);
	const agreed = {
		home: programme.home,
		conv,
		agreementHash,
		accountId: place.accountId,
		role: ROLE.CLIENT,
		day: checkedDay(day),
	};
	return { conv, rand, me, asked: { day, sig: signAgree(place.ik.secretKey, agreed) } };
}

/**
 * An ask whose hello never arrived: the same conversation, made again.
 * @param {Core} core @param {RelationshipJson} r @param {PersonJson} specialist @param {Uint8Array} agreementHash
 */
function sameAsk(core, r, specialist, agreementHash) {
	const root = rootOf(r);
	samePromise(agreementHashOf(r.promise), agreementHash);
	const signed = signedBy(core, r);
	if (r.mine !== "client" || root.n !== 0 || !signed.mine || r.other.account_id !== specialist.account_id)
		throw new Refusal("not-verified");
	const [conv, rand] = [fromText(root.conv, 16), fromText(root.rand, 16)];
	const me = originOf(conv, rand, core.place.records);
	core.talks.delete(root.conv);
	return { conv, rand, me, asked: null };
}

/** @param {Core} core @param {string} name what others call me */
function rename({ place: { book } }, name) {
	book.change(PART.NOTES, { ...book.part(PART.NOTES), name });
}
