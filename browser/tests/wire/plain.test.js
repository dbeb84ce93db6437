import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { toText } from "../../crypto/bytes.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { Wire } from "../../wire/socket.js";
import { settled, TravelClock } from "../travel.js";

const conv = toText(new Uint8Array(16).fill(7));
const TICKET = toText(new Uint8Array(72).fill(1));
const OPENED = encodeFrame(TYPE.OPENED, { version: 1, today: 20_000 });
const LINE = encodeFrame(TYPE.GATE, { conv: new Uint8Array(16), mode: 3 });
const FIVE_MINUTES = 300_000;
const SOONEST = FIVE_MINUTES * 0.75;

/** A socket that a proxy cuts, swallows (`isSilent`), or that is let in, as `through` says. */
class CutSocket {
	static through = false;
	static isSilent = false;
	static all = [];
	sent = [];
	isClosed = false;

	constructor() {
		CutSocket.all.push(this);
		queueMicrotask(() => this.#begin());
	}

	#begin() {
		if (CutSocket.isSilent) return;
		this.onopen();
		if (CutSocket.through) this.onmessage({ data: OPENED.slice().buffer });
		else this.onclose();
	}

	send(bytes) {
		this.sent.push(decodeFrame(bytes));
	}

	close() {
		this.isClosed = true;
	}
}

/** The relay's end of plain lines: what it heard, and what waits to be asked for. */
class PlainHouse {
	heard = [];
	asked = [];
	left = 0;
	opened = 0;
	#kept = [];
	#had = 0;
	#count = 0;
	#answer = null;
	/** What happens to requests instead of an answer: way -> how often. */
	lost = new Map();
	lostAnswers = new Map();
	isGone = false;

	fetch = async (url, { method, body, headers, signal, credentials }) => {
		assert.equal(method, "POST");
		assert.equal(headers["Content-Type"], "application/octet-stream");
		assert.equal(credentials, "omit");
		const way = url.split("/").at(-1);
		this.asked.push(url);
		if (spend(this.lost, way)) throw new TypeError("cut");
		const answer = await this[way](new Uint8Array(body), signal);
		if (spend(this.lostAnswers, way)) throw new TypeError("cut on the way back");
		return answer;
	};

	say(bytes) {
		this.#kept.push(bytes);
		this.#answer?.();
	}

