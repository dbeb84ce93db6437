// A circle from which somebody went: the key without them comes first, and no words go to locks that were renewed away.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { writeBody } from "../../crypto/body.js";
import { compare, equal, toText, ZEROS32 } from "../../crypto/bytes.js";
import { chainStart } from "../../crypto/chain.js";
import * as circleRules from "../../crypto/circle-rules.js";
import { Conversation } from "../../crypto/conversation.js";
import { CIRCLE, convIdOf, EMPTY_LOG, memberOf, membersFromBytes, REASON, WENT } from "../../crypto/epoch.js";
import { decodeFrame, TYPE } from "../../crypto/frames.js";
import { pendingHeader } from "../../crypto/pending-header.js";
import { firstRecord, ROLE } from "../../crypto/people.js";
import { nextOfLock } from "../../crypto/renewal.js";
import { random, ready, signingPair, wrapKeyOf } from "../../crypto/sodium.js";
import { Writer } from "../../crypto/writer.js";
import { Ledger } from "./little-ledger.js";

const DAY = 20_000;
const NOW = { today: DAY, ownOnTheWay: false };
const { LET_IN } = circleRules.IN_A_CIRCLE;

let ben, cem, ada, finn, lea, ledger;
beforeEach(async () => {
	await ready();
	[ben, cem, ada, finn, lea] = Array.from({ length: 5 }, somebody);
	const rand = random(16);
	const conv = convIdOf(CIRCLE, ben.id, ben.records[0].hash, rand);
	ledger = new Ledger(conv, { home: random(16), log: signingPair(random(32)) });
	const draft = {
		...{ conv, kind: CIRCLE, epoch: 0, prevEhHash: ZEROS32, closedN: 0, closedH: chainStart(conv) },
		...{ ownerId: ben.id, authorId: ben.id, retention: 12, agreementHash: ZEROS32 },
		members: ascending([hosting(ben), hosting(cem), coming(ada), coming(finn)]),
		...{ logSize: 0, logRoot: EMPTY_LOG, day: DAY, reasonCode: circleRules.IN_A_CIRCLE.BEGUN },
	};
	const all = [ben, cem, ada, finn, lea];
	const begun = pendingHeader(draft, recordsOf(all), chainStart(conv), ben);
	ledger.store([begun.frame]);
	for (const one of [ben, cem, ada, finn]) opens(one, all, conv);
});

function somebody() {
	const [{ publicKey, secretKey }, seed] = [signingPair(random(32)), random(32)];
	const keys = { ik: publicKey, ikSecret: secretKey, ek: wrapKeyOf(seed), rand: random(16), day: DAY };
	const record = firstRecord(keys);
	return { id: record.accountId, ikSecret: secretKey, seeds: new Map([[0, seed]]), records: [record] };
}

function opens(one, all, conv) {
	one.room = new Conversation({
		...{ conv, ownerId: ben.id, originHash: ben.records[0].hash, agreementHash: ZEROS32, kept: null },
		...{ me: one.id, ekSeeds: one.seeds, rules: circleRules },
		people: new Map(all.map(({ id, records }) => [toText(id), [...records]])),
	});
	one.room.agreed = true;
	one.writer = new Writer(one.room, one);
	one.room.take(ledger.follow(toText(one.id)), NOW);
}

const row = ({ id, records }, role) => ({ accountId: id, krHash: records.at(-1).hash, role });
const hosting = (one) => row(one, circleRules.HOST);
const coming = (one) => row(one, ROLE.CLIENT);
const ascending = (rows) => rows.sort((a, b) => compare(a.accountId, b.accountId));
const recordsOf = (all) => all.flatMap(({ records }) => records);
const body = (b) =>
	writeBody({ b, sc: { ctr: 1, g: 0, hash: toText(ZEROS32.slice(0, 8)) }, t: "text", ts: DAY * 86_400_000 });
const reasons = (frames) =>
	frames.map(decodeFrame).map(({ type, reasonCode }) => (type === TYPE.HEADER ? reasonCode : "line"));

/** The relay stores it; its author hears of it, and the others are handed it. Answers what they read. */
function sent(author, frames, others) {
	const from = ledger.entries.length;
	const acked = ledger.store(frames).map((raw) => {
		const { id, n, h } = decodeFrame(raw);
		return author.writer.acknowledged(toText(id), { n, h }).header;
	});
	const fresh = ledger.entries.slice(from);
	const read = others.map((other) => {
		const handed = fresh.map((entry) => ledger.frameOf(entry, toText(other.id)));
		return other.room.take(handed, NOW).map(({ text }) => text);
	});
	for (const one of [author, ...others]) assert.equal(one.room.stopped, null);
	return { acked, read };
}

const said = (author, words, others) => sent(author, author.writer.write(body(words), DAY).frames, others);

function leaves(who, others) {
	sent(who, who.writer.leave(DAY).frames, others);
}

