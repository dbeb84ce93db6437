// What is told with somebody's consent, signed by them, sealed to its readers (envelope.md, section 17). Pure functions.

import { compare, concat, equal, fromText, sized, toText, ZEROS32 } from "./bytes.js";
import * as consent from "./consent.js";
import { h, kdf, labelled } from "./hash.js";
import { pad, unpad } from "./pad.js";
import { Refusal } from "./refusal.js";
import { open, seal } from "./seal.js";
import { random, sign, unwrap, verify, wrap } from "./sodium.js";

/** @import { KeyRecord } from "./shapes.d.ts" */
/** @typedef {import("./consent.js").Terms} Terms */
/** @typedef {import("./consent.js").Content} Content */
/** @typedef {{accountId: Uint8Array, krHash: Uint8Array, part: number}} Reader */
/**
 * @typedef {object} Package the header: `n` counts what one person has signed, `prev` is the header before
 * @property {Uint8Array} id @property {Uint8Array} conv @property {number} n @property {Uint8Array} prev @property {number} kind
 * @property {Reader[]} readers @property {Uint8Array} door @property {number} fromDay @property {number} untilDay @property {number} day
 * @property {Uint8Array} purposeHash @property {Uint8Array} termsHash @property {Uint8Array} contentHash @property {Uint8Array} sig
 */

export const PART = Object.freeze({ SUBJECT: 1, DISCLOSER: 2, RECIPIENT: 3 });
export const BOX = Object.freeze({ TOLD: 1, CONSENT: 2 });
/** @type {Record<number, string>} */
const WRAPPED = { [BOX.TOLD]: "package", [BOX.CONSENT]: "consent" };
const LINK_VERSION = 1;
const LINK_SIZE = 65;

/** What the client signs. @param {Uint8Array} home @param {Package} p */
export const packageBytes = (home, p) =>
	labelled(
		"pse1/package",
		...[sized(home, 16), sized(p.id, 16), sized(p.conv, 16), p.n, sized(p.prev, 32), p.kind],
		...[readersBytes(p.readers), sized(p.door, 32), p.fromDay, p.untilDay, p.day],
		...[sized(p.purposeHash, 32), sized(p.termsHash, 32), sized(p.contentHash, 32)],
	);

/** Who reads it, as it is signed. @param {Reader[]} readers */
export const readersBytes = (readers) =>
	labelled(
		"pse1/package-readers",
		...readers.map((one) =>
			labelled("pse1/package-reader", sized(one.accountId, 16), sized(one.krHash, 32), one.part),
		),
	);

/** @param {Uint8Array} home @param {Package} p */
export const packageHashOf = (home, p) => h("pse1/package-hash", packageBytes(home, p));

/** Gives a header back if its form holds. @param {Package} p */
export function checkPackage(p) {
	need(ascend(p.readers));
	const parts = p.readers.map(({ part }) => part).toSorted((one, other) => one - other);
	need(parts.join() === (equal(p.door, ZEROS32) ? "1,2,3" : "1,2"));
	need(p.day <= p.fromDay && p.fromDay <= p.untilDay && p.untilDay <= p.fromDay + consent.LONGEST_DAYS);
	need(/** @type {number[]} */ (Object.values(consent.KIND)).includes(p.kind));
	need(p.n >= 1 && (p.n === 1) === equal(p.prev, ZEROS32));
	return p;
}

/** Refuses what the client of this record did not sign. @param {Package} p @param {{home: Uint8Array, client: KeyRecord}} expected */
export function verifyPackage(p, { home, client }) {
	const mine = readerOf(checkPackage(p), PART.SUBJECT);
	need(mine !== undefined && equal(mine.accountId, client.accountId) && equal(mine.krHash, client.hash));
	verify(client.ik, packageBytes(home, p), p.sig);
}

/** Refuses a list of one person's in which one is missing. @param {Package[]} packages @param {Uint8Array} home */
export function checkFollows(packages, home) {
	let before = ZEROS32;
	packages.forEach((p, i) => {
		need(p.n === i + 1 && equal(p.prev, before));
		before = packageHashOf(home, p);
	});
}

/**
 * Signs and seals what is told.
 * @param {Uint8Array} ikSeed
 * @param {{home: Uint8Array, id: Uint8Array, conv: Uint8Array, terms: Terms, content: Content, records: Map<number, KeyRecord>, before?: Package}} about records of the readers, by part
 */
