// Who left while three were to read is let go of by Ada's press: with the real header, in a little house.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Handing } from "../../talk/handing.js";
import { Refusal } from "../../crypto/refusal.js";
import { joined, named, opens, posts, says, texts, threeMonths } from "../crypto/three.js";
import { TravelClock } from "../travel.js";

let room;
let done;
beforeEach(async () => {
	[room, done] = [await threeMonths(), []];
});

/** Ada's room, as far as handing over needs it: what it says is sealed by her core and stored. */
function adasRoom({ handover, relations }) {
	const { ada, ben, lea, house, conv, today } = room;
	const conversation = {
		changing: {
			undone: null,
			undo(code) {
				this.undone = code;
			},
		},
		lines: [],
		isHere: async () => undefined,
		known: {
			readers: [
				{ account_id: ben.id, name: "Ben", reads: true },
				{ account_id: lea.id, name: "Lea", reads: handover.reads },
			],
		},
		isOnItsWay: () => conversation.goes,
		takeBack: async () => assert.fail("it does not go"),
		sayAs(kind, { text, to }) {
			conversation.goes = true;
			const made =
				kind === "bring"
					? ada.do("bringIn", { ...JSON.parse(text), conv, today })
					: ada.do("letGo", { conv, account_id: to, today });
			made
				.then((it) => posts(room, ada, it, []))
				.then(
					() => {
						done.push(kind);
						conversation.goes = false;
					},
					(error) => {
						if (!(error instanceof Refusal)) throw error;
						conversation.goes = false;
						conversation.changing.undone = error.code;
					},
				);
			return "w1";
		},
	};
	const clock = new TravelClock();
	clock.after = (_, then) => setTimeout(then, 5);
	const all = relations.map(([who, state], id) => ({
		...{ id, state, mine: "client", other: house.row(who.id), handover },
		conversations: [{ conv, continues: null }],
	}));
	return {
		given: { clock },
		relationships: { all },
		relation: (id) => all[Number(id)],
		conversations: { of: () => conversation },
		conversation: () => conversation,
		step: async (id, step) => done.push(`${step} ${all[Number(id)].other.display_name}`),
		refresh: async () => {
			for (const one of all) one.handover = undefined;
		},
	};
}

/** As it stood on Ada's page when she pressed. */
const left = (person, name) => ({ left: person.id, name, comes: "Lea" });

const to = (person, more) => ({ to: { account_id: person.id }, ...more });

test("Ben ended before Lea was let in: Ada's header brings her in his place, and the talk goes on", async () => {
	const { ada, ben, lea } = room;
	await named(room);
	const handover = to(lea, { state: "done", reads: false, let_go: ben.id });
	const relations = [
		[ben, "ended"],
		[lea, "active"],
	];
	const pressed = new Handing(adasRoom({ handover, relations }));
	await assert.rejects(pressed.followLeft("1", { ...left(ben, "Ben"), comes: "Marisol" }), {
		code: "name-moved",
	});
	await pressed.followLeft("1", left(ben, "Ben"));
	assert.deepEqual(done, ["bring", "handover/look Lea"]);
	assert.equal((await opens(room, lea)).stopped, null);
	const [toLea] = await says(room, ada, "Now we are two.", [lea]);
	assert.deepEqual(texts(toLea), ["Now we are two."]);
	const last = await opens(room, await ben.comeBack());
	assert.deepEqual([last.stopped, texts(last).at(-1)], [null, "In the third month."]);
});

test("Whoever leaves while all three read is only let go, and nobody is brought", async () => {
	await joined(room);
	const { ben, lea } = room;
	const handover = to(lea, { state: "done", reads: true, let_go: ben.id });
	await new Handing(adasRoom({ handover, relations: [[lea, "active"]] })).followLeft("0", left(ben, "Ben"));
	assert.deepEqual(done, ["go", "handover/look Lea"]);
});

test("A stand-in who left is let go, and Ben, who reads, stays", async () => {
	await joined(room);
	const { ben, lea } = room;
	const handover = to(lea, { state: "done", reads: true, let_go: lea.id });
	await new Handing(adasRoom({ handover, relations: [[ben, "active"]] })).followLeft("0", left(lea, "Lea"));
	assert.deepEqual(done, ["go", "handover/look Ben"]);
});

test("Who said yes and waits for Ada's own choice is not brought in while Ben is there", async () => {
	const { ben, lea } = room;
	await named(room);
	const handover = to(lea, { state: "agreed", reads: false, let_go: lea.id });
	const relations = [
		[ben, "active"],
		[lea, "active"],
	];
	await new Handing(adasRoom({ handover, relations })).followLeft("0", left(lea, "Lea"));
	assert.deepEqual(done, ["handover/look Ben"]);
});

test("Somebody else than who stood there is not let go of, whatever the house says", async () => {
	await joined(room);
	const { ben, lea } = room;
	const handover = to(lea, { state: "done", reads: true, let_go: lea.id });
	const pressed = new Handing(adasRoom({ handover, relations: [[lea, "active"]] }));
	for (const shown of [left(ben, "Ben"), left(lea, "Ben")])
		await assert.rejects(pressed.followLeft("0", shown), { code: "name-moved" });
	assert.deepEqual(done, []);
});
