// One small function for each op of protocol/vectors/README.md, over the room's own code.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as account from "../../crypto/account.js";
import { concat, fromLe64, fromText, le64, pae, toText, utf8, ZEROS16 } from "../../crypto/bytes.js";
import * as device from "../../crypto/device.js";
import { papersOf } from "./vector-files.js";
import { readBody } from "../../crypto/body.js";
import * as chain from "../../crypto/chain.js";
import * as entry from "../../crypto/entry.js";
import * as epoch from "../../crypto/epoch.js";
import * as taken from "../../crypto/export.js";
import { h, h16, kdf, labelled } from "../../crypto/hash.js";
import { mergedPart } from "../../crypto/merge.js";
import { checkedNotes, mergedNotes } from "../../crypto/notes.js";
import { pad, unpad } from "../../crypto/pad.js";
import * as people from "../../crypto/people.js";
import { signingPoint, wrappingPoint } from "../../crypto/points.js";
import * as profile from "../../crypto/profile.js";
import { OwnLines } from "../../crypto/ours.js";
import * as promise from "../../crypto/promise.js";
import { changesBetween, promisesLess } from "../../crypto/promise-change.js";
import * as receipt from "../../crypto/receipt.js";
import { Refusal } from "../../crypto/refusal.js";
import { outlived } from "../../crypto/renewal.js";
import { open, seal } from "../../crypto/seal.js";
import * as sodium from "../../crypto/sodium.js";
import { readSpare, writeSpare } from "../../crypto/spare.js";
import * as state from "../../crypto/state.js";
import { StateBook } from "../../crypto/state-book.js";
import { stretch } from "../../crypto/stretch.js";
import { parseJson } from "../../crypto/strict-json.js";
import { checkedName, phraseOf, readList, readWordLists } from "../../crypto/words.js";
import { provenIn } from "./vector-proven.js";
import { json, named } from "./vector-values.js";

const PROTOCOL = new URL("../../../protocol/", import.meta.url);
const textOf = (name) => readFileSync(new URL(`words/${name}.txt`, PROTOCOL), "utf8");
const FIVE = textOf("five.en");
const FACTS = new Set(
	Object.values(JSON.parse(readFileSync(new URL("facts.json", PROTOCOL), "utf8"))).flat(),
);
const list = readList(FIVE);
const lists = readWordLists({ en: FIVE, es: textOf("five.es") });

/** An op that answers true unless it refuses. */
const holds = (check) => (given) => {
	check(given);
	return true;
};

/** Random bytes handed in, in the order they are drawn. */
const chanceOf = (...drawn) => {
	const left = [...drawn];
	return () => left.shift();
};

const recordOf = (given) => {
	const record = { ...named(given), sig: given.sig, prevSig: given.prev_sig };
	return { ...record, hash: people.krHashOf(people.keyRecordBytes(record), record.sig, record.prevSig) };
};

export const encodings = {
	le64: ({ number }) => le64(number),
	pae: ({ pieces }) => pae(...pieces),
	h: ({ label, pieces }) => h(label, ...pieces),
	h16: ({ label, pieces }) => h16(label, ...pieces),
	kdf: ({ key, size, label, pieces }) => kdf(key, size, label, ...pieces),
	"base64url.write": ({ raw }) => toText(raw),
	"base64url.read": ({ text, size }) => fromText(text, size ?? undefined),
	json: holds(({ raw }) => parseJson(raw)),
	pad: ({ text }) => pad(text),
	unpad: ({ padded }) => unpad(padded),
};

export const seals = {
	"sign.point": (given) => signingPoint(given.public),
	"wrap.point": (given) => wrappingPoint(given.public),
	"wrap.public": ({ seed }) => sodium.wrapKeyOf(seed),
	"wrap.open": ({ seed, wrapped }) => sodium.unwrap(seed, wrapped),
	sign: ({ seed, message }) => {
		const pair = sodium.signingPair(seed);
		return { public: pair.publicKey, sig: sodium.sign(pair.secretKey, message) };
	},
	verify: holds(({ message, sig, public: key }) => sodium.verify(key, message, sig)),
	seal: ({ key, aad, text, nonce }) => seal(key, aad, text, chanceOf(nonce)),
	open: ({ key, aad, box }) => open(key, aad, box),
};