	open(body) {
		this.opened += 1;
		[this.#kept, this.#had, this.#count, this.isGone] = [[], 0, 0, false];
		this.#hear(body);
		this.say(OPENED);
		return new Response(new Uint8Array(32).fill(this.opened));
	}

	send(body) {
		const before = Number(new DataView(body.buffer).getBigUint64(32, true));
		this.#hear(body.slice(40), before);
		return new Response(null, { status: 204 });
	}

	async take(body, signal) {
		if (this.isGone) return new Response(null, { status: 404 });
		const had = Number(new DataView(body.buffer).getBigUint64(32, true));
		this.#kept.splice(0, had - this.#had);
		this.#had = had;
		if (this.#kept.length === 0) await this.#something(signal);
		return new Response(Buffer.concat(this.#kept.flatMap((frame) => [lengthOf(frame), frame])));
	}

	leave() {
		this.left += 1;
		return new Response(null, { status: 204 });
	}

	#something(signal) {
		return new Promise((done, cut) => {
			this.#answer = done;
			signal.addEventListener("abort", () => cut(new DOMException("over", "AbortError")));
		});
	}

	#hear(body, before = 0) {
		let at = 0;
		for (let place = before; at < body.length; place += 1) {
			const size = new DataView(body.buffer, body.byteOffset + at).getUint32(0, true);
			if (place === this.#count) {
				this.heard.push(decodeFrame(body.slice(at + 4, at + 4 + size)));
				this.#count += 1;
			}
			at += 4 + size;
		}
	}
}

const lengthOf = (frame) => new Uint8Array(new Uint32Array([frame.length]).buffer);

function spend(counts, way) {
	const left = counts.get(way) ?? 0;
	counts.set(way, left - 1);
	return left > 0;
}

let homes = 0;
let chance;
let clock;
let house;
let states;
let frames;
let wire;

beforeEach(() => {
	[CutSocket.all, CutSocket.through, CutSocket.isSilent] = [[], false, false];
	chance = 0;
	[states, frames, house, clock] = [[], [], new PlainHouse(), new TravelClock()];
	homes += 1;
	wire = newWire();
});

function newWire() {
	return new Wire({
		url: `wss://house${homes}/wire`,
		clock,
		chance: () => chance,
		connect: () => new CutSocket(),
		fetch: house.fetch,
		ticket: async () => ({ ticket: TICKET }),
		onFrame: (frame) => frames.push(frame),
		onState: (state) => states.push(state),
	});
}

async function upPlainly() {
	wire.up();
	for (let round = 0; round < 4; round += 1) await clock.travel(500);
	assert.equal(wire.state, "up");
}

const heard = () => house.heard.map(({ type }) => type);

test("Where two sockets in a row say nothing the talk goes on in plain requests", async () => {
	await upPlainly();

	assert.equal(CutSocket.all.length, 2);
	assert.equal(house.asked[0], `https://house${homes}/wire/plain/open`);
	assert.equal(toText(house.heard[0].ticket), TICKET);
});

test("A line that was heard and is cut is no reason to go another way", async () => {
	CutSocket.through = true;
	wire.up();
	for (let round = 0; round < 6; round += 1) {
		await settled();
		CutSocket.all.at(-1).onclose();
		await clock.travel(500);
	}

	assert.equal(CutSocket.all.length, 7);
	assert.equal(house.opened, 0);
});

test("What is followed, sent and heard is the same as on a socket", async () => {
	wire.follow(conv, () => 4);
	await upPlainly();
	wire.page(conv, 9, 10);
	house.say(LINE);
	await settled(8);

	assert.deepEqual(heard(), [TYPE.OPEN, TYPE.FOLLOW, TYPE.PAGE]);
	assert.equal(house.heard[1].afterN, 4);
	assert.deepEqual(
		frames.map(({ type }) => type),
		[TYPE.GATE],
	);
});

test("A request that did not arrive is made again, and one whose answer was lost counts once", async () => {
	await upPlainly();
	house.lost.set("send", 2);
	house.lostAnswers.set("take", 1);
	wire.page(conv, 9, 10);
	house.say(LINE);
	await clock.travel(2_000);
	house.lostAnswers.set("send", 1);
	wire.page(conv, 8, 10);
	await clock.travel(2_000);

	assert.deepEqual(heard(), [TYPE.OPEN, TYPE.PAGE, TYPE.PAGE]);
	assert.equal(frames.length, 1);
	assert.equal(wire.state, "up");
});

test("A line the house knows no more is begun anew from the last number known", async () => {
	let known = 4;
	wire.follow(conv, () => known);
	await upPlainly();
	known = 9;
	house.isGone = true;
	house.say(LINE);
	await settled(8);
	assert.equal(wire.state, "down");
	for (let round = 0; round < 4; round += 1) await clock.travel(500);

	assert.equal(wire.state, "up");
	assert.equal(house.heard.at(-1).afterN, 9);
});

test("After five minutes a socket that comes through takes the talk back", async () => {
	wire.follow(conv, () => 4);
	await upPlainly();
	states.length = 0;
	CutSocket.through = true;
	for (let round = 0; round < SOONEST / 20_000; round += 1) {
		house.say(LINE);
		await clock.travel(20_000);
	}

	assert.deepEqual(states, ["down", "connecting", "up"]);
	assert.equal(house.left, 1);
	const types = CutSocket.all.at(-1).sent.map(({ type }) => type);
	assert.deepEqual(types.slice(0, 2), [TYPE.OPEN, TYPE.FOLLOW]);
	CutSocket.all.at(-1).onmessage({ data: LINE.slice().buffer });
	assert.equal(frames.at(-1).type, TYPE.GATE);
});

test("While sockets are still cut the plain line is left alone", async () => {
	await upPlainly();
	states.length = 0;
	for (let round = 0; round < 40; round += 1) {
		house.say(LINE);
		await clock.travel(20_000);
	}

	assert.equal(CutSocket.all.length, 5, "two at first, and one each four minutes or so");
	assert.deepEqual(states, []);
	assert.equal(house.left, 0);
});

test("Hanging up lets the house know, and nothing is asked any more", async () => {
	await upPlainly();
	wire.down();
	await clock.travel(FIVE_MINUTES * 2);

	assert.equal(house.left, 1);
	assert.equal(house.asked.at(-1).endsWith("leave"), true);
	assert.equal(clock.waiting, 0);
});

test("A house that answers neither way is tried by sockets again", async () => {
	house.lost.set("open", 1);
	wire.up();
	for (let round = 0; round < 4; round += 1) await clock.travel(500);

	assert.equal(house.opened, 0);
	assert.equal(CutSocket.all.length > 2, true);
	for (let round = 0; round < 4; round += 1) await clock.travel(500);
	assert.equal(wire.state, "up");
});

test("Many frames go in few requests", async () => {
	await upPlainly();
	const before = house.asked.length;
	for (let n = 0; n < 50; n += 1) wire.page(conv, n, 10);
	await settled(12);

	assert.equal(heard().filter((type) => type === TYPE.PAGE).length, 50);
	assert.equal(house.asked.length - before <= 3, true);
});

test("Whoever opens their place again is not made to wait for sockets that are cut", async () => {
	await upPlainly();
	wire.down();
	const before = CutSocket.all.length;
	wire = newWire();
	wire.up();
	await settled(8);

	assert.equal(wire.state, "up");
	assert.equal(CutSocket.all.length, before);
});

test("Sockets that are swallowed without a word cost ten seconds, not twenty", async () => {
	CutSocket.isSilent = true;
	wire.up();
	for (let second = 0; second < 11; second += 1) await clock.travel(1_000);

	assert.equal(wire.state, "up");
	assert.equal(CutSocket.all.length, 2);
	assert.equal(house.opened, 1);
});

test("Where sockets were heard before, a slow one is waited for", async () => {
	CutSocket.through = true;
	wire.up();
	await settled(8);
	assert.equal(wire.state, "up");
	CutSocket.isSilent = true;
	CutSocket.all.at(-1).onclose();
	await clock.travel(600);
	for (let second = 0; second < 9; second += 1) await clock.travel(1_000);

	assert.equal(wire.state, "connecting");
	assert.equal(CutSocket.all.length, 2);
});

test("Rooms look for sockets again at times of their own", async () => {
	chance = 1;
	wire.up();
	for (let round = 0; round < 4; round += 1) await clock.travel(2_000);
	assert.equal(wire.state, "up");
	const before = CutSocket.all.length;
	for (let round = 0; round < 18; round += 1) {
		house.say(LINE);
		await clock.travel(20_000);
	}
	assert.equal(CutSocket.all.length, before, "six minutes");
	house.say(LINE);
	await clock.travel(20_000);
	assert.equal(CutSocket.all.length, before + 1);
});

test("A proxy that answers with nothing is not asked again and again", async () => {
	await upPlainly();
	house.take = () => new Response(new Uint8Array());
	house.say(LINE);
	const before = house.asked.length;
	await clock.travel(200);
	assert.equal(house.asked.length - before, 1);
	for (let second = 0; second < 5; second += 1) await clock.travel(1_000);

	assert.equal(states.includes("down"), true);
	assert.equal(house.asked.filter((url) => url.endsWith("take")).length <= 9, true);
});

test("A page that a proxy gives instead of a line's name is no line", async () => {
	house.open = () => new Response("<p>Please pay for this network.</p>");
	wire.up();
	for (let round = 0; round < 2; round += 1) await clock.travel(500);
	await settled(8);

	assert.equal(house.asked.length, 1);
	assert.equal(
		house.asked.some((url) => url.endsWith("take")),
		false,
	);
});
