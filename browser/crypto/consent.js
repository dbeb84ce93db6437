// A consent: what somebody agrees to before anything of theirs is told (envelope.md, section 17). Pure functions.

import { readBill } from "./bill.js";
import { fromText, sized, toText, utf8 } from "./bytes.js";
import { h } from "./hash.js";
import { Refusal } from "./refusal.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @typedef {{type: number, name: string, where: string, through: string}} To */
/** @typedef {{shown: string, notice: string, refusal: string, back: string}} Texts */
/** @typedef {{name: string, right: string, why: string}} SignsFor */
/**
 * @typedef {object} Terms
 * @property {string} person @property {Uint8Array} byId @property {string} byName @property {To} to
 * @property {string[]} what @property {string} leavesOut @property {number} purpose @property {string} purposeWords
 * @property {number} fromDay @property {number} untilDay @property {Texts} texts @property {number} textVer @property {string} lang
 * @property {number} readingHelp @property {number} how @property {string} typedName @property {number} day
 * @property {string} country @property {string[]} laws @property {string} basis @property {Uint8Array} salt
 * @property {[Uint8Array, Uint8Array][]} lines @property {SignsFor | null} signsFor @property {string} witness @property {Uint8Array} supersedes
 */
/** @typedef {{msgId: Uint8Array, name: string, day: number, b: string}} ToldLine */
/** @typedef {{b: string, salt: Uint8Array, lines: ToldLine[]}} Content */

export const KIND = Object.freeze({ ORDINARY: 1, LEGAL: 2, NOTES: 3 });
export const TO = Object.freeze({ INSIDE: 1, OUTSIDE: 2, ORGANISATION: 3 });
const PURPOSES = [1, 2, 3, 4, 5, 6, 7];
const FOR_A_COURT = 5;
export const FOR_A_PAYER = 7;
export const BILLING = "billing";
const COUNSELLING = "counselling-notes";
export const WHAT = [
	...[BILLING, "contact", COUNSELLING, "lines", "own-words", "plans"],
	...["substance-use", "wellbeing"],
];
const LAWS = ["gdpr", "hipaa", "none", "part-2", "uk-gdpr"];
const BASES = ["explicit-consent", "member-of-charity", "part-2-consent"];
const HELPS = [0, 1, 2];
export const PRESSED = 1;
export const LONGEST_DAYS = 366;
export const MOST_LINES = 50;
const LONGEST_TEXT = 8_000;

const TERMS = {
	...{
		basis: "text",
		by: "object",
		country: "text",
		day: "int",
		from: "int",
		help: "int",
		how: "int",
		lang: "text",
	},
	...{ laws: "list", leaves_out: "text", lines: "list", person: "text", purpose: "int", salt: "text" },
	...{
		signs_for: "object",
		supersedes: "text",
		text_ver: "int",
		texts: "object",
		to: "object",
		typed: "text",
	},
	...{ until: "int", what: "list", why: "text", witness: "text" },
};
const TEXTS = { back: "text", notice: "text", refusal: "text", shown: "text" };
const WHERE = { name: "text", through: "text", type: "int", where: "text" };
const STANDS_IN = { name: "text", right: "text", why: "text" };
const LINE = { b: "text", day: "int", msg_id: "text", name: "text" };

/**
 * Which of the three kinds it is. A consent for a court, one for counselling notes and one for a payer each stand alone.
 * @param {{purpose: number, what: string[]}} terms
 */
export function kindOf({ purpose, what }) {
	const [isNotes, isBilling] = [what.includes(COUNSELLING), what.includes(BILLING)];
	if (isBilling !== (purpose === FOR_A_PAYER) || (isBilling && what.length > 1))
		throw new Refusal("consent-two");
	if (isNotes && (purpose === FOR_A_COURT || what.length > 1)) throw new Refusal("consent-two");
	return purpose === FOR_A_COURT ? KIND.LEGAL : isNotes ? KIND.NOTES : KIND.ORDINARY;
}

