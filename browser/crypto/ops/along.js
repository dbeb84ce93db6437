// Taking one's things along: every line read once more, and what opens them sealed under five words of its own
// (envelope.md, section 11).

import { toText, utf8 } from "../bytes.js";
import { Conversation } from "../conversation.js";
import { exportKey, manifestOf, sealPapers } from "../export.js";
import { PART } from "../state.js";
import { recordJson } from "../people.js";
import { isQuiet } from "../said.js";
import { random, wipe } from "../sodium.js";
import { behindBy } from "../company.js";
import { logOf, pinBytes } from "../talks.js";
import { phraseOf } from "../words.js";
import { aboutTalk, pinsOf } from "./talking.js";

/** @import { RelationshipJson } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Stretch} Stretch */
/** @typedef {{conv: string, file: string, relationship: number, name: string}} TalkRow */

/**
 * Reads a conversation from its beginning, apart from the one that is open; nothing of it is remembered in state.
 * @param {Core} core @param {{relationship: RelationshipJson, conv: string, frames: Uint8Array[], today: number, again?: boolean}} args
 */
export function readAlong(core, { relationship, conv, frames, today, again = false }) {
	if (again) core.along.get(conv)?.wipe();
	const known = again ? undefined : core.along.get(conv);
	const conversation = known ?? begun(core, relationship, conv);
	core.along.set(conv, conversation);
	const taken = conversation.take(frames, { today, ownOnTheWay: false });
	const { lines, changed } = conversation.reading.said.news(taken.filter((line) => !isQuiet(line)));
	return {
		...{ lines, changed },
		head: conversation.head?.n ?? 0,
		upto: conversation.isCaughtUp,
		stopped: conversation.stopped,
	};
}

/**
 * Everything that opens and proves what was read, in one box, with the newest version of each document that is open
 * here; what was read is forgotten here.
 * @param {Core} core @param {{words: string | string[], day: number, relationships: RelationshipJson[], talks: TalkRow[], files: Record<string, string>, own: object}} args
 * @param {Stretch} stretch
 */
export async function sealAlong(core, { words, day, relationships, talks, files, own }, stretch) {
	const { programme, place } = core;
	const cover = { home: programme.home, salt: random(16) };
	const phrase = utf8(phraseOf(programme.five, words));
	const key = exportKey(await stretch(phrase, cover.salt), cover);
	const { drafts, name, people } = place.book.part(PART.NOTES);
	const papers = utf8(
		JSON.stringify({
			account_id: place.id,
			checkpoint: core.logNote,
			day,
			documents: [...core.documents.values()].map(documentJson),
			files,
			home: toText(programme.home),
			key_records: place.records.map(recordJson),
			log: toText(programme.log),
			notes: { drafts, name, people },
			own,
			relationships,
			roster: toText(programme.roster),
			talks: talks.map((row) => ({ ...row, ...heldOf(core, row.conv) })),
			username: place.username,
		}),
	);
	const box = sealPapers(key, cover, papers);
	wipe(phrase, key, papers);
	endAlong(core);
	return { manifest: toText(manifestOf(cover)), box: toText(box) };
}

/** @param {import("./documents.js").Opened} opened */
const documentJson = ({ kind, content }) => ({ content: toText(content), kind });

/** Nothing is taken along after all. @param {Core} core */
export function endAlong(core) {
	for (const conversation of core.along.values()) conversation.wipe();
	core.along.clear();
	return {};
}

/** @param {Core} core @param {RelationshipJson} relationship @param {string} conv */
function begun(core, relationship, conv) {
	const { about, agreed, company } = aboutTalk(core, relationship, conv);
	const { accountId, ekSeeds } = core.place;
	const conversation = new Conversation({
		...{ ...about, me: accountId, ekSeeds, log: logOf(core) },
		behind: behindBy(core, () => company),
	});
	conversation.agreed = agreed;
	for (const mark of pinsOf(core, conv)) conversation.pin(pinBytes(mark));
	return conversation;
}

/** Where a conversation ended, and the keys of its epochs. @param {Core} core @param {string} conv */
function heldOf(core, conv) {
	const conversation = /** @type {Conversation} */ (core.along.get(conv));
	const { head, headers, stopped } = conversation;
	return {
		n: head?.n ?? 0,
		h: head === null ? "" : toText(head.h),
		keys: headers.keys.map(({ epoch, key }) => ({ epoch, key: toText(key) })),
		stopped: stopped?.cause ?? null,
	};
}
