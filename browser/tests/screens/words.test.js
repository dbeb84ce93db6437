import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { en } from "../../words/en.js";
import { canSay, filled, learnInside, mark, say, sayCount, speak } from "../../words/index.js";

await learnInside();

const screens = new URL("../../screens/", import.meta.url);
const source = readdirSync(screens)
	.filter((name) => name.endsWith(".js"))
	.map((name) => readFileSync(new URL(name, screens), "utf8"))
	.join("\n");

/** Every text in quotes or at the start of a template that looks like an id of a sentence. */
const spelled = new Set([...source.matchAll(/"([a-z][a-z-]*\.[a-z0-9.-]+)"/g)].map(([, id]) => id));
const begun = [...source.matchAll(/`([a-z][a-z-]*\.[a-z0-9.-]*)\$\{/g)].map(([, start]) => start);
const counted = [...source.matchAll(/sayCount\(\s*"([^"]+)"/g)].map(([, id]) => id);

/** Refusals that only the desk or the one who sets up can meet, and the one that stands for no refusal. */
const deskOnly = new Set([
	"hold-order",
	"hold-one-alone",
	"held-already",
	"hold-lifted",
	"library-not-agreed",
	"terms-do-not-fit",
	"times",
	"what",
	"rules-empty",
	"notes-rule",
	"unanswered",
	"written-meanwhile",
	"title",
	"library-not-two",
	"library-changed",
	"library-why",
	"not-yet-safe",
	"needs-extra",
	"not-ready",
	"not-right",
	"name",
	"already-founded",
	"not-set-up",
	"not-a-seat",
	"not-a-language",
	"reviewer-missing",
	"bad-file",
	"not-a-witness",
	"no-such-tree",
	"broken-log",
	"wrong-signature",
	"unknown-account",
	"lapsed",
	"note-too-long",
	"step-not-taken",
	"last-step",
	"too-many-steps",
	"desk-name-taken",
	"too-soon",
	"not-announced",
	"not-the-day",
	"bad-archive",
	"inside-the-data",
	"nothing-yet",
	"newer-data",
	"not-empty",
	"broken-chain",
	"refused",
]);

test("every sentence a screen asks for is there", () => {
	const missing = [...spelled].filter((id) => !canSay(id) && !counted.includes(id) && !canSay(`${id}.one`));
	assert.deepEqual(
		missing.filter((id) => !/\.(js|com)$/.test(id)),
		[],
	);
});

test("what is counted has a sentence for one and for several", () => {
	assert.deepEqual(
		counted.filter((id) => !canSay(`${id}.one`) || !canSay(`${id}.many`)),
		[],
	);
});

test("every sentence in the catalogue is said somewhere", () => {
	const said = (id) =>
		spelled.has(id) ||
		begun.some((start) => id.startsWith(start)) ||
		counted.some((start) => id.startsWith(`${start}.`));
	assert.deepEqual(
		Object.keys(en).filter((id) => !said(id)),
		[],
	);
});

test("every fact of the protocol can be said, and every one the screens offer is a fact", async () => {
	const listed = JSON.parse(readFileSync(new URL("../../../protocol/facts.json", import.meta.url), "utf8"));
	for (const id of Object.values(listed).flat())
		assert.ok(canSay(`fact.${id}`) && canSay(`fact.${id}.line`), id);
	assert.ok(source.includes("factGroups"));
	for (const [group, ids] of Object.entries(listed)) {
		for (const id of ids) assert.ok(source.includes(`"${id}"`), `${group}: ${id}`);
	}
});

test("every code the room can throw has words", () => {
	const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
	const codes = readme.slice(readme.indexOf("## Codes")).matchAll(/`([a-z-]+)`/g);
	const missing = [...codes]
		.map(([, code]) => code)
		.filter((code) => code !== "place" && !canSay(`trouble.${code}`) && !canSay(`trouble.stopped.${code}`));
	assert.deepEqual(missing, []);
});

test("every notice the room can give has words", () => {
	const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
	const row = readme.slice(readme.indexOf("| `notices` |"), readme.indexOf("| `step` |"));
	const codes = [...row.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code]) => code);
	assert.ok(codes.includes("name-changed"));
	assert.deepEqual(
		codes.filter((code) => !canSay(`notice.${code}`)),
		[],
	);
});

test("every refusal of the server that can reach the room has words", () => {
	const server = new URL("../../../server/alongside/", import.meta.url);
	const files = readdirSync(server, { recursive: true }).filter((name) => name.endsWith(".py"));
	const refusals = files.flatMap((name) => [
		...readFileSync(new URL(name, server), "utf8").matchAll(
			/^\tcode = "([a-z-]+)"|^ {4}code = "([a-z-]+)"/gm,
		),
	]);
	const missing = refusals
		.map(([, one, other]) => one ?? other)
		.filter((code) => !deskOnly.has(code) && !canSay(`trouble.${code}`));
	assert.ok(refusals.length > 10);
	assert.deepEqual(missing, []);
});

test("a sentence with a hole in it is never said", () => {
	assert.throws(() => say("come-in.closed"), /wants \{programme\}/);
	assert.throws(() => say("no-such.sentence"), /no words/);
	assert.equal(filled("{a} and {b}", { a: "x", b: 2 }, "it"), "x and 2");
});

test("one is one and two are many", () => {
	assert.equal(sayCount("come-in.lock-minutes", 1), "1 minute");
	assert.equal(sayCount("come-in.lock-minutes", 5), "5 minutes");
});

test("the made-up language marks every sentence once", () => {
	speak("en", { pseudo: true });
	assert.equal(mark(say("top.help")), "[!! Help now !!]");
	speak("en");
	assert.equal(say("top.help"), "Help now");
});

test("no sentence calls a person a client or a user, and none counts down", () => {
	for (const [id, text] of Object.entries(en))
		assert.doesNotMatch(
			text,
			/\b(clients?|users?|cases?|directory|passphrase|recovery code|endorsed)\b/i,
			id,
		);
});
