import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Part } from "../../talk/practising.js";

const folder = new URL("../../../coach/practice/people/", import.meta.url);
const people = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

/** An inside of which nothing but the way to files may be touched. */
function insideWith(fetch) {
	let changes = 0;
	const given = new Proxy(
		{ fetch, listsFrom: new URL("https://house.example/app/protocol/"), onChange: () => (changes += 1) },
		{ get: (own, name) => own[name] ?? assert.fail(`the practice room asked for ${String(name)}`) },
	);
	const inside = new Proxy({ given }, { get: (own, name) => own[name] ?? assert.fail(String(name)) });
	return { inside, changes: () => changes };
}

test("Made-up people are fetched once, and then are here without a line", async () => {
	const asked = [];
	let isLine = true;
	const { inside, changes } = insideWith(async (url) => {
		asked.push(url);
		if (!isLine) throw new TypeError("no line");
		return Response.json({ people, units: [] });
	});
	const part = new Part(inside);
	assert.deepEqual(part.shown.people, []);
	await part.deeds.open();
	isLine = false;
	await part.deeds.open();
	assert.deepEqual(asked, ["https://house.example/app/protocol/practice.json"]);
	assert.equal(part.shown.people.length, people.length);
	assert.equal(changes(), 1);
});

test("Without a line it says so, and tries again", async () => {
	let isLine = false;
	const { inside } = insideWith(async () => {
		if (!isLine) throw new TypeError("no line");
		return Response.json({ people, units: [] });
	});
	const part = new Part(inside);
	await assert.rejects(part.deeds.open(), ({ code }) => code === "offline");
	isLine = true;
	await part.deeds.open();
	assert.equal(part.shown.people.length, people.length);
});