/** A second wrapping key; the first one is gone. */
function renews(who, others) {
	const seed = random(32);
	who.records.push(nextOfLock(who.records[0], { ikSecret: who.ikSecret, ek: wrapKeyOf(seed), day: DAY }));
	who.seeds.set(1, seed);
	who.seeds.delete(0);
	for (const { room } of [who, ...others]) room.learn(toText(who.id), [...who.records]);
}

const namedIn = (frame, { id }) => memberOf({ members: membersFromBytes(decodeFrame(frame).members) }, id);

test("The first words after somebody left go to nobody's old lock", () => {
	leaves(finn, [ben, cem, ada]);
	renews(ada, [ben, cem]);
	const { frames, id } = ben.writer.write(body("Finn has gone."), DAY);

	assert.deepEqual(reasons(frames), [WENT, REASON.KEY_CHANGED, "line"]);
	assert.ok(equal(namedIn(frames[1], ada).krHash, ada.records[1].hash));
	assert.deepEqual(
		frames.slice(0, 2).map((frame) => namedIn(frame, finn)),
		[undefined, undefined],
	);
	assert.equal(decodeFrame(frames[2]).epoch, 2);
	assert.ok(ben.writer.has(id));
	const { acked, read } = sent(ben, frames, [cem, ada]);
	assert.deepEqual(acked, [true, true, false]);
	assert.deepEqual(read, [["Finn has gone."], ["Finn has gone."]]);
	assert.equal(ben.writer.isOnTheWay, false);
	assert.deepEqual(said(ada, "So it is.", [ben, cem]).read, [["So it is."], ["So it is."]]);
});

test("Where all locks are as they were, one header goes first", () => {
	leaves(finn, [ben, cem, ada]);
	assert.deepEqual(reasons(ben.writer.write(body("Without Finn."), DAY).frames), [WENT, "line"]);
});

test("A second line while both headers are on their way stands behind both", () => {
	leaves(finn, [ben, cem, ada]);
	renews(ada, [ben, cem]);
	const one = ben.writer.write(body("One."), DAY);
	const two = ben.writer.write(body("Two."), DAY);
	assert.deepEqual(reasons(two.frames), ["line"]);
	const { read } = sent(ben, [...one.frames, ...two.frames], [cem, ada]);
	assert.deepEqual(read[1], ["One.", "Two."]);
});

test("Headers that were refused, since another was quicker, are made anew with the line", () => {
	leaves(finn, [ben, cem, ada]);
	renews(ada, [ben, cem]);
	const { frames, id } = ben.writer.write(body("On we go."), DAY);
	sent(cem, cem.writer.write(body("I was quicker."), DAY).frames, [ben, ada]);
	for (const headerId of frames.slice(0, 2).map(idOf))
		if (ben.writer.has(headerId)) assert.deepEqual(ben.writer.again(headerId, DAY).frames, []);
	const anew = ben.writer.again(id, DAY).frames;
	assert.deepEqual(reasons(anew), ["line"]);
	assert.deepEqual(sent(ben, anew, [cem, ada]).read, [["On we go."], ["On we go."]]);
});

test("Whom a host lets in comes after whoever left, and after locks that were renewed", () => {
	leaves(finn, [ben, cem, ada]);
	renews(ada, [ben, cem]);
	const letIn = () => {
		const { members } = ben.room.headers.newest.header;
		return ben.writer.readers(ascending([...members, coming(lea)]), LET_IN, DAY);
	};
	const first = letIn();
	assert.deepEqual([reasons(first.frames), first.isFirst], [[WENT, REASON.KEY_CHANGED], true]);
	assert.equal(first.id, idOf(first.frames[1]));
	sent(ben, first.frames, [cem, ada]);
	const then = letIn();
	assert.deepEqual([reasons(then.frames), then.isFirst], [[LET_IN], false]);
	sent(ben, then.frames, [cem, ada]);
});

test("Nobody is said to have left before a reader who forgot what lies far back", () => {
	for (const words of ["One.", "Two.", "Three."]) said(cem, words, [ben, ada, finn]);
	ben.room.forgetFar(1);
	assert.ok(ben.room.base > 1);
	const { header, hash } = ben.room.headers.newest;
	const { kc, wrapsHash, ...kept } = header;
	const head = ben.room.head;
	const draft = {
		...{ ...kept, epoch: 1, prevEhHash: hash, closedN: head.n, closedH: head.h, authorId: ada.id },
		...{ reasonCode: WENT, members: kept.members.filter(({ accountId }) => !equal(accountId, finn.id)) },
	};
	ledger.store([pendingHeader(draft, recordsOf([ben, cem, ada]), head.h, ada).frame]);
	ben.room.take([ledger.frameOf(ledger.entries.at(-1), toText(ben.id))], NOW);

	assert.equal(ben.room.stopped?.cause, "header");
});

/** By which id a header is acknowledged. */
function idOf(frame) {
	const other = new Ledger(ledger.conv, ledger.house);
	other.entries.push(...ledger.entries);
	return toText(other.append({ kind: 1, fields: decodeFrame(frame) }).id);
}
