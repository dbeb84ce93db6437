import assert from "node:assert/strict";
import { test } from "node:test";
import { Parts } from "../../talk/parts.js";

function counted() {
	const seen = { fetched: 0, changes: 0, ended: 0, fails: 0 };
	const inside = { given: { onChange: () => (seen.changes += 1) } };
	class Part {
		#said = 0;
		get shown() {
			return Object.freeze({ said: this.#said });
		}
		deeds = { add: async (more) => (this.#said += more) };
		end() {
			seen.ended += 1;
		}
	}
	const fetch = async () => {
		seen.fetched += 1;
		if (seen.fails-- > 0) throw new TypeError("no line");
		return { Part };
	};
	return { seen, parts: new Parts(inside, { adding: fetch }) };
}

test("a part is fetched with its first deed, once, and shows what it holds", async () => {
	const { seen, parts } = counted();
	assert.deepEqual(parts.shown, {});
	await Promise.all([parts.deed("adding", "add", 2), parts.deed("adding", "add", 3)]);
	assert.deepEqual(parts.shown, { adding: { said: 5 } });
	assert.deepEqual([seen.fetched, seen.changes], [1, 1]);
});

test("a part that a cut line kept away is fetched again with the next deed", async () => {
	const { seen, parts } = counted();
	seen.fails = 1;
	await assert.rejects(parts.deed("adding", "add", 1), { code: "offline" });
	await parts.deed("adding", "add", 1);
	assert.equal(parts.shown.adding.said, 1);
});

test("what runs in a part ends with the inside, and with one that came too late", async () => {
	const { seen, parts } = counted();
	const late = parts.of("adding");
	parts.end();
	await late;
	parts.end();
	assert.equal(seen.ended, 2);
});
