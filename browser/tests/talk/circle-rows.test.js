// What is shown of an open circle, and what is kept from whoever blocked its writer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { circleNow } from "../../talk/circle-rows.js";

const line = (n, by, text) => ({ n, from: by === "ada" ? "me" : "them", by, kind: "text", text });
const called = (n, by, name) => ({ ...line(n, by, ""), kind: "card", card: { t: "circle-called", name } });
const talk = {
	conv: "c",
	lines: [
		called(2, "finn", "River"),
		line(3, "finn", "Hello."),
		line(4, "ada", "Hi."),
		line(5, "ben", "Hi both."),
	],
	known: {
		...{ canWrite: true, cannot: null, stopped: null },
		readers: [
			{ account_id: "ben", name: "Ben", reads: true },
			{ account_id: "finn", name: null, reads: true },
		],
		circle: {
			members: [
				{ account_id: "ada", role: 1 },
				{ account_id: "ben", role: 6 },
				{ account_id: "finn", role: 1 },
			],
			led: [{ n: 1, hosts: ["ben"] }],
			leaving: [],
		},
	},
};
const shown = (blocked) =>
	circleNow(1, talk, { me: "ada", draft: "", trouble: null, blocked: new Set(blocked) });

test("Nobody sees lines of whom they blocked; who is here they see all the same", () => {
	const texts = ({ lines }) => lines.map(({ text }) => text).filter((text) => text !== "");
	assert.deepEqual(texts(shown([])), ["Hello.", "Hi.", "Hi both."]);
	assert.deepEqual(texts(shown(["finn"])), ["Hi.", "Hi both."]);
	assert.deepEqual(
		shown(["finn"]).people.map(({ name, role }) => [name, role]),
		[
			[null, "client"],
			["Ben", "host"],
			["River", "client"],
		],
	);
});
