// One promise, read in two languages: what is signed has no language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { toText } from "../../crypto/bytes.js";
import { agreementHashOf } from "../../crypto/promise.js";
import { promiseLines } from "../../talk/promise.js";
import { asked, Person, showAsSpecialist } from "./cast.js";
import { DAY, LittleHouse, PROMISE } from "./little-house.js";

const FOLDER = new URL("../../../protocol/promise/", import.meta.url);
const catalogue = (lang) => JSON.parse(readFileSync(new URL(`${lang}.json`, FOLDER), "utf8"));

/** The same house, as it looks to somebody who reads this language. */
function readIn(lang, house) {
	const lists = { ...house.config.lists, promise: catalogue(lang) };
	return Object.create(house, { config: { value: { ...house.config, lists } } });
}

test("Ada reads the promise in Spanish, Ben in English, and both sign the same", async () => {
	const shown = { es: promiseLines(PROMISE, catalogue("es")), en: promiseLines(PROMISE, catalogue("en")) };
	for (const [place, line] of shown.es.entries()) assert.notEqual(line.text, shown.en[place].text);
	const house = await LittleHouse.open();
	const ada = await new Person(readIn("es", house), "rio-ambar-0001").comeIn();
	const ben = await new Person(readIn("en", house), "harbour-stone-0002").comeIn();
	await showAsSpecialist(ben, "Ben");

	const { conv } = await asked({ house, ada, ben });
	await ben.follow(conv);
	house.accept(conv, await ben.do("agree", { relationship: ben.relationship(conv), day: DAY }));

	const seen = [];
	for (const person of [ada, ben]) {
		await person.do("checkPromise", { relationship: person.relationship(conv) });
		seen.push(toText(agreementHashOf(person.relationship(conv).promise)));
	}
	assert.equal(seen[0], seen[1]);
	await ada.follow(conv);
	assert.equal((await ben.say(conv, "Hello.", { to: ada })).taken.stopped ?? null, null);
});
