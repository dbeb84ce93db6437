// The library in the room: all titles alike, hidden on the device, and one's own stories on their way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkedNotes, firstNotes, mergedNotes, withHides } from "../../crypto/notes.js";
import { NOTES, THEMES } from "../../screens/library-lists.js";
import { hiddenNote, Part } from "../../talk/library.js";
import { Notes } from "../../talk/notes.js";

const card = (ref, themes, notes = []) => ({ ref, themes, notes, lang: "en", title: ref });

/** A room before a house that answers these pages, and writes down what it was asked. */
function room(pages, me = {}) {
	const asked = [];
	const offline = Object.assign(new Error("offline"), { code: "offline" });
	const gone = Object.assign(new Error("gone"), { code: "not-found" });
	const notes = new Notes({});
	let saved = 0;
	const inside = {
		notes,
		me,
		mePart: (part) => Object.assign(me, part),
		saving: { soon: () => (saved += 1) },
		given: {
			onChange: () => undefined,
			core: { keepNotes: async ({ hides }) => ({ hides }) },
			api: {
				part: async (method, path, body) => {
					asked.push([method, path, body]);
					if (path === "library/own/seen" && me.isCut) throw offline;
					if (path.startsWith("library/gone")) throw gone;
					const page = path.match(/^library\?page=(\d+)$/)?.[1];
					if (page === undefined) return { stories: [{ ref: "own" }] };
					return { stories: pages[page - 1], has_more: page < pages.length };
				},
			},
		},
	};
	return { part: new Part(inside), asked, saves: () => saved };
}

test("Every title is fetched, page by page, whoever asks and whatever they look for", async () => {
	const { part, asked } = room([[card("a", ["work"])], [card("b", ["loss"]), card("a", ["work"])]]);
	assert.equal(part.shown.cards, null);
	await part.deeds.list();
	assert.deepEqual(
		asked.map(([, path]) => path),
		["library?page=1", "library?page=2"],
	);
	assert.deepEqual(
		part.shown.cards.map(({ ref }) => ref),
		["a", "b"],
	);
});

test("A story that is not there any more when somebody reads or answers it leaves the list with that", async () => {
	for (const deed of ["read", "answer"]) {
		const { part } = room([[card("gone", ["work"]), card("b", ["loss"])]]);
		await assert.rejects(part.deeds[deed]("gone", ["helped"]), { code: "not-found" });
		await part.deeds.list();
		await part.deeds[deed]("b", ["helped"]);
		assert.equal(part.shown.cards.length, 2);
		await assert.rejects(part.deeds[deed]("gone", ["helped"]), { code: "not-found" });
		assert.deepEqual(
			part.shown.cards.map(({ ref }) => ref),
			["b"],
		);
	}
});

test("What somebody would rather not read about is left out here, kept sealed, and told to nobody", async () => {
	const { part, asked, saves } = room([[card("a", ["work", "loss"]), card("b", ["home"])]]);
	await part.deeds.list();
	const before = asked.length;
	await part.deeds.hide(["loss", "fear", "loss"]);
	assert.deepEqual([part.shown.hides, part.shown.left], [["fear", "loss"], 1]);
	assert.deepEqual(
		part.shown.cards.map(({ ref }) => ref),
		["b"],
	);
	assert.deepEqual([asked.length, saves()], [before, 1]);
	await part.deeds.hide([]);
	assert.equal(part.shown.cards.length, 2);
});

test("What a story speaks of is left out by its own mark, and is no theme of the same name", async () => {
	const { part } = room([[card("a", ["work"], ["suicide", "eating"]), card("b", ["eating"])]]);
	await part.deeds.list();
	const left = async (...ids) => {
		await part.deeds.hide(ids);
		return part.shown.cards.map(({ ref }) => ref);
	};
	assert.deepEqual(await left("n:suicide"), ["b"]);
	assert.deepEqual(await left("n:eating"), ["b"]);
	assert.deepEqual(await left("eating"), ["a"]);
	assert.deepEqual(await left("suicide"), ["a", "b"]);
});

test("One's own stories are asked for by their own paths, and nothing in a path is taken for another", async () => {
	const { part, asked } = room([[]]);
	await part.deeds.own();
	await part.deeds.handIn({ title: "T" });
	await part.deeds.goOn("a/b", 2);
	await part.deeds.stands("a/b", 2);
	await part.deeds.takeBackUse("r", 2);
	await part.deeds.takeBack("r");
	await part.deeds.answer("r", ["helped"]);
	assert.deepEqual(asked, [
		["GET", "library/own", undefined],
		["POST", "library/own", { title: "T" }],
		["POST", "library/own/a%2Fb/go-on", { version: 2 }],
		["POST", "library/own/a%2Fb/stands", { version: 2 }],
		["DELETE", "library/own/r/uses/2", undefined],
		["DELETE", "library/own/r", undefined],
		["POST", "library/r/answer", { said: ["helped"] }],
	]);
});

test("Whoever looks at their own stories is told of no news any more; a cut line says so at the next look", async () => {
	const me = { library_news: true, isCut: true };
	const { part, asked } = room([[]], me);
	assert.equal((await part.deeds.look()).length, 1);
	assert.equal(me.library_news, true);
	me.isCut = false;
	await part.deeds.look();
	assert.equal(me.library_news, false);
	await part.deeds.look();
	assert.deepEqual(
		asked.map(([method, path]) => `${method} ${path}`),
		[
			...["GET library/own", "POST library/own/seen", "GET library/own", "POST library/own/seen"],
			"GET library/own",
		],
	);
});

test("What is hidden is a note like others: nothing is left out, too much is refused, two devices meet", () => {
	const first = firstNotes("me");
	const hidden = withHides(first, "fear loss");
	assert.deepEqual(checkedNotes(hidden), hidden);
	assert.equal("hides" in withHides(hidden, ""), false);
	assert.throws(() => checkedNotes({ ...first, hides: "" }), { code: "malformed" });
	assert.throws(() => checkedNotes({ ...first, hides: "x".repeat(401) }), { code: "malformed" });
	const everything = [...THEMES, ...NOTES.map(hiddenNote)].join(" ");
	assert.equal(checkedNotes(withHides(first, everything)).hides, everything);
	assert.equal(mergedNotes(first, first, hidden).hides, "fear loss");
	assert.equal(mergedNotes(first, withHides(first, "work"), hidden).hides, "work");
	assert.equal("hides" in mergedNotes(hidden, first, hidden), false);
});
