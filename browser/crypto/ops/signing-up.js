// Making a place: keys, two ways in, the bundle and the first state.

import { accountIdOf, bundleHash, makeSlot, SLOT, sealBundle, slotSalt, spareKeys } from "../account.js";
import { toText } from "../bytes.js";
import { noDocuments } from "../documents.js";
import { firstNotes } from "../notes.js";
import { firstRecord, recordJson } from "../people.js";
import { Refusal } from "../refusal.js";
import { random, signingPair, wipe, wrapKeyOf } from "../sodium.js";
import { PART, stateKeyOf } from "../state.js";
import { StateBook } from "../state-book.js";
import { slotRows, stretched } from "../ways.js";

/** @import { MeJson, SlotJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Place} Place */
/** @typedef {import("../sealed-core.js").Stretch} Stretch */

const FIRST = 0;
const FIRST_BUNDLE = 1;

/** @param {Core} core @param {{username: string, words: string | string[], day: number, name?: string}} args @param {Stretch} stretch */
export async function startSignUp(core, { username, words, day, name = "" }, stretch) {
	const { auth, kek } = await stretched(core, username, words, stretch);
	core.lock();
	const secret = random(16);
	const spare = spareKeys(secret, core.programme.home, username);
	const made = madePlace(core, { username, day, name, keks: [kek, spare.kek] });
	core.newPlace = made.place;
	core.spare = secret;
	wipe(kek, spare.kek);
	return {
		payload: {
			username,
			account_id: made.place.id,
			key_record: recordJson(/** @type {import("../shapes.d.ts").KeyRecord} */ (made.place.records[0])),
			slots: made.slots,
			auth: { words: toText(auth), spare: toText(spare.auth) },
			bundle: made.bundle,
			state: made.place.book.draft(),
		},
	};
}

/** @param {Core} core @param {{me: MeJson}} args */
export function signedUp(core, { me }) {
	const place = core.newPlace;
	if (place === null) throw new Refusal("locked-out");
	if (me.account_id !== place.id) throw new Refusal("keys-other");
	place.book.saved(me.state.ctr);
	place.roles = me.roles;
	core.unlock(place);
	return { account_id: place.id, roles: place.roles };
}

/** @param {Core} core @param {{username: string, day: number, name: string, keks: [Uint8Array, Uint8Array]}} about */
function madePlace(core, { username, day, name, keks }) {
	const { home } = core.programme;
	const [ark, ikSeed, ekSeed, vk, rand] = [random(32), random(32), random(32), random(32), random(16)];
	const ik = signingPair(ikSeed);
	const record = firstRecord({ ik: ik.publicKey, ikSecret: ik.secretKey, ek: wrapKeyOf(ekSeed), rand, day });
	const accountId = accountIdOf(record.ik, record.ek, rand);
	const slots = [SLOT.WORDS, SLOT.SPARE].map((type, i) =>
		makeSlot(/** @type {Uint8Array} */ (keks[i]), ark, {
			home,
			accountId,
			type,
			g: FIRST,
			salt: slotSalt(type, home, username),
		}),
	);
	const secrets = { ik: ikSeed, rand, ek: [{ gen: FIRST, seed: ekSeed }], vk: [{ gen: FIRST, key: vk }] };
	const box = sealBundle(ark, { home, accountId, g: FIRST, ver: FIRST_BUNDLE }, secrets);
	wipe(ikSeed);
	const parts = firstParts(core, { name, day, box, slots });
	/** @type {Place} */
	const place = {
		username,
		accountId,
		id: toText(accountId),
		g: FIRST,
		ark,
		ik,
		ekSeeds: new Map([[FIRST, ekSeed]]),
		vaultKeys: new Map([[FIRST, vk]]),
		records: [record],
		roles: [],
		book: StateBook.begin(stateKeyOf(ark), { accountId, g: FIRST }, parts),
	};
	return { place, slots, bundle: { g: FIRST, ver: FIRST_BUNDLE, box: toText(box) } };
}

/** @param {Core} core @param {{name: string, day: number, box: Uint8Array, slots: SlotJson[]}} about */
function firstParts(core, { name, day, box, slots }) {
	const { home, roster, log } = core.programme;
	const trust = {
		bundle: { hash: toText(bundleHash(box)), ver: FIRST_BUNDLE },
		home: toText(home),
		log: toText(log),
		people: [],
		roster: toText(roster),
		slots: slotRows(slots, { day }),
	};
	return new Map(
		/** @type {[number, Record<string, any>][]} */ ([
			[PART.MARKS, { convs: [] }],
			[PART.TRUST, trust],
			[PART.DOCUMENTS, noDocuments()],
			[PART.NOTES, firstNotes(name)],
		]),
	);
}