const slotJson = (slot) => json(slot);
const lock = ({ auth, kek }, salt) => ({ auth, kek, salt });

export const ways_in = {
	username: ({ username }) => checkedName(username),
	"words.list": ({ list: name = "five.en" }) => ({
		count: readList(textOf(name)).words.length,
		sha256: new Uint8Array(createHash("sha256").update(textOf(name)).digest()),
	}),
	"words.phrase": ({ typed }) => phraseOf(lists, typed),
	"spare.write": ({ code }) => writeSpare(code),
	"spare.read": ({ typed }) => readSpare(typed),
	"lock.words": async ({ phrase, home, username }) => {
		const salt = account.saltOf(home, checkedName(username));
		const mk = await stretch(new TextEncoder().encode(phrase), salt);
		return lock(account.wordsKeys(mk, home, username), salt);
	},
	"lock.spare": ({ code, home, username }) =>
		lock(account.spareKeys(code, home, checkedName(username)), ZEROS16),
	"slot.expect": holds(({ slot, type, home, username }) =>
		account.checkSlot(slotJson(slot), type, account.slotSalt(type, home, username)),
	),
	"slot.seal": ({ slot, root_key, nonce, kek, home, account_id }) => {
		const way = { home, accountId: account_id, type: slot.type, g: slot.g, salt: slot.salt };
		return fromText(account.makeSlot(kek, root_key, way, chanceOf(slot.slot_id, nonce)).box);
	},
	"slot.open": ({ slot, kek, home, account_id }) =>
		account.openSlot(kek, slotJson(slot), { home, accountId: account_id }),
	"slot.hash": ({ slot }) => account.slotHash(slotJson(slot)),
	"bundle.open": ({ bundle, root_key, home, account_id }) =>
		account.openBundle(root_key, { home, accountId: account_id, g: bundle.g, ver: bundle.ver }, bundle.box),
	"bundle.hash": ({ box }) => account.bundleHash(box),
};

const boundOf = ({ home, username, slot_id }) => ({ home, username, slotId: slot_id });

export const devices = {
	"device.salt": (given) => device.deviceSaltOf(boundOf(given)),
	"device.lock": async (given) => {
		const keys = await device.deviceKeys(given.secret, given.pin, boundOf(given), stretch);
		return lock(keys, device.deviceSlotSalt(boundOf(given), given.pin !== null));
	},
	"device.expect": holds((given) =>
		device.checkDeviceSlot(slotJson(given.slot), boundOf(given), given.has_pin),
	),
	"device.seal": async (given) => {
		const { kek } = await device.deviceKeys(given.secret, given.pin, boundOf(given), stretch);
		const salt = device.deviceSlotSalt(boundOf(given), given.pin !== null);
		const way = { home: given.home, accountId: given.account_id, type: 3, g: 0, salt, slotId: given.slot_id };
		return fromText(account.makeSlot(kek, given.root_key, way, chanceOf(given.nonce)).box);
	},
	"device.open": async (given) => {
		const { kek } = await device.deviceKeys(given.secret, given.pin, boundOf(given), stretch);
		return account.openSlot(kek, slotJson(given.slot), { home: given.home, accountId: given.account_id });
	},
};

const coverOf = ({ home, salt }) => ({ home, salt });

/** What five words open of what somebody took along. */
async function exportKeyOf({ words, ...given }) {
	return taken.exportKey(await stretch(utf8(phraseOf(lists, words)), given.salt), coverOf(given));
}

export const exported = {
	"export.manifest": (given) => taken.manifestOf(coverOf(given)),
	"export.seal": async (given) =>
		taken.sealPapers(await exportKeyOf(given), coverOf(given), given.text, chanceOf(given.nonce)),
	"export.open": async (given) => taken.openPapers(await exportKeyOf(given), coverOf(given), given.box),
};