export function sealPackage(ikSeed, { home, id, conv, terms, content, records, before }) {
	consent.checkContent(content, terms);
	const [written, told] = [consent.writeTerms(terms), consent.writeContent(content)];
	const secret = records.has(PART.RECIPIENT) ? undefined : random(32);
	const draft = drafted({ home, id, conv, terms, records, before, secret });
	const p = { ...draft, termsHash: consent.termsHashOf(written), contentHash: consent.contentHashOf(told) };
	checkPackage(p);
	const signed = { ...p, sig: sign(ikSeed, packageBytes(home, p)) };
	const of = packageHashOf(home, signed);
	const keys = new Map([
		[BOX.TOLD, random(32)],
		[BOX.CONSENT, random(32)],
	]);
	const key = (/** @type {number} */ box) => /** @type {Uint8Array} */ (keys.get(box));
	const wraps = [...records.values()].flatMap((record) =>
		[BOX.TOLD, BOX.CONSENT].map((box) => ({
			accountId: record.accountId,
			box,
			wrap: wrap(record.ek, concat(contextOf(record, box, of), key(box))),
		})),
	);
	return {
		package: signed,
		told: seal(key(BOX.TOLD), aadOf(of, BOX.TOLD), pad(told)),
		consent: seal(key(BOX.CONSENT), aadOf(of, BOX.CONSENT), pad(written)),
		wraps,
		...(secret === undefined ? {} : linked(id, secret, of, concat(key(BOX.TOLD), key(BOX.CONSENT)))),
	};
}

/**
 * The key of one box, out of a reader's wrap.
 * @param {Package} p @param {number} box @param {Uint8Array} wrapped @param {{home: Uint8Array, record: KeyRecord, ekSeed: Uint8Array}} reader
 */
export function openKey(p, box, wrapped, { home, record, ekSeed }) {
	const isReader = p.readers.some(
		({ accountId, krHash }) => equal(accountId, record.accountId) && equal(krHash, record.hash),
	);
	if (!isReader) throw new Refusal("not-opened");
	const text = unwrap(ekSeed, wrapped);
	const fits =
		text.length === 64 && equal(text.subarray(0, 32), contextOf(record, box, packageHashOf(home, p)));
	if (!fits) throw new Refusal("not-opened");
	return text.slice(32);
}

/** The consent, if it is the one that was signed. @param {Package} p @param {Uint8Array} box @param {Uint8Array} key @param {Uint8Array} home */
export function openTerms(p, box, key, home) {
	const raw = unpad(open(key, aadOf(packageHashOf(home, p), BOX.CONSENT), box));
	need(equal(consent.termsHashOf(raw), p.termsHash));
	const terms = consent.readTerms(raw);
	checkAgree(p, terms);
	return terms;
}

/** What is told, if it is exactly what was signed. @param {Package} p @param {Uint8Array} box @param {Uint8Array} key @param {Terms} terms @param {Uint8Array} home */
export function openTold(p, box, key, terms, home) {
	const raw = unpad(open(key, aadOf(packageHashOf(home, p), BOX.TOLD), box));
	need(equal(consent.contentHashOf(raw), p.contentHash));
	const content = consent.readContent(raw);
	consent.checkContent(content, terms);
	return content;
}

/** @param {Uint8Array} link */
export function readLink(link) {
	if (link.length !== LINK_SIZE || link[0] !== LINK_VERSION) throw new Refusal("not-opened");
	return { id: link.slice(1, 17), secret: link.slice(17, 49), half: link.slice(49) };
}

/** What whoever has a link shows at the door. @param {Uint8Array} secret @param {Uint8Array} id */
export const doorOf = (secret, id) => kdf(secret, 32, "pse1/package-door", sized(id, 16));

/** @param {Package} p @param {Uint8Array} shown */
export const isDoor = (p, shown) => equal(p.door, h("pse1/package-knock", sized(shown, 32)));

/** Both keys, for whoever has the link. @param {Package} p @param {Uint8Array} link @param {Uint8Array} linkBox @param {Uint8Array} home */
export function openLink(p, link, linkBox, home) {
	const { id, secret, half } = readLink(link);
	const of = packageHashOf(home, p);
	if (!equal(p.id, id) || !equal(of.slice(0, 16), half)) throw new Refusal("not-opened");
	const both = open(linkKey(secret, id), labelled("pse1/package-link", of), linkBox);
	return { told: both.slice(0, 32), consent: both.slice(32) };
}

/** @param {{part: number, readers?: never}[] | Package} p @param {number} part */
export const readerOf = (p, part) => /** @type {Package} */ (p).readers.find((one) => one.part === part);

