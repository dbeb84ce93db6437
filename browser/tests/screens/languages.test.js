import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { languageInAddress, placeInAddress } from "../../screens/address.js";
import { dayWords, hourWords, listed } from "../../screens/days.js";
import { en } from "../../words/en.js";
import { canSay, learn, learnInside, say, sayCount, speak } from "../../words/index.js";
import { firstSpoken, languages } from "../../words/languages.js";

const holes = (text) => [...text.matchAll(/\{([a-z_]+)\}/g)].map(([, name]) => name).sort();
const others = [...languages].filter(([lang]) => lang !== "en");

before(async () => {
	await learnInside();
	await learn("es");
});
after(() => speak("en"));

for (const [lang, { load }] of others) {
	test(`${lang}: no sentence is missing; what is missing is listed here with its English`, async () => {
		const words = await load();
		const missing = Object.entries(en).filter(([id]) => !Object.hasOwn(words, id));
		assert.deepEqual(
			missing.map(([id, text]) => `${id}: ${text}`),
			[],
		);
		assert.deepEqual(
			Object.keys(words).filter((id) => !Object.hasOwn(en, id)),
			[],
		);
	});

	test(`${lang}: each sentence takes what the English one takes`, async () => {
		const words = await load();
		for (const [id, text] of Object.entries(words)) assert.deepEqual(holes(text), holes(en[id]), id);
	});

	test(`${lang}: nothing was left in English`, async () => {
		const words = await load();
		const alike = new Set([
			"Alongside",
			"{name} - Alongside",
			"Cannabis",
			"Trauma",
			"Alcohol",
			"LGBTQ+",
			"Bipolar",
			"Hindi",
			"No",
			"{number} KB",
			"{number} MB",
		]);
		const same = Object.entries(words).filter(([id, text]) => text === en[id] && !alike.has(text));
		assert.deepEqual(same, []);
	});
}

test("Ada's phone chooses: the address first, then what she reads, and only what is on", () => {
	assert.equal(firstSpoken(["es", "en"]), "es");
	assert.equal(firstSpoken(["", "es-MX", "en-US"]), "es");
	assert.equal(firstSpoken(["fr", "es"], ["en"]), "en");
	assert.equal(firstSpoken(["fr"], ["es", "en"]), "es");
});

test("a link may bring a language, and nothing else of it is believed", () => {
	const gone = [];
	const history = { replaceState: (_state, _title, url) => gone.push(url) };
	assert.equal(languageInAddress({ search: "?lang=es" }), "es");
	assert.equal(languageInAddress({ search: "?lang=%22%3E%3Cscript" }), null);
	placeInAddress({ hash: "#join=secret", pathname: "/app/", search: "?lang=es&x=1" }, history);
	placeInAddress({ hash: "", pathname: "/app/", search: "?lang=../x" }, history);
	assert.deepEqual(gone, ["/app/?lang=es", "/app/"]);
});

test("in Spanish, days, hours and lists are said as people say them", () => {
	speak("es");
	assert.equal(say("top.help"), "Ayuda ya");
	assert.equal(sayCount("come-in.lock-minutes", 5), "5 minutos");
	assert.match(dayWords(0), /^1 de enero de 1970$/);
	assert.match(hourWords("17:00"), /^17:00$|^5:00/);
	assert.equal(listed(["a", "b", "c"]), "a, b y c");
	assert.ok(canSay("help.title"));
	speak("en");
});