export const states = {
	"state.open": (given) => {
		const book = StateBook.open(
			state.stateKeyOf(given.root_key),
			{ accountId: given.account_id, g: given.state.g },
			json(given.state),
		);
		return Object.fromEntries(state.PARTS.map((name) => [name, book.part(name)]));
	},
	"state.hash": ({ box }) => state.stateHash(box),
	"state.part_hash": ({ box }) => state.partHash(box),
	"state.sc": ({ state: { ctr, g, box } }) => ({ ctr, g, hash: toText(state.stateHash(box).slice(0, 8)) }),
	"state.newest": holds(({ state: { ctr, g, box }, own }) => {
		const mine = { ctr, g, hash: toText(state.stateHash(box).slice(0, 8)) };
		const found = own.map((seen) => state.compareCounts(mine, json(seen)));
		if (found.some((one) => one === "newer" || one === "other")) throw new Refusal("state-rolled-back");
	}),
	"marks.merge": ({ here, there, on_chain }) => {
		const [ours, theirs] = [here, there].map((marks) => state.checkedPart(state.PART.MARKS, marks));
		const isFork = !on_chain;
		return mergedPart(state.PART.MARKS, { saved: ours, ours, theirs }, () => {
			if (isFork) throw new Refusal("forked");
		});
	},
	"trust.merge": ({ here, there, begins = false }) => {
		const [ours, theirs] = [here, there].map((trust) => state.checkedPart(state.PART.TRUST, trust));
		const toMeetLog = () => {
			if (!begins) throw new Refusal("forked");
		};
		return mergedPart(state.PART.TRUST, { saved: ours, ours, theirs }, () => {}, toMeetLog, toMeetLog);
	},
	"notes.merge": ({ saved, here, there }) => {
		const [before, ours, theirs] = [saved, here, there].map(checkedNotes);
		return mergedNotes(before, ours, theirs);
	},
};

const chainOf = (records) => people.verifyRecords(json(records), records[0]?.account_id ?? ZEROS16);
const profileJson = ({ text, ...rest }) => ({ ...json(rest), bytes: toText(text) });

export const peoples = {
	"account.id": ({ ik, ek, rand }) => account.accountIdOf(ik, ek, rand),
	"keyrec.bytes": ({ record }) => people.keyRecordBytes(named(record)),
	"keyrec.hash": ({ record }) => recordOf(record).hash,
	"keyrec.verify": ({ records }) => chainOf(records).at(-1).hash,
	"words.check": ({ account_id, kr_hash }) =>
		people.checkWordsOf(list, { accountId: account_id, hash: kr_hash }),
	"endorse.bytes": ({ home, endorsement }) => people.endorsementBytes(home, json(endorsement)),
	"keyrec.lock": ({ records }) => people.lockOf(chainOf(records)).hash,
	"keyrec.outlived": ({ records, today, months }) => outlived(chainOf(records), { today, months }),
	"endorse.verify": holds(({ endorsement, home, roster, records }) =>
		people.verifyEndorsement(json(endorsement), { home, roster, records: chainOf(records) }),
	),
	"endorse.counts": ({ endorsement, day }) => people.countsOn(endorsement, day),
	"profile.bytes": (given) =>
		profile.profileBytes(given.account_id, given.profile.ver, given.profile.day, given.profile.text),
	"profile.read": ({ text }) => profile.checkedProfile(parseJson(text), FACTS),
	"profile.verify": (given) =>
		profile.verifyProfile(profileJson(given.profile), recordOf(given.record), FACTS).profile.name,
	"profile.listed": (given) => {
		const { home, roster } = given;
		const records = chainOf(given.records);
		const e = people.verifyEndorsement(json(given.endorsement), { home, roster, records });
		const shown = profile.verifyProfile(profileJson(given.profile), records.at(-1), FACTS).profile;
		const isListed =
			e.role === people.ROLE.SPECIALIST && people.countsOn(e, given.today) && e.display_name === shown.name;
		if (!isListed) throw new Refusal("not-verified");
		return shown.name;
	},
};

