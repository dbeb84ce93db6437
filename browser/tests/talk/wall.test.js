import assert from "node:assert/strict";
import { test } from "node:test";
import { wallOf, watchWall } from "../../talk/wall.js";
import { TravelClock } from "../travel.js";

/** A house with so many rows, and a core that saw some of them; what the two were asked is noted. */
function place({ rows = 5, from = 6, troubles = [null], fails = null } = {}) {
	const asked = [];
	const notices = [];
	const left = [...troubles];
	const core = {
		wallSeen: async () => ({ from }),
		readWall: async ({ from: first, rows: given, before, top }) => {
			asked.push(`reads ${given.length} from ${first} after ${before || "nothing"} of ${top.n}`);
			return { rows: given, trouble: left.shift() ?? null };
		},
	};
	const api = {
		wall: async (first) => {
			asked.push(`asks from ${first}`);
			if (fails !== null) throw fails;
			const all = Array.from({ length: rows }, (_, at) => ({ n: at + 1 }));
			return { n: rows, h: "top", before: `h${first - 1}`, rows: all.slice(first - 1, first + 1) };
		},
	};
	const saving = { stir: () => asked.push("saves") };
	const onNotice = (code) => notices.push(code);
	const given = { core, api, clock: new TravelClock(), onNotice };
	return { inside: { given, saving, relationships: { all: [] } }, asked, notices };
}

test("A visit asks once for what is new, and says nothing where nothing is", async () => {
	const { inside, asked, notices } = place();
	await watchWall(inside);
	assert.deepEqual(asked, ["asks from 6", "reads 0 from 6 after h5 of 5"]);
	assert.deepEqual(notices, []);
});

test("What is new is read to its end and remembered", async () => {
	const { inside, asked } = place({ rows: 8 });
	await watchWall(inside);
	assert.deepEqual(asked, ["asks from 6", "asks from 8", "reads 3 from 6 after h5 of 8", "saves"]);
});

test("On a doubt all of it is read once more, and only what does not hold then is said", async () => {
	const passing = place({ troubles: ["wall-other", null] });
	await watchWall(passing.inside);
	assert.deepEqual(passing.notices, []);
	assert.ok(passing.asked.includes("reads 5 from 1 after h0 of 5"));
	const lasting = place({ troubles: ["wall-cut", "wall-cut"] });
	await watchWall(lasting.inside);
	assert.deepEqual(lasting.notices, ["wall-changed"]);
});

test("A line that fails says nothing; a fault in the code is not hidden", async () => {
	const { inside, notices } = place({ fails: Object.assign(new Error("offline"), { code: "offline" }) });
	await watchWall(inside);
	assert.deepEqual(notices, []);
	await assert.rejects(watchWall(place({ fails: new TypeError("a fault") }).inside), TypeError);
});

test("The page itself reads every row, whatever was seen", async () => {
	const { inside, asked } = place();
	const { trouble } = await wallOf(inside).read();
	assert.equal(trouble, null);
	assert.equal(asked[0], "asks from 1");
});
