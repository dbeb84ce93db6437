import assert from "node:assert/strict";
import { test } from "node:test";
import { tellingOf } from "../../talk/telling.js";
import { TravelClock } from "../travel.js";

test("Of two who read Ada's talk, the one it was begun with tells: not whoever came last", async () => {
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
	await tellingOf({ in: inside }).deed("tell", draft);
	assert.equal(sealed[0].relationship, ben);
});