/** Gives terms back if nothing is missing in them. @param {Terms} terms */
export function checkTerms(terms) {
	checkPeople(terms);
	checkListed(terms);
	checkDays(terms);
	for (const text of partsOf(terms.texts)) within(text, LONGEST_TEXT, 1);
	sized(terms.salt, 16);
	if (terms.supersedes.length > 0) sized(terms.supersedes, 32);
	kindOf(terms);
	return terms;
}

/** The version hash of exactly what was shown, in its language. @param {Terms} terms */
export const textHashOf = ({ texts, textVer, lang }) =>
	h("pse1/consent-text", textVer, lang, ...partsOf(texts));

/** Salted, so that nobody tries purposes. @param {Terms} terms */
export const purposeHashOf = ({ salt, purpose, purposeWords }) =>
	h("pse1/consent-purpose", salt, purpose, purposeWords);

/** @param {Uint8Array} raw */
export const termsHashOf = (raw) => h("pse1/consent", raw);

/** @param {Uint8Array} raw */
export const contentHashOf = (raw) => h("pse1/package-content", raw);

/** @param {Terms} terms @returns {Uint8Array} strict JSON, if nothing is missing */
export function writeTerms(terms) {
	checkTerms(terms);
	const { to, texts } = terms;
	return writeJson({
		...{ basis: terms.basis, by: { id: toText(terms.byId), name: terms.byName }, country: terms.country },
		...{
			day: terms.day,
			from: terms.fromDay,
			until: terms.untilDay,
			help: terms.readingHelp,
			how: terms.how,
		},
		...{ lang: terms.lang, laws: terms.laws, leaves_out: terms.leavesOut, person: terms.person },
		lines: terms.lines.map(([one, fc]) => ({ fc: toText(fc), msg_id: toText(one) })),
		...{ purpose: terms.purpose, why: terms.purposeWords, salt: toText(terms.salt) },
		signs_for: terms.signsFor ?? {},
		...{ supersedes: toText(terms.supersedes), text_ver: terms.textVer, typed: terms.typedName },
		texts: { back: texts.back, notice: texts.notice, refusal: texts.refusal, shown: texts.shown },
		to: { name: to.name, through: to.through, type: to.type, where: to.where },
		...{ what: terms.what, witness: terms.witness },
	});
}

/** @param {Uint8Array} raw @returns {Terms} */
export function readTerms(raw) {
	const found = fieldsOf(parseJson(raw), TERMS);
	const by = fieldsOf(found.by, { id: "text", name: "text" });
	const to = /** @type {To} */ (fieldsOf(found.to, WHERE));
	const texts = /** @type {Texts} */ (fieldsOf(found.texts, TEXTS));
	return checkTerms({
		...{ person: found.person, byId: fromText(by.id, 16), byName: by.name, to, texts },
		...{ what: found.what, leavesOut: found.leaves_out, purpose: found.purpose, purposeWords: found.why },
		...{ fromDay: found.from, untilDay: found.until, textVer: found.text_ver, lang: found.lang },
		...{ readingHelp: found.help, how: found.how, typedName: found.typed, day: found.day },
		...{ country: found.country, laws: found.laws, basis: found.basis, salt: fromText(found.salt, 16) },
		...{ lines: found.lines.map(pinned), signsFor: signer(found.signs_for), witness: found.witness },
		supersedes: fromText(found.supersedes),
	});
}

/** @param {Content} content */
export const writeContent = ({ b, salt, lines }) =>
	writeJson({
		b,
		lines: lines.map((one) => ({ b: one.b, day: one.day, msg_id: toText(one.msgId), name: one.name })),
		salt: toText(salt),
	});

