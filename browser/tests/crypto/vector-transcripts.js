// Whole conversations of protocol/vectors/transcripts.json, fed to the room's reader.

import assert from "node:assert/strict";
import { compare, equal, fromText, toText } from "../../crypto/bytes.js";
import { Conversation } from "../../crypto/conversation.js";
import { convIdOf } from "../../crypto/epoch.js";
import { verifyRecords } from "../../crypto/people.js";
import { json } from "./vector-values.js";

export const conversation = (given, out) => readThrough(given, out);

/** @param how of what kind it is: the kind itself, its rules, behind whom the programme stands */
export function readThrough(given, out, how = {}) {
	const stops = given.frames.findIndex((_, i) => takenOf(given, i + 1, how).room.stopped !== null);
	const { room, lines } = takenOf(given, stops < 0 ? given.frames.length : stops, how);
	const asWritten = lines.map((line) => shownLine(line, room));
	// A header that already says otherwise may be noticed before the frame at which the reference does; never later.
	const mayBeEarlier = given.pin !== undefined || how.kind !== undefined;
	const isEarlier = mayBeEarlier && stops >= 0 && stops < out.trouble_at;
	const expected = out.lines.map(expectedLine);
	assert.deepEqual(asWritten, isEarlier ? expected.slice(0, asWritten.length) : expected);
	if (stops >= 0) return { lines: out.lines, trouble_at: isEarlier ? out.trouble_at : stops };
	const { n, h, epoch, eh, counts } = room.mark();
	const said = saidIn(room, lines);
	return { lines: out.lines, mark: { conv: given.conv, counts, n, h, epoch, eh }, said };
}

/** A reader who was given the first frames in one answer. */
function takenOf(given, count, how) {
	const room = readerOf(given, how);
	const bodies = new Map();
	const now = { today: given.today, ownOnTheWay: false };
	const lines = room.take(given.frames.slice(0, count), now);
	// A header that names keys nobody knows is judged when their owner's records were asked for once more.
	while (room.wanted !== null) {
		room.learn(room.wanted, room.about.people.get(room.wanted));
		lines.push(...room.take([], now));
	}
	return { room, lines, bodies };
}

function readerOf(
	{ conv, rand, agreement_hash, kept, reader, people, pin, proven = [] },
	{ kind = 1, ...more },
) {
	const known = people.map((records) => verifyRecords(json(records), records[0].account_id));
	const owner = known
		.flat()
		.find(({ accountId, hash }) => equal(convIdOf(kind, accountId, hash, rand), conv));
	const mine = known.find(([first]) => equal(first.accountId, reader.account_id));
	const seeds = reader.ek_seeds.map(({ kr_hash, seed }) => [
		mine.find(({ hash }) => equal(hash, kr_hash)).gen,
		seed,
	]);
	const room = new Conversation({
		conv,
		ownerId: owner.accountId,
		originHash: owner.hash,
		agreementHash: agreement_hash,
		kept,
		me: reader.account_id,
		ekSeeds: new Map(seeds),
		people: new Map(known.map((records) => [toText(records[0].accountId), records])),
		...more,
	});
	room.agreed = true;
	room.headers.promises.learn(proven.map(provenOf));
	if (pin) room.pin(pin);
	return room;
}

const provenOf = ({ hash, kept, signed }) => ({
	hash,
	kept,
	signed: signed.map(({ account_id, role, day }) => ({ accountId: account_id, role, day })),
});

/** Every line as it stands in the end. */
function saidIn(room, lines) {
	const { said } = room.reading;
	const me = room.about.me;
	const other = [...room.about.people.keys()].find((id) => id !== toText(me));
	said.news(lines);
	return said.shown
		.filter(({ id, trouble }) => id !== null && (trouble === null || trouble === "taken-back"))
		.map((line) => ({ ...line, signs: [...signsOf(line.signs, me, fromText(other))].sort(byId) }))
		.map(({ n, text, earlier, signs, trouble }) => {
			const taken = trouble === "taken-back";
			return {
				n,
				words: taken ? [] : [...earlier.map((one) => one.text), text],
				signs: taken ? [] : signs,
				taken,
			};
		});
}

const byId = ([one], [other]) => compare(one, other);

function* signsOf({ me: mine, them }, me, other) {
	if (mine > 0) yield [me, mine];
	if (them > 0) yield [other, them];
}

/** What both tell of a line: a newer type and a forgotten one have no words. */
function shownLine(line, { about }) {
	const other = [...about.people.keys()].find((id) => id !== toText(about.me));
	const sender = line.from === "me" ? toText(about.me) : (line.by ?? other);
	return {
		n: line.n,
		sender,
		text: line.text,
		name: line.name,
		ts: line.ts,
		fault: line.trouble === "not-opened",
		late: line.late,
	};
}

function expectedLine({ n, sender, body, fault, late }) {
	const { b = "", name = null, ts = null } = body ?? {};
	return { n, sender: toText(sender), text: b, name, ts, fault, late };
}
