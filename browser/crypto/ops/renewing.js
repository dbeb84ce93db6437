// A new wrapping key for one's own lock, by itself every 90 days; and keys that another device of mine renewed.

import { bundleHash, sealBundle } from "../account.js";
import { equal, fromText, toText } from "../bytes.js";
import { checkedDay } from "../day.js";
import { checkKeys, keysIn } from "../own-keys.js";
import { recordJson, verifyRecords } from "../people.js";
import { keptMonths } from "../promise.js";
import { Refusal } from "../refusal.js";
import { takeOver } from "../remembered.js";
import { goOnFrom, isDue, nextOfLock, outlived } from "../renewal.js";
import { random, wipe, wrapKeyOf } from "../sodium.js";
import { PART } from "../state.js";

/** @import { KeyRecord, MeJson, RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Place} Place */

const GONE = 5;

/**
 * The next generation of my keys, when it is time: nothing counts before the server took all of it.
 * @param {Core} core @param {{today: number, relationships: RelationshipJson[]}} args every relationship there is
 */
export function renewKeys(core, { today, relationships }) {
	const { place } = core;
	const newest = newestOf(place.records);
	if (core.isRolledBack || !isDue(newest, checkedDay(today))) return { payload: null };
	const seed = random(32);
	const how = { ikSecret: place.ik.secretKey, ek: wrapKeyOf(seed), day: today };
	const record = nextOfLock(newest, how);
	const gone = outlived([...place.records, record], { today, months: relationships.flatMap(monthsOf) });
	const kept = [...place.ekSeeds].filter(([gen]) => !gone.includes(gen));
	const payload = { key_record: recordJson(record), ...sealedAgain(core, [...kept, [record.gen, seed]]) };
	wipe(seed);
	return { payload };
}

/**
 * What the server keeps now, made here or on another device: records that go on from mine, and a bundle that fits.
 * @param {Core} core @param {{me: MeJson}} args
 */
export function keysRenewed(core, { me }) {
	const { place } = core;
	if (me.account_id !== place.id) throw new Refusal("keys-other");
	const records = verifyRecords(me.key_records, place.accountId);
	if (me.bundle.g !== place.g || !goOnFrom(records, place.records)) throw new Refusal("keys-other");
	const keys = keysIn(core, place.ark, place.accountId, me);
	if (!equal(keys.ik.publicKey, place.ik.publicKey)) throw new Refusal("keys-other");
	checkKeys(keys, newestOf(records));
	takeOver(core, me.state);
	checkPinned(place, me);
	holdKeys(place, records, keys.ekSeeds);
	wipe(keys.ik.secretKey);
	for (const { conversation } of core.talks.values()) conversation.learn(place.id, place.records);
	return { gen: newestOf(records).gen };
}

/** How long this one's conversations are kept; nothing for those that are gone. @param {RelationshipJson} relationship */
function monthsOf({ promise, conversations }) {
	const isLeft = conversations.some(({ mode }) => mode !== GONE);
	return isLeft ? [keptMonths(promise) ?? 0] : [];
}

/** @param {Core} core @param {[number, Uint8Array][]} seeds */
function sealedAgain({ programme: { home }, place }, seeds) {
	const { accountId, g, ark, ik, vaultKeys, records, book } = place;
	const trust = book.part(PART.TRUST);
	const ver = trust.bundle.ver + 1;
	const secrets = {
		ik: ik.secretKey.slice(0, 32),
		rand: /** @type {KeyRecord} */ (records[0]).rand,
		ek: seeds.map(([gen, seed]) => ({ gen, seed })),
		vk: [...vaultKeys].map(([gen, key]) => ({ gen, key })),
	};
	const box = sealBundle(ark, { home, accountId, g, ver }, secrets);
	wipe(secrets.ik);
	const bundle = { hash: toText(bundleHash(box)), ver };
	return {
		bundle: { g, ver, box: toText(box) },
		state: book.draftWith(PART.TRUST, { ...trust, bundle }),
	};
}

/** @param {Place} place @param {MeJson} me */
function checkPinned({ book }, { bundle }) {
	const { hash, ver } = book.part(PART.TRUST).bundle;
	if (ver !== bundle.ver || hash !== toText(bundleHash(fromText(bundle.box)))) throw new Refusal("bundle");
}

/** Open conversations read and write with what is held here. @param {Place} place @param {KeyRecord[]} records @param {Map<number, Uint8Array>} seeds */
function holdKeys(place, records, seeds) {
	place.records.push(...records.slice(place.records.length));
	for (const [gen, seed] of place.ekSeeds) {
		if (seeds.has(gen)) continue;
		wipe(seed);
		place.ekSeeds.delete(gen);
	}
	for (const [gen, seed] of seeds) if (!place.ekSeeds.has(gen)) place.ekSeeds.set(gen, seed);
}

/** @param {KeyRecord[]} records */
const newestOf = (records) => /** @type {KeyRecord} */ (records.at(-1));
