import { homepage } from "./homepage.js";
import { conversationView, meView, relationshipView, stepOf } from "./view.js";

/**
 * Everything a screen may see at one moment.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./doorway.js").Doorway} Doorway
 */

/**
 * @param {import("./front.js").Front} front
 * @param {import("./visit.js").Visit["shown"]} visit
 * @param {import("./one-ask.js").OneAsk} oneAsk
 */
export function viewOf({ shown, doorway, inside, locks, own }, { title, onlyToday }, oneAsk) {
	const { door, work, receipt, notices, username, line, lastOpened } = shown;
	const view = {
		...{ door, work, receipt, notices: Object.freeze(notices.map((code) => Object.freeze({ code }))) },
		...{ config: configView(doorway.config), help: doorway.help, offer: doorway.offer },
		username: username === "" ? null : username,
		lastOpened,
		onlyToday,
		title: title ?? (inside?.notes.title || null),
		notebook: inside?.notebook.seen ?? null,
		lock: lockView(locks),
		device: own.shown,
		...waysView(inside, own),
		...(inside === null || door === "left" ? { ...NOTHING, line } : insideView(inside, doorway)),
	};
	return Object.freeze({ ...view, asks: oneAsk.of(view) });
}

/** @type {{line: import("../wire/socket.js").LineState, me: any, step: ReturnType<typeof stepOf> | null, finding: any, relationships: readonly any[], home: any}} */
const NOTHING = Object.freeze({
	line: "off",
	me: null,
	step: null,
	finding: null,
	relationships: [],
	home: null,
});

/**
 * @param {Inside | null} inside
 * @param {readonly any[]} relationships as they are shown
 * @param {string} conv
 */
export function conversationOf(inside, relationships, conv) {
	const conversation = inside?.conversations.of(conv) ?? null;
	const relationship = relationships.find(({ id }) => id === String(conversation?.relationship.id));
	if (!inside || !conversation || !relationship) return null;
	return conversationView(conversation, {
		relationship,
		draft: inside.drafts.of(conv),
		parcel: inside.files.of(conv),
	});
}

/** @param {Inside} inside @param {Doorway} doorway @returns {typeof NOTHING} */
function insideView(inside, doorway) {
	const { username, callName, me: given, specialist } = inside;
	const { endorsement, profile } = specialist;
	const me = meView({ username, callName, me: given, endorsement, profile });
	const relationships = inside.relationships.all.map((relation) => relationOf(inside, relation, doorway));
	return {
		...{
			line: inside.wire.state,
			me,
			finding: inside.finding.view,
			relationships: Object.freeze(relationships),
		},
		step: stepOf({ me, relationships }),
		home: me.isSpecialist ? Object.freeze(homepage(relationships)) : null,
	};
}

/** @param {Inside} inside @param {import("./relationships.js").Relation} relation @param {Doorway} doorway */
function relationOf(inside, relation, doorway) {
	const { clock, zone } = inside.given;
	return relationshipView(relation, {
		conversation: inside.conversations.newestOf(relation),
		verified: inside.relationships.verified(relation.other.account_id),
		promiseBoth: inside.conversations.newestOf(relation)?.isPromised ?? false,
		trouble: inside.conversations.troubleWith(relation.id),
		hours: inside.specialist.profile?.reply ?? null,
		mineAlone: inside.notes.of(relation, inside.relationships.all),
		seen: { clock, zone, catalogue: doorway.lists?.promise ?? null },
	});
}

/** @param {Inside | null} inside @param {import("./own.js").Own} own */
function waysView(inside, own) {
	const changes = (inside?.me.changes ?? []).map((/** @type {any} */ one) =>
		Object.freeze({ slotId: one.slot_id, kind: KINDS[one.kind - 1], type: one.type, dueOn: one.due_on }),
	);
	return {
		ways: inside === null ? [] : own.ways,
		changes: Object.freeze(changes),
		offerOwn: inside !== null && own.mayOffer,
	};
}

/** @type {readonly ("add" | "remove" | "words")[]} */
const KINDS = ["add", "remove", "words"];

/** @param {import("../vault/locks.js").Locks | null} locks */
function lockView(locks) {
	const { minutes, phase, warningFor } = locks ?? {
		minutes: 5,
		phase: /** @type {const} */ ("open"),
		warningFor: 60,
	};
	return Object.freeze({ minutes, phase, warningFor });
}

/** @param {import("../wire/config.js").Config | null} config */
function configView(config) {
	if (config === null) return null;
	const { programme, country, lang, langs, doorOpen, closesOn, today, retention, keeping } = config;
	const { contact, independent, leave } = config;
	return Object.freeze({
		...{ programme, country, lang, langs, doorOpen, closesOn, today, retention, keeping },
		...{ contact, independent, leave },
	});
}
