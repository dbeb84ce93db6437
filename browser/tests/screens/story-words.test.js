// Two people of one name, where a story is for some people by name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayWords } from "../../screens/days.js";
import { apartIn, audienceWords, nameIn, talksNow } from "../../screens/story-words.js";
import { learnInside } from "../../words/index.js";
import { relationship } from "./fake-people.js";

await learnInside();

const walk = (conv, accountId, more = {}) =>
	relationship({
		...{ id: conv, conv, earlier: [], state: "active", called: "", note: "", agreedOn: 20_400 },
		other: { accountId, name: "River", person: null, standsBehindUntil: null, lock: "same" },
		...more,
	});
const seen = (...relationships) => ({ relationships });

test("Nobody is told apart who is the only one of their name", () => {
	const ada = walk("c1", "ada");
	const view = seen(ada, walk("c2", "fay", { called: "Fay" }), walk("c3", "gus", { conv: null }));
	assert.equal(apartIn(ada, view), "");
	assert.equal(nameIn("c1", view), "River");
});

test("Two people of one name are told apart by since when I walk with them", () => {
	const [ada, fay] = [walk("c1", "ada"), walk("c2", "fay", { agreedOn: 20_470 })];
	const view = seen(ada, fay);
	assert.ok(apartIn(ada, view).includes(dayWords(20_400)));
	assert.ok(apartIn(fay, view).includes(dayWords(20_470)));
	const words = audienceWords({ who: 2, with: ["c1", "c2"] }, view);
	assert.ok(words.includes(nameIn("c1", view)) && words.includes(nameIn("c2", view)), words);
});

test("Where they came on one day, my own note tells them apart", () => {
	const [ada, fay] = [walk("c1", "ada", { note: "by the harbour" }), walk("c2", "fay")];
	assert.ok(apartIn(ada, seen(ada, fay)).endsWith("by the harbour"));
	assert.notEqual(nameIn("c1", seen(ada, fay)), nameIn("c2", seen(ada, fay)));
	const long = walk("c1", "ada", { note: "x".repeat(4_000) });
	assert.ok(apartIn(long, seen(long, fay)).length < 120);
});

test("One person with two talks is one person", () => {
	const [now, before] = [walk("c2", "ada", { agreedOn: 20_470 }), walk("c1", "ada", { state: "ended" })];
	assert.equal(apartIn(now, seen(now, before)), "");
	assert.equal(audienceWords({ who: 2, with: ["c1", "c2"] }, seen(now, before)).match(/River/g)?.length, 1);
});

test("Where somebody stands in, two walk in one talk: it is ticked once, by both names, and later by whom it is with", () => {
	const ben = walk("c1", "ben", { called: "Ben" });
	const lena = walk("c1", "lena", { called: "Lena" });
	const both = seen(lena, ben, walk("c2", "gus", { called: "Gus" }));
	assert.deepEqual(
		talksNow(both).map(({ conv }) => [conv, nameIn(conv, both)]),
		[
			["c1", "Lena and Ben"],
			["c2", "Gus"],
		],
	);
	const over = seen(walk("c1", "lena", { called: "Lena", state: "ended" }), ben);
	assert.equal(nameIn("c1", over), "Ben");
	assert.deepEqual(
		talksNow(over).map(({ people }) => people.length),
		[1],
	);
});
