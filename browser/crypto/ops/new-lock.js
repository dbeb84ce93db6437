// Someone knows the five words: everything a lock is made of, made anew. Nothing counts before the server took all of it.

import { bundleHash, SLOT, sealBundle } from "../account.js";
import { equal, fromText, toText } from "../bytes.js";
import { checkedDay } from "../day.js";
import { checkKeys, keysIn } from "../own-keys.js";
import { recordJson, verifyRecords } from "../people.js";
import { Refusal } from "../refusal.js";
import { keepMarks } from "../remembered.js";
import { goOnFrom, nextLock } from "../renewal.js";
import { random, signingPair, wipe, wrapKeyOf } from "../sodium.js";
import { PART, stateKeyOf } from "../state.js";
import { slotRows, stretched } from "../ways.js";
import { spareProof } from "./changes.js";
import { newSlotOf, newSpareOf } from "./ways-in.js";

/** @import { KeyRecord, MeJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Place} Place */
/** @typedef {import("../sealed-core.js").Stretch} Stretch */

/**
 * Generation g + 1 of root key, identity, wrapping key, vault key, words and spare code.
 * @param {Core} core @param {{words: string | string[], day: number, code?: string}} args the spare code as typed, where it is there
 * @param {Stretch} stretch
 */
export async function newLock(core, { words, day, code }, stretch) {
	if (core.isRolledBack) throw new Refusal("state-rolled-back");
	const { auth, kek } = await stretched(core, core.place.username, words, stretch);
	const proof = spareProof(core, code);
	keepMarks(core);
	const { place, bundle } = nextPlace(core, checkedDay(day));
	const wordsSlot = newSlotOf(core.programme.home, place, SLOT.WORDS, kek);
	const spare = newSpareOf(core, place);
	wipe(kek);
	const { book } = place;
	const slots = slotRows([wordsSlot, spare.slot], { day });
	const pin = { hash: toText(bundleHash(fromText(bundle.box))), ver: bundle.ver };
	book.change(PART.TRUST, { ...book.part(PART.TRUST), slots, bundle: pin });
	core.holdNext(place);
	return {
		payload: {
			key_record: recordJson(newestOf(place)),
			bundle,
			state: book.draft(),
			words: { slot: wordsSlot, auth: toText(auth) },
			spare,
			...(proof === null ? {} : { spare_auth: proof }),
		},
	};
}

/**
 * What the server keeps now is the lock that was made here: the room goes on with it, and every conversation is opened anew.
 * @param {Core} core @param {{me: MeJson}} args
 */
export function lockRenewed(core, { me }) {
	const next = core.newPlace;
	if (next === null || me.account_id !== next.id) throw new Refusal("keys-other");
	checkTaken(core, next, me);
	next.book.saved(me.state.ctr);
	next.roles = me.roles;
	core.moveInto(next);
	const { id, roles, book } = next;
	return { account_id: id, roles, ...book.part(PART.NOTES) };
}

/** A wish that waits has an id, and nothing else of the lock to come. */
export const wishForLock = () => ({ slot_id: toText(random(16)) });

/** @param {Core} core @param {number} day */
function nextPlace({ programme: { home }, place }, day) {
	const [ark, ikSeed, ekSeed, vk] = [random(32), random(32), random(32), random(32)];
	const ik = signingPair(ikSeed);
	const before = newestOf(place);
	const how = { prevIkSecret: place.ik.secretKey, ikSecret: ik.secretKey, ik: ik.publicKey };
	const record = nextLock(before, { ...how, ek: wrapKeyOf(ekSeed), day: Math.max(day, before.day) });
	const g = place.g + 1;
	const whose = { accountId: place.accountId, g };
	/** @type {Place} */
	const next = {
		...place,
		...{ g, ark, ik, records: [...place.records, record] },
		ekSeeds: new Map([...copied(place.ekSeeds), [record.gen, ekSeed]]),
		vaultKeys: new Map([...copied(place.vaultKeys), [Math.max(...place.vaultKeys.keys()) + 1, vk]]),
		book: place.book.nextGeneration(stateKeyOf(ark), whose),
	};
	return { place: next, bundle: sealedBundle(home, next, ikSeed) };
}

/** The new identity alone, all seeds to read with. @param {Uint8Array} home @param {Place} next @param {Uint8Array} ikSeed */
function sealedBundle(home, { ark, accountId, g, ekSeeds, vaultKeys, records, book }, ikSeed) {
	const ver = book.part(PART.TRUST).bundle.ver + 1;
	const { rand } = /** @type {KeyRecord} */ (records[0]);
	const ek = [...ekSeeds].map(([gen, seed]) => ({ gen, seed }));
	const vk = [...vaultKeys].map(([gen, key]) => ({ gen, key }));
	const box = sealBundle(ark, { home, accountId, g, ver }, { ik: ikSeed, rand, ek, vk });
	wipe(ikSeed);
	return { g, ver, box: toText(box) };
}

/** @param {Core} core @param {Place} next @param {MeJson} me */
function checkTaken(core, next, me) {
	const records = verifyRecords(me.key_records, next.accountId);
	const isAll = records.length === next.records.length && goOnFrom(records, next.records);
	const { hash } = next.book.part(PART.TRUST).bundle;
	const isBundle = me.bundle.g === next.g && toText(bundleHash(fromText(me.bundle.box))) === hash;
	if (!isAll || !isBundle || me.state.g !== next.g || !next.book.isDrafted(me.state))
		throw new Refusal("keys-other");
	const keys = keysIn(core, next.ark, next.accountId, me);
	checkKeys(keys, newestOf(next));
	if (!equal(keys.ik.publicKey, next.ik.publicKey)) throw new Refusal("keys-other");
	wipe(keys.ik.secretKey, ...keys.ekSeeds.values(), ...keys.vaultKeys.values());
}

/** @param {Map<number, Uint8Array>} keys @returns {[number, Uint8Array][]} */
const copied = (keys) => [...keys].map(([gen, key]) => [gen, key.slice()]);

/** @param {Place} place */
const newestOf = ({ records }) => /** @type {KeyRecord} */ (records.at(-1));
