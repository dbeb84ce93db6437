import { keptFor } from "../crypto/kept.js";
import { homepage } from "./homepage.js";
import { promiseLines } from "./promise.js";
import { RoomError } from "./trouble.js";
import { conversationView, meView, relationshipView, stepOf } from "./view.js";

/**
 * What screens may see of the inside at one moment; it comes with the inside, not before.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("../wire/lists.js").Lists} Lists
 */

/** @param {Inside} inside @param {Lists | null} lists @returns {import("./view.js").InsideView} */
export function insideView(inside, lists) {
	const { username, callName, me: given, specialist } = inside;
	const { endorsement, profile } = specialist;
	const me = meView({ username, callName, me: given, endorsement, profile });
	const catalogue = lists?.promise ?? null;
	const relationships = inside.relationships.all.map((relation) => relationOf(inside, relation, catalogue));
	return {
		line: inside.wire.state,
		me,
		finding: inside.finding.view,
		relationships: Object.freeze(relationships),
		step: stepOf({ me, relationships, areRead: inside.relationships.areRead }),
		invites: inside.inviting.shown,
		listening: me.isSpecialist && inside.notes.isListening,
		hints: inside.given.config.hints && inside.notes.isHinting,
		home: me.isSpecialist ? Object.freeze(homepage(relationships)) : null,
	};
}

/**
 * @param {Inside} inside
 * @param {readonly any[]} relationships as they are shown
 * @param {string} conv
 */
export function conversationOf(inside, relationships, conv) {
	const conversation = inside.conversations.of(conv) ?? null;
	const relationship = relationships.find(({ id }) => id === String(conversation?.relationship.id));
	if (!conversation || !relationship) return null;
	return conversationView(conversation, {
		relationship,
		draft: inside.drafts.of(conv),
		now: inside.given.clock.now(),
		parcel: inside.files.of(conv),
	});
}

/**
 * The promise in force, in words.
 * @param {Inside} inside @param {Lists | null} lists
 * @param {number | undefined} keep months, 0 until one closes one's place; as the programme suggests without
 */
export function promiseInForce({ given: { config } }, lists, keep) {
	if (lists === null) throw new RoomError("offline");
	const promise = keptFor(config.promise, keep ?? config.retention);
	return Object.freeze({ version: promise.version, sentences: promiseLines(promise, lists.promise) });
}

/** @param {Inside} inside @param {import("./relationships.js").Relation} relation @param {import("./promise.js").Catalogue | null} catalogue */
function relationOf(inside, relation, catalogue) {
	const { clock, zone } = inside.given;
	return relationshipView(relation, {
		conversation: inside.conversations.newestOf(relation),
		verified: inside.relationships.verified(relation.other.account_id),
		promiseBoth: inside.conversations.newestOf(relation)?.isPromised ?? false,
		promised: inside.promising.of(relation),
		met: inside.inviting.metBy(relation),
		trouble: inside.conversations.troubleWith(relation.id),
		hours: inside.specialist.profile?.reply ?? null,
		mineAlone: inside.notes.of(relation, inside.relationships.all),
		seen: { clock, zone, catalogue },
	});
}
