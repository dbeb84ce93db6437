import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { Api } from "../../wire/api.js";
import { readConfig } from "../../wire/config.js";
import { Requests } from "../../wire/request.js";
import { deviceClock } from "../../talk/clock.js";
import { TravelClock } from "../travel.js";

/** A real house of one room: it answers what the test tells it to. */
let house;
let base;
let asked;
let answers;

before(async () => {
	house = createServer((request, response) => {
		const body = [];
		request.on("data", (piece) => body.push(piece));
		request.on("end", () => {
			asked.push({
				method: request.method,
				path: request.url,
				headers: request.headers,
				body: Buffer.concat(body).toString(),
			});
			const answer = answers.shift() ?? { status: 200, body: {} };
			if (answer.cut) return response.destroy();
			if (answer.silent) return undefined;
			response.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers });
			return response.end(answer.raw ?? (answer.status === 204 ? "" : JSON.stringify(answer.body)));
		});
	});
	await new Promise((listening) => house.listen(0, "127.0.0.1", listening));
	base = `http://127.0.0.1:${house.address().port}`;
});

after(() => {
	house.closeAllConnections();
	house.close();
});

beforeEach(() => {
	asked = [];
	answers = [];
});

const api = (clock = deviceClock) => new Api(new Requests({ fetch, clock, base }));

test("Ada's token goes with what she asks, and is in no answer", async () => {
	answers = [
		{ status: 200, body: { token: "t0ken", slot: {}, me: { username: "ada" } } },
		{ status: 200, body: { username: "ada" } },
	];
	const ours = api();
	const answer = await ours.signIn({ username: "river-otter-4827", auth: "AA" });
	assert.deepEqual(Object.keys(answer), ["slot", "me"]);
	await ours.me();
	assert.equal(asked[0].headers.authorization, undefined);
	assert.equal(asked[1].headers.authorization, "Bearer t0ken");
	assert.equal(asked[1].headers["x-alongside"], "1");
	assert.equal(asked[1].headers.cookie, undefined);
	assert.equal(JSON.stringify(ours), JSON.stringify({ keepsDevice: false }));
});

test("After signing out nothing carries the token", async () => {
	answers = [
		{ status: 200, body: { token: "t0ken", me: {} } },
		{ status: 204 },
		{ status: 401, body: { error: { code: "signed-out", words: "" } } },
	];
	const ours = api();
	await ours.signIn({ username: "river-otter-4827", auth: "AA" });
	ours.signOut();
	await assert.rejects(ours.me(), { code: "signed-out" });
	assert.deepEqual(
		asked.map(({ headers }) => headers.authorization),
		[undefined, "Bearer t0ken", undefined],
	);
});

test("A refusal carries its name, its words and how long to wait", async () => {
	answers = [{ status: 429, body: { error: { code: "slow-down", words: "Please wait." }, retry_after: 60 } }];
	await assert.rejects(api().signIn({ username: "x", auth: "AA" }), {
		code: "slow-down",
		words: "Please wait.",
		retryAfter: 60,
	});
});

test("What other programs in between answer has a name as well", async () => {
	answers = [
		{ status: 502, raw: "<html>bad gateway</html>" },
		{ status: 413, raw: "" },
		{ status: 200, raw: "<html>a captive portal</html>" },
	];
	await assert.rejects(api().relationships(), { code: "server-trouble" });
	await assert.rejects(api().putState({}), { code: "too-large" });
	await assert.rejects(api().help(), { code: "server-trouble" });
});

test("Asking twice does no harm where nothing is done, so a cut is tried once more", async () => {
	answers = [{ cut: true }, { status: 200, body: { username: "ada" } }];
	assert.deepEqual(await api().me(), { username: "ada" });
	assert.equal(asked.length, 2);
});

test("Coming in is never tried twice by itself: the first may have worked", async () => {
	answers = [{ cut: true }];
	await assert.rejects(api().signUp({}), { code: "offline" });
	assert.equal(asked.length, 1);
});

test("A state is handed in once: a second copy would look like another device", async () => {
	answers = [{ cut: true }];
	await assert.rejects(api().putState({ ctr: 2 }), { code: "offline" });
	assert.equal(asked.length, 1);
});

