import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { toText } from "../../crypto/bytes.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { Wire } from "../../wire/socket.js";
import { settled, TravelClock } from "../travel.js";

const CONV = new Uint8Array(16).fill(7);
const conv = toText(CONV);
const TICKET = toText(new Uint8Array(72).fill(1));

/** The far end of a line, as a browser would hold it. */
class FakeSocket {
	static all = [];
	sent = [];
	isOpen = false;

	constructor(url, protocol) {
		Object.assign(this, { url, protocol });
		FakeSocket.all.push(this);
	}

	static get last() {
		return FakeSocket.all.at(-1);
	}

	send(bytes) {
		assert.ok(this.isOpen, "sent on a line that is not open");
		this.sent.push(decodeFrame(bytes));
	}

	close() {
		this.isOpen = false;
	}

	/** The relay takes the ticket. */
	open() {
		this.isOpen = true;
		this.onopen();
		this.say(TYPE.OPENED, { version: 1, today: 20_000 });
	}

	say(type, fields) {
		this.onmessage({ data: encodeFrame(type, fields).buffer });
	}

	drop() {
		this.isOpen = false;
		this.onclose();
	}
}

let clock;
let states;
let frames;
let tickets;
let refuse;
let chance;
let wire;

beforeEach(() => {
	FakeSocket.all = [];
	clock = new TravelClock();
	[states, frames, tickets, refuse, chance] = [[], [], 0, null, 1];
	wire = new Wire({
		url: "ws://house/wire",
		clock,
		chance: () => chance,
		connect: (url, protocol) => new FakeSocket(url, protocol),
		ticket: async () => {
			tickets += 1;
			if (refuse) throw refuse;
			return { ticket: TICKET };
		},
		onFrame: (frame) => frames.push(frame),
		onState: (state) => states.push(state),
	});
});

async function up() {
	wire.up();
	await settled();
	FakeSocket.last.open();
}

const typesSent = () => FakeSocket.last.sent.map(({ type }) => type);

test("The line opens with a ticket, in the protocol's name", async () => {
	await up();
	assert.deepEqual(states, ["connecting", "up"]);
	assert.equal(FakeSocket.last.protocol, "pse1");
	assert.equal(toText(FakeSocket.last.sent[0].ticket), TICKET);
	assert.equal(FakeSocket.last.sent[0].type, TYPE.OPEN);
});

test("After a cut the line comes back with a fresh ticket and takes up where it was", async () => {
	await up();
	let known = 4;
	wire.follow(conv, () => known);
	known = 9;
	FakeSocket.last.drop();
	assert.equal(wire.state, "down");
	await clock.travel(1_000);
	FakeSocket.last.open();
	assert.equal(tickets, 2);
	const follow = FakeSocket.last.sent.find(({ type }) => type === TYPE.FOLLOW);
	assert.equal(follow.afterN, 9);
});

test("A house that is down is asked ever more rarely, at most every 15 seconds, and never given up", async () => {
	await up();
	refuse = Object.assign(new Error("offline"), { code: "offline" });
	FakeSocket.last.drop();
	const gaps = [];
	for (let round = 0; round < 9; round += 1) {
		const from = clock.now();
		const before = tickets;
		while (tickets === before) await clock.travel(250);
		gaps.push(clock.now() - from);
	}
	assert.equal(FakeSocket.all.length, 1, "and no line is tried where there is no ticket");
	assert.deepEqual(gaps, [1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000, 15_000]);
});

test("Those who were cut off together do not all knock in one moment", async () => {
	await up();
	chance = 0;
	FakeSocket.last.drop();
	await clock.travel(500);
	assert.equal(tickets, 2, "half a second at the least, a whole one at the most");
});

test("While the device is offline nobody knocks; back online it knocks at once", async () => {
	await up();
	wire.network(false);
	await clock.travel(120_000);
	assert.equal(FakeSocket.all.length, 1);
	wire.network(true);
	await settled();
	assert.equal(FakeSocket.all.length, 2);
});

test("A line that fell silent is asked, and dropped when it does not answer", async () => {
	await up();
	await clock.travel(25_000);
	assert.deepEqual(typesSent(), [TYPE.OPEN, TYPE.FOLLOW]);
	FakeSocket.last.say(TYPE.REFUSED, {
		id: new Uint8Array(16),
		conv: new Uint8Array(16),
		code: 3,
		headN: 0,
		detail: 0,
	});
	assert.deepEqual(frames, [], "the answer to it is nobody's line");
	await clock.travel(25_000);
	await clock.travel(10_000);
	assert.equal(wire.state, "down");
	await clock.travel(1_000);
	assert.equal(FakeSocket.all.length, 2);
});

test("A computer that slept opens the line at once when someone looks", async () => {
	await up();
	clock.sleep(3_600_000);
	wire.wake();
	await settled();
	assert.equal(FakeSocket.all.length, 2);
	FakeSocket.last.open();
	wire.wake();
	assert.equal(wire.state, "up", "a line that lives is left alone");
});

for (const [code, name] of [
	[1, "signed out elsewhere"],
	[2, "the session is over"],
	[8, "another version"],
]) {
	test(`A goodbye for good (${name}) is not answered with knocking`, async () => {
		await up();
		FakeSocket.last.say(TYPE.GOODBYE, { code });
		assert.equal(wire.state, "ended");
		await clock.travel(60_000);
		assert.equal(FakeSocket.all.length, 1);
	});
}

test("A house that goes down for a moment is found again", async () => {
	await up();
	FakeSocket.last.say(TYPE.GOODBYE, { code: 3 });
	await clock.travel(1_000);
	FakeSocket.last.open();
	assert.equal(wire.state, "up");
});

test("A ticket refused because the sign-in is dead ends the line", async () => {
	refuse = Object.assign(new Error("signed-out"), { code: "signed-out" });
	wire.up();
	await settled();
	assert.equal(wire.state, "ended");
});

test("Bytes that are no frame end the line, not the room", async () => {
	await up();
	FakeSocket.last.onmessage({ data: new Uint8Array([99, 1, 2, 3]).buffer });
	assert.equal(wire.state, "down");
	assert.deepEqual(frames, []);
});

test("After hanging up nothing follows and nothing knocks", async () => {
	await up();
	wire.follow(conv, () => 0);
	wire.down();
	await clock.travel(60_000);
	assert.equal(FakeSocket.all.length, 1);
	assert.equal(wire.send(new Uint8Array(3)), false);
});

test("When too many came in from one address that is said, and tried again by itself", async () => {
	wire.up();
	await settled();
	Object.assign(FakeSocket.last, { isOpen: true }).onopen();
	FakeSocket.last.say(TYPE.GOODBYE, { code: 6 });
	assert.equal(wire.state, "crowded");
	await clock.travel(15_000);
	FakeSocket.last.open();
	assert.equal(wire.state, "up");
});