const known = (sentences, catalogue) => sentences.every(([id, takes]) => catalogue[id] === takes.length);
const agreement = ({ home, conv, promise: agreementHash, ...rest }) => {
	const { account_id: accountId, role, day } = rest.agreement ?? rest;
	return { home, conv, agreementHash, accountId, role, day };
};

export const promises = {
	"promise.bytes": ({ sentences }) => promise.promiseBytes({ version: 1, sentences }),
	"promise.hash": ({ sentences }) => promise.agreementHashOf({ version: 1, sentences }),
	"promise.kept": ({ sentences }) => ({
		months: promise.keptMonths({ version: 1, sentences: json(sentences) }),
	}),
	"promise.read": (given) => promise.agreementHashOf(given.promise),
	"promise.known": holds(({ sentences, catalogue }) => {
		if (!known(sentences, catalogue)) throw new Refusal("promise-form");
	}),
	"promise.changes": ({ before, after }) => ({
		changes: changesBetween(json(before), json(after)).map((one) => [
			one.before ?? [],
			one.after ?? [],
			one.weight,
		]),
		less: promisesLess(json(before), json(after)),
	}),
	"promise.prove": provenIn,
	"agree.bytes": (given) => promise.agreeBytes(agreement(given)),
	"agree.verify": holds((given) => {
		if (toText(given.agreement.account_id) !== toText(given.record.account_id))
			throw new Refusal("promise-signature");
		promise.hasAgreed(toText(given.agreement.sig), agreement(given), [recordOf(given.record)]);
	}),
};

const wrapsOf = (pairs) => pairs.map(([accountId, wrap]) => ({ accountId, wrap }));

export const epochs = {
	"conv.id": (given) => epoch.convIdOf(given.kind, given.owner_id, given.owner_kr_hash, given.rand),
	"epoch.bytes": ({ header }) => epoch.ehBytes(named(header)),
	"epoch.hash": ({ header }) => epoch.ehHashOf(epoch.ehBytes(named(header))),
	"epoch.context": ({ header }) => epoch.contextOf(named(header)),
	"epoch.kc": (given) => epoch.kcOf(given.epoch_key, given.conv, given.epoch),
	"epoch.wraps_hash": ({ wraps }) => epoch.wrapsHashOf(wrapsOf(wraps)),
	"epoch.wraps": holds(({ wraps, header }) => {
		const made = named(header);
		const ids = wraps.map(([id]) => toText(id)).join();
		const isFull =
			ids === made.members.map(({ accountId }) => toText(accountId)).join() &&
			wraps.every(([, wrap]) => wrap.length === 112);
		if (!isFull || toText(epoch.wrapsHashOf(wrapsOf(wraps))) !== toText(made.wrapsHash))
			throw new Refusal("header");
	}),
	"epoch.open": (given) =>
		epoch.openWrap(named(given.header), given.wrap, named(given.member), given.ek_seed),
	"epoch.first": holds(({ header }) => epoch.checkFirst(named(header))),
	"epoch.next": holds(({ header, before }) => epoch.checkNext(named(header), named(before))),
};

const opened = (given) => {
	const one = named(given.entry);
	const key = kdf(given.epoch_key, 32, "pse1/mk", one.msgId);
	const text = unpad(open(key, entry.aadOf(one), one.box));
	const body = entry.openEntry(one, { epochKey: given.epoch_key, ik: given.ik });
	return { body, fk: text.slice(0, 32), sig: text.slice(32, 96) };
};