test("A house that never answers is given up after a while", async () => {
	answers = [{ silent: true }];
	const clock = new TravelClock();
	const waiting = assert.rejects(api(clock).putSeat({ paused: true, cap: 3 }), { code: "timeout" });
	await clock.travel(60_000);
	await waiting;
});

test("Relationships come whole, however many pages they are", async () => {
	const page = (from, count) => ({
		status: 200,
		body: { relationships: Array.from({ length: count }, (_, i) => ({ id: from - i })) },
	});
	answers = [page(450, 200), page(250, 200), page(50, 50)];
	const all = await api().relationships();
	assert.equal(all.length, 450);
	assert.deepEqual(
		asked.map(({ path }) => path),
		["/api/relationships", "/api/relationships?before=251", "/api/relationships?before=51"],
	);
});

const CONFIG = {
	version: 1,
	home: "aG9tZQ",
	programme: "Riverside Peers",
	roster: "cg",
	log: "bA",
	country: "US",
	emergency: "911",
	lang: "en",
	wire: "/wire",
	today: 20_000,
	door: "open",
	promise: { version: 1, sentences: [] },
	retention: 12,
	keeping: { least: 1, most: 24, open: true },
	contact: { name: "Dora", phone: "1" },
	independent: { name: "Eve", phone: "2" },
	leave: "https://news.example/",
};

test("A house of another version asks for a newer room", () => {
	assert.throws(() => readConfig({ ...CONFIG, version: 2 }), { code: "room-too-old" });
	assert.throws(() => readConfig(undefined), { code: "room-too-old" });
});

test("'Leave this page' goes to a plain web address or to a neutral one, never to a script", () => {
	assert.equal(readConfig(CONFIG).leave, "https://news.example/");
	assert.match(readConfig({ ...CONFIG, leave: "javascript:alert(1)" }).leave, /^https:/);
});

test("The emergency number is digits to ring, or nothing", () => {
	assert.equal(readConfig(CONFIG).emergency, "911");
	for (const emergency of [undefined, null, "", "call us", "javascript:1", "1", "1234567"])
		assert.equal(readConfig({ ...CONFIG, emergency }).emergency, "", String(emergency));
});

test("Limits of keeping that fit nobody are not relied on", () => {
	for (const keeping of [{}, { least: 0, most: 3 }, { least: 4, most: 3 }, { least: 1, most: 25 }, "long"]) {
		const given = typeof keeping === "string" ? keeping : { open: true, ...keeping };
		assert.throws(() => readConfig({ ...CONFIG, keeping: given }), { code: "server-trouble" });
	}
});

test("A house that says half of what it must is not relied on", () => {
	for (const name of ["home", "roster", "log", "promise", "retention", "keeping", "today"]) {
		assert.throws(() => readConfig({ ...CONFIG, [name]: undefined }), { code: "server-trouble" }, name);
	}
});

test("A room with an origin of its own asks itself where the house is, and the house everything else", async () => {
	const requests = new Requests({ fetch, clock: deviceClock, base });
	const api = new Api(requests);
	const elsewhere = base.replace("127.0.0.1", "localhost");
	api.goTo(elsewhere);
	await api.config();
	await api.directory();
	assert.deepEqual(
		asked.map(({ path, headers }) => `${headers.host.split(":")[0]}${path}`),
		["127.0.0.1/config.json", "localhost/api/directory"],
	);
});

test("Leaving a room with an origin of its own clears what that origin kept", async () => {
	answers = [{ status: 200, body: { token: "t" } }];
	const api = new Api(new Requests({ fetch, clock: deviceClock, base }));
	await api.signIn({ username: "ada", auth: "x" });
	api.goTo(base.replace("127.0.0.1", "localhost"));
	asked.length = 0;
	await api.signOut();
	assert.deepEqual(asked.map(({ path }) => path).sort(), ["/api/sign-out", "/left"]);
	assert.equal(asked.find(({ path }) => path === "/left").headers.authorization, undefined);
});

test("Another house is a scheme and a host, or it is none", () => {
	assert.equal(readConfig({ ...CONFIG, api: "https://peers.example.org" }).api, "https://peers.example.org");
	for (const api of ["javascript:alert(1)", "https://peers.example.org/x", "//x", 7, undefined])
		assert.equal(readConfig({ ...CONFIG, api }).api, "");
});
