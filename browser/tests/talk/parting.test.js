import assert from "node:assert/strict";
import { test } from "node:test";
import { finishEnds, part } from "../../talk/parting.js";
import { RoomError } from "../../talk/trouble.js";
import { TravelClock } from "../travel.js";

/** Ada's talk with Ben, and what became of a line of hers. */
function ada({
	state = "active",
	line = "up",
	canWrite = true,
	becomes = "stored",
	refuses = null,
	others = ["Ben"],
	handover,
} = {}) {
	const clock = new TravelClock();
	const done = [];
	const conversation = {
		relationship: { state, handover },
		known: { canWrite, stopped: null, cannot: null, readers: others.map((name) => ({ name, reads: true })) },
		lines: [],
		sayAs(kind) {
			done.push(`signs ${kind}`);
			this.lines = [{ id: "w1", state: becomes }];
			return "w1";
		},
		takeBack: async () => {
			done.push("takes it back");
			conversation.lines = [];
		},
	};
	const relation = { id: 7, state };
	const inside = {
		given: { clock },
		wire: { state: line },
		relation: () => relation,
		relationships: { all: [relation] },
		conversations: { newestOf: () => conversation },
		step: async (id, step) => {
			done.push(`${step} ${id}`);
			if (refuses !== null) throw refuses;
		},
	};
	return { inside, conversation, clock, done };
}

test("Whoever ends or blocks signs first that they go: the other need not take the house's word", async () => {
	for (const step of ["end", "block"]) {
		const { inside, done } = ada();
		await part(inside, 7, step);
		assert.deepEqual(done, ["signs leave", `${step} 7`]);
	}
});

test("The way out is held up by nothing: no line, a pause, a talk that stands still", async () => {
	for (const how of [{ line: "down" }, { state: "paused" }, { canWrite: false }]) {
		const { inside, done } = ada(how);
		await part(inside, 7, "end");
		assert.deepEqual(done, ["end 7"]);
	}
});

test("While three are there, or one said yes, nobody signs that they go: the talk stays open for the others", async () => {
	for (const how of [
		{ others: ["Ben", "Lea"] },
		{ handover: { state: "agreed" } },
		{ handover: { state: "together" } },
		{ handover: { state: "done", let_go: "Ben" } },
	])
		for (const step of ["end", "block"]) {
			const { inside, done } = ada(how);
			await part(inside, 7, step);
			assert.deepEqual(done, [`${step} 7`]);
		}
	const { inside, done } = ada({ handover: { state: "done", let_go: null } });
	await part(inside, 7, "end");
	assert.deepEqual(done, ["signs leave", "end 7"]);
});

test("A line that does not arrive in three seconds, or is refused, is taken back, and the end is said", async () => {
	for (const becomes of ["sending", "refused", "asks"]) {
		const { inside, clock, done } = ada({ becomes });
		const going = part(inside, 7, "end");
		await clock.travel(3_000);
		await going;
		assert.deepEqual(done, ["signs leave", "takes it back", "end 7"]);
	}
});

test("An end that was cut off after it was signed is finished at the next look; theirs never is", async () => {
	const unsent = { kind: "text", from: "me", state: "waiting" };
	for (const [from, expected] of [
		["me", ["end 7"]],
		["them", []],
	]) {
		const { inside, conversation, done } = ada({ refuses: new RoomError("offline") });
		conversation.known.cannot = "left";
		conversation.lines = [{ kind: "left", from, state: "stored" }, unsent];
		await finishEnds(inside);
		assert.deepEqual(done, expected);
	}
});
