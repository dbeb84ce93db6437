// A device hears only once the house took it, and the house is told first that it hears no more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Part } from "../../talk/hearing.js";

const WORDS = { title: "Short note", new: "You have something new", near: "A time is near" };
const GIVEN = { endpoint: "https://push.example.org/a", p256dh: "k", auth: "s" };

/** @param {{refuses?: string, here?: boolean}} [how] */
function house({ refuses, here = false } = {}) {
	/** @type {string[]} */
	const done = [];
	/** @type {string[]} */
	const zones = [];
	const say = (/** @type {string} */ what) => async () => {
		done.push(what);
		if (what === refuses) throw Object.assign(new Error(what), { code: "no-push" });
		return { push: "AQID", here, url: "https://peers.example.org/notices/calendar/x.ics" };
	};
	const calls = {
		"GET notices": say("read"),
		"PUT notices": say("save"),
		"PUT notices/device": say("house hears"),
		"PUT notices/number": say("number"),
		"POST notices/number/code": say("code"),
		"DELETE notices/number": say("no number"),
		"DELETE notices/device": say("house hushes"),
	};
	const api = {
		/** @param {string} method @param {string} path @param {any} [body] */
		part: (method, path, body = {}) => {
			if (path === "notices/number" && method === "PUT") zones.push(body.zone);
			return /** @type {any} */ (calls)[`${method} ${path}`]();
		},
	};
	const push = {
		can: () => true,
		hear: async (/** @type {Uint8Array} */ key) => {
			done.push(`browser hears ${key}`);
			return GIVEN;
		},
		hush: async () => void done.push("browser hushes"),
		keepWords: async (/** @type {any} */ words) => void done.push(`says ${words.new}`),
	};
	const inside = /** @type {any} */ ({ given: { api, zone: "Europe/Madrid" } });
	return { done, zones, part: new Part(inside, /** @type {any} */ (push)) };
}

test("A device asks its push service, keeps its words, then tells the house", async () => {
	const { done, part } = house({ here: true });
	const seen = await part.deeds.hear("AQID", { quiet_from: 0 }, WORDS);
	assert.deepEqual(done, ["browser hears 1,2,3", "says You have something new", "house hears", "save"]);
	assert.equal(seen.can, true);
	assert.equal(seen.zoneHere, "Europe/Madrid");
});

test("A house that takes no device leaves nothing in the browser", async () => {
	const { done, part } = house({ refuses: "house hears" });
	await assert.rejects(part.deeds.hear("AQID", {}, WORDS), { code: "no-push" });
	assert.deepEqual(done.at(-1), "browser hushes");
	assert.ok(!done.includes("save"));
});

test("A device that hears no more is struck off by the house first", async () => {
	const { done, part } = house();
	await part.deeds.hush();
	assert.deepEqual(done, ["house hushes", "browser hushes", "read"]);
});

test("Words are kept on this device only if it is told", async () => {
	for (const here of [true, false]) {
		const { done, part } = house({ here });
		await part.deeds.save({}, WORDS);
		assert.equal(done.includes("says You have something new"), here);
	}
});

test("A number counts with its code, and so does what was chosen for when", async () => {
	const { done, zones, part } = house();
	await part.deeds.leaveNumber("+442079460018", "en");
	await part.deeds.showCode("123456");
	await part.deeds.choose({ quiet_from: 0 });
	await part.deeds.dropNumber();
	assert.deepEqual(done, ["number", "code", "save", "no number"]);
	assert.deepEqual(zones, ["Europe/Madrid"]);
});