/** @param {{home: Uint8Array, id: Uint8Array, conv: Uint8Array, terms: Terms, records: Map<number, KeyRecord>, before: Package | undefined, secret: Uint8Array | undefined}} about @returns {Package} */
function drafted({ home, id, conv, terms, records, before, secret }) {
	const readers = [...records].map(([part, { accountId, hash }]) => ({ accountId, krHash: hash, part }));
	const draft = {
		...{ id, conv, n: (before?.n ?? 0) + 1, prev: before ? packageHashOf(home, before) : ZEROS32 },
		kind: consent.kindOf(terms),
		readers: readers.toSorted((one, other) => compare(one.accountId, other.accountId)),
		door: secret === undefined ? ZEROS32 : h("pse1/package-knock", doorOf(secret, id)),
		...{ fromDay: terms.fromDay, untilDay: terms.untilDay, day: terms.day },
		...{ purposeHash: consent.purposeHashOf(terms), termsHash: ZEROS32, contentHash: ZEROS32 },
		sig: new Uint8Array(0),
	};
	checkAgree(draft, terms);
	return draft;
}

/** Header and consent say the same: kind, days, purpose, who tells, and where it goes. @param {Package} p @param {Terms} terms */
function checkAgree(p, terms) {
	need(p.kind === consent.kindOf(terms) && equal(p.purposeHash, consent.purposeHashOf(terms)));
	need(p.fromDay === terms.fromDay && p.untilDay === terms.untilDay && p.day === terms.day);
	const teller = readerOf(p, PART.DISCLOSER);
	need(teller !== undefined && equal(teller.accountId, terms.byId));
	need((terms.to.type === consent.TO.INSIDE) === equal(p.door, ZEROS32));
}

/** @param {Uint8Array} id @param {Uint8Array} secret @param {Uint8Array} of @param {Uint8Array} both */
const linked = (id, secret, of, both) => ({
	linkBox: seal(linkKey(secret, id), labelled("pse1/package-link", of), both),
	link: concat(Uint8Array.of(LINK_VERSION), id, secret, of.slice(0, 16)),
});

/** @param {KeyRecord} record @param {number} box @param {Uint8Array} of */
const contextOf = ({ accountId, hash }, box, of) =>
	h("pse1/wrap", /** @type {string} */ (WRAPPED[box]), accountId, hash, of);

/** @param {Uint8Array} of @param {number} box */
const aadOf = (of, box) => labelled("pse1/package-box", of, box);

/** @param {Uint8Array} secret @param {Uint8Array} id */
const linkKey = (secret, id) => kdf(secret, 32, "pse1/package-link-key", sized(id, 16));

/** @param {Reader[]} readers */
export const ascend = (readers) =>
	readers.every(
		({ accountId }, i) => i === 0 || compare(/** @type {Reader} */ (readers[i - 1]).accountId, accountId) < 0,
	);

/** As it travels (api.md). @param {Package} p */
export const packageJson = (p) => ({
	...{
		id: toText(p.id),
		conv: toText(p.conv),
		n: p.n,
		prev: toText(p.prev),
		kind: p.kind,
		door: toText(p.door),
	},
	readers: p.readers.map(readerJson),
	...{ from_day: p.fromDay, until_day: p.untilDay, day: p.day, purpose_hash: toText(p.purposeHash) },
	...{ terms_hash: toText(p.termsHash), content_hash: toText(p.contentHash), sig: toText(p.sig) },
});

/** @param {Reader} one */
export const readerJson = ({ accountId, krHash, part }) => ({
	...{ account_id: toText(accountId), kr_hash: toText(krHash), part },
});

/** @param {any} json @returns {Package} */
export const readPackage = (json) =>
	checkPackage({
		...{ id: fromText(json.id, 16), conv: fromText(json.conv, 16), n: json.n, prev: fromText(json.prev, 32) },
		...{ kind: json.kind, readers: json.readers.map(readReader), door: fromText(json.door, 32) },
		...{ fromDay: json.from_day, untilDay: json.until_day, day: json.day },
		...{ purposeHash: fromText(json.purpose_hash, 32), termsHash: fromText(json.terms_hash, 32) },
		...{ contentHash: fromText(json.content_hash, 32), sig: fromText(json.sig, 64) },
	});

/** @param {any} json @returns {Reader} */
export const readReader = (json) => ({
	...{ accountId: fromText(json.account_id, 16), krHash: fromText(json.kr_hash, 32), part: json.part },
});

/** @param {boolean} holds @returns {asserts holds} */
export function need(holds) {
	if (!holds) throw new Refusal("package");
}