/** @param {Uint8Array} raw @returns {Content} */
export function readContent(raw) {
	const found = fieldsOf(parseJson(raw), { b: "text", lines: "list", salt: "text" });
	const lines = found.lines.map((/** @type {unknown} */ one) => {
		const { b, day, msg_id, name } = fieldsOf(one, LINE);
		return { msgId: fromText(msg_id, 16), name: within(name, 40), day, b };
	});
	return { b: found.b, salt: fromText(found.salt, 16), lines };
}

/** Refuses what is not exactly what the consent names. @param {Content} content @param {Terms} terms */
export function checkContent(content, terms) {
	const [told, named] = [
		content.lines.map(({ msgId }) => toText(msgId)),
		terms.lines.map(([id]) => toText(id)),
	];
	if (told.join() !== named.join()) throw new Refusal("consent-lines");
	if (told.length > 0 !== terms.what.includes("lines")) throw new Refusal("consent-lines");
	if (content.b === "" && told.length === 0) throw new Refusal("consent-nothing");
	if (terms.what.includes(BILLING)) readBill(utf8(content.b));
}

/** @param {Terms} terms */
function checkPeople({ person, byId, byName, to, typedName, witness, signsFor }) {
	for (const name of [person, byName, to.name, typedName]) within(name, 80, 1);
	sized(byId, 16);
	within(to.where, 200, 1);
	const isOrganisation = to.type === TO.ORGANISATION;
	within(to.through, isOrganisation ? 200 : 0, isOrganisation ? 1 : 0);
	within(witness, 80);
	if (signsFor !== null)
		for (const said of [signsFor.name, signsFor.right, signsFor.why]) within(said, 200, 1);
}

/** @param {Terms} terms */
function checkListed(terms) {
	checkAll(terms.what, WHAT);
	checkAll(terms.laws, LAWS);
	within(terms.leavesOut, 500, 1);
	within(terms.purposeWords, 300, 1);
	within(terms.country, 2, 2);
	within(terms.lang, 8, 2);
	const isKnown =
		PURPOSES.includes(terms.purpose) &&
		/** @type {number[]} */ (Object.values(TO)).includes(terms.to.type) &&
		HELPS.includes(terms.readingHelp) &&
		terms.how === PRESSED &&
		terms.textVer >= 1 &&
		BASES.includes(terms.basis);
	if (!isKnown || terms.lines.length > MOST_LINES) throw new Refusal("consent-missing");
}

/** @param {string[]} found @param {string[]} known ascending */
function checkAll(found, known) {
	const isListed = found.length > 0 && found.every((one) => known.includes(one));
	const ascends = found.every(
		(one, i) => i === 0 || known.indexOf(/** @type {string} */ (found[i - 1])) < known.indexOf(one),
	);
	if (!isListed || !ascends) throw new Refusal("consent-missing");
}

/** @param {Terms} terms */
function checkDays({ day, fromDay, untilDay }) {
	const holds = day <= fromDay && fromDay <= untilDay && untilDay <= fromDay + LONGEST_DAYS;
	if (!holds) throw new Refusal("consent-days");
}

/** @param {unknown} value @returns {[Uint8Array, Uint8Array]} */
function pinned(value) {
	const { fc, msg_id } = fieldsOf(value, { fc: "text", msg_id: "text" });
	return [fromText(msg_id, 16), fromText(fc, 32)];
}

/** @param {Record<string, unknown>} value @returns {SignsFor | null} */
const signer = (value) =>
	Object.keys(value).length === 0 ? null : /** @type {SignsFor} */ (fieldsOf(value, STANDS_IN));

/** @param {Texts} texts */
const partsOf = ({ shown, notice, refusal, back }) => [shown, notice, refusal, back];

/** Text of so many code points. @param {unknown} text @param {number} longest @param {number} [shortest] @returns {string} */
export function within(text, longest, shortest = 0) {
	const length = typeof text === "string" ? [...text].length : -1;
	if (length < shortest || length > longest) throw new Refusal("consent-missing");
	return /** @type {string} */ (text);
}