export const entries = {
	"entry.aad": (given) => entry.chained(named(given.entry)).aad,
	"entry.hashes": (given) => {
		const { aad, carried } = entry.chained(named(given.entry));
		return [chain.hashOfAad(aad), chain.hashOfBox(carried)];
	},
	"entry.shape": holds((given) => entry.checkShape(named(given.entry))),
	"entry.seal": (given) => {
		const { secretKey } = sodium.signingPair(given.ik_seed);
		const by = { epochKey: given.epoch_key, ikSecret: secretKey };
		const chance = chanceOf(given.fk.slice(), given.nonce);
		return unnamed(entry.sealEntry(named(given.entry), given.body, by, chance));
	},
	"entry.open": opened,
	"leave.verify": (given) => {
		const one = named(given.entry);
		entry.verifyLeave(one, given.ik);
		return fromLe64(one.box.slice(0, 8));
	},
	"erase.verify": (given) =>
		entry
			.verifyErase(named(given.entry), given.ik)
			.map(({ n, msgId, hBox }) => ({ n, msg_id: msgId, h_box: hBox })),
	"erase.sign": (given) => {
		const { secretKey } = sodium.signingPair(given.ik_seed);
		return unnamed(entry.signErase(named(given.entry), named(given.targets), secretKey));
	},
	"body.read": ({ raw, kind }) => bodyOf(readBody(raw, kind)),
	"ours.now": ({ entries: all, ada }) => {
		const book = new OwnLines();
		for (const [n, by, id, fc, raw] of all) {
			const line = { n, id: toText(id), by: toText(by) === toText(ada) ? "ada" : "ben" };
			book.take(line, readBody(raw, 3), toText(fc));
		}
		return { ada: standing(book.of("ada", "ben")), ben: standing(book.of("ben", "ada")) };
	},
};

const words = (lines) => lines.map(({ b }) => b);
const standing = (found) =>
	found === null
		? []
		: [
				found.ver,
				words(found.lines),
				fromText(found.id),
				fromText(found.fc),
				found.isAgreed,
				words(found.agreed),
			];

/** A body as the reference gives it. */
export function bodyOf(body) {
	if (body.isNewer) return { t: body.t, needs_newer: true };
	const { sc, ...rest } = body;
	const ids = Object.fromEntries(
		["at", "fc", "conv", "h", "kr", "of", "re", "sig", "to"]
			.filter((name) => name in rest)
			.map((name) => [name, fromText(rest[name])]),
	);
	if (rest.file) rest.file = papersOf(rest.file);
	if (rest.epochs) rest.epochs = rest.epochs.map(({ eh, epoch: number }) => [number, fromText(eh)]);
	return { ...rest, ...ids, sc: { ...sc, hash: fromText(sc.hash) }, needs_newer: false };
}

const refuse = () => {
	throw new Refusal("receipt");
};
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const unnamed = (value) =>
	Object.fromEntries(Object.entries(value).map(([name, inside]) => [snake(name), inside]));
const path = (parts) => concat(...parts);

export const receipts = {
	"chain.start": ({ conv }) => chain.chainStart(conv),
	"chain.next": ({ before, ...rest }) => chain.chainNext(before, named(rest)),
	"receipt.leaf": (given) => receipt.leafOf(given.conv, given.n, given.h),
	/** The room only climbs trees: every leaf's path has to lead to the root. */
	"receipt.tree": ({ leaves }, out) => {
		const roots = leaves.map((leaf, index) =>
			receipt.rootFrom(leaf, { index, size: leaves.length, path: path(out.paths[index]) }),
		);
		return {
			root: roots[0] ?? refuse(),
			paths: roots.every((root) => toText(root) === toText(roots[0])) ? out.paths : [],
		};
	},
	"receipt.bytes": ({ home, size, root }) => receipt.receiptBytes(home, size, root),
	"receipt.verify": holds((given) =>
		receipt.verifyReceipt(
			{ ...given.receipt, path: path(given.receipt.path) },
			{ home: given.home, log: given.log_key },
		),
	),
	"closed.bytes": ({ home, account_id, day, slots, wraps }) =>
		labelled("pse1/closed", home, account_id, day, slots, wraps),
};
