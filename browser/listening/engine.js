/**
 * Reads how a draft listens, here and now: nothing of the draft is kept, nothing is sent, and the client's words are only context.
 * `coach/listening_coach/reading.py` does the same; a test holds both together.
 * @typedef {{p: number, is: boolean | null}} Said `is` null: not sure, say nothing
 * @typedef {{from: number, to: number, labels: Record<string, Said>}} ReadSentence
 * @typedef {{english: boolean, sentences: ReadSentence[], whole: Record<string, Said>}} Reading
 * @typedef {import("./pack.js").Pack} Pack
 */
import { beforeOf, bucket, features } from "./features.js";
import { lets, placesOf, wholePlace } from "./holding.js";
import { isEnglish } from "./language.js";
import { sentences } from "./sentences.js";

const SHARED_GROUPS = "wcs";
const OFFERS = "k:offers";
const OFFERED = "x:offered";

/**
 * @param {Pack} pack
 * @param {string} draft what the specialist is writing
 * @param {string} before what the client wrote last, or ""
 * @returns {Reading}
 */
export function read(pack, draft, before) {
	const spans = sentences(draft);
	if (!isEnglish(draft, pack)) return { english: false, sentences: [], whole: {} };
	const context = beforeOf(before, pack.lists);
	/** @type {string[]} */
	let earlier = [];
	const shown = spans.map((span) => {
		const groups = features(draft.slice(span.from, span.to), context, earlier, pack.lists);
		if (groups.get("k")?.includes(OFFERS)) earlier = [OFFERED];
		return groups;
	});
	const texts = spans.map(({ from, to }) => draft.slice(from, to));
	const scored = shown.map((groups) => (groups.size === 0 ? null : scores(pack, groups, "sentence")));
	const places = placesOf(texts, draft, pack.lists);
	const second = scored.every((one) => one === null) ? null : secondOf(pack, texts, before);
	return {
		english: true,
		sentences: spans.map((span, at) => {
			const [first, more] = [scored[at] ?? null, second?.deep.sentences[at] ?? null];
			const isBoth = second !== null && first !== null && more !== null;
			const labels = isBoth ? second.labels : pack.labels;
			const both = isBoth ? new Map([...first, ...more]) : first;
			return { ...span, labels: said(labels, both, places[at] ?? wholePlace("")) };
		}),
		whole: said(
			second?.whole ?? pack.whole,
			wholeScores(pack, shown, scored, second?.deep),
			wholePlace(draft),
		),
	};
}

/** Reads ahead what a draft will answer, so that the draft costs its own rows alone; nothing is said of it. A second tier that breaks is let go of, and the first goes on. @param {Pack} pack @param {string} before */
export function hear(pack, before) {
	try {
		pack.deep?.encoder.hear(before);
	} catch {
		pack.deep = null;
	}
}

/** What the second tier sees, with its labels; null where it is not here, or sees nothing. One that breaks is let go of: the first goes on. @param {Pack} pack @param {string[]} texts @param {string} before */
function secondOf(pack, texts, before) {
	const tier = pack.deep;
	if (tier === null) return null;
	try {
		const deep = tier.encoder.read(texts, before);
		return deep === null ? null : { deep, labels: tier.labels, whole: tier.whole };
	} catch {
		pack.deep = null;
		return null;
	}
}

/** @param {Pack} pack @param {import("./features.js").Groups} groups @param {string} scope @returns {Map<string, number>} */
function scores(pack, groups, scope) {
	const row = rowOf(pack, groups);
	/** @type {Map<string, number>} */
	const found = new Map();
	for (const [id, head] of pack.heads) {
		if (head.scope !== scope) continue;
		let sum = 0;
		for (const [at, much] of row) sum += (pack.matrix[head.at + at] ?? 0) * much;
		found.set(id, sum * head.scale + head.constant);
	}
	return found;
}

/** @param {Pack} pack @param {import("./features.js").Groups} groups */
function rowOf(pack, groups) {
	/** @type {Map<number, number>} */
	const row = new Map();
	for (const [group, names] of groups) {
		const weight = pack.weights[group] ?? 0;
		if (weight === 0 || names.length === 0) continue;
		const each = SHARED_GROUPS.includes(group) ? weight / Math.sqrt(names.length) : weight;
		for (const name of names) {
			const at = bucket(name, pack.buckets);
			row.set(at, (row.get(at) ?? 0) + each);
		}
	}
	return row;
}

/**
 * The best score of each head over the sentences, and what heads of the whole say of all of it.
 * @param {Pack} pack @param {import("./features.js").Groups[]} shown @param {(Map<string, number> | null)[]} scored @param {import("./encoder.js").Deep | undefined} deep
 */
function wholeScores(pack, shown, scored, deep) {
	const groups = togetherOf(shown);
	if (groups.size === 0) return null;
	const found = scores(pack, groups, "whole");
	for (const one of [...scored, ...(deep?.sentences ?? [])]) {
		for (const [id, score] of one ?? []) found.set(id, Math.max(score, found.get(id) ?? score));
	}
	for (const [id, score] of deep?.whole ?? []) found.set(id, score);
	return found;
}

/** What all sentences show, each name once. @param {import("./features.js").Groups[]} shown @returns {import("./features.js").Groups} */
function togetherOf(shown) {
	/** @type {Map<string, Set<string>>} */
	const together = new Map();
	for (const groups of shown) {
		for (const [group, names] of groups) {
			const set = together.get(group) ?? new Set();
			for (const name of names) set.add(name);
			together.set(group, set);
		}
	}
	return new Map([...together].map(([group, names]) => [group, [...names]]));
}

/** @param {Map<string, import("./pack.js").Label>} labels @param {Map<string, number> | null} scored @param {import("./holding.js").Place} place */
function said(labels, scored, place) {
	/** @type {Record<string, Said>} */
	const found = {};
	for (const [id, label] of labels) {
		let p = scored === null ? 0 : 1;
		for (const part of label.parts) p *= likely(part, scored);
		found[id] = { p, is: sure(p, label, place) };
	}
	if (found.open && found.question?.is !== true) found.open.is = null;
	return found;
}

/** @param {import("./pack.js").Part} part @param {Map<string, number> | null} scored */
function likely(part, scored) {
	let sum = part.b;
	for (const [head, a] of Object.entries(part.a)) sum += a * (scored?.get(head) ?? 0);
	return 1 / (1 + Math.exp(-sum));
}

/** @param {number} p @param {import("./pack.js").Label} label @param {import("./holding.js").Place} place */
function sure(p, label, place) {
	if (p >= label.yes) return lets(label, place) || null;
	return p <= label.no ? false : null;
}
