import assert from "node:assert/strict";
import { test } from "node:test";
import { tellingOf } from "../../talk/telling.js";
import { TravelClock } from "../travel.js";

test("Of two who read Ada's talk, the one who stood on the page tells: nobody in their place", async () => {
	const sealed = [];
	const ben = { id: 1, mine: "client", conversations: [{ conv: "c" }], other: { account_id: "ben" } };
	const lea = { ...ben, id: 2, came: "handed-over", other: { account_id: "lea" } };
	const inside = {
		given: {
			core: { sealTelling: async (given) => sealed.push(given) && { payload: {}, link: "link" } },
			api: { told: async () => ({ tellings: [] }) },
			clock: new TravelClock(),
		},
		readWho: async () => undefined,
		relationships: { all: [lea, ben] },
		conversation: () => ({ relationship: ben }),
	};
	const draft = { conv: "c", to: null, terms: { byName: "Ben" }, words: "", lines: [], instead: null };
	const tells = (by) => tellingOf({ in: inside }).deed("tell", { ...draft, by });
	await tells("ben");
	inside.conversation = () => ({ relationship: lea });
	await tells("ben");
	assert.deepEqual(
		sealed.map(({ relationship }) => relationship),
		[ben, ben],
		"also where the talk is another's by then",
	);
	await tells("lea");
	assert.equal(sealed[2].relationship, lea);
	for (const nobody of ["finn", null, undefined])
		await assert.rejects(tells(nobody), { code: "not-verified" }, String(nobody));
	assert.equal(sealed.length, 3);
});
